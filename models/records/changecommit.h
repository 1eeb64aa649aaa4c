// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/journal.h"
#include "records/stagedrow.h"

#include <QList>
#include <QString>

#include <functional>

namespace Ghar {

class Connection;

/// Why a staged row stands in the way of a commit.
struct CommitProblem
{
    enum class Kind {
        Conflict, ///< somebody changed the row since it was read; `now` is how it is
        Gone,     ///< somebody deleted it
        Refused   ///< the database does not take it
    };
    Kind kind = Kind::Refused;
    QString table;
    QString id;     ///< StagedRow::id
    QString column; ///< the offending one, where the database names it; or empty
    OriginalRow now;
    QString sentence; ///< translated: what happened and what to do
};

/// A row as it is after the commit.
struct CommittedRow
{
    QString id; ///< StagedRow::id
    OriginalRow now;
    QStringList differing; ///< columns that are not as they were sent: triggers, rounding
    QStringList followed;  ///< columns that were not sent and changed with it
};

/// How a commit ended.
struct CommitOutcome
{
    enum class State {
        Committed,
        Problems, ///< nothing was changed; `problems` says why
        Unknown   ///< the connection broke during COMMIT: isInJournal() of a new connection tells
    };
    State state = State::Problems;
    QList<CommitProblem> problems;
    QList<CommittedRow> rows; ///< inserted and updated ones
    qint64 alsoDeleted = 0;   ///< rows that went with deleted ones
};

/// Labels of the staged rows' tables in which nothing is changed without a reason (Table::needsReason).
[[nodiscard]] QStringList tablesThatNeedReason(const LiveSchema &live, const QList<StagedRow> &rows);

/// What else belongs to the transaction of a change: called when all its statements have run and the rows were read
/// back. An error takes everything back.
using CommitCompanion = std::function<Result<void>(Connection &, const CommitOutcome &)>;

/// Runs the staged rows and their journal entries in one transaction: new rows in the order of their tables, then
/// updates, then deletions. Every row is locked and compared with the version it was read at first; all conflicts are
/// told together and nothing is changed. Rows that go or lose a reference by a deletion are journalled with their
/// images too. A staff member named in the header may do only what StaffScope allows at that moment, and some tables
/// want a reason. `progress` gets the number of rows done and returns false to stop. An error means that nothing was
/// changed and no row is to blame (rights, lock, connection before COMMIT).
[[nodiscard]] Result<CommitOutcome> commitChanges(Connection &connection, const LiveSchema &live,
                                                  const QList<StagedRow> &rows, const ChangeHeader &header,
                                                  const std::function<bool(qsizetype)> &progress = {},
                                                  const CommitCompanion &companion = {});

} // namespace Ghar

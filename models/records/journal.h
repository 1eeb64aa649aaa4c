// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace Ghar {

class Connection;

/// What was done to a row.
enum class JournalAction {
    Insert,
    Update,
    Delete,
    /// Up to 1,000 rows of an import. `after` has the names of the `columns` that the file gave, the `keys` of the rows
    /// that were made or changed, and `sha256`, over each of them in order: its key and then its value in each column,
    /// as `length:bytes,` in UTF-8, `~` for NULL and `-` for none. Rows that were there are in `changed`: key, column,
    /// value; `before` has the same with the values from before.
    Import,
    Reveal ///< values of a person were looked at
};

/// Who made a change, and why: the same for all its entries.
struct ChangeHeader
{
    QString changeId; ///< UUID, made before the first statement, so that an unknown outcome can be looked up
    QString writerId; ///< the installation of the desk; each writes a chain of its own
    QDateTime madeAt; ///< UTC
    QString role;     ///< the database's own user
    Value staffId;    ///< users.id of the staff member; NULL where nobody was chosen
    Value staffName;
    QString origin; ///< the part of the desk, e.g. `records`
    QString reason; ///< empty where none was asked for
    Value reverts;  ///< the change that this one takes back, or NULL
};

/// One row's part of a change. `before` and `after` are JSON objects of column and canonical text (or null).
struct JournalNote
{
    JournalAction action = JournalAction::Update;
    QString table;
    Value rowKey; ///< primary key as text, several parts separated by `/`; NULL for more than one row
    Value before; ///< NULL for an insert
    Value after;  ///< NULL for a delete
};

/// An entry as it is kept. Entries are only ever added (triggers and rights see to it), and each names the hash of the
/// one before, so that one that was changed or taken out is found.
struct JournalEntry
{
    ChangeHeader header;
    qint64 sequence = 0; ///< 1, 2, 3 … within a writer
    JournalNote note;
    QString previousHash; ///< 64 zeros before the first
    QString hash;
};

/// SHA-256 in lower-case hexadecimal over the fields in the order of the table's columns up to previous_hash. Each
/// field is `length:bytes,` in UTF-8, NULL is `~`, so that no two different entries give the same bytes and anybody can
/// check it.
[[nodiscard]] QString hashOf(const JournalEntry &entry);

[[nodiscard]] QString nameOf(JournalAction action);
/// The other way, for names that nameOf() gave.
[[nodiscard]] JournalAction journalActionNamed(const QString &name);

/// Appends the notes of one change to its writer's chain, inside the caller's transaction, so that both are there or
/// neither. Entries of the same writer wait for each other, those of others do not.
[[nodiscard]] Result<void> appendToJournal(Connection &connection, const ChangeHeader &header,
                                           const QList<JournalNote> &notes);

/// True when the change with this id was committed: what to ask after a connection was lost during COMMIT.
[[nodiscard]] Result<bool> isInJournal(Connection &connection, const QString &changeId);

/// An entry's place in the order of readJournal().
struct JournalPlace
{
    QDateTime madeAt;
    QString writerId;
    qint64 sequence = 0;
};
[[nodiscard]] JournalPlace placeOf(const JournalEntry &entry);

/// Which entries to read; everything that is set must hold.
struct JournalQuery
{
    QString table;
    /// Entries of an import are among those of each of its rows, as far as they are about it: `before` and `after` are
    /// the values that it changed, NULL for a new row.
    QString rowKey;
    QString changeId;
    Value staffId;
    QString role;   ///< the database's user
    QString person; ///< made by this member of staff, or about this row of `users`: users.id
    std::optional<JournalAction> action;
    QDateTime from;  ///< UTC, included
    QDateTime to;    ///< UTC, not included any more
    QString reason;  ///< is in the reason, ignoring case
    QString visible; ///< SQL condition of who may see what, from StaffScope::journalCondition(); empty for all
    std::optional<JournalPlace> after; ///< goes on behind this entry
    int limit = 100;
};

/// Entries that fit, the latest first.
[[nodiscard]] Result<QList<JournalEntry>> readJournal(Connection &connection, const JournalQuery &query);

/// Somebody who has made changes: a member of staff, or a role of the database where none was chosen.
struct JournalPerson
{
    Value staffId;
    QString name; ///< of the member, or the role
};

/// Everybody who is in the journal (and whom `visible` of the query lets see), by name.
[[nodiscard]] Result<QList<JournalPerson>> readJournalPeople(Connection &connection, const QString &visible);

/// One writer's chain after it was walked.
struct JournalChain
{
    QString writerId;
    qint64 entries = 0;
    qint64 brokenAt = 0; ///< sequence of the first entry that is wrong; 0 when all are right
    QString problem;     ///< translated; empty when all are right
};

/// Walks every chain from its first entry. `progress` gets the number of entries so far and returns false to stop.
[[nodiscard]] Result<QList<JournalChain>> verifyJournal(Connection &connection,
                                                        const std::function<bool(qint64)> &progress = {});

} // namespace Ghar

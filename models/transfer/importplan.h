// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datehabit.h"
#include "core/result.h"
#include "database/sql.h"
#include "transfer/importmapping.h"
#include "transfer/transferformat.h"

#include <functional>

namespace Ghar {

/// What happens to a row of the file.
enum class ImportMode {
    Insert, ///< all are new
    Update, ///< each changes the row with its key, which must be there
    Upsert  ///< changes the row with its key, or makes it
};

/// What is to be imported, and how.
struct ImportPlan
{
    QString table;
    TransferFormat format = TransferFormat::Csv;
    ImportMapping mapping;
    ImportMode mode = ImportMode::Insert;
    QStringList keyColumns; ///< by which rows are found for Update and Upsert; empty = the primary key
    DateOrder dateOrder = DateOrder::Unknown; ///< of dates that leave it open; Unknown = told from the column
    bool isDryRun = false;                    ///< everything is done and checked by the database, and then taken back
    bool keepsGood = false; ///< rows without problems are written although others have some; otherwise all or nothing
};

enum class ImportOutcome { Inserted, Updated, Unchanged, Refused };

/// A row of the file on its way, and what became of it.
struct ImportRow
{
    qint64 number = 0;   ///< among the rows, from 1
    qint64 line = 0;     ///< in the file
    Row values;          ///< one for each mapped column
    QList<bool> isGiven; ///< whether the row has the column at all
    ImportOutcome outcome = ImportOutcome::Inserted;
    QString key;      ///< of the row in the table, where known
    QString column;   ///< that the problem is about; or empty
    QString sentence; ///< the problem, translated

    [[nodiscard]] bool isWritten() const
    {
        return outcome == ImportOutcome::Inserted || outcome == ImportOutcome::Updated;
    }
    void refuse(const QString &why, const QString &where = {})
    {
        outcome = ImportOutcome::Refused;
        column = where;
        sentence = why;
    }
};

/// What is wrong with a row.
struct ImportProblem
{
    qint64 row = 0;
    qint64 line = 0;
    QString column;
    QString sentence;
    bool operator==(const ImportProblem &) const = default;
};

/// How an import ended, or would end.
struct ImportReport
{
    enum class State {
        DryRun, ///< nothing was written, and nothing was to be
        Written,
        Problems, ///< nothing was written, because of them
        Unknown   ///< the connection broke during COMMIT: the journal knows by the change's id
    };
    State state = State::Problems;
    qint64 rows = 0;
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;
    QList<ImportProblem> problems; ///< the first mostProblems of them; a row sink gets all
    QStringList notices;           ///< translated
    static constexpr qsizetype mostProblems = 1000;
};

/// How far an import is.
struct ImportProgress
{
    qint64 rows = 0;
    qint64 position = 0; ///< in the file
    qint64 size = 0;
};
/// Returns false to stop.
using ImportProgressFunction = std::function<bool(const ImportProgress &)>;

/// Gets every row with its outcome, for a report that is longer than memory.
using ImportRowSink = std::function<Result<void>(const ImportRow &)>;

} // namespace Ghar

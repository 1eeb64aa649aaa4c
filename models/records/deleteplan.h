// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "database/sql.h"
#include "records/rowlabels.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace Ghar {

class Connection;

/// What happens to the rows of one step of a delete plan.
enum class DeleteEffect {
    Deletes,  ///< they go: those named, or by CASCADE
    SetsNull, ///< they stay and lose the reference (SET NULL)
    Blocks,   ///< they make the database refuse (NO ACTION, or SET NULL where a value is required)
    Dangles   ///< they keep a key that leads nowhere: a reference without a foreign key
};

/// One step: rows of a table that one reference leads to. The first step is the named rows; each other hangs below the
/// step that its table's rows refer to.
struct DeleteStep
{
    int parent = -1;
    QString table;
    QString column; ///< the referring column; empty for the named rows
    DeleteEffect effect = DeleteEffect::Deletes;
    qint64 count = 0;
    QList<RowLabel> samples; ///< a few of the rows, filled in at the end
};

/// Money that would vanish with deleted rows.
struct DeletedMoney
{
    QString table;
    QString column;
    qint64 paise = 0;
};

/// One row that a deletion touches.
struct TouchedRow
{
    QString table;
    Row key;
    QStringList nulled; ///< columns that are set to null; empty for a row that goes
};

/// A value that would lead to a row that goes, in a row that stays, and that may be emptied without a loss.
struct DanglingValue
{
    QString table;
    Row key;
    QString column;
    bool isEmbedded = false; ///< the keys stand inside the value, at `path`
    QString path;
    QStringList ids; ///< keys of rows that go
};

/// What deleting some rows would do, as the database declares it. Only entries above 0 are in the maps; the keys are
/// `table` and `table.column`.
struct DeletePlan
{
    QMap<QString, qint64> deletes; ///< every row that goes, the named ones included
    QMap<QString, qint64> nulls;
    QMap<QString, qint64> blocks; ///< empty when the delete would succeed
    QMap<QString, qint64> dangling;
    QList<DeletedMoney> money;
    QList<DeleteStep> steps;      ///< a parent comes before its children
    QStringList missingIndexes;   ///< `table.column` that had to be searched row by row
    QStringList unreadableTables; ///< refer to deleted rows, but may not be read: the server decides
    QList<TouchedRow> rows;       ///< not with PlanDepth::Counts: those that go, then those set to null
    QList<DanglingValue> values;  ///< with PlanDepth::References only
    bool isComplete = false;      ///< false while it is still growing
};

/// Gets the plan as far as it has grown and returns false to stop.
using DeletePlanProgress = std::function<bool(const DeletePlan &)>;

/// Counts are enough to decide; every row has to be known to keep its image before it goes, and every value that is
/// left behind to clean it.
enum class PlanDepth { Counts, Rows, References };

inline constexpr int deletePlanSamples = 5;

/// Plans the deletion of the rows with these primary keys in one snapshot; nothing is written. Rows that are gone are
/// left out. The direct references are counted first and reported; the rest follows level by level, each row once, so
/// that cycles end. PostgreSQL checks NO ACTION while it works down the levels: a row that another way would have
/// deleted later still blocks, and is counted so.
[[nodiscard]] Result<DeletePlan> planDelete(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                            const QList<Row> &keys, const DeletePlanProgress &progress = {});

/// The same inside a transaction of the caller, for the rows as they are there.
[[nodiscard]] Result<DeletePlan> planDeleteInside(Connection &connection, const LiveSchema &live,
                                                  const LiveTable &table, const QList<Row> &keys, PlanDepth depth,
                                                  const DeletePlanProgress &progress = {});

} // namespace Ghar

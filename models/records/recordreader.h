// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/connection.h"
#include "records/recordorder.h"

#include <functional>
#include <memory>
#include <vector>

namespace Ghar {

/// A run of consecutive rows.
struct RecordPage
{
    QList<Row> rows;              ///< canonical text, one value per requested column
    QList<RecordOrder::Key> keys; ///< the place of each row
};

/// A description of one query that worker threads can share: the table, the order and the columns to read.
struct RecordSource
{
    RecordSource(LiveSchemaPtr schema, const LiveTable &liveTable, TableQuery tableQuery,
                 const Dialect &databaseDialect, QStringList columnNames);

    LiveSchemaPtr live; ///< keeps `table` alive
    const LiveTable &table;
    TableQuery query;
    const Dialect &dialect;
    RecordOrder order;
    QList<Column> columns; ///< read for each row, in this order
    int cut = 500;         ///< longer texts are cut to this for the grid
};
using RecordSourcePtr = std::shared_ptr<const RecordSource>;

/// Every `step`-th key of an order, and the number of rows once all are known. `jumpKeys[i]` is the key of row
/// i * step.
struct JumpKeys
{
    int step = 1000;
    std::vector<RecordOrder::Key> keys;
    qint64 total = -1;
};

/// Up to `limit` rows from the key on (or from the start), after skipping `offset` rows. Keep `offset` small.
[[nodiscard]] Result<RecordPage> readForward(Connection &connection, const RecordSource &source,
                                             const RecordOrder::Key *from, bool inclusive, qint64 offset, qint64 limit);

/// The `limit` rows before the key (or the last ones), in forward order.
[[nodiscard]] Result<RecordPage> readBackward(Connection &connection, const RecordSource &source,
                                              const RecordOrder::Key *before, qint64 limit);

/// The rows with these primary keys, in this order; rows that are gone are left empty. Single-column keys only.
[[nodiscard]] Result<RecordPage> readByKeys(Connection &connection, const RecordSource &source,
                                            const std::vector<qint64> &keys, qsizetype from, qsizetype count);

/// Builds the jump keys in one pass. `progress` gets each key as it is found and returns false to stop.
[[nodiscard]] Result<qint64> readJumpKeys(Connection &connection, const RecordSource &source, int step,
                                          const std::function<bool(RecordOrder::Key)> &progress);

/// All integer primary keys in order, for orders that no index delivers. `progress` gets them in portions.
[[nodiscard]] Result<qint64> readKeyList(Connection &connection, const RecordSource &source,
                                         const std::function<bool(std::vector<qint64>)> &progress);

/// The exact number of rows of the query.
[[nodiscard]] Result<qint64> countRows(Connection &connection, const RecordSource &source);

/// The position of the row with this primary key in the order, or -1 when it is not among the rows of the query.
[[nodiscard]] Result<qint64> findPlace(Connection &connection, const RecordSource &source, const Row &primaryKey);

/// All columns of one row, found by its primary key values; nothing when it is gone.
[[nodiscard]] Result<std::optional<Row>> readRow(Connection &connection, const LiveTable &table, const Row &primaryKey);

} // namespace Ghar

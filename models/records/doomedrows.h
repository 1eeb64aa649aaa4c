// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sql.h"
#include "records/deletegraph.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <compare>
#include <map>
#include <optional>

namespace Ghar {

/// When something happens: the server works down a queue of deleted rows, and for each through its keys in order.
struct Moment
{
    qint64 row = -1; ///< place of the referred row in the queue; -1 is before everything
    int rank = 0;
    auto operator<=>(const Moment &) const = default;
};

/// One row that goes.
struct DoomedRow
{
    Row kept; ///< the values of DoomedTable::columns
    qint64 place = 0;
};

/// The rows of one table that go.
struct DoomedTable
{
    const LiveTable *table = nullptr;
    QStringList columns; ///< the primary key, then what other tables refer to
    QList<DoomedRow> rows;
    QHash<QString, Moment> deletedAt; ///< by key text
    QMap<QString, qint64> paise;      ///< money of rows that were counted only

    /// The primary key among the values that are kept of a row.
    [[nodiscard]] Row keyOf(const Row &kept) const;
    /// When the row with this key goes; nothing when it stays, or when the rows were counted only.
    [[nodiscard]] std::optional<Moment> deletionOf(const Row &key) const;
    /// The values that rows at the other end of the edge have to refer to this one.
    [[nodiscard]] Row referredBy(const DeleteEdge &edge, const DoomedRow &row) const;
    [[nodiscard]] QList<Row> referredBy(const DeleteEdge &edge, const QList<DoomedRow> &some) const;
    /// Places of the rows in the queue, by the text of what the edge refers to.
    [[nodiscard]] QHash<QString, qint64> placesBy(const DeleteEdge &edge, const QList<DoomedRow> &some) const;
};

/// All rows that a deletion takes along, by table and in the order of the server's queue. The graph must outlive them.
class DoomedRows
{
public:
    explicit DoomedRows(const DeleteGraph &graph) : m_graph(graph) { }

    /// The table's rows that go, none at first. The reference is good while other tables are added.
    [[nodiscard]] DoomedTable &of(const LiveTable *table);
    /// The same of a table that was met before, or nullptr.
    [[nodiscard]] const DoomedTable *find(const LiveTable *table) const;
    /// Puts a row of the table at the end of the queue.
    DoomedRow append(DoomedTable &table, const Row &kept, Moment deletedAt);

private:
    const DeleteGraph &m_graph;
    // Nodes of a map stay where they are while others are added.
    std::map<const LiveTable *, DoomedTable> m_tables;
    qint64 m_nextPlace = 0;
};

} // namespace Ghar

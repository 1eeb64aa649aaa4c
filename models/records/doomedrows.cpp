// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/doomedrows.h"

#include "records/rowkey.h"

namespace Ghar {

Row DoomedTable::keyOf(const Row &kept) const
{
    return kept.first(table->table.primaryKey.size());
}

std::optional<Moment> DoomedTable::deletionOf(const Row &key) const
{
    const auto found = deletedAt.constFind(rowKeyText(key));
    return found == deletedAt.cend() ? std::nullopt : std::optional(*found);
}

Row DoomedTable::referredBy(const DeleteEdge &edge, const DoomedRow &row) const
{
    Row values;
    for (const QString &name : edge.refColumns)
        values.append(row.kept.at(columns.indexOf(name)));
    return values;
}

QList<Row> DoomedTable::referredBy(const DeleteEdge &edge, const QList<DoomedRow> &some) const
{
    QList<Row> values;
    for (const DoomedRow &row : some)
        values.append(referredBy(edge, row));
    return values;
}

QHash<QString, qint64> DoomedTable::placesBy(const DeleteEdge &edge, const QList<DoomedRow> &some) const
{
    QHash<QString, qint64> places;
    for (const DoomedRow &row : some)
        places.insert(rowKeyText(referredBy(edge, row)), row.place);
    return places;
}

DoomedTable &DoomedRows::of(const LiveTable *table)
{
    DoomedTable &found = m_tables[table];
    if (!found.table) {
        found.table = table;
        found.columns = table->table.primaryKey;
        for (const QString &name : m_graph.referredColumns(table)) {
            if (!found.columns.contains(name))
                found.columns.append(name);
        }
    }
    return found;
}

const DoomedTable *DoomedRows::find(const LiveTable *table) const
{
    const auto found = m_tables.find(table);
    return found == m_tables.end() ? nullptr : &found->second;
}

DoomedRow DoomedRows::append(DoomedTable &table, const Row &kept, Moment deletedAt)
{
    const DoomedRow row{kept, m_nextPlace++};
    table.deletedAt.insert(rowKeyText(table.keyOf(kept)), deletedAt);
    table.rows.append(row);
    return row;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/deletegraph.h"

#include "database/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// The names of the triggers that carry out foreign keys on a server, by `table column,column`: it fires those of one
/// deleted row in the order of their names.
Result<QHash<QString, QString>> readTriggerOrder(Connection &connection)
{
    QHash<QString, QString> order;
    if (!connection.dialect().isPostgres())
        return order;
    const Result<void> done = connection.forEach({uR"sql(
            SELECT c.relname || ' ' || (SELECT string_agg(a.attname, ',' ORDER BY n.position)
                     FROM unnest(k.conkey) WITH ORDINALITY AS n(number, position)
                     JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = n.number), t.tgname
            FROM pg_trigger AS t
            JOIN pg_constraint AS k ON k.oid = t.tgconstraint AND k.contype = 'f' AND t.tgrelid = k.confrelid
            JOIN pg_class AS c ON c.oid = k.conrelid
            WHERE t.tgtype & 8 <> 0
        )sql"_s,
                                                  {}},
                                                 [&order](const Row &row) {
                                                     order.insert(row.at(0).text(), row.at(1).text());
                                                     return true;
                                                 });
    if (!done)
        return done.error();
    return order;
}

DeleteEdge edgeOf(const LiveTable &child, const QStringList &columns, const QStringList &refColumns)
{
    DeleteEdge edge;
    edge.child = &child;
    edge.columns = columns;
    edge.refColumns = refColumns;
    edge.isIndexed = child.hasIndexOn(columns.first());
    return edge;
}

} // namespace

QString DeleteEdge::name() const
{
    return child->table.name + u'.' + columns.join(u", "_s);
}

bool DeleteEdge::mustStay() const
{
    return std::any_of(columns.cbegin(), columns.cend(), [this](const QString &name) {
        const Column *column = child->table.column(name);
        // What the catalogue demands but this database does not is no reason for it to refuse.
        return column && !column->nullable && !child->looseColumns.contains(name);
    });
}

Result<DeleteGraph> DeleteGraph::read(Connection &connection, const LiveSchema &live, const LiveTable &root,
                                      bool needsAllKeys)
{
    const Result<QHash<QString, QString>> order = readTriggerOrder(connection);
    if (!order)
        return order.error();
    DeleteGraph graph;
    graph.m_needsAllKeys = needsAllKeys;
    graph.addTable(live, &root, *order);
    graph.findNeeds(&root);
    return graph;
}

void DeleteGraph::addTable(const LiveSchema &live, const LiveTable *table, const QHash<QString, QString> &order)
{
    if (m_edges.contains(table))
        return;
    QList<std::pair<QString, DeleteEdge>> edges;
    for (const LiveTable &child : live.tables) {
        if (child.isView)
            continue;
        for (const ForeignKey &key : child.table.foreignKeys) {
            if (key.refTable != table->table.name)
                continue;
            DeleteEdge edge = edgeOf(child, key.columns, key.refColumns);
            edge.rule = key.onDelete;
            edges.append({order.value(child.table.name + u' ' + key.columns.join(u',')), edge});
        }
        for (const LooseReference &reference : child.table.looseReferences) {
            if (reference.refTable != table->table.name || !table->table.column(reference.refColumn))
                continue;
            DeleteEdge edge = edgeOf(child, {reference.column}, {reference.refColumn});
            edge.isForeignKey = false;
            edge.mayBeCleaned = reference.mayBeCleaned;
            edges.append({{}, edge});
        }
        for (const EmbeddedReference &reference : child.table.embeddedReferences) {
            if (reference.refTable != table->table.name || !table->table.column(reference.refColumn))
                continue;
            DeleteEdge edge = edgeOf(child, {reference.column}, {reference.refColumn});
            edge.isForeignKey = false;
            edge.isEmbedded = true;
            edge.path = reference.path;
            edge.mayBeCleaned = reference.mayBeCleaned;
            edges.append({{}, edge});
        }
    }
    std::stable_sort(edges.begin(), edges.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<DeleteEdge> &sorted = m_edges[table];
    for (auto &[name, edge] : edges) {
        edge.rank = int(sorted.size());
        sorted.append(edge);
    }
    const QList<DeleteEdge> copy = sorted; // the hash may move its values below
    for (const DeleteEdge &edge : copy) {
        if (edge.isCascade())
            addTable(live, edge.child, order);
    }
}

void DeleteGraph::findNeeds(const LiveTable *root)
{
    m_needsKeys.insert(root);
    QHash<const LiveTable *, int> ways;
    for (auto it = m_edges.cbegin(); it != m_edges.cend(); ++it) {
        if (!it.value().isEmpty())
            m_needsKeys.insert(it.key());
        for (const DeleteEdge &edge : it.value()) {
            // A second way to the same rows, or one on which rows that go must be told from rows that stay.
            if (++ways[edge.child] > 1)
                m_needsKeys.insert(edge.child);
        }
    }
}

const QList<DeleteEdge> &DeleteGraph::edgesTo(const LiveTable *table) const
{
    static const QList<DeleteEdge> none;
    const auto it = m_edges.constFind(table);
    return it == m_edges.cend() ? none : *it;
}

QStringList DeleteGraph::referredColumns(const LiveTable *table) const
{
    QStringList columns;
    for (const DeleteEdge &edge : edgesTo(table)) {
        for (const QString &name : edge.refColumns) {
            if (!columns.contains(name))
                columns.append(name);
        }
    }
    return columns;
}

} // namespace Ghar

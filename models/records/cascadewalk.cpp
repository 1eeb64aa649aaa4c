// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/cascadewalk.h"

#include "database/connection.h"
#include "records/deletedmoney.h"
#include "records/deleteplandraft.h"
#include "records/deletequery.h"
#include "records/rowkey.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

CascadeWalk::CascadeWalk(Connection &connection, const DeleteGraph &graph, DoomedRows &doomed, DeletePlanDraft &draft)
    : m_connection(connection), m_dialect(connection.dialect()), m_graph(graph), m_doomed(doomed), m_draft(draft)
{ }

Result<void> CascadeWalk::walk(const LiveTable &root, const QList<Row> &keys)
{
    if (const Result<void> taken = takeRoots(root, keys); !taken)
        return taken;
    if (const Result<void> counted = countDirect(root); !counted)
        return counted;
    return followLevels();
}

Result<void> CascadeWalk::takeRoots(const LiveTable &root, const QList<Row> &keys)
{
    DoomedTable &table = m_doomed.of(&root);
    const int step = m_draft.addRoot(root);
    for (qsizetype from = 0; from < keys.size(); from += deletePlanChunk) {
        Sql sql;
        const QString condition =
            conditionOn(m_dialect, sql, root, root.table.primaryKey, keys.mid(from, deletePlanChunk));
        if (condition.isEmpty())
            continue;
        sql.text = selectFrom(root, readsOf(m_dialect, root, table.columns), condition);
        const Result<void> done = m_connection.forEach(sql, [&](const Row &raw) {
            const Row kept = decodedRow(m_dialect, root, table.columns, raw);
            const Row key = table.keyOf(kept);
            if (table.deletionOf(key))
                return true;
            m_level.append({&table, m_doomed.append(table, kept, Moment{})});
            m_draft.addSample(step, key);
            return true;
        });
        if (!done)
            return done;
    }
    DeletePlan &plan = m_draft.plan();
    plan.steps[step].count = table.rows.size();
    if (!table.rows.isEmpty())
        plan.deletes[root.table.name] = table.rows.size();
    return {};
}

/// The counts that a person waits for, before the rest is followed: quick ones first.
Result<void> CascadeWalk::countDirect(const LiveTable &root)
{
    const DoomedTable &table = m_doomed.of(&root);
    for (const bool indexed : {true, false}) {
        for (const DeleteEdge &edge : m_graph.edgesTo(&root)) {
            if (!edge.isCascade() || edge.isIndexed != indexed || !m_graph.needsKeys(edge.child)
                || !m_draft.canFollow(edge))
                continue;
            qint64 count = 0;
            for (qsizetype from = 0; from < table.rows.size(); from += deletePlanChunk) {
                Sql sql;
                const QString condition = conditionOn(m_dialect, sql, *edge.child, edge.columns,
                                                      table.referredBy(edge, table.rows.mid(from, deletePlanChunk)));
                if (condition.isEmpty())
                    continue;
                sql.text = selectFrom(*edge.child, {u"count(*)"_s}, condition);
                const Result<Value> counted = m_connection.scalar(sql);
                if (!counted)
                    return counted.error();
                count += counted->text().toLongLong();
            }
            if (count == 0)
                continue;
            m_draft.plan().steps[m_draft.stepFor(&root, edge, DeleteEffect::Deletes)].count = count;
            if (const Result<void> reported = m_draft.report(); !reported)
                return reported;
        }
    }
    // Following counts each row once; a row that two ways lead to belongs to the first.
    for (int step = 1; step < m_draft.plan().steps.size(); ++step)
        m_recounted.insert(step);
    return {};
}

Result<void> CascadeWalk::followLevels()
{
    while (!m_level.isEmpty()) {
        FoundRows found;
        // The rows of one table stand apart in the queue but can share statements.
        QHash<const DoomedTable *, QList<DoomedRow>> byTable;
        QList<const DoomedTable *> order;
        for (const auto &[table, row] : std::as_const(m_level)) {
            if (!byTable.contains(table))
                order.append(table);
            byTable[table].append(row);
        }
        for (const DoomedTable *table : std::as_const(order)) {
            const QList<DoomedRow> rows = byTable.value(table);
            for (qsizetype from = 0; from < rows.size(); from += deletePlanChunk) {
                if (const Result<void> done = followChunk(*table, rows.mid(from, deletePlanChunk), found); !done)
                    return done;
            }
        }
        takeLevel(found);
    }
    return {};
}

Result<void> CascadeWalk::followChunk(const DoomedTable &parent, const QList<DoomedRow> &chunk, FoundRows &found)
{
    for (const DeleteEdge &edge : m_graph.edgesTo(parent.table)) {
        if (!edge.isCascade() || !m_draft.canFollow(edge))
            continue;
        Sql sql;
        const QString condition =
            conditionOn(m_dialect, sql, *edge.child, edge.columns, parent.referredBy(edge, chunk));
        if (condition.isEmpty())
            continue;
        const Result<void> done = m_graph.needsKeys(edge.child)
            ? readChildren(parent, edge, sql, condition, parent.placesBy(edge, chunk), found)
            : countChildren(parent, edge, sql, condition);
        if (!done)
            return done;
        if (const Result<void> reported = m_draft.report(); !reported)
            return reported;
    }
    return {};
}

Result<void> CascadeWalk::readChildren(const DoomedTable &parent, const DeleteEdge &edge, Sql sql,
                                       const QString &condition, const QHash<QString, qint64> &places, FoundRows &found)
{
    const LiveTable &child = *edge.child;
    const DoomedTable &table = m_doomed.of(&child);
    sql.text = selectFrom(child, readsOf(m_dialect, child, table.columns) + readsOf(m_dialect, child, edge.columns),
                          condition);
    QHash<QString, Found> &rows = found[&child];
    return m_connection.forEach(sql, [&](const Row &raw) {
        const Row kept = decodedRow(m_dialect, child, table.columns, raw);
        const QString key = rowKeyText(table.keyOf(kept));
        if (table.deletedAt.contains(key))
            return true;
        const Row reference = decodedRow(m_dialect, child, edge.columns, raw, table.columns.size());
        const Moment at{places.value(rowKeyText(reference)), edge.rank};
        const auto known = rows.find(key);
        if (known == rows.end())
            rows.insert(key, {at, kept, m_draft.stepFor(parent.table, edge, DeleteEffect::Deletes)});
        else if (at < known->at)
            *known = {at, kept, m_draft.stepFor(parent.table, edge, DeleteEffect::Deletes)};
        return true;
    });
}

Result<void> CascadeWalk::countChildren(const DoomedTable &parent, const DeleteEdge &edge, Sql sql,
                                        const QString &condition)
{
    const LiveTable &child = *edge.child;
    const QStringList money = moneyColumns(child);
    QStringList selected{u"CAST(count(*) AS text)"_s};
    for (const QString &column : money)
        selected.append(sumOfPaise(column));
    sql.text = selectFrom(child, selected, condition);
    const Result<std::optional<Row>> counted = m_connection.firstRow(sql);
    if (!counted)
        return counted.error();
    const qint64 count = (*counted)->first().text().toLongLong();
    if (count == 0)
        return {};
    DoomedTable &table = m_doomed.of(&child);
    for (qsizetype i = 0; i < money.size(); ++i)
        table.paise[money.at(i)] += (*counted)->at(i + 1).text().toLongLong();
    const int step = m_draft.stepFor(parent.table, edge, DeleteEffect::Deletes);
    m_draft.plan().steps[step].count += count;
    m_draft.plan().deletes[child.table.name] += count;
    if (m_draft.hasEnoughSamples(step))
        return {};
    sql.text = selectFrom(child, readsOf(m_dialect, child, child.table.primaryKey), condition) + u" LIMIT "_s
        + QString::number(deletePlanSamples);
    return m_connection.forEach(sql, [&](const Row &raw) {
        m_draft.addSample(step, decodedRow(m_dialect, child, child.table.primaryKey, raw));
        return true;
    });
}

/// Puts the rows that were found into the queue, in the order in which the server deletes them.
void CascadeWalk::takeLevel(const FoundRows &found)
{
    DeletePlan &plan = m_draft.plan();
    for (const int step : std::as_const(m_recounted))
        plan.steps[step].count = 0;
    m_recounted.clear();
    QList<std::pair<const LiveTable *, const Found *>> all;
    for (auto table = found.cbegin(); table != found.cend(); ++table) {
        for (const Found &row : table.value())
            all.append({table.key(), &row});
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.second->at < b.second->at; });
    m_level.clear();
    for (const auto &[liveTable, row] : std::as_const(all)) {
        DoomedTable &table = m_doomed.of(liveTable);
        m_level.append({&table, m_doomed.append(table, row->kept, row->at)});
        ++plan.steps[row->step].count;
        ++plan.deletes[liveTable->table.name];
        m_draft.addSample(row->step, table.keyOf(row->kept));
    }
}

} // namespace Ghar

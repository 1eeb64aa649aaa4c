// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/deletechecks.h"

#include "database/connection.h"
#include "records/deleteplandraft.h"
#include "records/deletequery.h"
#include "records/embeddedids.h"
#include "records/rowkey.h"

using namespace Qt::StringLiterals;

namespace Ghar {

static DeleteEffect effectOf(const DeleteEdge &edge)
{
    if (!edge.isForeignKey)
        return DeleteEffect::Dangles;
    return edge.rule == DeleteRule::SetNull && !edge.mustStay() ? DeleteEffect::SetsNull : DeleteEffect::Blocks;
}

void DeleteChecks::Staying::add(const Row &key)
{
    ++count;
    if (samples.size() < deletePlanSamples)
        samples.append(key);
}

DeleteChecks::DeleteChecks(Connection &connection, const DeleteGraph &graph, const DoomedRows &doomed, PlanDepth depth,
                           DeletePlanDraft &draft)
    : m_connection(connection)
    , m_dialect(connection.dialect())
    , m_graph(graph)
    , m_doomed(doomed)
    , m_depth(depth)
    , m_draft(draft)
{ }

Result<void> DeleteChecks::run(const LiveSchema &live)
{
    for (const LiveTable &table : live.tables) {
        const DoomedTable *parent = m_doomed.find(&table);
        if (!parent || parent->rows.isEmpty())
            continue;
        for (const bool indexed : {true, false}) {
            for (const DeleteEdge &edge : m_graph.edgesTo(&table)) {
                if (edge.isCascade() || edge.isIndexed != indexed || !m_draft.canFollow(edge))
                    continue;
                const Result<void> done = edge.isEmbedded ? scanEmbedded(*parent, edge) : checkEdge(*parent, edge);
                if (!done)
                    return done;
                if (const Result<void> reported = m_draft.report(); !reported)
                    return reported;
            }
        }
    }
    return {};
}

bool DeleteChecks::listsNulls(const DeleteEdge &edge) const
{
    return m_depth != PlanDepth::Counts && effectOf(edge) == DeleteEffect::SetsNull;
}

bool DeleteChecks::listsValues(const DeleteEdge &edge) const
{
    return m_depth == PlanDepth::References && edge.mayBeCleaned;
}

Result<void> DeleteChecks::checkEdge(const DoomedTable &parent, const DeleteEdge &edge)
{
    // Where none of the rows that refer can go itself, and nobody wants to know them, the database counts them.
    const DoomedTable *going = m_doomed.find(edge.child);
    const bool mustRead = (going && !going->rows.isEmpty()) || listsNulls(edge) || listsValues(edge);
    for (qsizetype from = 0; from < parent.rows.size(); from += deletePlanChunk) {
        const QList<DoomedRow> chunk = parent.rows.mid(from, deletePlanChunk);
        Sql sql;
        const QString condition =
            conditionOn(m_dialect, sql, *edge.child, edge.columns, parent.referredBy(edge, chunk));
        if (condition.isEmpty())
            continue;
        const Result<Staying> staying =
            mustRead ? readStaying(parent, edge, chunk, sql, condition) : countStaying(edge, sql, condition);
        if (!staying)
            return staying.error();
        add(parent, edge, *staying);
    }
    return {};
}

Result<DeleteChecks::Staying> DeleteChecks::readStaying(const DoomedTable &parent, const DeleteEdge &edge,
                                                        const QList<DoomedRow> &chunk, Sql sql,
                                                        const QString &condition)
{
    const LiveTable &child = *edge.child;
    const DoomedTable *going = m_doomed.find(&child);
    const QStringList &primary = child.table.primaryKey;
    // The server checks while it works down the levels: a row that goes later still blocks.
    const bool takesTurns = m_dialect.isPostgres() && effectOf(edge) == DeleteEffect::Blocks;
    const bool wantsNulls = listsNulls(edge);
    const bool wantsValues = listsValues(edge);
    const QHash<QString, qint64> places = parent.placesBy(edge, chunk);
    Staying staying;
    sql.text =
        selectFrom(child, readsOf(m_dialect, child, primary) + readsOf(m_dialect, child, edge.columns), condition);
    const Result<void> done = m_connection.forEach(sql, [&](const Row &raw) {
        const Row key = decodedRow(m_dialect, child, primary, raw);
        const Row reference = decodedRow(m_dialect, child, edge.columns, raw, primary.size());
        const Moment checked{places.value(rowKeyText(reference)), edge.rank};
        const std::optional<Moment> deleted = going ? going->deletionOf(key) : std::nullopt;
        const bool goesInTime = deleted && (!takesTurns || *deleted < checked);
        if (goesInTime)
            return true;
        staying.add(key);
        if (wantsNulls)
            m_draft.plan().rows.append({child.table.name, key, edge.columns});
        if (wantsValues)
            m_draft.plan().values.append({child.table.name, key, edge.columns.constFirst(), false, {}, {}});
        return true;
    });
    if (!done)
        return done.error();
    return staying;
}

Result<DeleteChecks::Staying> DeleteChecks::countStaying(const DeleteEdge &edge, Sql sql, const QString &condition)
{
    const LiveTable &child = *edge.child;
    const QStringList &primary = child.table.primaryKey;
    sql.text = selectFrom(child, {u"CAST(count(*) AS text)"_s}, condition);
    const Result<Value> counted = m_connection.scalar(sql);
    if (!counted)
        return counted.error();
    Staying staying;
    staying.count = counted->text().toLongLong();
    if (staying.count == 0)
        return staying;
    sql.text = selectFrom(child, readsOf(m_dialect, child, primary), condition) + u" LIMIT "_s
        + QString::number(deletePlanSamples);
    const Result<void> done = m_connection.forEach(sql, [&](const Row &raw) {
        staying.samples.append(decodedRow(m_dialect, child, primary, raw));
        return true;
    });
    if (!done)
        return done.error();
    return staying;
}

/// Keys inside texts and JSON: no index helps, so all rows that have a value are looked through.
Result<void> DeleteChecks::scanEmbedded(const DoomedTable &parent, const DeleteEdge &edge)
{
    QSet<QString> ids;
    for (const DoomedRow &row : parent.rows)
        ids.insert(parent.referredBy(edge, row).first().text());
    const LiveTable &child = *edge.child;
    const DoomedTable *going = m_doomed.find(&child);
    const QStringList &primary = child.table.primaryKey;
    const QString column = edge.columns.first();
    const QString statement =
        selectFrom(child, readsOf(m_dialect, child, primary) + readsOf(m_dialect, child, {column}),
                   Dialect::quote(column) + u" IS NOT NULL"_s);
    Staying staying;
    qint64 seen = 0;
    Result<void> reported;
    const Result<void> done = m_connection.forEach({statement, {}}, [&](const Row &raw) {
        if (++seen % 10'000 == 0)
            reported = m_draft.report();
        const Row key = decodedRow(m_dialect, child, primary, raw);
        if (going && going->deletionOf(key))
            return bool(reported);
        QStringList gone = embeddedIds(raw.last().text(), edge.path);
        gone.removeIf([&ids](const QString &id) { return !ids.contains(id); });
        if (gone.isEmpty())
            return bool(reported);
        if (listsValues(edge))
            m_draft.plan().values.append({child.table.name, key, column, true, edge.path, gone});
        // A column may have several places for keys; its row counts once.
        const QString name = edge.name() + u' ' + rowKeyText(key);
        if (!m_danglingRows.contains(name)) {
            m_danglingRows.insert(name);
            staying.add(key);
        }
        return bool(reported);
    });
    if (!reported)
        return reported;
    if (!done)
        return done;
    add(parent, edge, staying);
    return {};
}

void DeleteChecks::add(const DoomedTable &parent, const DeleteEdge &edge, const Staying &staying)
{
    if (staying.count == 0)
        return;
    const DeleteEffect effect = effectOf(edge);
    DeletePlan &plan = m_draft.plan();
    QMap<QString, qint64> &counts = effect == DeleteEffect::Dangles ? plan.dangling
        : effect == DeleteEffect::SetsNull                          ? plan.nulls
                                                                    : plan.blocks;
    counts[edge.name()] += staying.count;
    const int step = m_draft.stepFor(parent.table, edge, effect);
    plan.steps[step].count += staying.count;
    for (const Row &key : staying.samples)
        m_draft.addSample(step, key);
}

} // namespace Ghar

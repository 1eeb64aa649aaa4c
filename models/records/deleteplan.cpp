// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/deleteplan.h"

#include "database/transaction.h"
#include "records/deletegraph.h"
#include "records/embeddedids.h"
#include "records/rowkey.h"
#include "records/valuecheck.h"

#include <QCoreApplication>

#include <algorithm>
#include <compare>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DeletePlan)
};

/// Rows per statement: enough to save round trips, few enough for a quick answer to a cancel.
constexpr size_t chunkSize = 400;

QString q(const QString &name)
{
    return Dialect::quote(name);
}

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
    std::vector<DoomedRow> rows;
    QHash<QString, Moment> deletedAt; ///< by key text
    QMap<QString, qint64> paise;      ///< money of rows that were counted only
};

class Planner
{
public:
    Planner(Connection &connection, const LiveSchema &live, const DeleteGraph &graph, PlanDepth depth,
            const DeletePlanProgress &progress)
        : m_connection(connection)
        , m_dialect(connection.dialect())
        , m_live(live.all())
        , m_seen(live)
        , m_graph(graph)
        , m_depth(depth)
        , m_progress(progress)
    { }

    Result<DeletePlan> plan(const LiveTable &root, const QList<Row> &keys)
    {
        using Stage = std::function<Result<void>()>;
        for (const Stage &stage :
             {Stage([&] { return takeRoots(root, keys); }), Stage([&] { return countDirect(root); }),
              Stage([&] { return cascade(); }), Stage([&] { return checkOthers(); }), Stage([&] { return sumMoney(); }),
              Stage([&] { return addSamples(); })}) {
            if (const Result<void> done = stage(); !done)
                return done.error();
        }
        if (m_depth != PlanDepth::Counts)
            listRows();
        m_plan.isComplete = true;
        return m_plan;
    }

private:
    Result<void> report()
    {
        if (m_progress && !m_progress(m_plan))
            return Error{ErrorKind::Cancelled, Text::tr("The plan was stopped. Nothing was changed."), {}};
        return {};
    }

    DoomedTable &doomed(const LiveTable *table)
    {
        DoomedTable &found = m_doomed[table];
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

    const DoomedTable *doomedOrNot(const LiveTable *table) const
    {
        const auto found = m_doomed.find(table);
        return found == m_doomed.end() ? nullptr : &found->second;
    }

    static QString keyOf(const DoomedTable &table, const Row &kept)
    {
        return rowKeyText(kept.first(table.table->table.primaryKey.size()));
    }

    QStringList readAll(const LiveTable &table, const QStringList &columns) const
    {
        QStringList reads;
        for (const QString &name : columns)
            reads.append(m_dialect.read(*table.table.column(name)));
        return reads;
    }

    Row decoded(const LiveTable &table, const QStringList &columns, const Row &raw, qsizetype from = 0) const
    {
        Row row;
        for (qsizetype i = 0; i < columns.size(); ++i)
            row.append(m_dialect.decode(*table.table.column(columns.at(i)), raw.at(from + i)));
        return row;
    }

    /// `a IN (…)`, or `(a = … AND b = …) OR …` for several columns. Empty when no value fits.
    QString conditionOn(Sql &sql, const LiveTable &table, const QStringList &columns, const QList<Row> &values) const
    {
        QStringList alternatives;
        for (const Row &row : values) {
            // NULL refers to nothing; a text that the column cannot hold is nobody's key. Known before anything is
            // bound: a value without its placeholder would move all that follow.
            bool fits = true;
            for (qsizetype i = 0; i < columns.size(); ++i)
                fits = fits && !row.at(i).isNull()
                    && valueFromInput(*table.table.column(columns.at(i)), row.at(i).text()).hasValue();
            if (!fits)
                continue;
            QStringList equals;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                const Column &column = *table.table.column(columns.at(i));
                const QString bound = m_dialect.bind(sql, column, row.at(i));
                equals.append(columns.size() == 1 ? bound : q(column.name) + u" = "_s + bound);
            }
            alternatives.append(equals.join(u" AND "_s));
        }
        if (alternatives.isEmpty())
            return {};
        if (columns.size() == 1)
            return q(columns.first()) + u" IN ("_s + alternatives.join(u", "_s) + u')';
        return u'(' + alternatives.join(u" OR "_s) + u')';
    }

    int stepOf(const LiveTable *parent, const DeleteEdge &edge, DeleteEffect effect)
    {
        const QString column = edge.columns.join(u", "_s);
        const QString name =
            parent->table.name + u' ' + edge.child->table.name + u' ' + column + u' ' + QString::number(int(effect));
        const auto it = m_stepOf.constFind(name);
        if (it != m_stepOf.cend())
            return *it;
        const int index = int(m_plan.steps.size());
        m_plan.steps.append({m_firstStep.value(parent, -1), edge.child->table.name, column, effect, 0, {}});
        m_sampleKeys.append(QList<Row>());
        m_stepOf.insert(name, index);
        if (effect == DeleteEffect::Deletes && !m_firstStep.contains(edge.child))
            m_firstStep.insert(edge.child, index);
        return index;
    }

    void addSample(int step, const Row &key)
    {
        if (m_sampleKeys.at(step).size() < deletePlanSamples)
            m_sampleKeys[step].append(key);
    }

    static QString columnName(const DeleteEdge &edge)
    {
        return edge.child->table.name + u'.' + edge.columns.join(u", "_s);
    }

    /// False when the edge cannot be followed; the reason is in the plan.
    bool canFollow(const DeleteEdge &edge)
    {
        if (!edge.child->readable) {
            if (!m_plan.unreadableTables.contains(edge.child->table.name))
                m_plan.unreadableTables.append(edge.child->table.name);
            return false;
        }
        if (!edge.isIndexed && !edge.isEmbedded && !m_plan.missingIndexes.contains(columnName(edge)))
            m_plan.missingIndexes.append(columnName(edge));
        return true;
    }

    Result<void> takeRoots(const LiveTable &root, const QList<Row> &keys)
    {
        DoomedTable &table = doomed(&root);
        m_plan.steps.append({-1, root.table.name, {}, DeleteEffect::Deletes, 0, {}});
        m_sampleKeys.append(QList<Row>());
        m_firstStep.insert(&root, 0);
        for (qsizetype i = 0; i < keys.size(); i += qsizetype(chunkSize)) {
            Sql sql;
            const QString condition = conditionOn(sql, root, root.table.primaryKey, keys.mid(i, qsizetype(chunkSize)));
            if (condition.isEmpty())
                continue;
            sql.text = u"SELECT "_s + readAll(root, table.columns).join(u", "_s) + u" FROM "_s + q(root.table.name)
                + u" WHERE "_s + condition;
            const Result<void> done = m_connection.forEach(sql, [&](const Row &raw) {
                const Row kept = decoded(root, table.columns, raw);
                const QString key = keyOf(table, kept);
                if (table.deletedAt.contains(key))
                    return true;
                table.deletedAt.insert(key, Moment{});
                m_level.push_back({&table, table.rows.size()});
                table.rows.push_back({kept, m_nextPlace++});
                addSample(0, kept.first(root.table.primaryKey.size()));
                return true;
            });
            if (!done)
                return done;
        }
        m_plan.steps.first().count = qint64(table.rows.size());
        if (!table.rows.empty())
            m_plan.deletes[root.table.name] = qint64(table.rows.size());
        return {};
    }

    /// The counts that a person waits for, before the rest is followed: quick ones first.
    Result<void> countDirect(const LiveTable &root)
    {
        const DoomedTable &table = doomed(&root);
        for (const bool indexed : {true, false}) {
            for (const DeleteEdge &edge : m_graph.edgesTo(&root)) {
                if (!edge.isForeignKey || edge.rule != DeleteRule::Cascade || edge.isIndexed != indexed
                    || !m_graph.needsKeys(edge.child) || !canFollow(edge))
                    continue;
                qint64 count = 0;
                for (size_t i = 0; i < table.rows.size(); i += chunkSize) {
                    Sql sql;
                    const QString condition =
                        conditionOn(sql, *edge.child, edge.columns, referred(table, edge, i, chunkSize));
                    if (condition.isEmpty())
                        continue;
                    sql.text = u"SELECT count(*) FROM "_s + q(edge.child->table.name) + u" WHERE "_s + condition;
                    const Result<Value> counted = m_connection.scalar(sql);
                    if (!counted)
                        return counted.error();
                    count += counted->text().toLongLong();
                }
                if (count == 0)
                    continue;
                m_plan.steps[stepOf(&root, edge, DeleteEffect::Deletes)].count = count;
                if (const Result<void> reported = report(); !reported)
                    return reported;
            }
        }
        // Following counts each row once; a row that two ways lead to belongs to the first.
        for (int i = 1; i < m_plan.steps.size(); ++i)
            m_recounted.insert(i);
        return {};
    }

    QList<Row> referred(const DoomedTable &table, const DeleteEdge &edge, size_t from, size_t count) const
    {
        QList<Row> values;
        for (size_t i = from; i < std::min(from + count, table.rows.size()); ++i)
            values.append(referredBy(table, edge, table.rows.at(i)));
        return values;
    }

    static Row referredBy(const DoomedTable &table, const DeleteEdge &edge, const DoomedRow &row)
    {
        Row value;
        for (const QString &name : edge.refColumns)
            value.append(row.kept.at(table.columns.indexOf(name)));
        return value;
    }

    struct Found
    {
        Moment at;
        Row kept;
        int step = 0;
    };
    using FoundRows = QHash<const LiveTable *, QHash<QString, Found>>;

    /// Level by level down the CASCADE keys.
    Result<void> cascade()
    {
        while (!m_level.empty()) {
            FoundRows found;
            // The rows of one table stand apart in the queue but can share statements.
            QHash<DoomedTable *, std::vector<size_t>> byTable;
            QList<DoomedTable *> order;
            for (const auto &[table, index] : m_level) {
                if (!byTable.contains(table))
                    order.append(table);
                byTable[table].push_back(index);
            }
            for (DoomedTable *table : std::as_const(order)) {
                const std::vector<size_t> &indexes = byTable[table];
                for (size_t from = 0; from < indexes.size(); from += chunkSize) {
                    const std::vector<size_t> chunk(indexes.begin() + qint64(from),
                                                    indexes.begin()
                                                        + qint64(std::min(from + chunkSize, indexes.size())));
                    if (const Result<void> done = followChunk(*table, chunk, found); !done)
                        return done;
                }
            }
            takeLevel(found);
        }
        return {};
    }

    Result<void> followChunk(DoomedTable &parent, const std::vector<size_t> &chunk, FoundRows &found)
    {
        for (const DeleteEdge &edge : m_graph.edgesTo(parent.table)) {
            if (!edge.isForeignKey || edge.rule != DeleteRule::Cascade || !canFollow(edge))
                continue;
            QList<Row> values;
            QHash<QString, qint64> placeOf;
            for (const size_t index : chunk) {
                values.append(referredBy(parent, edge, parent.rows.at(index)));
                placeOf.insert(rowKeyText(values.last()), parent.rows.at(index).place);
            }
            Sql sql;
            const QString condition = conditionOn(sql, *edge.child, edge.columns, values);
            if (condition.isEmpty())
                continue;
            const Result<void> done = m_graph.needsKeys(edge.child)
                ? readChildren(parent, edge, sql, condition, placeOf, found)
                : countChildren(parent, edge, sql, condition);
            if (!done)
                return done;
            if (const Result<void> reported = report(); !reported)
                return reported;
        }
        return {};
    }

    Result<void> readChildren(const DoomedTable &parent, const DeleteEdge &edge, Sql sql, const QString &condition,
                              const QHash<QString, qint64> &placeOf, FoundRows &found)
    {
        const LiveTable &child = *edge.child;
        DoomedTable &table = doomed(&child);
        sql.text = u"SELECT "_s + (readAll(child, table.columns) + readAll(child, edge.columns)).join(u", "_s)
            + u" FROM "_s + q(child.table.name) + u" WHERE "_s + condition;
        QHash<QString, Found> &rows = found[&child];
        return m_connection.forEach(sql, [&](const Row &raw) {
            const Row kept = decoded(child, table.columns, raw);
            const QString key = keyOf(table, kept);
            if (table.deletedAt.contains(key))
                return true;
            const Row reference = decoded(child, edge.columns, raw, table.columns.size());
            const Moment at{placeOf.value(rowKeyText(reference)), edge.rank};
            const auto known = rows.find(key);
            if (known == rows.end())
                rows.insert(key, {at, kept, stepOf(parent.table, edge, DeleteEffect::Deletes)});
            else if (at < known->at)
                *known = {at, kept, stepOf(parent.table, edge, DeleteEffect::Deletes)};
            return true;
        });
    }

    static QStringList moneyColumns(const LiveTable &table)
    {
        QStringList columns;
        for (const Column &column : table.table.columns) {
            if (column.isMoney && (column.type == ColumnType::Numeric || column.type == ColumnType::Float))
                columns.append(column.name);
        }
        return columns;
    }

    /// Exact in both databases: rupees become whole paise before they are added up.
    static QString sumOf(const QString &column)
    {
        return u"CAST(sum(CAST(round(CAST("_s + q(column) + u" AS numeric) * 100) AS bigint)) AS text)"_s;
    }

    Result<void> countChildren(const DoomedTable &parent, const DeleteEdge &edge, Sql sql, const QString &condition)
    {
        const LiveTable &child = *edge.child;
        const QStringList money = moneyColumns(child);
        QStringList selected{u"CAST(count(*) AS text)"_s};
        for (const QString &column : money)
            selected.append(sumOf(column));
        const QString from = u" FROM "_s + q(child.table.name) + u" WHERE "_s + condition;
        sql.text = u"SELECT "_s + selected.join(u", "_s) + from;
        const Result<std::optional<Row>> counted = m_connection.firstRow(sql);
        if (!counted)
            return counted.error();
        const qint64 count = (*counted)->first().text().toLongLong();
        if (count == 0)
            return {};
        DoomedTable &table = doomed(&child);
        for (qsizetype i = 0; i < money.size(); ++i)
            table.paise[money.at(i)] += (*counted)->at(i + 1).text().toLongLong();
        const int step = stepOf(parent.table, edge, DeleteEffect::Deletes);
        m_plan.steps[step].count += count;
        m_plan.deletes[child.table.name] += count;
        if (m_sampleKeys.at(step).size() >= deletePlanSamples)
            return {};
        sql.text = u"SELECT "_s + readAll(child, child.table.primaryKey).join(u", "_s) + from + u" LIMIT "_s
            + QString::number(deletePlanSamples);
        return m_connection.forEach(sql, [&](const Row &raw) {
            addSample(step, decoded(child, child.table.primaryKey, raw));
            return true;
        });
    }

    /// Puts the rows that were found into the queue, in the order in which the server deletes them.
    void takeLevel(const FoundRows &found)
    {
        for (const int step : std::as_const(m_recounted))
            m_plan.steps[step].count = 0;
        m_recounted.clear();
        std::vector<std::pair<const LiveTable *, const Found *>> all;
        for (auto table = found.cbegin(); table != found.cend(); ++table) {
            for (const Found &row : table.value())
                all.push_back({table.key(), &row});
        }
        std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.second->at < b.second->at; });
        m_level.clear();
        for (const auto &[liveTable, row] : all) {
            DoomedTable &table = doomed(liveTable);
            table.deletedAt.insert(keyOf(table, row->kept), row->at);
            m_level.push_back({&table, table.rows.size()});
            table.rows.push_back({row->kept, m_nextPlace++});
            ++m_plan.steps[row->step].count;
            ++m_plan.deletes[liveTable->table.name];
            addSample(row->step, row->kept.first(liveTable->table.primaryKey.size()));
        }
    }

    /// Everything but CASCADE: what is set to null, what blocks, what is left dangling.
    Result<void> checkOthers()
    {
        for (const LiveTable &liveTable : m_live.tables) {
            const DoomedTable *parent = doomedOrNot(&liveTable);
            if (!parent || parent->rows.empty())
                continue;
            for (const bool indexed : {true, false}) {
                for (const DeleteEdge &edge : m_graph.edgesTo(&liveTable)) {
                    const bool isCascade = edge.isForeignKey && edge.rule == DeleteRule::Cascade;
                    if (isCascade || edge.isIndexed != indexed || !canFollow(edge))
                        continue;
                    const Result<void> done = edge.isEmbedded ? scanEmbedded(*parent, edge) : checkEdge(*parent, edge);
                    if (!done)
                        return done;
                    if (const Result<void> reported = report(); !reported)
                        return reported;
                }
            }
        }
        return {};
    }

    static DeleteEffect effectOf(const DeleteEdge &edge)
    {
        if (!edge.isForeignKey)
            return DeleteEffect::Dangles;
        return edge.rule == DeleteRule::SetNull && !edge.mustStay() ? DeleteEffect::SetsNull : DeleteEffect::Blocks;
    }

    void add(const DoomedTable &parent, const DeleteEdge &edge, qint64 count, const QList<Row> &samples)
    {
        if (count == 0)
            return;
        const DeleteEffect effect = effectOf(edge);
        QMap<QString, qint64> &counts = effect == DeleteEffect::Dangles ? m_plan.dangling
            : effect == DeleteEffect::SetsNull                          ? m_plan.nulls
                                                                        : m_plan.blocks;
        counts[columnName(edge)] += count;
        const int step = stepOf(parent.table, edge, effect);
        m_plan.steps[step].count += count;
        for (const Row &key : samples)
            addSample(step, key);
    }

    Result<void> checkEdge(const DoomedTable &parent, const DeleteEdge &edge)
    {
        const LiveTable &child = *edge.child;
        const DoomedTable *table = doomedOrNot(&child);
        const bool someGo = table && !table->rows.empty();
        const QStringList &primary = child.table.primaryKey;
        const bool takesTurns = m_dialect.isPostgres() && effectOf(edge) == DeleteEffect::Blocks;
        for (size_t i = 0; i < parent.rows.size(); i += chunkSize) {
            const QList<Row> values = referred(parent, edge, i, chunkSize);
            Sql sql;
            const QString condition = conditionOn(sql, child, edge.columns, values);
            if (condition.isEmpty())
                continue;
            const QString from = u" FROM "_s + q(child.table.name) + u" WHERE "_s + condition;
            qint64 count = 0;
            QList<Row> samples;
            const bool listsNulls = m_depth != PlanDepth::Counts && effectOf(edge) == DeleteEffect::SetsNull;
            const bool listsValues = m_depth == PlanDepth::References && edge.mayBeCleaned;
            const bool listsRows = listsNulls || listsValues;
            const auto take = [&](const Row &key) {
                if (listsNulls)
                    m_plan.rows.append({child.table.name, key, edge.columns});
                if (listsValues)
                    m_plan.values.append({child.table.name, key, edge.columns.constFirst(), false, {}, {}});
                if (samples.size() < deletePlanSamples)
                    samples.append(key);
            };
            Result<void> done;
            if (someGo || listsRows) {
                QHash<QString, qint64> placeOf;
                for (qsizetype row = 0; row < values.size(); ++row)
                    placeOf.insert(rowKeyText(values.at(row)), parent.rows.at(i + size_t(row)).place);
                sql.text = u"SELECT "_s + (readAll(child, primary) + readAll(child, edge.columns)).join(u", "_s) + from;
                done = m_connection.forEach(sql, [&](const Row &raw) {
                    const Row key = decoded(child, primary, raw);
                    const QString reference = rowKeyText(decoded(child, edge.columns, raw, primary.size()));
                    const Moment checked{placeOf.value(reference), edge.rank};
                    const bool goes = someGo && table->deletedAt.contains(rowKeyText(key));
                    const bool goesInTime = goes && (!takesTurns || table->deletedAt.value(rowKeyText(key)) < checked);
                    if (!goesInTime) {
                        ++count;
                        take(key);
                    }
                    return true;
                });
            } else {
                const Sql counting{u"SELECT CAST(count(*) AS text)"_s + from, sql.values};
                const Result<Value> counted = m_connection.scalar(counting);
                if (!counted)
                    return counted.error();
                count = counted->text().toLongLong();
                if (count > 0) {
                    sql.text = u"SELECT "_s + readAll(child, primary).join(u", "_s) + from + u" LIMIT "_s
                        + QString::number(deletePlanSamples);
                    done = m_connection.forEach(sql, [&](const Row &raw) {
                        take(decoded(child, primary, raw));
                        return true;
                    });
                }
            }
            if (!done)
                return done;
            add(parent, edge, count, samples);
        }
        return {};
    }

    /// Keys inside texts and JSON: no index helps, so all rows that have a value are looked through.
    Result<void> scanEmbedded(const DoomedTable &parent, const DeleteEdge &edge)
    {
        QSet<QString> ids;
        for (const DoomedRow &row : parent.rows)
            ids.insert(referredBy(parent, edge, row).first().text());
        const LiveTable &child = *edge.child;
        const DoomedTable *table = doomedOrNot(&child);
        const QStringList &primary = child.table.primaryKey;
        const QString column = edge.columns.first();
        qint64 count = 0;
        qint64 seen = 0;
        QList<Row> samples;
        Result<void> reported;
        const Result<void> done = m_connection.forEach(
            {u"SELECT "_s + (readAll(child, primary) + readAll(child, {column})).join(u", "_s) + u" FROM "_s
                 + q(child.table.name) + u" WHERE "_s + q(column) + u" IS NOT NULL"_s,
             {}},
            [&](const Row &raw) {
                if (++seen % 10'000 == 0)
                    reported = report();
                const Row key = decoded(child, primary, raw);
                if (table && table->deletedAt.contains(rowKeyText(key)))
                    return bool(reported);
                const QStringList mentioned = embeddedIds(raw.last().text(), edge.path);
                QStringList gone = mentioned;
                gone.removeIf([&](const QString &id) { return !ids.contains(id); });
                const bool dangles = !gone.isEmpty();
                if (dangles && m_depth == PlanDepth::References && edge.mayBeCleaned)
                    m_plan.values.append({child.table.name, key, column, true, edge.path, gone});
                // A column may have several places for keys; its row counts once.
                const QString name = columnName(edge) + u' ' + rowKeyText(key);
                if (dangles && !m_danglingRows.contains(name)) {
                    m_danglingRows.insert(name);
                    ++count;
                    if (samples.size() < deletePlanSamples)
                        samples.append(key);
                }
                return bool(reported);
            });
        if (!reported)
            return reported;
        if (!done)
            return done;
        add(parent, edge, count, samples);
        return {};
    }

    Result<void> sumMoney()
    {
        for (const LiveTable &liveTable : m_live.tables) {
            const DoomedTable *table = doomedOrNot(&liveTable);
            const QStringList columns = moneyColumns(liveTable);
            if (!table || columns.isEmpty())
                continue;
            QMap<QString, qint64> paise = table->paise;
            for (size_t i = 0; i < table->rows.size(); i += chunkSize) {
                QList<Row> keys;
                for (size_t row = i; row < std::min(i + chunkSize, table->rows.size()); ++row)
                    keys.append(table->rows.at(row).kept.first(liveTable.table.primaryKey.size()));
                Sql sql;
                const QString condition = conditionOn(sql, liveTable, liveTable.table.primaryKey, keys);
                if (condition.isEmpty())
                    continue;
                QStringList sums;
                for (const QString &column : columns)
                    sums.append(sumOf(column));
                sql.text = u"SELECT "_s + sums.join(u", "_s) + u" FROM "_s + q(liveTable.table.name) + u" WHERE "_s
                    + condition;
                const Result<std::optional<Row>> summed = m_connection.firstRow(sql);
                if (!summed)
                    return summed.error();
                for (qsizetype column = 0; column < columns.size(); ++column)
                    paise[columns.at(column)] += (*summed)->at(column).text().toLongLong();
                if (const Result<void> reported = report(); !reported)
                    return reported;
            }
            for (const QString &column : columns) {
                if (paise.value(column) != 0)
                    m_plan.money.append({liveTable.table.name, column, paise.value(column)});
            }
        }
        return {};
    }

    void listRows()
    {
        QList<TouchedRow> rows;
        for (const LiveTable &liveTable : m_live.tables) {
            if (const DoomedTable *table = doomedOrNot(&liveTable)) {
                for (const DoomedRow &row : table->rows)
                    rows.append({liveTable.table.name, row.kept.first(liveTable.table.primaryKey.size()), {}});
            }
        }
        m_plan.rows = rows + m_plan.rows;
    }

    Result<void> addSamples()
    {
        for (qsizetype i = 0; i < m_plan.steps.size(); ++i) {
            const LiveTable *table = m_seen.table(m_plan.steps.at(i).table);
            const QList<Row> &keys = m_sampleKeys.at(i);
            if (!table || !table->readable || keys.isEmpty())
                continue;
            if (table->table.primaryKey.size() != 1) {
                for (const Row &key : keys) {
                    const QString text = u'#' + rowKeyText(key);
                    m_plan.steps[i].samples.append({key, text, text});
                }
                continue;
            }
            QList<Value> values;
            for (const Row &key : keys)
                values.append(key.first());
            const Result<QHash<Value, RowLabel>> labels =
                readRowLabels(m_connection, m_seen, *table, table->table.primaryKey.first(), values);
            if (!labels)
                return labels.error();
            for (const Value &value : std::as_const(values)) {
                if (labels->contains(value))
                    m_plan.steps[i].samples.append(labels->value(value));
            }
        }
        return {};
    }

    Connection &m_connection;
    const Dialect &m_dialect;
    const LiveSchema &m_live;
    const LiveSchema &m_seen; ///< the same as the person sees it
    const DeleteGraph &m_graph;
    const PlanDepth m_depth;
    const DeletePlanProgress &m_progress;
    DeletePlan m_plan;
    // Nodes of a map stay where they are while others are added; the level and the lambdas point to them.
    std::map<const LiveTable *, DoomedTable> m_doomed;
    std::vector<std::pair<DoomedTable *, size_t>> m_level; ///< the rows that the next step follows, in order
    qint64 m_nextPlace = 0;
    QHash<QString, int> m_stepOf;
    QHash<const LiveTable *, int> m_firstStep;
    QList<QList<Row>> m_sampleKeys; ///< one list per step
    QSet<QString> m_danglingRows;   ///< `table.column key` of what was found by reading texts
    QSet<int> m_recounted;          ///< steps whose count is only the quick one
};

} // namespace

Result<DeletePlan> planDelete(Connection &connection, const LiveSchema &live, const LiveTable &table,
                              const QList<Row> &keys, const DeletePlanProgress &progress)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(); !begun)
        return begun.error();
    return planDeleteInside(connection, live, table, keys, PlanDepth::Counts, progress);
}

Result<DeletePlan> planDeleteInside(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                    const QList<Row> &keys, PlanDepth depth, const DeletePlanProgress &progress)
{
    Q_ASSERT(connection.isInTransaction());
    // What really goes does not depend on who looks; only the samples are of rows that the person sees.
    const LiveTable *whole = live.all().table(table.table.name);
    if (!whole)
        whole = &table;
    const Result<DeleteGraph> graph = DeleteGraph::read(connection, live.all(), *whole, depth != PlanDepth::Counts);
    if (!graph)
        return graph.error();
    return Planner(connection, live, *graph, depth, progress).plan(*whole, keys);
}

} // namespace Ghar

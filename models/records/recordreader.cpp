// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/recordreader.h"

#include "records/rowkey.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

static constexpr qsizetype keyPortion = 50'000;

RecordSource::RecordSource(LiveSchemaPtr schema, const LiveTable &liveTable, TableQuery tableQuery,
                           const Dialect &databaseDialect, QStringList columnNames)
    : live(std::move(schema))
    , table(liveTable)
    , query(std::move(tableQuery))
    , dialect(databaseDialect)
    , order(liveTable, query, databaseDialect)
{
    for (const QString &name : columnNames) {
        if (const Column *column = table.table.column(name))
            columns.append(*column);
    }
}

namespace {

QString selectList(const RecordSource &source)
{
    QStringList parts;
    for (const Column &column : source.columns)
        parts.append(source.dialect.readShort(column, source.cut));
    parts.append(source.order.keyColumns());
    return parts.join(u", "_s);
}

Row decoded(const RecordSource &source, const Row &raw)
{
    Row row;
    row.reserve(source.columns.size());
    for (qsizetype i = 0; i < source.columns.size(); ++i)
        row.append(source.dialect.decode(source.columns.at(i), raw.at(i)));
    return row;
}

/// Rows that one statement reads: an index delivers their order.
struct Stretch
{
    int segment;
    const RecordOrder::Key *key; ///< where they begin; nullptr = at the segment's start
    RecordOrder::Part part;
};

/// The stretches from the key (or the start) on, or backwards from it (or the end), in the order of reading.
std::vector<Stretch> stretches(const RecordSource &source, const RecordOrder::Key *from, bool backwards)
{
    using Part = RecordOrder::Part;
    const RecordOrder &order = source.order;
    const int step = backwards ? -1 : 1;
    std::vector<Stretch> found;
    for (int segment = from ? from->segment : (backwards ? order.segmentCount() - 1 : 0);
         segment >= 0 && segment < order.segmentCount(); segment += step) {
        const RecordOrder::Key *key = from && from->segment == segment ? from : nullptr;
        if (key && order.isWalkable() && order.terms().size() > 1 && !key->values.first().isNull()) {
            found.push_back({segment, key, Part::SameLeading});
            found.push_back({segment, key, Part::Beyond});
        } else {
            found.push_back({segment, key, Part::Whole});
        }
    }
    return found;
}

Result<void> readStretch(Connection &connection, const RecordSource &source, const Stretch &stretch, bool backwards,
                         bool inclusive, qint64 offset, qint64 limit, RecordPage &page)
{
    const auto [segment, key, part] = stretch;
    Sql sql;
    sql.text = u"SELECT "_s + selectList(source) + u" FROM "_s + source.table.from()
        + source.order.where(sql, segment, key, backwards, inclusive, part) + source.order.orderBy(segment, backwards);
    sql.text += u" LIMIT "_s + QString::number(limit) + u" OFFSET "_s + QString::number(offset);
    return connection.forEach(sql, [&, segment = segment](const Row &raw) {
        page.rows.append(decoded(source, raw));
        page.keys.append(source.order.keyOf(segment, raw, source.columns.size()));
        return true;
    });
}

Result<qint64> countStretch(Connection &connection, const RecordSource &source, const Stretch &stretch,
                            bool inclusive = true)
{
    Sql sql;
    sql.text = u"SELECT count(*) FROM "_s + source.table.from()
        + source.order.where(sql, stretch.segment, stretch.key, false, inclusive, stretch.part);
    const Result<Value> count = connection.scalar(sql);
    if (!count)
        return count.error();
    return count->text().toLongLong();
}

} // namespace

Result<RecordPage> readForward(Connection &connection, const RecordSource &source, const RecordOrder::Key *from,
                               bool inclusive, qint64 offset, qint64 limit)
{
    RecordPage page;
    const std::vector<Stretch> all = stretches(source, from, false);
    for (size_t i = 0; i < all.size(); ++i) {
        const qsizetype before = page.rows.size();
        const Result<void> done =
            readStretch(connection, source, all[i], false, inclusive, offset, limit - page.rows.size(), page);
        if (!done)
            return done.error();
        if (page.rows.size() >= limit)
            break;
        if (offset > 0 && page.rows.size() == before && i + 1 < all.size()) {
            const Result<qint64> skipped = countStretch(connection, source, all[i], inclusive);
            if (!skipped)
                return skipped.error();
            offset = qMax<qint64>(0, offset - *skipped);
        } else {
            offset = 0;
        }
    }
    return page;
}

Result<RecordPage> readBackward(Connection &connection, const RecordSource &source, const RecordOrder::Key *before,
                                qint64 limit)
{
    RecordPage page;
    for (const Stretch &stretch : stretches(source, before, true)) {
        const Result<void> done =
            readStretch(connection, source, stretch, true, false, 0, limit - page.rows.size(), page);
        if (!done)
            return done.error();
        if (page.rows.size() >= limit)
            break;
    }
    std::reverse(page.rows.begin(), page.rows.end());
    std::reverse(page.keys.begin(), page.keys.end());
    return page;
}

Result<RecordPage> readByKeys(Connection &connection, const RecordSource &source, const std::vector<qint64> &keys,
                              qsizetype from, qsizetype count)
{
    const qsizetype end = qMin(from + count, qsizetype(keys.size()));
    RecordPage page;
    if (from >= end)
        return page;
    const Column &key = *source.table.table.column(source.table.table.primaryKey.first());
    Sql sql;
    QStringList placeholders;
    sql.text = u"SELECT "_s + source.dialect.read(key) + u", "_s + selectList(source) + u" FROM "_s
        + source.table.from() + u" WHERE "_s + Dialect::quote(key.name) + u" IN ("_s;
    for (qsizetype i = from; i < end; ++i)
        placeholders.append(source.dialect.bind(sql, key, Value::integer(keys.at(size_t(i)))));
    sql.text += placeholders.join(u", "_s) + u')';
    QHash<qint64, Row> found;
    const Result<void> done = connection.forEach(sql, [&](const Row &raw) {
        found.insert(raw.first().text().toLongLong(), raw.sliced(1));
        return true;
    });
    if (!done)
        return done.error();
    for (qsizetype i = from; i < end; ++i) {
        const auto it = found.constFind(keys.at(size_t(i)));
        if (it == found.cend()) {
            page.rows.append(Row());
            page.keys.append(RecordOrder::Key());
            continue;
        }
        page.rows.append(decoded(source, *it));
        RecordOrder::Key place = source.order.keyOf(0, *it, source.columns.size());
        place.segment = source.order.segmentOf(place.values);
        page.keys.append(place);
    }
    return page;
}

/// The jump keys read one after the other, each `step` rows after the one before. An index skips rows several times
/// faster than SQLite numbers them.
static Result<qint64> walkJumpKeys(Connection &connection, const RecordSource &source, int step,
                                   const std::function<bool(RecordOrder::Key)> &progress)
{
    const RecordSource keys(source.live, source.table, source.query, source.dialect, {});
    std::optional<RecordOrder::Key> last;
    qint64 place = 0;
    for (;;) {
        const Result<RecordPage> page =
            readForward(connection, keys, last ? &*last : nullptr, true, last ? step : 0, 1);
        if (!page)
            return page.error();
        if (page->keys.isEmpty())
            break;
        place += last ? step : 0;
        last = page->keys.first();
        if (!progress(*last))
            return Error{ErrorKind::Cancelled, QCoreApplication::translate("RecordReader", "Cancelled."), {}};
    }
    if (!last)
        return qint64(0);
    for (const Stretch &stretch : stretches(keys, &*last, false)) {
        const Result<qint64> rest = countStretch(connection, keys, stretch);
        if (!rest)
            return rest.error();
        place += *rest;
    }
    return place;
}

Result<qint64> readJumpKeys(Connection &connection, const RecordSource &source, int step,
                            const std::function<bool(RecordOrder::Key)> &progress)
{
    if (source.order.isWalkable())
        return walkJumpKeys(connection, source, step, progress);
    qint64 before = 0; // rows of the segments before this one
    const QString names = source.order.keyNames();
    for (int segment = 0; segment < source.order.segmentCount(); ++segment) {
        Sql sql;
        // Only the chosen rows are read as text; the numbering runs over the index alone where there is one.
        sql.text = u"SELECT "_s + source.order.keyColumns() + u", place FROM (SELECT "_s + names
            + u", row_number() OVER ("_s + source.order.orderBy(segment).trimmed() + u") AS place FROM "_s
            + source.table.from() + source.order.where(sql, segment, nullptr) + u") AS numbered WHERE (place - 1 + "_s
            + QString::number(before) + u") % "_s + QString::number(step) + u" = 0"_s;
        RecordOrder::Key last;
        qint64 lastPlace = 0;
        bool wanted = true;
        const Result<void> done = connection.forEach(sql, [&](const Row &raw) {
            last = source.order.keyOf(segment, raw);
            lastPlace = raw.last().text().toLongLong();
            wanted = progress(last);
            return wanted;
        });
        if (!done)
            return done.error();
        if (!wanted)
            return Error{ErrorKind::Cancelled, QCoreApplication::translate("RecordReader", "Cancelled."), {}};
        // What follows the last key is counted from there, so the total costs at most one step.
        const Result<qint64> rest =
            countStretch(connection, source, {segment, lastPlace > 0 ? &last : nullptr, RecordOrder::Part::Whole});
        if (!rest)
            return rest.error();
        before += lastPlace > 0 ? lastPlace - 1 + *rest : *rest;
    }
    return before;
}

Result<qint64> readKeyList(Connection &connection, const RecordSource &source,
                           const std::function<bool(std::vector<qint64>)> &progress)
{
    const Column &key = *source.table.table.column(source.table.table.primaryKey.first());
    qint64 total = 0;
    bool wanted = true;
    for (int segment = 0; segment < source.order.segmentCount() && wanted; ++segment) {
        Sql sql;
        sql.text = u"SELECT "_s + source.dialect.read(key) + u" FROM "_s + source.table.from()
            + source.order.where(sql, segment, nullptr) + source.order.orderBy(segment);
        std::vector<qint64> portion;
        portion.reserve(keyPortion);
        const Result<void> done = connection.forEach(sql, [&](const Row &raw) {
            portion.push_back(raw.first().text().toLongLong());
            ++total;
            if (portion.size() == size_t(keyPortion)) {
                wanted = progress(std::exchange(portion, {}));
                portion.reserve(keyPortion);
            }
            return wanted;
        });
        if (!done)
            return done.error();
        if (wanted && !portion.empty())
            wanted = progress(std::move(portion));
    }
    if (!wanted)
        return Error{ErrorKind::Cancelled, QCoreApplication::translate("RecordReader", "Cancelled."), {}};
    return total;
}

Result<qint64> countRows(Connection &connection, const RecordSource &source)
{
    Sql sql;
    const QString condition = source.order.filterCondition(sql);
    sql.text =
        u"SELECT count(*) FROM "_s + source.table.from() + (condition.isEmpty() ? QString() : u" WHERE "_s + condition);
    const Result<Value> count = connection.scalar(sql);
    if (!count)
        return count.error();
    return count->text().toLongLong();
}

Result<qint64> findPlace(Connection &connection, const RecordSource &source, const Row &primaryKey)
{
    const Table &table = source.table.table;
    const auto keyCondition = [&](Sql &sql) {
        QStringList conditions;
        for (qsizetype i = 0; i < table.primaryKey.size(); ++i) {
            const Column &column = *table.column(table.primaryKey.at(i));
            conditions.append(Dialect::quote(column.name) + u" = "_s
                              + source.dialect.bind(sql, column, primaryKey.value(i)));
        }
        return conditions.join(u" AND "_s);
    };
    Sql sql;
    const QString filters = source.order.filterCondition(sql);
    sql.text = u"SELECT "_s + source.order.keyColumns() + u" FROM "_s + source.table.from() + u" WHERE "_s
        + (filters.isEmpty() ? QString() : filters + u" AND "_s) + keyCondition(sql);
    const Result<std::optional<Row>> raw = connection.firstRow(sql);
    if (!raw)
        return raw.error();
    if (!*raw)
        return qint64(-1);
    RecordOrder::Key key = source.order.keyOf(0, **raw);
    key.segment = source.order.segmentOf(key.values);
    qint64 before = 0;
    for (int segment = 0; segment <= key.segment; ++segment) {
        Sql count;
        count.text = u"SELECT count(*) FROM "_s + source.table.from()
            + source.order.where(count, segment, segment == key.segment ? &key : nullptr, true, false);
        const Result<Value> rows = connection.scalar(count);
        if (!rows)
            return rows.error();
        before += rows->text().toLongLong();
    }
    return before;
}

Result<std::optional<Row>> readRow(Connection &connection, const LiveTable &table, const Row &primaryKey)
{
    const Dialect &dialect = connection.dialect();
    Sql sql;
    QStringList columns;
    for (const Column &column : table.table.columns)
        columns.append(dialect.read(column));
    const QString condition = rowKeyCondition(dialect, table, primaryKey, sql);
    sql.text =
        u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + table.from() + u" WHERE "_s + condition + u" LIMIT 1"_s;
    Result<std::optional<Row>> row = connection.firstRow(sql);
    if (!row || !*row)
        return row;
    Row decodedRow;
    for (qsizetype i = 0; i < table.table.columns.size(); ++i)
        decodedRow.append(dialect.decode(table.table.columns.at(i), (*row)->at(i)));
    return std::optional<Row>(decodedRow);
}

} // namespace Ghar

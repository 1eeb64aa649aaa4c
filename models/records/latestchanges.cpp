// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/latestchanges.h"

#include "core/instant.h"
#include "database/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

// Tables above this size are asked only where an index leads to their newest rows.
static constexpr qint64 smallEnoughToScan = 200'000;

Result<QList<LatestChange>> readLatestChanges(Connection &connection, const LiveSchema &live, int limit)
{
    const Dialect &dialect = connection.dialect();
    QList<LatestChange> changes;
    for (const LiveTable &table : live.tables) {
        if (!table.inCatalogue || !table.readable || table.table.primaryKey.size() != 1)
            continue;
        const Column *updated = table.table.column(u"updated_at");
        const Column *created = table.table.column(u"created_at");
        const Column *stamp = updated ? updated : created;
        if (!stamp || stamp->type != ColumnType::DateTime)
            continue;
        if (table.estimatedRows > smallEnoughToScan && !table.hasIndexOn(stamp->name))
            continue;
        const Column &key = *table.table.column(table.table.primaryKey.first());
        Sql sql;
        sql.text = u"SELECT "_s + dialect.read(key) + u", "_s + dialect.read(*stamp) + u" FROM "_s + table.from()
            + u" WHERE "_s + Dialect::quote(stamp->name) + u" IS NOT NULL ORDER BY "_s + Dialect::quote(stamp->name)
            + u" DESC LIMIT 3"_s;
        const Result<QList<Row>> rows = connection.rows(sql);
        if (!rows)
            return rows.error();
        for (const Row &row : *rows) {
            const QString at = dialect.decode(*stamp, row.at(1)).text();
            if (instantFromText(at))
                changes.append({table.table.name, {{dialect.decode(key, row.at(0))}, {}, {}}, at});
        }
    }
    // Texts of fixed width sort as instants do.
    std::stable_sort(changes.begin(), changes.end(),
                     [](const LatestChange &a, const LatestChange &b) { return a.at > b.at; });
    if (changes.size() > limit)
        changes.resize(limit);
    for (LatestChange &change : changes) {
        const LiveTable &table = *live.table(change.table);
        const Value key = change.row.primaryKey.first();
        const Result<QHash<Value, RowLabel>> labels =
            readRowLabels(connection, live, table, table.table.primaryKey.first(), {key});
        if (!labels)
            return labels.error();
        change.row = labels->value(key, {{key}, u'#' + key.text(), u'#' + key.text()});
    }
    return changes;
}

Result<QHash<QString, TableCount>> readTableCounts(Connection &connection, const LiveSchema &live)
{
    QHash<QString, TableCount> counts;
    for (const LiveTable &table : live.tables) {
        if (!table.readable)
            continue;
        if (table.estimatedRows > 2 * overviewCountLimit) {
            counts.insert(table.table.name, {table.estimatedRows, false});
            continue;
        }
        // Estimates are missing or old now and then, so the count stops by itself.
        const Result<Value> count =
            connection.scalar({u"SELECT count(*) FROM (SELECT 1 FROM "_s + table.from() + u" LIMIT "_s
                                   + QString::number(overviewCountLimit + 1) + u") AS few"_s,
                               {}});
        if (!count)
            return count.error();
        const qint64 rows = count->text().toLongLong();
        if (rows <= overviewCountLimit)
            counts.insert(table.table.name, {rows, true});
        else
            counts.insert(table.table.name, {qMax(rows, table.estimatedRows), false});
    }
    return counts;
}

} // namespace Ghar

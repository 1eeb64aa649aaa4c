// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/relatedrows.h"

#include "database/connection.h"

using namespace Qt::StringLiterals;

namespace Ghar {

Result<QList<Relation>> readRelations(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                      const Row &row)
{
    const Dialect &dialect = connection.dialect();
    QList<Relation> relations;
    for (const LiveSchema::Referrer &referrer : live.referrersOf(table.table.name)) {
        if (referrer.columns.size() != 1 || !referrer.table->readable)
            continue;
        Relation relation{referrer.table->table.name, referrer.columns.first(), referrer.refColumns.value(0),
                          referrer.isForeignKey, 0};
        Value key;
        for (qsizetype i = 0; i < table.table.columns.size(); ++i) {
            if (table.table.columns.at(i).name == relation.targetColumn)
                key = row.value(i);
        }
        if (!key.isNull()) {
            const Column &column = *referrer.table->table.column(relation.column);
            Sql sql;
            // Counting stops early: nobody reads the difference between ten and twenty thousand.
            const QString bound = dialect.bind(sql, column, key);
            sql.text = u"SELECT count(*) FROM (SELECT 1 FROM "_s + referrer.table->from() + u" WHERE "_s
                + Dialect::quote(relation.column) + u" = "_s + bound + u" LIMIT "_s
                + QString::number(relationCountLimit + 1) + u") AS counted"_s;
            const Result<Value> count = connection.scalar(sql);
            // A key kept as text need not fit the other table's type; such a relation has no rows.
            if (!count && count.error().kind != ErrorKind::BadInput && count.error().kind != ErrorKind::Syntax)
                return count.error();
            if (count)
                relation.count = count->text().toLongLong();
        }
        relations.append(relation);
    }
    return relations;
}

Result<QList<RowLabel>> readRelated(Connection &connection, const LiveSchema &live, const Relation &relation,
                                    const Value &key, int limit)
{
    QList<RowLabel> labels;
    const LiveTable *table = live.table(relation.table);
    if (!table || table->table.primaryKey.size() != 1)
        return labels;
    const Dialect &dialect = connection.dialect();
    const Column &primary = *table->table.column(table->table.primaryKey.first());
    Sql sql;
    const QString bound = dialect.bind(sql, *table->table.column(relation.column), key);
    sql.text = u"SELECT "_s + dialect.read(primary) + u" FROM "_s + table->from() + u" WHERE "_s
        + Dialect::quote(relation.column) + u" = "_s + bound + u" ORDER BY "_s + Dialect::quote(relation.table) + u'.'
        + Dialect::quote(primary.name) + u" DESC LIMIT "_s + QString::number(limit);
    const Result<QList<Row>> keys = connection.rows(sql);
    if (!keys)
        return keys.error();
    QList<Value> values;
    for (const Row &row : *keys)
        values.append(row.first());
    const Result<QHash<Value, RowLabel>> found = readRowLabels(connection, live, *table, primary.name, values);
    if (!found)
        return found.error();
    for (const Value &value : std::as_const(values)) {
        if (found->contains(value))
            labels.append(found->value(value));
    }
    return labels;
}

} // namespace Ghar

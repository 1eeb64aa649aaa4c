// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rowlookup.h"

#include "database/connection.h"

using namespace Qt::StringLiterals;

namespace Ghar {

/// What one statement may ask for: PostgreSQL takes 65,535 bound values, SQLite 32,766.
static constexpr qsizetype mostValues = 5000;

static QString conditionFor(const Dialect &dialect, const QList<Column> &columns, const QList<Row> &values, Sql &sql)
{
    QStringList terms;
    if (columns.size() == 1) {
        for (const Row &row : values)
            terms.append(dialect.bind(sql, columns.first(), row.first()));
        return Dialect::quote(columns.first().name) + u" IN ("_s + terms.join(u", "_s) + u')';
    }
    for (const Row &row : values) {
        QStringList parts;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const QString term = dialect.bind(sql, columns.at(i), row.at(i));
            parts.append(Dialect::quote(columns.at(i).name) + u" = "_s + term);
        }
        terms.append(u'(' + parts.join(u" AND "_s) + u')');
    }
    return terms.join(u" OR "_s);
}

Result<FoundRows> findRows(Connection &connection, const LiveTable &table, const QStringList &names,
                           const QList<Row> &values, RowLock lock)
{
    const Dialect &dialect = connection.dialect();
    const bool hasVersion = dialect.isPostgres() && !table.isView;
    QList<Column> columns;
    for (const QString &name : names)
        columns.append(*table.table.column(name));
    QStringList read;
    for (const Column &column : table.table.columns)
        read.append(dialect.read(column));
    read.append(hasVersion ? u"CAST(xmin AS text)"_s : u"NULL"_s);
    FoundRows found;
    const qsizetype perStatement = qMax<qsizetype>(1, mostValues / qMax<qsizetype>(1, columns.size()));
    for (qsizetype from = 0; from < values.size(); from += perStatement) {
        Sql sql;
        const QString condition = conditionFor(dialect, columns, values.mid(from, perStatement), sql);
        sql.text = u"SELECT "_s + read.join(u", "_s) + u" FROM "_s + Dialect::quote(table.table.name) + u" WHERE ("_s
            + condition + u')' + (table.rowCondition.isEmpty() ? QString() : u" AND ("_s + table.rowCondition + u')')
            + (lock == RowLock::ForUpdate && hasVersion ? u" FOR UPDATE"_s : QString());
        const Result<void> done = connection.forEach(sql, [&](const Row &raw) {
            OriginalRow row{table.table.name, {}, {}, raw.last()};
            for (qsizetype i = 0; i < table.table.columns.size(); ++i) {
                const Column &column = table.table.columns.at(i);
                if (column.type != ColumnType::TextSearchVector)
                    row.values.insert(column.name, dialect.decode(column, raw.at(i)));
            }
            for (const QString &name : table.table.primaryKey)
                row.key.append(row.values.value(name));
            Row place;
            for (const QString &name : names)
                place.append(row.values.value(name));
            found[place].append(row);
            return true;
        });
        if (!done)
            return done.error();
    }
    return found;
}

} // namespace Ghar

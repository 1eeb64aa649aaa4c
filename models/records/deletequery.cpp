// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/deletequery.h"

#include "database/dialect.h"
#include "records/valuecheck.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// NULL refers to nothing; a text that the column cannot hold is nobody's key.
bool canRefer(const LiveTable &table, const QStringList &columns, const Row &values)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (values.at(i).isNull()
            || !valueFromInput(*table.table.column(columns.at(i)), values.at(i).text()).hasValue())
            return false;
    }
    return true;
}

} // namespace

QStringList readsOf(const Dialect &dialect, const LiveTable &table, const QStringList &columns)
{
    QStringList reads;
    for (const QString &name : columns)
        reads.append(dialect.read(*table.table.column(name)));
    return reads;
}

Row decodedRow(const Dialect &dialect, const LiveTable &table, const QStringList &columns, const Row &raw,
               qsizetype from)
{
    Row row;
    for (qsizetype i = 0; i < columns.size(); ++i)
        row.append(dialect.decode(*table.table.column(columns.at(i)), raw.at(from + i)));
    return row;
}

QString conditionOn(const Dialect &dialect, Sql &sql, const LiveTable &table, const QStringList &columns,
                    const QList<Row> &values)
{
    QStringList alternatives;
    for (const Row &row : values) {
        // Known before anything is bound: a value without its placeholder would move all that follow.
        if (!canRefer(table, columns, row))
            continue;
        QStringList equals;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Column &column = *table.table.column(columns.at(i));
            const QString bound = dialect.bind(sql, column, row.at(i));
            equals.append(columns.size() == 1 ? bound : Dialect::quote(column.name) + u" = "_s + bound);
        }
        alternatives.append(equals.join(u" AND "_s));
    }
    if (alternatives.isEmpty())
        return {};
    if (columns.size() == 1)
        return Dialect::quote(columns.first()) + u" IN ("_s + alternatives.join(u", "_s) + u')';
    return u'(' + alternatives.join(u" OR "_s) + u')';
}

QString selectFrom(const LiveTable &table, const QStringList &selected, const QString &condition)
{
    return u"SELECT "_s + selected.join(u", "_s) + u" FROM "_s + Dialect::quote(table.table.name) + u" WHERE "_s
        + condition;
}

} // namespace Ghar

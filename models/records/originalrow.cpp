// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/originalrow.h"

#include "core/instant.h"
#include "database/connection.h"
#include "records/rowkey.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Without a plus sign and the zeros that say nothing.
QString plainDecimal(QString text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text.remove(0, 1);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    qsizetype zeros = 0;
    while (zeros + 1 < text.size() && text.at(zeros) == u'0' && text.at(zeros + 1) != u'.')
        ++zeros;
    text.remove(0, zeros);
    if (text.startsWith(u'.'))
        text.prepend(u'0');
    if (text.isEmpty())
        text = u"0"_s;
    return negative && text != "0"_L1 ? u'-' + text : text;
}

} // namespace

Result<std::optional<OriginalRow>> readOriginal(Connection &connection, const LiveTable &table, const Row &key,
                                                RowLock lock)
{
    const Dialect &dialect = connection.dialect();
    const bool hasVersion = dialect.isPostgres() && !table.isView;
    QStringList columns;
    for (const Column &column : table.table.columns)
        columns.append(dialect.read(column));
    columns.append(hasVersion ? u"CAST(xmin AS text)"_s : u"NULL"_s);
    Sql sql;
    const QString condition = rowKeyCondition(dialect, table, key, sql);
    sql.text = u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + Dialect::quote(table.table.name) + u" WHERE "_s
        + condition + (table.rowCondition.isEmpty() ? QString() : u" AND ("_s + table.rowCondition + u')')
        + (lock == RowLock::ForUpdate && hasVersion ? u" FOR UPDATE"_s : QString());
    const Result<std::optional<Row>> raw = connection.firstRow(sql);
    if (!raw)
        return raw.error();
    if (!*raw)
        return std::optional<OriginalRow>();
    OriginalRow row{table.table.name, key, {}, (*raw)->last()};
    for (qsizetype i = 0; i < table.table.columns.size(); ++i) {
        const Column &column = table.table.columns.at(i);
        if (column.type != ColumnType::TextSearchVector)
            row.values.insert(column.name, dialect.decode(column, (*raw)->at(i)));
    }
    return std::optional(row);
}

Result<QList<OriginalRow>> readOriginals(Connection &connection, const LiveTable &table, const QList<Row> &keys,
                                         const std::function<bool(qsizetype)> &goOn)
{
    QList<OriginalRow> rows;
    for (const Row &key : keys) {
        if (goOn && !goOn(rows.size()))
            return Error{ErrorKind::Cancelled, {}, {}};
        const Result<std::optional<OriginalRow>> row = readOriginal(connection, table, key);
        if (!row)
            return row.error();
        if (*row)
            rows.append(**row);
    }
    return rows;
}

bool isChanged(const OriginalRow &before, const OriginalRow &now)
{
    if (!before.version.isNull() && !now.version.isNull())
        return before.version != now.version;
    return before.values != now.values;
}

bool isSameValue(const Column &column, const Value &a, const Value &b)
{
    if (a == b)
        return true;
    if (a.isNull() || b.isNull())
        return false;
    switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Numeric:
        return plainDecimal(a.text()) == plainDecimal(b.text());
    case ColumnType::Float:
        return a.text().toDouble() == b.text().toDouble();
    case ColumnType::DateTime: {
        const std::optional<QDateTime> first = instantFromText(a.text());
        const std::optional<QDateTime> second = instantFromText(b.text());
        return first && second && *first == *second && a.text().mid(20, 6) == b.text().mid(20, 6);
    }
    case ColumnType::Json:
    case ColumnType::StringArray: {
        const QJsonDocument first = QJsonDocument::fromJson(a.text().toUtf8());
        return !first.isNull() && first == QJsonDocument::fromJson(b.text().toUtf8());
    }
    default:
        return false;
    }
}

} // namespace Ghar

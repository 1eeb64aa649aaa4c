// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rowmaker.h"

#include "database/connection.h"

#include <QDate>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Ghar {

RowMaker::RowMaker(Connection &connection, LiveSchemaPtr live) : m_connection(connection), m_live(std::move(live)) { }

static QString firstAllowed(const Table &table, const Column &column)
{
    for (const Check &check : table.checks) {
        const QRegularExpression list(u"\\b"_s + column.name + u" IN \\('([^']*)'"_s);
        if (const QRegularExpressionMatch match = list.match(check.expression); match.hasMatch())
            return match.captured(1);
    }
    return {};
}

Value RowMaker::valueFor(const Table &table, const Column &column)
{
    // Counted through the whole program: two makers may fill the same database.
    static int counter = 0;
    const int number = ++counter;
    switch (column.type) {
    case ColumnType::Integer:
        return Value::integer(1);
    case ColumnType::Boolean:
        return Value::boolean(false);
    case ColumnType::Numeric:
    case ColumnType::Float:
        return Value(u"1"_s);
    case ColumnType::Date:
    case ColumnType::DateTime: {
        const bool isEnd = column.name.startsWith("end"_L1) || column.name.startsWith("check_out"_L1);
        const QString date = QDate(2026, 1, 1).addDays(isEnd ? 3000 : number % 2000).toString(Qt::ISODate);
        return Value(column.type == ColumnType::Date ? date : date + u" 06:30:00.000000+00:00"_s);
    }
    case ColumnType::Json:
        return Value(column.jsonRoot.startsWith("array"_L1) ? u"[]"_s : u"{}"_s);
    case ColumnType::StringArray:
        return Value(u"[]"_s);
    case ColumnType::Enum:
        return Value(m_live->enumLabels(column).value(0));
    case ColumnType::GeographyPoint:
        return Value(u"SRID=4326;POINT(77.0266 28.4595)"_s);
    case ColumnType::Uuid:
        return Value(QUuid::createUuid().toString(QUuid::WithoutBraces));
    case ColumnType::Vector:
        return Value(u"[0,1]"_s);
    default:
        break;
    }
    if (column.isUuidText)
        return Value(QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (const QString allowed = firstAllowed(table, column); !allowed.isEmpty())
        return Value(allowed);
    if (!column.enumName.isEmpty())
        return Value(m_live->enumLabels(column).value(0));
    const QString text = u"x"_s + QString::number(number);
    return Value(column.length > 0 ? text.last(qMin(column.length, int(text.size()))) : text);
}

Result<Row> RowMaker::tryMake(const QString &tableName, const Values &given)
{
    const LiveTable *live = m_live->table(tableName);
    if (!live)
        qFatal("There is no table %s.", qPrintable(tableName));
    const Table &table = live->table;
    Values values = given;
    for (const Column &column : table.columns) {
        const bool hasDefault = !column.serverDefault.isNull() && !column.serverDefault.isUndefined();
        const bool isGiven = values.contains(column.name);
        const bool isGenerated = table.primaryKey == QStringList{column.name}
            && (table.keyGeneration == KeyGeneration::Sequence || table.keyGeneration == KeyGeneration::IdentityAlways);
        if (isGiven || column.nullable || hasDefault || isGenerated || column.type == ColumnType::TextSearchVector)
            continue;
        const ForeignKey *key = table.foreignKeyOf(column.name);
        values.insert(column.name, key ? make(key->refTable).value(0) : valueFor(table, column));
    }
    Sql sql;
    QStringList names;
    QStringList placeholders;
    for (const Column &column : table.columns) { // in the table's order, so that statements are the same every time
        if (const auto it = values.constFind(column.name); it != values.cend()) {
            names.append(Dialect::quote(column.name));
            placeholders.append(m_connection.dialect().bind(sql, column, *it));
        }
    }
    QStringList keys;
    for (const QString &name : table.primaryKey)
        keys.append(m_connection.dialect().read(*table.column(name)));
    sql.text = u"INSERT INTO "_s + Dialect::quote(tableName);
    if (names.isEmpty())
        sql.text += u" DEFAULT VALUES"_s;
    else
        sql.text += u" ("_s + names.join(u", "_s) + u") VALUES ("_s + placeholders.join(u", "_s) + u')';
    sql.text += u" RETURNING "_s + keys.join(u", "_s);
    const Result<QList<Row>> rows = m_connection.rows(sql);
    if (!rows)
        return rows.error();
    return rows->value(0);
}

Row RowMaker::make(const QString &table, const Values &given)
{
    const Result<Row> row = tryMake(table, given);
    if (!row)
        qFatal("Inserting into %s failed: %s", qPrintable(table),
               qPrintable(row.error().userText + row.error().detail));
    return *row;
}

} // namespace Ghar

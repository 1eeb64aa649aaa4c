// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablelook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

// Stored by name, so that a reordered enum does not change saved views.
const QList<std::pair<Filter::Op, QString>> &operatorNames()
{
    static const QList<std::pair<Filter::Op, QString>> names{
        {Filter::Op::Equals, u"equals"_s},     {Filter::Op::NotEquals, u"notEquals"_s},
        {Filter::Op::AnyOf, u"anyOf"_s},       {Filter::Op::Contains, u"contains"_s},
        {Filter::Op::StartsWith, u"starts"_s}, {Filter::Op::AtLeast, u"atLeast"_s},
        {Filter::Op::AtMost, u"atMost"_s},     {Filter::Op::Between, u"between"_s},
        {Filter::Op::IsNull, u"isNull"_s},     {Filter::Op::IsNotNull, u"isNotNull"_s},
        {Filter::Op::IsEmpty, u"isEmpty"_s},
    };
    return names;
}

QJsonObject toJson(const TableLook &look)
{
    QJsonArray sort;
    for (const SortColumn &column : look.query.sort)
        sort.append(QJsonObject{{u"column"_s, column.column}, {u"descending"_s, column.descending}});
    QJsonArray filters;
    for (const Filter &filter : look.query.filters) {
        QJsonArray values;
        for (const Value &value : filter.values)
            values.append(value.isNull() ? QJsonValue() : QJsonValue(value.text()));
        QString op;
        for (const auto &[known, name] : operatorNames()) {
            if (known == filter.op)
                op = name;
        }
        filters.append(QJsonObject{{u"column"_s, filter.column}, {u"op"_s, op}, {u"values"_s, values}});
    }
    QJsonObject widths;
    for (auto it = look.widths.cbegin(); it != look.widths.cend(); ++it)
        widths.insert(it.key(), it.value());
    return {{u"columns"_s, QJsonArray::fromStringList(look.columns)},
            {u"pinned"_s, look.pinned},
            {u"widths"_s, widths},
            {u"sort"_s, sort},
            {u"filters"_s, filters},
            {u"text"_s, look.query.text}};
}

TableLook lookFromJson(const QJsonObject &json, const Table &table)
{
    TableLook look;
    for (const QJsonValue &name : json.value(u"columns"_s).toArray()) {
        if (table.column(name.toString()) && !look.columns.contains(name.toString()))
            look.columns.append(name.toString());
    }
    if (look.columns.isEmpty())
        look.columns = table.defaultColumns;
    look.pinned = qBound(0, json.value(u"pinned"_s).toInt(), int(look.columns.size()));
    const QJsonObject widths = json.value(u"widths"_s).toObject();
    for (auto it = widths.constBegin(); it != widths.constEnd(); ++it) {
        if (table.column(it.key()))
            look.widths.insert(it.key(), qBound(40.0, it.value().toDouble(), 1200.0));
    }
    for (const QJsonValue &entry : json.value(u"sort"_s).toArray()) {
        const QString column = entry.toObject().value(u"column"_s).toString();
        if (table.column(column))
            look.query.sort.append({column, entry.toObject().value(u"descending"_s).toBool()});
    }
    for (const QJsonValue &entry : json.value(u"filters"_s).toArray()) {
        const QJsonObject object = entry.toObject();
        Filter filter;
        filter.column = object.value(u"column"_s).toString();
        bool known = table.column(filter.column) != nullptr;
        bool found = false;
        for (const auto &[op, name] : operatorNames()) {
            if (name == object.value(u"op"_s).toString()) {
                filter.op = op;
                found = true;
            }
        }
        for (const QJsonValue &value : object.value(u"values"_s).toArray())
            filter.values.append(value.isNull() ? Value::null() : Value(value.toString()));
        if (known && found)
            look.query.filters.append(filter);
    }
    look.query.text = json.value(u"text"_s).toString();
    return look;
}

} // namespace

void storeLook(const QString &key, const TableLook &look)
{
    QSettings().setValue(key, QJsonDocument(toJson(look)).toJson(QJsonDocument::Compact));
}

std::optional<TableLook> storedLook(const QString &key, const Table &table)
{
    const QByteArray stored = QSettings().value(key).toByteArray();
    if (stored.isEmpty())
        return std::nullopt;
    return lookFromJson(QJsonDocument::fromJson(stored).object(), table);
}

TableLook defaultLook(const Table &table)
{
    TableLook look;
    look.columns = table.defaultColumns;
    look.query.sort = table.defaultOrder;
    return look;
}

qreal defaultWidth(const Column &column)
{
    switch (column.type) {
    case ColumnType::Boolean:
        return 84;
    case ColumnType::Integer:
        return 96;
    case ColumnType::Numeric:
    case ColumnType::Float:
        return 132;
    case ColumnType::Date:
        return 116;
    case ColumnType::DateTime:
        return 156;
    case ColumnType::Enum:
        return 148;
    case ColumnType::Json:
    case ColumnType::Text:
        return 260;
    case ColumnType::String:
        return column.enumName.isEmpty() ? (column.isUuidText ? 280 : 200) : 148;
    default:
        return 200;
    }
}

} // namespace Ghar

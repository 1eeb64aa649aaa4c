// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/ddl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

QStringList unindexedForeignKeyColumns(const Table &table)
{
    QStringList columns;
    for (const ForeignKey &key : table.foreignKeys) {
        if (key.columns.size() != 1)
            continue;
        const QString &column = key.columns.first();
        const auto leads = [&column](const QStringList &list) { return list.value(0) == column; };
        const bool covered = leads(table.primaryKey)
            || std::any_of(table.indexes.cbegin(), table.indexes.cend(),
                           [&](const Index &index) { return index.where.isEmpty() && leads(index.columns); })
            || std::any_of(table.uniqueKeys.cbegin(), table.uniqueKeys.cend(),
                           [&](const UniqueKey &unique) { return unique.where.isEmpty() && leads(unique.columns); });
        if (!covered && !columns.contains(column))
            columns.append(column);
    }
    return columns;
}

QString defaultText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

} // namespace Ghar

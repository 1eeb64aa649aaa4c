// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseimage.h"

#include "database/connection.h"
#include "records/rowkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QString shown(const Value &value)
{
    return value.isNull() ? u"NULL"_s : value.text();
}

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"-"_s;
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

void compareJson(const QString &place, const QJsonObject &before, const QJsonObject &after, QStringList &lines)
{
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue old = before.value(key);
        const QJsonValue now = after.value(key);
        if (old == now)
            continue;
        if (old.isObject() && now.isObject())
            compareJson(place + u'.' + key, old.toObject(), now.toObject(), lines);
        else
            lines.append(place + u'.' + key + u": "_s + shown(old) + u" -> "_s + shown(now));
    }
}

} // namespace

DatabaseImage DatabaseImage::take(Connection &connection, const LiveSchema &live)
{
    DatabaseImage image;
    for (const LiveTable &table : live.tables) {
        if (table.isView || table.table.primaryKey.isEmpty())
            continue;
        const QString &name = table.table.name;
        QStringList reads;
        for (const Column &column : table.table.columns) {
            reads.append(connection.dialect().read(column));
            if (column.setOnUpdate)
                image.m_ignored[name].append(column.name);
            if (column.type == ColumnType::Json)
                image.m_json[name].append(column.name);
        }
        const Result<void> read = connection.forEach(
            {u"SELECT "_s + reads.join(u", "_s) + u" FROM "_s + Dialect::quote(name), {}}, [&](const Row &row) {
                QMap<QString, Value> values;
                for (qsizetype i = 0; i < row.size(); ++i) {
                    const Column &column = table.table.columns.at(i);
                    values.insert(column.name, connection.dialect().decode(column, row.at(i)));
                }
                Row key;
                for (const QString &part : table.table.primaryKey)
                    key.append(values.value(part));
                image.m_rows.insert(name + u" #"_s + rowKeyText(key), values);
                return true;
            });
        if (!read)
            qFatal("%s: %s", qPrintable(name), qPrintable(read.error().userText + read.error().detail));
    }
    return image;
}

QStringList DatabaseImage::differencesTo(const DatabaseImage &later) const
{
    QStringList lines;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        const auto now = later.m_rows.constFind(it.key());
        if (now == later.m_rows.cend()) {
            lines.append(u"- "_s + it.key());
            continue;
        }
        const QString table = it.key().section(u' ', 0, 0);
        for (auto value = it->cbegin(); value != it->cend(); ++value) {
            const Value after = now->value(value.key());
            if (*value == after || m_ignored.value(table).contains(value.key()))
                continue;
            const QString place = it.key() + u' ' + value.key();
            const QJsonDocument old = QJsonDocument::fromJson(value->text().toUtf8());
            const QJsonDocument present = QJsonDocument::fromJson(after.text().toUtf8());
            if (m_json.value(table).contains(value.key()) && present.isObject() && (old.isObject() || value->isNull()))
                compareJson(place, old.object(), present.object(), lines);
            else
                lines.append(place + u": "_s + shown(*value) + u" -> "_s + shown(after));
        }
    }
    for (auto it = later.m_rows.cbegin(); it != later.m_rows.cend(); ++it) {
        if (!m_rows.contains(it.key()))
            lines.append(u"+ "_s + it.key());
    }
    lines.sort();
    return lines;
}

} // namespace Ghar

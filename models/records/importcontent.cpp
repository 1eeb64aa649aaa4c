// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/importcontent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Ghar {

namespace {

constexpr QLatin1String rowsName("rows");
constexpr QLatin1String columnsName("columns");
constexpr QLatin1String keysName("keys");
constexpr QLatin1String hashName("sha256");
constexpr QLatin1String changedName("changed");

QJsonObject objectOf(const Value &text)
{
    return QJsonDocument::fromJson(text.text().toUtf8()).object();
}

Value textOf(const QJsonObject &object)
{
    return Value(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &value : array.toArray())
        texts.append(value.toString());
    return texts;
}

QHash<QString, ImportContent::Values> rowsOf(const QJsonObject &object)
{
    QHash<QString, ImportContent::Values> rows;
    for (auto row = object.constBegin(); row != object.constEnd(); ++row) {
        ImportContent::Values values;
        const QJsonObject columns = row->toObject();
        for (auto it = columns.constBegin(); it != columns.constEnd(); ++it)
            values.insert(it.key(), it->isString() ? Value(it->toString()) : Value::null());
        rows.insert(row.key(), values);
    }
    return rows;
}

QJsonObject objectOf(const ImportContent::Values &values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(it.key(), it->isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(it->text()));
    return object;
}

QJsonObject objectOf(const QHash<QString, ImportContent::Values> &rows)
{
    QJsonObject object;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row)
        object.insert(row.key(), objectOf(*row));
    return object;
}

} // namespace

ImportContent importContentOf(const JournalNote &note)
{
    const QJsonObject written = objectOf(note.after);
    return {textsOf(written.value(columnsName)), textsOf(written.value(keysName)),
            rowsOf(note.before.isNull() ? QJsonObject() : objectOf(note.before)),
            rowsOf(written.value(changedName).toObject()), written.value(hashName).toString()};
}

JournalNote rowNoteOf(const JournalNote &note, const QString &key)
{
    const ImportContent content = importContentOf(note);
    const auto imageOf = [&key](const QHash<QString, ImportContent::Values> &rows) {
        return rows.contains(key) ? textOf(objectOf(rows.value(key))) : Value::null();
    };
    return {note.action, note.table, Value(key), imageOf(content.before), imageOf(content.after)};
}

JournalNote noteOf(const QString &table, const ImportContent &content)
{
    QJsonObject written{{rowsName, content.keys.size()},
                        {columnsName, QJsonArray::fromStringList(content.columns)},
                        {keysName, QJsonArray::fromStringList(content.keys)},
                        {hashName, content.hash}};
    if (!content.after.isEmpty())
        written.insert(changedName, objectOf(content.after));
    return {JournalAction::Import, table, Value::null(),
            content.before.isEmpty() ? Value::null() : textOf(objectOf(content.before)), textOf(written)};
}

} // namespace Ghar

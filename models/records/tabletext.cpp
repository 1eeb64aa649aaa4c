// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/tabletext.h"

#include "core/csvtext.h"
#include "core/formulaguard.h"
#include "records/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

bool isNumber(const Column &column)
{
    return column.type == ColumnType::Integer || column.type == ColumnType::Numeric || column.type == ColumnType::Float;
}

QString tsvField(const Value &value)
{
    QString text = value.text();
    for (const QChar breaking : {u'\t', u'\n', u'\r'})
        text.replace(breaking, u' ');
    return text;
}

QString csvCell(const Column &column, const Value &value)
{
    const QString text = isNumber(column) ? value.text() : guardedText(value.text());
    // The empty text is told from NULL by its quotes.
    const bool isQuoted = needsCsvQuotes(text) || (!value.isNull() && text.isEmpty());
    return isQuoted ? csvQuoted(text) : text;
}

QString markdownField(const Value &value)
{
    if (value.isNull())
        return u"*NULL*"_s;
    QString text = value.text();
    text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).replace(u"\r\n"_s, u"<br>"_s).replace(u'\n', u"<br>"_s);
    return text;
}

QString sqlField(const Column &column, const Value &value)
{
    if (value.isNull())
        return u"NULL"_s;
    if (column.type == ColumnType::Boolean || isNumber(column))
        return value.text();
    return Dialect::literal(value.text());
}

template <typename Field>
QString lines(const QList<Column> &columns, const QList<Row> &rows, const QString &separator, Field field)
{
    QString text;
    for (const Row &row : rows) {
        QStringList fields;
        for (qsizetype i = 0; i < columns.size(); ++i)
            fields.append(field(columns.at(i), row.value(i)));
        text += fields.join(separator) + u'\n';
    }
    return text;
}

QString names(const QList<Column> &columns, const QString &separator)
{
    QStringList list;
    for (const Column &column : columns)
        list.append(column.name);
    return list.join(separator);
}

} // namespace

QString tableText(TableTextFormat format, const QString &table, const QList<Column> &columns, const QList<Row> &rows)
{
    switch (format) {
    case TableTextFormat::Tsv:
        return names(columns, u"\t"_s) + u'\n'
            + lines(columns, rows, u"\t"_s, [](const Column &, const Value &value) { return tsvField(value); });
    case TableTextFormat::Csv:
        return names(columns, u","_s) + u'\n' + lines(columns, rows, u","_s, csvCell);
    case TableTextFormat::Json: {
        QJsonArray array;
        for (const Row &row : rows) {
            QJsonObject object;
            for (qsizetype i = 0; i < columns.size(); ++i)
                object.insert(columns.at(i).name, jsonOf(columns.at(i), row.value(i)));
            array.append(object);
        }
        return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
    }
    case TableTextFormat::Markdown: {
        QString rule;
        for (const Column &column : columns)
            rule += isNumber(column) ? u"| ---: "_s : u"| --- "_s;
        QString body;
        for (const Row &row : rows) {
            for (qsizetype i = 0; i < columns.size(); ++i)
                body += u"| "_s + markdownField(row.value(i)) + u' ';
            body += u"|\n"_s;
        }
        return u"| "_s + names(columns, u" | "_s) + u" |\n"_s + rule + u"|\n"_s + body;
    }
    case TableTextFormat::Sql: {
        QStringList quoted;
        for (const Column &column : columns)
            quoted.append(Dialect::quote(column.name));
        const QString head =
            u"INSERT INTO "_s + Dialect::quote(table) + u" ("_s + quoted.join(u", "_s) + u") VALUES ("_s;
        QString text;
        for (const Row &row : rows) {
            QStringList fields;
            for (qsizetype i = 0; i < columns.size(); ++i)
                fields.append(sqlField(columns.at(i), row.value(i)));
            text += head + fields.join(u", "_s) + u");\n"_s;
        }
        return text;
    }
    }
    Q_UNREACHABLE();
}

} // namespace Ghar

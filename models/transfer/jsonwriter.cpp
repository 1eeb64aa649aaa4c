// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonwriter.h"

#include "records/valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Ghar {

/// A lone value is no document of Qt's, so it is written as the only element of a list.
static QByteArray jsonText(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

/// Most values are texts, and a document for each would take three times as long.
static void appendText(QByteArray &bytes, const QString &text)
{
    bytes += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            bytes += '\\';
            bytes += c;
        } else if (c >= 0 && c < ' ') {
            bytes += "\\u" + QByteArray::number(int(c), 16).rightJustified(4, '0');
        } else {
            bytes += c;
        }
    }
    bytes += '"';
}

Result<void> JsonWriter::begin(const QString &, const QList<Column> &columns)
{
    m_columns = columns;
    for (const Column &column : columns)
        m_names.append(jsonText(column.name) + ':');
    if (m_form == Form::Array)
        m_buffer.bytes() += '[';
    return {};
}

Result<void> JsonWriter::add(const Row &row)
{
    QByteArray &bytes = m_buffer.bytes();
    if (m_form == Form::Array)
        bytes += m_isFirst ? "\n" : ",\n";
    m_isFirst = false;
    // Put together by hand: an object of Qt's would order its keys by name, and the columns have an order.
    bytes += '{';
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0)
            bytes += ',';
        bytes += m_names.at(i);
        const QJsonValue value = jsonOf(m_columns.at(i), row.at(i));
        if (value.isString())
            appendText(bytes, value.toString());
        else if (value.isNull())
            bytes += "null";
        else
            bytes += jsonText(value);
    }
    bytes += '}';
    if (m_form == Form::Lines)
        bytes += '\n';
    return m_buffer.pass();
}

Result<void> JsonWriter::finish()
{
    if (m_form == Form::Array)
        m_buffer.bytes() += m_isFirst ? "]\n" : "\n]\n";
    return m_buffer.pass(true);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvwriter.h"

#include "core/formulaguard.h"

#include <algorithm>

namespace Ghar {

Result<void> CsvWriter::begin(const QString &, const QList<Column> &columns)
{
    if (m_style.byteOrderMark)
        m_buffer.bytes() += "\xef\xbb\xbf";
    for (const Column &column : columns) {
        if (!m_areTexts.isEmpty())
            m_buffer.bytes() += m_style.separator;
        const bool isNumber = column.type == ColumnType::Integer || column.type == ColumnType::Numeric
            || column.type == ColumnType::Float;
        m_areTexts.append(!isNumber);
        addCell(column.name, true);
    }
    m_buffer.bytes() += "\r\n";
    return {};
}

Result<void> CsvWriter::add(const Row &row)
{
    QByteArray &bytes = m_buffer.bytes();
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0)
            bytes += m_style.separator;
        const Value &value = row.at(i);
        if (value.isNull())
            continue;
        if (value.text().isEmpty())
            bytes += "\"\"";
        else
            addCell(value.text(), m_areTexts.at(i));
    }
    bytes += "\r\n";
    return m_buffer.pass();
}

void CsvWriter::addCell(const QString &text, bool isText)
{
    const QByteArray cell = (isText && m_style.guardsFormulas ? guardedText(text) : text).toUtf8();
    // Quoted is also what a reader may take for something else: blanks at the ends, semicolons, and what would be a
    // mark or the start of another kind of file in the first cell.
    const bool isQuoted = cell.front() == ' ' || cell.back() == ' ' || cell.startsWith("\xef\xbb\xbf")
        || std::any_of(cell.cbegin(), cell.cend(), [this](char c) {
                              return c == m_style.separator || c == ';' || c == '"' || (c >= 0 && c < ' ');
                          });
    if (!isQuoted) {
        m_buffer.bytes() += cell;
        return;
    }
    QByteArray &bytes = m_buffer.bytes();
    bytes += '"';
    for (const char c : cell) {
        if (c == '"')
            bytes += '"';
        bytes += c;
    }
    bytes += '"';
}

} // namespace Ghar

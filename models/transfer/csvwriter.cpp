// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvwriter.h"

#include "core/csvtext.h"
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
    const QString cell = isText && m_style.guardsFormulas ? guardedText(text) : text;
    // Quoted is also what a reader may take for something else: blanks at the ends, semicolons, and what would be a
    // mark or the start of another kind of file in the first cell.
    const QChar separator = QLatin1Char(m_style.separator);
    const bool isQuoted = cell.front() == u' ' || cell.back() == u' ' || cell.front() == QChar::ByteOrderMark
        || std::any_of(cell.cbegin(), cell.cend(),
                       [separator](QChar c) { return c == separator || c == u';' || c == u'"' || c < u' '; });
    m_buffer.bytes() += (isQuoted ? csvQuoted(cell) : cell).toUtf8();
}

} // namespace Ghar

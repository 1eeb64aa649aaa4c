// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsink.h"

namespace Ghar {

/// How CSV is written.
struct CsvStyle
{
    bool byteOrderMark = false; ///< spreadsheets on Windows know UTF-8 by it
    /// Texts that a spreadsheet would run as a formula get an apostrophe before them (see guardedText()). Reading takes
    /// it off again.
    bool guardsFormulas = true;
    char separator = ',';
};

/// Writes CSV (RFC 4180, UTF-8, lines end in CR LF): a line of column names first. NULL is an empty cell, the empty
/// text a pair of quotes.
class CsvWriter final : public RowSink
{
public:
    explicit CsvWriter(QIODevice &device, const CsvStyle &style = {}) : m_buffer(device), m_style(style) { }

    Result<void> begin(const QString &table, const QList<Column> &columns) override;
    Result<void> add(const Row &row) override;
    Result<void> finish() override { return m_buffer.pass(true); }

private:
    void addCell(const QString &text, bool isText);

    SinkBuffer m_buffer;
    const CsvStyle m_style;
    QList<bool> m_areTexts; ///< by column
};

} // namespace Ghar

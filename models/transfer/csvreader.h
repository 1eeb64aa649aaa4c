// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsource.h"

#include <QIODevice>

namespace Ghar {

/// Reads CSV: UTF-8 with or without a mark at its start, lines that end in LF, CR LF or CR, cells in quotes where they
/// hold the separator, a quote (doubled) or a line break. The separator is what the first line has most of (comma,
/// semicolon, tab) unless it is given. An empty cell is NULL, an empty pair of quotes the empty text. Blank lines are
/// no rows, except in a file of one column.
class CsvReader final : public RowSource
{
public:
    /// `separator` 0 = find out.
    explicit CsvReader(std::unique_ptr<QIODevice> device, char separator = 0);

    Result<void> begin() override;
    Result<bool> next(SourceRow &row) override;
    qint64 position() const override { return m_read; }
    qint64 size() const override { return m_device->size(); }

    [[nodiscard]] char separator() const { return m_separator.toLatin1(); }

private:
    /// Makes sure that there is text to look at; false at the end of the file.
    [[nodiscard]] Result<bool> fill();
    [[nodiscard]] Result<bool> readRecord(SourceRow &row);
    void findSeparator();
    /// Takes text over from the start of what is left, up to `end`.
    [[nodiscard]] Result<void> take(qsizetype end);
    void endCell(SourceRow &row, bool wasQuoted);

    std::unique_ptr<QIODevice> m_device;
    QChar m_separator;
    QByteArray m_rest; ///< the bytes of a character that a chunk has cut
    QString m_text;    ///< what was read and not yet looked at, from m_at on
    qsizetype m_at = 0;
    QString m_cell;
    qsizetype m_cells = 0;
    qsizetype m_rowLength = 0;
    qint64 m_line = 1;
    qint64 m_read = 0;
    bool m_atEnd = false;
    bool m_isFirst = true;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsink.h"

#include <memory>

namespace Ghar {

/// Writes a workbook for spreadsheets: cells have the type of their column, never a formula. Rows go to disk as they
/// come. Times are local, because a spreadsheet knows no zones; what its numbers cannot hold exactly (long numbers,
/// microseconds, infinity) is written as text, and the empty text is an empty cell like NULL. Rows that do not fit on
/// one sheet go on on the next.
class XlsxFileWriter final : public RowSink
{
public:
    /// Writes to this file, which is overwritten. It is complete when finish() has returned.
    explicit XlsxFileWriter(const QString &path);
    ~XlsxFileWriter() override;

    Result<void> begin(const QString &table, const QList<Column> &columns) override;
    Result<void> add(const Row &row) override;
    Result<void> finish() override;

    /// What a sheet can hold, the line of names included; smaller in tests.
    void setRowsPerSheet(qint64 rows) { m_rowsPerSheet = rows; }

private:
    struct Book;
    [[nodiscard]] Result<void> addSheet();
    [[nodiscard]] Result<void> addCell(int column, const Value &value);

    std::unique_ptr<Book> m_book;
    const QString m_path;
    QString m_table;
    QList<Column> m_columns;
    qint64 m_rowsPerSheet;
    qint64 m_row = 0;  ///< next one on the sheet
    qint64 m_rows = 0; ///< of the table, written so far
};

} // namespace Ghar

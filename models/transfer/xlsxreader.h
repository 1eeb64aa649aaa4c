// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsource.h"
#include "transfer/xlsxbook.h"

#include <QIODevice>
#include <QXmlStreamReader>

#include <memory>

namespace Ghar {

/// Reads one sheet of a workbook row by row, as it unpacks. The first row that has anything in it names the columns.
/// Numbers that are shown as dates are dates; formulas are what they came to when the file was saved. Where an export
/// has gone on on further sheets of the same columns, they are read as one when no sheet is named.
class XlsxReader final : public RowSource
{
public:
    /// The device must be able to go to any place. An empty name is the first sheet.
    XlsxReader(std::unique_ptr<QIODevice> device, QString sheet);

    Result<void> begin() override;
    Result<bool> next(SourceRow &row) override;
    qint64 position() const override { return m_device->pos(); }
    qint64 size() const override { return m_device->size(); }

private:
    [[nodiscard]] Result<void> openSheet(qsizetype index);
    /// The next row of this sheet that has anything in it.
    [[nodiscard]] Result<bool> readRow(SourceRow &row);
    [[nodiscard]] Result<void> readCell(SourceRow &row, qsizetype &column);
    [[nodiscard]] SourceCell cellOf(const QString &type, int style, const QString &text) const;
    [[nodiscard]] Error xmlError() const;

    std::unique_ptr<QIODevice> m_device;
    const QString m_sheetName;
    std::unique_ptr<ZipArchive> m_archive;
    XlsxBook m_book;
    qsizetype m_sheet = -1;
    std::unique_ptr<QIODevice> m_part;
    std::unique_ptr<QXmlStreamReader> m_xml;
};

} // namespace Ghar

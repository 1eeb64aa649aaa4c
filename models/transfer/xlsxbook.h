// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "transfer/ziparchive.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Ghar {

/// What the sheets of a workbook share: their names and places, the texts that cells refer to, and which styles show a
/// number as a date.
struct XlsxBook
{
    struct Sheet
    {
        QString name;
        QString part; ///< in the archive
    };
    QList<Sheet> sheets;
    QStringList texts;
    std::vector<bool> isDate; ///< by the number of the style
    bool startsIn1904 = false;

    /// Texts that cells refer to are kept in memory, so there is a limit.
    static constexpr qint64 mostSharedText = 256 << 20;
};

[[nodiscard]] Result<XlsxBook> readXlsxBook(ZipArchive &archive);

/// Whether a format such as `dd/mm/yyyy hh:mm` or `0.00" days"` shows a number as a date or time.
[[nodiscard]] bool isDateFormat(const QString &format);

/// Characters that XML cannot have are written as `_x0007_`.
[[nodiscard]] QString unescapedXlsxText(const QString &text);

/// The sentence for a part that cannot be read, from what the reader and the device say.
[[nodiscard]] Error xlsxError(const QString &part, const QString &xmlError, const QIODevice &device);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsource.h"
#include "transfer/transferformat.h"

namespace Ghar {

/// How a file is to be read.
struct ReadStyle
{
    TransferFormat format = TransferFormat::Csv;
    char separator = 0; ///< CSV; 0 = find out
    QString sheet;      ///< XLSX; empty = the first one
};

/// Opens the file in this form whenever it is called.
[[nodiscard]] RowSourceFactory rowSourceOf(const QString &path, const ReadStyle &style);

/// The same for what is in memory.
[[nodiscard]] RowSourceFactory rowSourceOf(const QByteArray &content, const ReadStyle &style);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/dialect.h"
#include "database/sql.h"
#include "schema/schema.h"

#include <QList>

namespace Ghar {

/// Forms in which rows can be copied.
enum class TableTextFormat { Tsv, Csv, Json, Markdown, Sql };

/// Rows as text. TSV and CSV begin with a line of column names; NULL is an empty field there and the word NULL in SQL.
/// In TSV, tabs and line breaks inside values become blanks, so that a pasted block keeps its shape. In CSV, texts that
/// a spreadsheet would run as a formula get a leading apostrophe. Several lines end with `\n`.
[[nodiscard]] QString tableText(TableTextFormat format, const QString &table, const QList<Column> &columns,
                                const QList<Row> &rows);

} // namespace Ghar

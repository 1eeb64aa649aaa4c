// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Ghar {

/// The cells of a block that was copied from a spreadsheet, line by line: tabs between cells, a line for each row, and
/// quotes around cells that have a tab, a line break or a quote in them. All lines are made equally long. A line break
/// at the end makes no row. A quote inside a cell that does not begin with one is a quote.
[[nodiscard]] QList<QStringList> cellsOfBlock(const QString &text);

/// Without a first line that names the columns, as copies from the desk have it.
[[nodiscard]] QList<QStringList> withoutHeading(QList<QStringList> cells, const QStringList &columns);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "database/sql.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Ghar {

class Dialect;

// The pieces of the statements that a delete plan is made of.

/// Rows per statement: enough to save round trips, few enough for a quick answer to a cancel.
inline constexpr qsizetype deletePlanChunk = 400;

/// What is selected to read these columns.
[[nodiscard]] QStringList readsOf(const Dialect &dialect, const LiveTable &table, const QStringList &columns);

/// The values of these columns in what was read; the first of them stands at `from`.
[[nodiscard]] Row decodedRow(const Dialect &dialect, const LiveTable &table, const QStringList &columns, const Row &raw,
                             qsizetype from = 0);

/// `a IN (…)`, or `(a = … AND b = …) OR …` for several columns, with the values bound. Empty when no value fits.
[[nodiscard]] QString conditionOn(const Dialect &dialect, Sql &sql, const LiveTable &table, const QStringList &columns,
                                  const QList<Row> &values);

/// `SELECT … FROM … WHERE …` on the table as it is, whoever looks at it.
[[nodiscard]] QString selectFrom(const LiveTable &table, const QStringList &selected, const QString &condition);

} // namespace Ghar

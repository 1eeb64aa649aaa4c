// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/originalrow.h"

#include <QHash>

namespace Ghar {

class Connection;

/// Rows found by values of any columns: those values -> the rows that have them.
using FoundRows = QHash<Row, QList<OriginalRow>>;

/// All rows in which the columns have one of the values, whole, with one statement for many. Values of NULL find
/// nothing.
[[nodiscard]] Result<FoundRows> findRows(Connection &connection, const LiveTable &table, const QStringList &columns,
                                         const QList<Row> &values, RowLock lock = RowLock::None);

} // namespace Ghar

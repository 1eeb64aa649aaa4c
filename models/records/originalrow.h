// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <functional>
#include <optional>

namespace Ghar {

class Connection;

/// Whether a row is only looked at, or kept from others until the end of the transaction.
enum class RowLock { None, ForUpdate };

/// All columns of a row with its version; nothing when it is gone. The version is NULL where the database has none
/// (SQLite, views). Locking needs a transaction that writes; SQLite's has the whole file anyway.
[[nodiscard]] Result<std::optional<OriginalRow>> readOriginal(Connection &connection, const LiveTable &table,
                                                              const Row &key, RowLock lock = RowLock::None);

/// The same for many rows, in their order; rows that are gone are missing. `goOn` returns false to stop; then the error
/// is ErrorKind::Cancelled.
[[nodiscard]] Result<QList<OriginalRow>> readOriginals(Connection &connection, const LiveTable &table,
                                                       const QList<Row> &keys,
                                                       const std::function<bool(qsizetype)> &goOn = {});

/// Whether somebody changed the row between the two readings: by the versions, or by all values where there are none.
[[nodiscard]] bool isChanged(const OriginalRow &before, const OriginalRow &now);

/// Whether two texts stand for the same value of the column: `5` and `5.00`, JSON with other spaces.
[[nodiscard]] bool isSameValue(const Column &column, const Value &a, const Value &b);

} // namespace Ghar

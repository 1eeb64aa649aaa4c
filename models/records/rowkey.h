// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "database/sql.h"

#include <QString>

namespace Ghar {

class Dialect;

/// A primary key as one text, for journals, links and the command line. Keys of several columns are joined by `/`;
/// inside their parts `%` and `/` are written `%25` and `%2F`. A key of one column is its plain text.
[[nodiscard]] QString rowKeyText(const Row &primaryKey);

/// The other way. The error says which table takes what.
[[nodiscard]] Result<Row> rowKeyFromText(const LiveTable &table, const QString &text);

/// The condition that a row has this primary key; its values are bound in `sql`.
[[nodiscard]] QString rowKeyCondition(const Dialect &dialect, const LiveTable &table, const Row &key, Sql &sql);

} // namespace Ghar

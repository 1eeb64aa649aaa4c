// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "database/liveschema.h"
#include "database/sql.h"

#include <QHash>
#include <QList>

#include <functional>

namespace Ghar {

class Connection;

/// A row as a person calls it.
struct RowLabel
{
    Row primaryKey;
    QString text;   ///< never empty: `#id` when nothing else is known
    QString masked; ///< the same with dots for the values of persons, for those who may not see them yet
};

/// Labels of the rows whose `keyColumn` has one of the values; `keyColumn` is usually the primary key. Rows that do not
/// exist are missing from the answer. One statement for all.
[[nodiscard]] Result<QHash<Value, RowLabel>> readRowLabels(Connection &connection, const LiveSchema &live,
                                                           const LiveTable &table, const QString &keyColumn,
                                                           const QList<Value> &keys);

/// Labels of all rows of the table, in no order, with the value of `keyColumn`. `visit` returns false to stop.
[[nodiscard]] Result<void> forEachRowLabel(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                           const QString &keyColumn,
                                           const std::function<bool(const Value &, const RowLabel &)> &visit);

/// Rows of the table whose key is `text` or whose label columns contain it, best first, at most `limit`.
[[nodiscard]] Result<QList<RowLabel>> searchRows(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                                 const QString &text, int limit);

} // namespace Ghar

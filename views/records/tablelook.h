// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/tablequery.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace Ghar {

/// How one table is looked at: columns, order, filters. What a saved view keeps.
struct TableLook
{
    QStringList columns;          ///< visible columns from left to right
    int pinned = 0;               ///< that many of them stay at the left
    QHash<QString, qreal> widths; ///< logical pixels; columns that are missing have a width by their type
    TableQuery query;

    bool operator==(const TableLook &) const = default;
};

/// Keeps the look in the desk's settings.
void storeLook(const QString &key, const TableLook &look);
/// The look that was kept there, as far as it fits the table: columns that no longer exist are left out.
[[nodiscard]] std::optional<TableLook> storedLook(const QString &key, const Table &table);

/// The look a table has when nobody changed it.
[[nodiscard]] TableLook defaultLook(const Table &table);

/// A width that suits the column's type.
[[nodiscard]] qreal defaultWidth(const Column &column);

} // namespace Ghar

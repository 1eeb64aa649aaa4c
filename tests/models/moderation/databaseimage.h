// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "database/sql.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace Ghar {

class Connection;

/// Every value of every row of the platform's tables, to see what exactly an action has touched.
class DatabaseImage
{
public:
    [[nodiscard]] static DatabaseImage take(Connection &connection, const LiveSchema &live);

    /// `table #key column: before -> after` for each value that differs, sorted; `+ table #key` and `- table #key` for
    /// rows that came and went. Columns that the platform stamps at every update are left out, and so are the sides of
    /// JSON values, which have lines for the keys that differ: `table #key column.key: before -> after`.
    [[nodiscard]] QStringList differencesTo(const DatabaseImage &later) const;

private:
    QMap<QString, QMap<QString, Value>> m_rows; ///< `table #key` -> column -> value
    QMap<QString, QStringList> m_ignored;       ///< columns by table
    QMap<QString, QStringList> m_json;
};

} // namespace Ghar

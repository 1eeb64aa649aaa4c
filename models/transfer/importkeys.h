// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"

namespace Ghar {

class Connection;

/// Numbers for the keys of new rows, taken before the rows are written: a COPY does not tell which it gave, and the
/// journal has to name them.
class ImportKeys
{
public:
    ImportKeys(Connection &connection, const LiveTable &table) : m_connection(connection), m_table(table) { }

    /// Whether the database numbers the rows of the table.
    [[nodiscard]] static bool areNumbered(const LiveTable &table);

    [[nodiscard]] Result<QList<qint64>> take(qsizetype count);
    /// Has the database go on behind the keys that the rows have brought along; a sentence when it may not be told.
    [[nodiscard]] Result<QString> passOver();

private:
    Connection &m_connection;
    const LiveTable &m_table;
    qint64 m_last = -1; ///< SQLite: the last one given
};

} // namespace Ghar

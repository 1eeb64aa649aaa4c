// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "database/sql.h"

#include <QHash>
#include <QString>

namespace Ghar {

class Connection;

/// Inserts valid rows into any platform table: the caller gives the columns that matter, everything else that the
/// table demands is made up, including the rows that its keys must lead to. No two rows share a unique value.
class RowMaker
{
public:
    using Values = QHash<QString, Value>;

    RowMaker(Connection &connection, LiveSchemaPtr live);

    /// Inserts a row and returns its primary key. Fails the program when the database refuses it.
    Row make(const QString &table, const Values &given = {});
    /// The same for a key of one column.
    Value id(const QString &table, const Values &given = {}) { return make(table, given).value(0); }
    /// Inserts a row and returns what the database says.
    Result<Row> tryMake(const QString &table, const Values &given = {});
    /// A value that the column accepts.
    [[nodiscard]] Value valueFor(const Table &table, const Column &column);

private:
    Connection &m_connection;
    const LiveSchemaPtr m_live;
};

} // namespace Ghar

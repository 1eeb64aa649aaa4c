// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/bulkwriter.h"
#include "schema/schema.h"

struct sqlite3;
struct sqlite3_stmt;

namespace Ghar {

class SqliteConnection;

/// One prepared INSERT that is run again and again. It goes to SQLite itself: Qt's driver would describe the result
/// anew for every row.
class SqliteBulkWriter final : public BulkWriter
{
public:
    static Result<std::unique_ptr<BulkWriter>> open(SqliteConnection &connection, sqlite3 *handle, const QString &table,
                                                    const QList<Column> &columns);
    ~SqliteBulkWriter() override;
    Result<QList<Refusal>> write(const QList<Row> &rows) override;

private:
    SqliteBulkWriter(SqliteConnection &connection, sqlite3 *handle, const QList<Column> &columns);
    void bind(int place, const Column &column, const Value &value);

    SqliteConnection &m_connection;
    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
    const QList<Column> m_columns;
    QList<QByteArray> m_texts; ///< of the row being written: SQLite looks at them where they are
};

} // namespace Ghar

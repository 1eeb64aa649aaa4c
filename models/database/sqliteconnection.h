// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connection.h"
#include "database/sqlitefile.h"

#include <QCoreApplication>
#include <QSqlDatabase>

struct sqlite3;

namespace Ghar {

class SqliteCanceller;

/// A connection to an SQLite file through Qt's driver. Opening changes nothing in the file, its journal mode included.
/// The driver must share its SQLite library with the desk, since cancelling calls sqlite3_interrupt() on the driver's
/// handle.
class SqliteConnection final : public Connection
{
    Q_DECLARE_TR_FUNCTIONS(SqliteConnection)

public:
    static Result<std::unique_ptr<Connection>> open(const Profile &profile, Access access);
    ~SqliteConnection() override;

    std::shared_ptr<Canceller> canceller() const override;
    Result<void> run(const QString &statement) override;
    Result<qint64> execute(const Sql &sql) override;
    Result<void> forEach(const Sql &sql, const std::function<bool(const Row &)> &visit) override;
    Result<std::unique_ptr<BulkWriter>> bulkWriter(const QString &table, const QList<Column> &columns) override;

    /// What a result code of SQLite means for the person; `detail` has its words.
    [[nodiscard]] Error errorOf(int code, const QString &detail) const;

private:
    SqliteConnection(const Profile &profile, Access access, QSqlDatabase database);
    [[nodiscard]] Error lastError(const QString &nativeCode, const QString &detail) const
    {
        return errorOf(nativeCode.toInt(), detail);
    }
    Result<void> configure();

    std::shared_ptr<const SqliteFileUse> m_use; ///< goes after the database is closed
    QSqlDatabase m_database;
    std::shared_ptr<SqliteCanceller> m_canceller;
};

} // namespace Ghar

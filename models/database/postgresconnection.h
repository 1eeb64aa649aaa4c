// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connection.h"

#include <QCoreApplication>

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

namespace Ghar {

class PostgresCanceller;

/// A connection to PostgreSQL through libpq. Not through Qt's driver, because that one prepares statements by name
/// (lost behind a transaction pooler), reads whole results before the first row, and turns numeric, time stamps and
/// infinity into types that cannot hold them. Here every statement is one unnamed extended query with text values.
class PostgresConnection final : public Connection
{
    Q_DECLARE_TR_FUNCTIONS(PostgresConnection)

public:
    static Result<std::unique_ptr<Connection>> open(const Profile &profile, Access access);
    ~PostgresConnection() override;

    std::shared_ptr<Canceller> canceller() const override;
    bool isLost() const override;
    Result<void> run(const QString &statement) override;
    Result<qint64> execute(const Sql &sql) override;
    Result<void> forEach(const Sql &sql, const std::function<bool(const Row &)> &visit) override;
    Result<void> listen(const QString &channel) override;
    Result<QStringList> takeNotifications() override;
    int socket() const override;
    Result<std::unique_ptr<BulkWriter>> bulkWriter(const QString &table, const QList<Column> &columns) override;

    /// Runs `COPY … FROM STDIN` with this text; returns the number of rows.
    [[nodiscard]] Result<qint64> copyIn(const QString &statement, const QByteArray &data);

private:
    PostgresConnection(const Profile &profile, Access access, PGconn *connection);
    [[nodiscard]] Error errorOf(const PGresult *result) const;
    [[nodiscard]] Error connectionError() const;
    /// Runs one statement and drains its results; row handling by `visit`.
    Result<qint64> send(const Sql &sql, const std::function<bool(const Row &)> &visit);
    /// The same, in a READ ONLY transaction of its own where the connection may not write.
    Result<qint64> sendGuarded(const Sql &sql, const std::function<bool(const Row &)> &visit);
    Result<void> simple(const char *statement);

    PGconn *m_connection;
    std::shared_ptr<PostgresCanceller> m_canceller;
};

} // namespace Ghar

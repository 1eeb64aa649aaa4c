// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/bulkwriter.h"
#include "database/dialect.h"
#include "database/profile.h"
#include "database/sql.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace Ghar {

/// Stops the statement that a connection is running. Thread-safe; outlives its connection and then does nothing.
class Canceller
{
public:
    virtual ~Canceller() = default;
    /// Returns soon; the statement ends with ErrorKind::Cancelled. Without a running statement nothing happens. May
    /// take a network round trip on PostgreSQL, so never call it on the GUI thread.
    virtual void cancel() = 0;
};

/// One open database connection. Belongs to the thread that opened it; everything else travels as values. Statements
/// outside a transaction each run in one of their own. A read-only connection cannot write whatever it is told:
/// SQLite is opened with `mode=ro` and `query_only`, PostgreSQL runs every transaction READ ONLY.
class Connection
{
public:
    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Opens the database of the profile. Errors name the file or server and say what to do.
    static Result<std::unique_ptr<Connection>> open(const Profile &profile, Access access);

    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] Access access() const { return m_access; }
    /// Something the person should know about how it was opened, e.g. that a file is shown without its log; or empty.
    [[nodiscard]] const QString &notice() const { return m_notice; }

    [[nodiscard]] virtual std::shared_ptr<Canceller> canceller() const = 0;

    /// Runs one statement without values and without result rows: DDL, PRAGMA, BEGIN.
    virtual Result<void> run(const QString &statement) = 0;
    /// Runs one statement and returns the number of rows it changed.
    virtual Result<qint64> execute(const Sql &sql) = 0;
    /// For adding many rows to these columns of a table, inside a transaction.
    virtual Result<std::unique_ptr<BulkWriter>> bulkWriter(const QString &table, const QList<Column> &columns) = 0;
    /// Calls `visit` for each result row as it arrives, until it returns false. No other statement may run meanwhile.
    virtual Result<void> forEach(const Sql &sql, const std::function<bool(const Row &)> &visit) = 0;

    /// From now on the connection is told what is sent to the channel, see takeNotifications(). The error says that
    /// this kind of database tells nothing.
    virtual Result<void> listen(const QString &channel);
    /// What has arrived since the last call: the texts that were sent. An error when the way to the server is gone.
    virtual Result<QStringList> takeNotifications();
    /// The file descriptor that becomes readable when something arrives; -1 where nothing ever does.
    [[nodiscard]] virtual int socket() const { return -1; }

    [[nodiscard]] Result<QList<Row>> rows(const Sql &sql);
    /// The first row, or nothing.
    [[nodiscard]] Result<std::optional<Row>> firstRow(const Sql &sql);
    /// The first column of the first row; NULL when there is none.
    [[nodiscard]] Result<Value> scalar(const Sql &sql);

    /// The way to the database is gone for good; a new connection has to be opened.
    [[nodiscard]] virtual bool isLost() const { return false; }
    [[nodiscard]] bool isInTransaction() const { return m_inTransaction; }

protected:
    Connection(Profile profile, Access access, const Dialect &dialect);

    friend class Transaction;
    bool m_inTransaction = false;
    QString m_notice;

private:
    const Profile m_profile;
    const Access m_access;
    const Dialect &m_dialect;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sqliteconnection.h"

#include "core/logging.h"
#include "database/sqlitebulkwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Ghar {

class SqliteCanceller final : public Canceller
{
public:
    explicit SqliteCanceller(sqlite3 *handle) : m_handle(handle) { }
    void cancel() override
    {
        const QMutexLocker lock(&m_mutex);
        if (m_handle)
            sqlite3_interrupt(m_handle);
    }
    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_handle = nullptr;
    }

private:
    QMutex m_mutex;
    sqlite3 *m_handle;
};

static sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

SqliteConnection::SqliteConnection(const Profile &profile, Access access, QSqlDatabase database)
    : Connection(profile, access, Dialect::sqlite())
    , m_database(std::move(database))
    , m_canceller(std::make_shared<SqliteCanceller>(handleOf(m_database)))
{ }

SqliteConnection::~SqliteConnection()
{
    m_canceller->close();
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

std::shared_ptr<Canceller> SqliteConnection::canceller() const
{
    return m_canceller;
}

Result<std::unique_ptr<Connection>> SqliteConnection::open(const Profile &profile, Access access)
{
    Result<std::unique_ptr<SqliteFileUse>> begun = SqliteFileUse::begin(profile.file, access);
    if (!begun)
        return begun.error();
    std::shared_ptr<const SqliteFileUse> use = std::move(begun).value();

    const auto attempt = [&](bool immutable) -> Result<std::unique_ptr<Connection>> {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString());
        QUrl url = QUrl::fromLocalFile(QFileInfo(profile.file).absoluteFilePath());
        QString name = u"file:"_s + QString::fromLatin1(url.toEncoded(QUrl::RemoveScheme)).mid(2);
        name += access == Access::ReadOnly ? u"?mode=ro"_s : u"?mode=rwc"_s;
        if (immutable)
            name += u"&immutable=1"_s;
        database.setDatabaseName(name);
        database.setConnectOptions(access == Access::ReadOnly
                                       ? u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                       : u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
        const bool opened = database.open();
        const QSqlError error = database.lastError();
        // The object owns the connection's name from here on and removes it whatever happens.
        std::unique_ptr<SqliteConnection> connection(new SqliteConnection(profile, access, database));
        connection->m_use = use;
        database = QSqlDatabase(); // else the name counts as still in use when opening fails
        if (!opened)
            return connection->lastError(error.nativeErrorCode(), error.driverText() + u' ' + error.databaseText());
        if (const Result<void> ready = connection->configure(); !ready)
            return ready.error();
        return std::unique_ptr<Connection>(std::move(connection));
    };

    Result<std::unique_ptr<Connection>> opened = attempt(false);
    if (!opened && access == Access::ReadOnly && use->usesWriteAheadLog()
        && (opened.error().kind == ErrorKind::CannotOpen || opened.error().kind == ErrorKind::Permission)) {
        // Reading a file in write-ahead mode needs its shared-memory file beside it, which cannot be made here.
        const QString log = profile.file + u"-wal"_s;
        Result<std::unique_ptr<Connection>> fixed = attempt(true);
        if (fixed && QFileInfo(log).size() > 0) {
            static_cast<SqliteConnection &>(**fixed).m_notice =
                tr("%1 is shown as it was before its latest changes: they are still in %2, and the folder cannot be "
                   "written. Copy both files to a folder that you can write to see them.")
                    .arg(QDir::toNativeSeparators(profile.file), QDir::toNativeSeparators(log));
        }
        return fixed;
    }
    return opened;
}

Result<void> SqliteConnection::configure()
{
    QStringList statements{u"PRAGMA foreign_keys = ON"_s};
    if (access() == Access::ReadOnly)
        statements.append(u"PRAGMA query_only = ON"_s);
    // The first real read: an encrypted file or one that is no database is found out here.
    statements.append(u"SELECT count(*) FROM sqlite_master"_s);
    for (const QString &statement : std::as_const(statements)) {
        const Result<QList<Row>> done = rows({statement, {}});
        if (!done)
            return done.error();
    }
    return {};
}

Error SqliteConnection::errorOf(int code, const QString &detail) const
{
    const QString file = QDir::toNativeSeparators(profile().file);
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return {ErrorKind::CannotOpen,
                tr("%1 is not an SQLite database, or it is encrypted. Choose another file.").arg(file), detail};
    case SQLITE_CORRUPT:
        return {ErrorKind::CannotOpen,
                tr("%1 is damaged: SQLite cannot read all of it. Nothing was changed. Restore it from a backup, or run "
                   "“.recover” of the sqlite3 program on a copy.")
                    .arg(file),
                detail};
    case SQLITE_CANTOPEN:
        return {ErrorKind::CannotOpen,
                tr("%1 cannot be opened. Check that the file and its folder may be read by you.").arg(file), detail};
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {ErrorKind::Permission, tr("%1 cannot be written by you. Nothing was changed.").arg(file), detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Busy,
                tr("%1 is being written by another program. Nothing was changed; try again in a moment.").arg(file),
                detail};
    case SQLITE_FULL:
        return {ErrorKind::DiskFull,
                tr("The disk with %1 is full. Nothing was changed; make room and try again.").arg(file), detail};
    case SQLITE_IOERR:
        return {ErrorKind::ConnectionLost,
                tr("Reading or writing %1 failed. Nothing was changed; check the disk.").arg(file), detail};
    case SQLITE_INTERRUPT:
        return {ErrorKind::Cancelled, tr("Cancelled."), detail};
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return {ErrorKind::Constraint, tr("The database refused a value: %1.").arg(detail), detail};
    default:
        return {ErrorKind::Unknown, tr("SQLite could not do this with %1: %2").arg(file, detail), detail};
    }
}

Result<std::unique_ptr<BulkWriter>> SqliteConnection::bulkWriter(const QString &table, const QList<Column> &columns)
{
    return SqliteBulkWriter::open(*this, handleOf(m_database), table, columns);
}

Result<void> SqliteConnection::run(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return lastError(query.lastError().nativeErrorCode(), query.lastError().databaseText());
    return {};
}

Result<qint64> SqliteConnection::execute(const Sql &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql.text))
        return lastError(query.lastError().nativeErrorCode(), query.lastError().databaseText());
    for (const Value &value : sql.values)
        query.addBindValue(value.isNull() ? QVariant(QMetaType::fromType<QString>()) : QVariant(value.text()));
    if (!query.exec())
        return lastError(query.lastError().nativeErrorCode(), query.lastError().databaseText());
    return qint64(query.numRowsAffected());
}

Result<void> SqliteConnection::forEach(const Sql &sql, const std::function<bool(const Row &)> &visit)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql.text))
        return lastError(query.lastError().nativeErrorCode(), query.lastError().databaseText());
    for (const Value &value : sql.values)
        query.addBindValue(value.isNull() ? QVariant(QMetaType::fromType<QString>()) : QVariant(value.text()));
    if (!query.exec())
        return lastError(query.lastError().nativeErrorCode(), query.lastError().databaseText());
    const int columns = query.record().count();
    Row row;
    while (query.next()) {
        row.clear();
        for (int i = 0; i < columns; ++i) {
            const QVariant value = query.value(i);
            row.append(value.isNull() ? Value::null() : Value(value.toString()));
        }
        if (!visit(row))
            return {};
    }
    // A failed step ends the loop like the end of the rows; the error tells them apart.
    if (query.lastError().isValid())
        return lastError(query.lastError().nativeErrorCode(), query.lastError().databaseText());
    return {};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgresconnection.h"

#include "core/logging.h"
#include "database/conninfo.h"
#include "database/postgresbulkwriter.h"

#include <QMutex>
#include <QVarLengthArray>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace Ghar {

class PostgresCanceller final : public Canceller
{
public:
    explicit PostgresCanceller(PGconn *connection) : m_cancel(PQgetCancel(connection)) { }
    ~PostgresCanceller() override { close(); }
    void cancel() override
    {
        const QMutexLocker lock(&m_mutex);
        char message[256];
        if (m_cancel && !PQcancel(m_cancel, message, sizeof message))
            qCInfo(lcDatabase) << "Cancelling a statement failed:" << message;
    }
    void close()
    {
        const QMutexLocker lock(&m_mutex);
        PQfreeCancel(m_cancel);
        m_cancel = nullptr;
    }

private:
    QMutex m_mutex;
    PGcancel *m_cancel;
};

namespace {

struct ClearResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

void logNotice(void *, const char *)
{
    // Notices carry names and values of the database; they are no business of the log.
}

} // namespace

PostgresConnection::PostgresConnection(const Profile &profile, Access access, PGconn *connection)
    : Connection(profile, access, Dialect::postgres())
    , m_connection(connection)
    , m_canceller(std::make_shared<PostgresCanceller>(connection))
{
    PQsetNoticeProcessor(m_connection, logNotice, nullptr);
}

PostgresConnection::~PostgresConnection()
{
    m_canceller->close();
    PQfinish(m_connection);
}

std::shared_ptr<Canceller> PostgresConnection::canceller() const
{
    return m_canceller;
}

Result<std::unique_ptr<Connection>> PostgresConnection::open(const Profile &profile, Access access)
{
    const Result<ConnInfo> given = parseConnInfo(profile.connInfo);
    if (!given)
        return given.error();
    const QByteArray text = connInfoText(withDeskRules(*given)).toUtf8();
    const QByteArray password = (profile.password.isEmpty() ? given->password : profile.password).toUtf8();
    // The text is expanded because it is given as dbname; what follows it wins.
    QVarLengthArray<const char *, 4> keyPointers{"dbname"};
    QVarLengthArray<const char *, 4> valuePointers{text.constData()};
    if (!password.isEmpty()) {
        keyPointers.append("password");
        valuePointers.append(password.constData());
    }
    keyPointers.append(nullptr);
    valuePointers.append(nullptr);
    PGconn *raw = PQconnectdbParams(keyPointers.constData(), valuePointers.constData(), 1);
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(profile, access, raw));
    if (PQstatus(raw) != CONNECTION_OK)
        return connection->connectionError();
    return std::unique_ptr<Connection>(std::move(connection));
}

Error PostgresConnection::connectionError() const
{
    const QString detail = QString::fromUtf8(PQerrorMessage(m_connection)).trimmed();
    const QString host = QString::fromUtf8(PQhost(m_connection));
    const QString where = host.isEmpty() ? tr("this computer") : host;
    const QString database = QString::fromUtf8(PQdb(m_connection));
    const QString user = QString::fromUtf8(PQuser(m_connection));
    // libpq has no code for a failed connection, only the server's words, which may be in another language; the parts
    // looked for are names and English words that libpq itself writes.
    if (PQconnectionNeedsPassword(m_connection))
        return {ErrorKind::Authentication,
                tr("The server on %1 asks for the password of %2 for %3.").arg(where, user, database), detail};
    if (detail.contains("password"_L1) || detail.contains("authentication failed"_L1))
        return {ErrorKind::Authentication,
                tr("The server on %1 does not accept the password of %2 for %3. Check the user name and the password.")
                    .arg(where, user, database),
                detail};
    if (detail.contains("does not exist"_L1) && detail.contains(u"database \""_s))
        return {ErrorKind::NotFound,
                tr("The server on %1 has no database %2. Check the name after dbname=.").arg(where, database), detail};
    if (detail.contains("does not exist"_L1) && detail.contains(u"role \""_s))
        return {ErrorKind::Authentication, tr("The server on %1 knows no user %2.").arg(where, user), detail};
    if (detail.contains("SSL"_L1) || detail.contains("certificate"_L1))
        return {ErrorKind::CannotOpen,
                tr("The connection to %1 is not secure as it must be for another computer: %2 Add sslrootcert=, or set "
                   "sslmode= on purpose.")
                    .arg(where, detail),
                detail};
    return {
        ErrorKind::CannotOpen,
        tr("The server on %1 cannot be reached. Check host and port, and whether the server is running.").arg(where),
        detail};
}

Error PostgresConnection::errorOf(const PGresult *result) const
{
    const QString detail = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
    const QByteArray state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    // Cut, since it may quote a whole value.
    const QString primary = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)).left(300);
    // What has no code was said by the client library and not by the server: it got no answer.
    if (PQstatus(m_connection) == CONNECTION_BAD || state.isEmpty() || state.startsWith("57P")
        || state.startsWith("08"))
        return {ErrorKind::ConnectionLost,
                tr("The connection to the server was lost. Nothing was changed. Reload to connect again."), detail};
    if (state == "57014")
        return {ErrorKind::Cancelled, tr("Cancelled."), detail};
    if (state == "42501")
        return {ErrorKind::Permission,
                tr("You have no right to do this on the server: %1. Ask the database's owner for it.").arg(primary),
                detail};
    if (state == "25006")
        return {ErrorKind::Refused, tr("This connection is read-only; nothing was changed."), detail};
    if (state.startsWith("23") || state == "P0001") // the latter is what a trigger says
        return {ErrorKind::Constraint, tr("The database refused a value: %1.").arg(primary), detail};
    if (state.startsWith("22"))
        return {ErrorKind::BadInput, tr("The database cannot use a value: %1.").arg(primary), detail};
    if (state == "55P03" || state.startsWith("40"))
        return {ErrorKind::Busy, tr("Somebody else is changing the same rows. Nothing was changed; try again."),
                detail};
    if (state == "53100")
        return {ErrorKind::DiskFull, tr("The server's disk is full. Nothing was changed."), detail};
    if (state == "42P01" || state == "42703" || state == "3F000")
        return {ErrorKind::NotFound, tr("The server no longer has what was asked for: %1.").arg(primary), detail};
    if (state.startsWith("42"))
        return {ErrorKind::Syntax, tr("The server did not understand a statement: %1.").arg(primary), detail};
    return {ErrorKind::Unknown, tr("The server could not do this: %1.").arg(primary.isEmpty() ? detail : primary),
            detail};
}

Result<void> PostgresConnection::simple(const char *statement)
{
    const ResultPtr result(PQexec(m_connection, statement));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return errorOf(result.get());
    return {};
}

Result<void> PostgresConnection::run(const QString &statement)
{
    // A plain query may hold several statements, of which the second could leave the read-only transaction.
    if (access() == Access::ReadOnly) {
        const Result<qint64> done = sendGuarded({statement, {}}, [](const Row &) { return true; });
        return done ? Result<void>() : done.error();
    }
    return simple(statement.toUtf8().constData());
}

Result<qint64> PostgresConnection::execute(const Sql &sql)
{
    return sendGuarded(sql, [](const Row &) { return true; });
}

Result<void> PostgresConnection::forEach(const Sql &sql, const std::function<bool(const Row &)> &visit)
{
    const Result<qint64> done = sendGuarded(sql, visit);
    if (!done)
        return done.error();
    return {};
}

Result<qint64> PostgresConnection::sendGuarded(const Sql &sql, const std::function<bool(const Row &)> &visit)
{
    if (access() == Access::ReadWrite || m_inTransaction)
        return send(sql, visit);
    if (const Result<void> begun = simple("BEGIN READ ONLY"); !begun)
        return begun.error();
    Result<qint64> done = send(sql, visit);
    (void)simple(done ? "COMMIT" : "ROLLBACK");
    // A cancel that comes late hits the end of the transaction, and the next statement would find it aborted.
    for (int i = 0; i < 3 && !isLost() && PQtransactionStatus(m_connection) != PQTRANS_IDLE; ++i)
        (void)simple("ROLLBACK");
    return done;
}

bool PostgresConnection::isLost() const
{
    return PQstatus(m_connection) != CONNECTION_OK;
}

Result<qint64> PostgresConnection::send(const Sql &sql, const std::function<bool(const Row &)> &visit)
{
    QList<QByteArray> texts;
    QVarLengthArray<const char *, 32> pointers;
    for (const Value &value : sql.values)
        texts.append(value.text().toUtf8());
    for (qsizetype i = 0; i < texts.size(); ++i)
        pointers.append(sql.values.at(i).isNull() ? nullptr : texts.at(i).constData());
    if (!PQsendQueryParams(m_connection, sql.text.toUtf8().constData(), int(pointers.size()), nullptr,
                           pointers.constData(), nullptr, nullptr, 0))
        return Error{ErrorKind::ConnectionLost,
                     tr("The connection to the server was lost. Nothing was changed. Reload to connect again."),
                     QString::fromUtf8(PQerrorMessage(m_connection))};
    PQsetSingleRowMode(m_connection);

    std::optional<Error> error;
    qint64 affected = 0;
    bool wanted = true;
    Row row;
    // Every result must be taken, else the next statement finds the connection busy.
    while (const ResultPtr result{PQgetResult(m_connection)}) {
        switch (PQresultStatus(result.get())) {
        case PGRES_SINGLE_TUPLE:
        case PGRES_TUPLES_OK: {
            const int columns = PQnfields(result.get());
            for (int r = 0; wanted && r < PQntuples(result.get()); ++r) {
                row.clear();
                for (int c = 0; c < columns; ++c) {
                    row.append(PQgetisnull(result.get(), r, c)
                                   ? Value::null()
                                   : Value(QString::fromUtf8(PQgetvalue(result.get(), r, c),
                                                             PQgetlength(result.get(), r, c))));
                }
                // The rest is drained, not cancelled: a cancel would abort the transaction around it, and one that
                // arrives late would hit the next statement. Statements with few wanted rows have a LIMIT.
                wanted = visit(row);
            }
            if (PQresultStatus(result.get()) == PGRES_TUPLES_OK)
                affected = QByteArray(PQcmdTuples(result.get())).toLongLong();
            break;
        }
        case PGRES_COMMAND_OK:
            affected = QByteArray(PQcmdTuples(result.get())).toLongLong();
            break;
        default:
            if (!error)
                error = errorOf(result.get());
            break;
        }
    }
    if (error)
        return *error;
    return affected;
}

Result<void> PostgresConnection::listen(const QString &channel)
{
    return simple((u"LISTEN "_s + Dialect::quote(channel)).toUtf8().constData());
}

Result<QStringList> PostgresConnection::takeNotifications()
{
    const bool hasRead = PQconsumeInput(m_connection) == 1;
    QStringList texts;
    while (PGnotify *notification = PQnotifies(m_connection)) {
        texts.append(QString::fromUtf8(notification->extra));
        PQfreemem(notification);
    }
    if (!hasRead || PQstatus(m_connection) == CONNECTION_BAD)
        return Error{ErrorKind::ConnectionLost, tr("The connection to the server was lost."),
                     QString::fromUtf8(PQerrorMessage(m_connection))};
    return texts;
}

int PostgresConnection::socket() const
{
    return PQsocket(m_connection);
}

Result<std::unique_ptr<BulkWriter>> PostgresConnection::bulkWriter(const QString &table, const QList<Column> &columns)
{
    return std::unique_ptr<BulkWriter>(std::make_unique<PostgresBulkWriter>(*this, table, columns));
}

Result<qint64> PostgresConnection::copyIn(const QString &statement, const QByteArray &data)
{
    ResultPtr begun(PQexec(m_connection, statement.toUtf8().constData()));
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        return errorOf(begun.get());
    // An error that the server found while it read comes with the results.
    const bool sent = PQputCopyData(m_connection, data.constData(), int(data.size())) == 1
        && PQputCopyEnd(m_connection, nullptr) == 1;
    std::optional<Error> error;
    qint64 copied = 0;
    while (const ResultPtr result{PQgetResult(m_connection)}) {
        if (PQresultStatus(result.get()) == PGRES_COMMAND_OK)
            copied = QByteArray(PQcmdTuples(result.get())).toLongLong();
        else if (!error)
            error = errorOf(result.get());
        if (PQresultStatus(result.get()) == PGRES_COPY_IN)
            break; // the end could not be sent: the connection is gone
    }
    if (error)
        return *error;
    if (!sent)
        return Error{ErrorKind::ConnectionLost,
                     tr("The connection to the server was lost. Nothing was changed. Reload to connect again."),
                     QString::fromUtf8(PQerrorMessage(m_connection))};
    return copied;
}

} // namespace Ghar

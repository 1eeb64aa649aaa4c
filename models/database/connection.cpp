// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connection.h"

#include "database/postgresconnection.h"
#include "database/sqliteconnection.h"

#include <QCoreApplication>

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

} // namespace

Connection::Connection(Profile profile, Access access, const Dialect &dialect)
    : m_profile(std::move(profile)), m_access(access), m_dialect(dialect)
{ }

Result<std::unique_ptr<Connection>> Connection::open(const Profile &profile, Access access)
{
    if (profile.kind == Profile::Kind::Postgres)
        return PostgresConnection::open(profile, access);
    return SqliteConnection::open(profile, access);
}

Result<void> Connection::listen(const QString &)
{
    return Error{ErrorKind::Refused, Text::tr("This kind of database tells nothing by itself."), {}};
}

Result<QStringList> Connection::takeNotifications()
{
    return QStringList();
}

Result<QList<Row>> Connection::rows(const Sql &sql)
{
    QList<Row> rows;
    const Result<void> done = forEach(sql, [&rows](const Row &row) {
        rows.append(row);
        return true;
    });
    if (!done)
        return done.error();
    return rows;
}

Result<std::optional<Row>> Connection::firstRow(const Sql &sql)
{
    std::optional<Row> first;
    const Result<void> done = forEach(sql, [&first](const Row &row) {
        first = row;
        return false;
    });
    if (!done)
        return done.error();
    return first;
}

Result<Value> Connection::scalar(const Sql &sql)
{
    const Result<std::optional<Row>> row = firstRow(sql);
    if (!row)
        return row.error();
    return *row && !(*row)->isEmpty() ? (*row)->first() : Value::null();
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databasesession.h"

#include "database/migration.h"

using namespace Qt::StringLiterals;

namespace Ghar {

static Result<OpenedDatabase> openDatabase(Connection &connection, const QDateTime &now, const Value &staffId)
{
    const Result<MigrationReport> updated = updateFile(connection.profile(), now);
    if (!updated)
        return updated.error();
    Result<OpenedDatabase> opened = lookIntoDatabase(connection, staffId);
    if (!opened)
        return opened;
    opened->notices = QStringList{updated->notice, connection.notice()} + opened->notices;
    opened->notices.removeAll(QString());
    return opened;
}

DatabaseSession::DatabaseSession(Profile profile)
    : m_profile(std::move(profile))
    , m_reader(m_profile, Access::ReadOnly, u"ghar-reader"_s)
    , m_counter(m_profile, Access::ReadOnly, u"ghar-counter"_s)
    , m_details(m_profile, Access::ReadOnly, u"ghar-details"_s)
{ }

Answer<Result<OpenedDatabase>> DatabaseSession::open(const QDateTime &now, const Value &staffId)
{
    return m_reader.run([now, staffId](Connection &connection) { return openDatabase(connection, now, staffId); });
}

DatabaseWorker &DatabaseSession::transfer()
{
    if (!m_transfer)
        m_transfer = std::make_unique<DatabaseWorker>(m_profile, Access::ReadOnly, u"ghar-transfer"_s);
    return *m_transfer;
}

void DatabaseSession::allowWriting()
{
    if (!m_writer)
        m_writer = std::make_unique<DatabaseWorker>(m_profile, Access::ReadWrite, u"ghar-writer"_s);
}

const Dialect &DatabaseSession::dialect() const
{
    return m_profile.kind == Profile::Kind::Postgres ? Dialect::postgres() : Dialect::sqlite();
}

} // namespace Ghar

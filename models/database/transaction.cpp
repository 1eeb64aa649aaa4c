// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/transaction.h"

#include "core/logging.h"

using namespace Qt::StringLiterals;

namespace Ghar {

Transaction::Transaction(Connection &connection) : m_connection(connection) { }

Transaction::~Transaction()
{
    if (m_open)
        rollback();
}

Result<void> Transaction::begin()
{
    Q_ASSERT(!m_open && !m_connection.isInTransaction());
    const bool readOnly = m_connection.access() == Access::ReadOnly;
    QString statement;
    if (m_connection.dialect().isPostgres())
        statement = readOnly ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s : u"BEGIN"_s;
    else
        // A writer takes the lock at once, so that a busy database is found before the work and not in its middle.
        statement = readOnly ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
    // Told before, so that the connection does not wrap BEGIN itself.
    m_connection.m_inTransaction = true;
    Result<void> begun = m_connection.run(statement);
    m_open = begun.hasValue();
    m_connection.m_inTransaction = m_open;
    return begun;
}

Result<void> Transaction::commit()
{
    Q_ASSERT(m_open);
    Result<void> done = m_connection.run(u"COMMIT"_s);
    if (!done) {
        rollback();
        return done;
    }
    m_open = false;
    m_connection.m_inTransaction = false;
    return done;
}

void Transaction::rollback()
{
    if (!m_open)
        return;
    const Result<void> done = m_connection.run(u"ROLLBACK"_s);
    if (!done)
        qCInfo(lcDatabase) << "Rolling back was not needed or failed:" << done.error().detail;
    m_open = false;
    m_connection.m_inTransaction = false;
}

} // namespace Ghar

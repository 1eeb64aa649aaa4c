// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databasesession.h"

#include "database/introspection.h"
#include "schema/schemareader.h"

using namespace Qt::StringLiterals;

namespace Ghar {

// Declared beside LiveSchema; named here to keep the overload set clear inside the lambda.
static Result<LiveSchemaPtr> readLiveSchema(Connection &connection)
{
    return introspect(connection, platformSchema());
}

DatabaseSession::DatabaseSession(Profile profile)
    : m_profile(std::move(profile))
    , m_reader(m_profile, Access::ReadOnly, u"ghar-reader"_s)
    , m_counter(m_profile, Access::ReadOnly, u"ghar-counter"_s)
    , m_details(m_profile, Access::ReadOnly, u"ghar-details"_s)
{ }

Answer<Result<LiveSchemaPtr>> DatabaseSession::open()
{
    return m_reader.run(readLiveSchema);
}

const Dialect &DatabaseSession::dialect() const
{
    return m_profile.kind == Profile::Kind::Postgres ? Dialect::postgres() : Dialect::sqlite();
}

} // namespace Ghar

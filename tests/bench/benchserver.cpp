// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchserver.h"

#include "database/connection.h"

#include <QTemporaryDir>
#include <QUuid>

using namespace Ghar;
using namespace Qt::StringLiterals;

ServerDatabase::ServerDatabase(const QString &connInfo)
{
    m_server.kind = Profile::Kind::Postgres;
    m_server.connInfo = connInfo;
    m_name = u"ghar_bench_"_s + QUuid::createUuid().toString(QUuid::Id128);
    m_isMade = run(u"CREATE DATABASE "_s + m_name);
    m_profile = m_server;
    m_profile.connInfo += u" dbname="_s + m_name;
}

ServerDatabase::~ServerDatabase()
{
    if (m_isMade)
        (void)run(u"DROP DATABASE "_s + m_name + u" WITH (FORCE)"_s);
}

bool ServerDatabase::run(const QString &statement) const
{
    auto administrator = Connection::open(m_server, Access::ReadWrite);
    return administrator && (*administrator)->run(statement);
}

QJsonObject measureOnBoth(const BenchOptions &options,
                          const std::function<QJsonObject(const BenchOptions &, const Profile &)> &measure)
{
    const QTemporaryDir folder;
    Profile file;
    file.file = folder.filePath(u"bench.sqlite"_s);
    QJsonObject json{{u"sqlite"_s, measure(options, file)}};
    if (!options.postgres.isEmpty()) {
        const ServerDatabase database(options.postgres);
        json.insert(u"postgres"_s,
                    database.isMade() ? measure(options, database.profile())
                                      : failed(u"the server gives no room for a database"_s));
    }
    return json;
}

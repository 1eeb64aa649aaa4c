// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporarydatabase.h"

#include "database/ddl.h"
#include "database/initializer.h"
#include "database/migration.h"
#include "schema/schemareader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

// Any number will do as long as all test programs use the same.
constexpr int templateLock = 360;

std::unique_ptr<Connection> opened(const Profile &profile, Access access = Access::ReadWrite)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(profile, access);
    if (!connection)
        qFatal("Opening failed: %s", qPrintable(connection.error().userText + u' ' + connection.error().detail));
    return std::move(connection).value();
}

Profile serverProfile(const QString &database)
{
    Profile profile;
    profile.kind = Profile::Kind::Postgres;
    profile.name = u"Test"_s;
    profile.connInfo = testServer() + u" dbname="_s + database;
    return profile;
}

void makePlatform(const Profile &profile)
{
    const std::unique_ptr<Connection> connection = opened(profile);
    const Result<InitReport> made = initializeDatabase(*connection, platformSchema(), std::nullopt);
    if (!made)
        qFatal("Making the platform database failed: %s", qPrintable(made.error().userText + made.error().detail));
}

/// One template for all test programs that run on this server. Its name tells the statements that made it, so a server
/// that outlives a change of the schema cannot give an old one.
QString platformTemplate(Connection &server)
{
    static const QString name = [&server] {
        const Ddl ddl = postgresDdl(*platformSchema(), {true, true});
        QStringList statements = ddl.tables + ddl.resumeTriggers;
        for (const Migration &step : migrations())
            statements += step.postgres;
        const QByteArray hash = QCryptographicHash::hash(statements.join(u'\n').toUtf8(), QCryptographicHash::Sha1);
        const QString wanted = u"ghar_platform_"_s + QString::fromLatin1(hash.toHex().first(12));
        must(server, u"SELECT pg_advisory_lock(%1)"_s.arg(templateLock));
        if (scalar(server, u"SELECT count(*) FROM pg_database WHERE datname = '%1'"_s.arg(wanted)) == "0"_L1) {
            const QString unfinished = wanted + u"_unfinished"_s;
            must(server, u"DROP DATABASE IF EXISTS "_s + unfinished + u" WITH (FORCE)"_s);
            must(server, u"CREATE DATABASE "_s + unfinished);
            makePlatform(serverProfile(unfinished));
            must(server, u"ALTER DATABASE %1 RENAME TO %2"_s.arg(unfinished, wanted));
        }
        must(server, u"SELECT pg_advisory_unlock(%1)"_s.arg(templateLock));
        return wanted;
    }();
    return name;
}

/// A platform file made once per program.
QString platformFile()
{
    static const QTemporaryDir folder;
    static const QString file = [] {
        Profile profile;
        profile.file = folder.filePath(u"platform.sqlite"_s);
        makePlatform(profile);
        return profile.file;
    }();
    return file;
}

} // namespace

void forEachDatabase()
{
    QTest::addColumn<Backend>("backend");
    QTest::newRow("sqlite") << Backend::Sqlite;
    QTest::newRow("postgres") << Backend::Postgres;
}

QString testServer()
{
    return qEnvironmentVariable("GHAR_TEST_PG");
}

QString whyMissing(Backend backend, bool &mayBeSkipped)
{
    mayBeSkipped = qEnvironmentVariableIntValue("GHAR_WITHOUT_POSTGRES") == 1;
    if (backend == Backend::Sqlite || !testServer().isEmpty())
        return {};
    return mayBeSkipped ? u"GHAR_WITHOUT_POSTGRES=1"_s
                        : u"GHAR_TEST_PG is not set. Run the tests with tests/run, which starts a server for them."_s;
}

TemporaryDatabase::TemporaryDatabase(Backend backend, Content content) : m_backend(backend)
{
    m_profile.name = u"Test"_s;
    if (backend == Backend::Sqlite) {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.file = m_folder->filePath(u"test.sqlite"_s);
        if (content == Content::Platform)
            QFile::copy(platformFile(), m_profile.file);
        else
            (void)QFile(m_profile.file).open(QIODevice::WriteOnly); // an empty file is an empty database
        return;
    }
    m_name = u"ghar_test_"_s + QUuid::createUuid().toString(QUuid::Id128);
    const std::unique_ptr<Connection> server = opened(serverProfile(u"postgres"_s));
    QString statement = u"CREATE DATABASE "_s + m_name;
    if (content == Content::Platform)
        statement += u" TEMPLATE "_s + platformTemplate(*server);
    must(*server, statement);
    m_profile = serverProfile(m_name);
}

TemporaryDatabase::~TemporaryDatabase()
{
    if (m_name.isEmpty())
        return;
    const std::unique_ptr<Connection> server = opened(serverProfile(u"postgres"_s));
    // Roles are shared by all databases of a server; what they own goes with the database.
    must(*server, u"DROP DATABASE IF EXISTS "_s + m_name + u" WITH (FORCE)"_s);
}

Profile TemporaryDatabase::profileOf(const QString &role) const
{
    Profile profile = m_profile;
    profile.connInfo += u" user="_s + role;
    return profile;
}

QStringList TemporaryDatabase::arguments() const
{
    return isPostgres() ? QStringList{u"--postgres"_s, m_profile.connInfo} : QStringList{u"--sqlite"_s, m_profile.file};
}

QString TemporaryDatabase::folder() const
{
    return m_folder ? m_folder->path() : QString();
}

std::unique_ptr<Connection> TemporaryDatabase::open(Access access) const
{
    return opened(m_profile, access);
}

LiveSchemaPtr TemporaryDatabase::introspected() const
{
    const std::unique_ptr<Connection> connection = open(Access::ReadOnly);
    const Result<LiveSchemaPtr> live = introspect(*connection, platformSchema());
    if (!live)
        qFatal("Introspection failed: %s", qPrintable(live.error().userText + live.error().detail));
    return *live;
}

void must(Connection &connection, const QString &statement)
{
    if (const Result<void> done = connection.run(statement); !done)
        qFatal("%s\n  %s", qPrintable(statement.left(400)),
               qPrintable(done.error().userText + u' ' + done.error().detail));
}

QString scalar(Connection &connection, const QString &statement)
{
    const Result<Value> value = connection.scalar({statement, {}});
    if (!value)
        qFatal("%s\n  %s", qPrintable(statement.left(400)),
               qPrintable(value.error().userText + u' ' + value.error().detail));
    return value->isNull() ? u"NULL"_s : value->text();
}

} // namespace Ghar

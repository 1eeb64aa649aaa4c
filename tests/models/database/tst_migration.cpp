// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connection.h"
#include "database/databasesession.h"
#include "database/initializer.h"
#include "database/introspection.h"
#include "database/migration.h"
#include "schema/schemareader.h"
#include "support/permissions.h"
#include "support/temporarydatabase.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC);
}

/// Everything the file declares, one statement a line, in an order that does not depend on when it was made.
QString shape(Connection &connection)
{
    return scalar(
        connection,
        u"SELECT group_concat(line, char(10)) FROM (SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS "
        "line FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name)"_s);
}

} // namespace

/// Files of older versions are copied and then brought up to date, or left as they are.
class tst_Migration : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void cleanup()
    {
        QFile::setPermissions(m_folder->path(), openFolder);
        m_folder.reset();
    }

    void stepsLeadToThePresentVersion()
    {
        QCOMPARE(migrations().last().version, currentSchemaVersion);
        for (qsizetype i = 0; i < migrations().size(); ++i) {
            QCOMPARE(migrations().at(i).version, int(i) + 2);
            QVERIFY(!migrations().at(i).sqlite.isEmpty());
            QVERIFY(!migrations().at(i).postgres.isEmpty());
        }
    }

    void cutsFilesAtTheirMarkers()
    {
        QCOMPARE(statementsOf(u"-- a word\nSELECT 1;\nSELECT 2\n-- next statement\n\n-- next statement\nSELECT 3\n"_s),
                 (QStringList{u"SELECT 1;\nSELECT 2"_s, u"SELECT 3"_s}));
    }

    void bringsEveryReleasedVersionUpToDate_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < currentSchemaVersion; ++version)
            QTest::addRow("version %d", version) << version;
    }
    void bringsEveryReleasedVersionUpToDate()
    {
        QFETCH(int, version);
        const Profile old = released(version);
        const QByteArray before = contents(old.file);
        const Result<MigrationReport> report = updateFile(old, noon());
        GHAR_VERIFY(report);
        QCOMPARE(report->from, version);
        QCOMPARE(report->to, currentSchemaVersion);
        QVERIFY2(report->notice.contains(report->backup), qPrintable(report->notice));
        QCOMPARE(QFileInfo(report->backup).fileName(), u"old.version-%1-20261122-063000.sqlite"_s.arg(version));

        Profile fresh;
        fresh.file = m_folder->filePath(u"fresh.sqlite"_s);
        {
            const auto made = Connection::open(fresh, Access::ReadWrite);
            GHAR_VERIFY(made);
            GHAR_VERIFY(initializeDatabase(**made, platformSchema(), std::nullopt));
            const auto updated = Connection::open(old, Access::ReadOnly);
            GHAR_VERIFY(updated);
            QCOMPARE(shape(**updated), shape(**made));
            QCOMPARE(scalar(**updated, u"SELECT group_concat(full_name) FROM users"_s), u"Asha Verma,आशा वर्मा"_s);
            QCOMPARE(scalar(**updated, u"PRAGMA integrity_check"_s), u"ok"_s);
        }
        Profile copy;
        copy.file = report->backup;
        {
            const auto kept = Connection::open(copy, Access::ReadOnly);
            GHAR_VERIFY(kept);
            QCOMPARE(scalar(**kept, u"SELECT value FROM desk_meta WHERE key = 'schema_version'"_s),
                     QString::number(version));
            QCOMPARE(scalar(**kept, u"SELECT count(*) FROM users"_s), u"2"_s);
        }
        QVERIFY(contents(old.file) != before);

        // Once is enough.
        const QByteArray after = contents(old.file);
        const Result<MigrationReport> again = updateFile(old, noon());
        GHAR_VERIFY(again);
        QCOMPARE(again->from, currentSchemaVersion);
        QVERIFY(again->backup.isEmpty());
        QVERIFY(contents(old.file) == after);
    }

    void theSessionBringsTheFileUpToDateAndSaysSo()
    {
        const Profile old = released(1);
        DatabaseSession session(old);
        const Result<OpenedDatabase> opened = session.open(noon()).result();
        GHAR_VERIFY(opened);
        QCOMPARE(opened->schema->deskVersion, currentSchemaVersion);
        QVERIFY(!opened->schema->isDemo);
        QCOMPARE(opened->notices.size(), 1);
        QVERIFY2(opened->notices.first().contains(u"old.version-1-20261122-063000.sqlite"_s),
                 qPrintable(opened->notices.first()));
    }

    void aFailedStepLeavesTheFileAsItWas()
    {
        const Profile old = released(1);
        QList<Migration> steps = migrations();
        steps.append({currentSchemaVersion + 1, {u"CREATE TABLE desk_half (a)"_s, u"CREATE TABLE users (a)"_s}, {}});
        const Result<MigrationReport> report = updateFile(old, noon(), steps);
        QVERIFY(!report);
        QVERIFY2(report.error().userText.contains(u"old.version-1-20261122-063000.sqlite"_s),
                 qPrintable(report.error().userText));
        const auto reader = Connection::open(old, Access::ReadOnly);
        GHAR_VERIFY(reader);
        // The steps before it hold; of the failed one nothing does.
        QCOMPARE(scalar(**reader, u"SELECT value FROM desk_meta WHERE key = 'schema_version'"_s),
                 QString::number(currentSchemaVersion));
        QCOMPARE(scalar(**reader, u"SELECT count(*) FROM sqlite_master WHERE name = 'desk_half'"_s), u"0"_s);
    }

    void keepsEarlierCopies()
    {
        const Profile old = released(1);
        const QByteArray bytes = contents(old.file);
        GHAR_VERIFY(updateFile(old, noon()));
        QVERIFY(write(old.file, bytes));
        const Result<MigrationReport> second = updateFile(old, noon());
        GHAR_VERIFY(second);
        QCOMPARE(QFileInfo(second->backup).fileName(), u"old.version-1-20261122-063000-2.sqlite"_s);
        QCOMPARE(QDir(m_folder->path()).entryList({u"old.version-1-*"_s}).size(), 2);
    }

    void leavesOtherFilesAlone()
    {
        Profile profile;
        profile.file = m_folder->filePath(u"none.sqlite"_s);
        const Result<MigrationReport> none = updateFile(profile, noon());
        GHAR_VERIFY(none);
        QCOMPARE(none->from, 0);
        QVERIFY(!QFileInfo::exists(profile.file));

        profile.file = m_folder->filePath(u"other.sqlite"_s);
        {
            const auto writer = Connection::open(profile, Access::ReadWrite);
            GHAR_VERIFY(writer);
            must(**writer, u"CREATE TABLE recipes (a)"_s);
            must(**writer, u"PRAGMA journal_mode = DELETE"_s);
        }
        const QByteArray before = contents(profile.file);
        const Result<MigrationReport> other = updateFile(profile, noon());
        GHAR_VERIFY(other);
        QCOMPARE(other->from, 0);
        QVERIFY(contents(profile.file) == before);

        profile.file = m_folder->filePath(u"torn.sqlite"_s);
        QVERIFY(write(profile.file, "not a database, however one looks at it"));
        QCOMPARE(updateFile(profile, noon()).error().kind, ErrorKind::CannotOpen);
    }

    void refusingChangesNoByte()
    {
        // Neither the tables nor the journal mode, which is written into the file as well.
        Profile profile;
        profile.file = m_folder->filePath(u"other.sqlite"_s);
        {
            const auto writer = Connection::open(profile, Access::ReadWrite);
            GHAR_VERIFY(writer);
            must(**writer, u"CREATE TABLE recipes (a)"_s);
        }
        const QByteArray before = contents(profile.file);
        {
            const auto writer = Connection::open(profile, Access::ReadWrite);
            GHAR_VERIFY(writer);
            QCOMPARE(initializeDatabase(**writer, platformSchema(), std::nullopt).error().kind, ErrorKind::Refused);
        }
        QVERIFY(contents(profile.file) == before);
    }

    void aNewerFileIsRefusedWhereverItIsOpened()
    {
        const Profile old = released(1);
        {
            const auto writer = Connection::open(old, Access::ReadWrite);
            GHAR_VERIFY(writer);
            must(**writer,
                 u"UPDATE desk_meta SET value = '%1' WHERE key = 'schema_version'"_s.arg(currentSchemaVersion + 1));
        }
        GHAR_VERIFY(updateFile(old, noon()));
        QCOMPARE(QDir(m_folder->path()).entryList({u"old.version-*"_s}).size(), 0);
        DatabaseSession session(old);
        const Result<OpenedDatabase> opened = session.open(noon()).result();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NewerSchema);
        QVERIFY(opened.error().userText.contains(QString::number(currentSchemaVersion + 1)));
    }

    void anOldFileThatCannotBeWrittenIsReadAsItIs()
    {
        if (runsAsAnotherUser())
            return;
        const Profile old = released(1);
        QVERIFY(QFile::setPermissions(old.file, readOnlyFile));
        QVERIFY(QFile::setPermissions(m_folder->path(), readOnlyFolder));
        QVERIFY2(!canWriteIn(m_folder->path()), "this user can write everywhere");
        const QByteArray before = contents(old.file);
        DatabaseSession session(old);
        const Result<OpenedDatabase> opened = session.open(noon()).result();
        GHAR_VERIFY(opened);
        QCOMPARE(opened->schema->deskVersion, 1);
        QCOMPARE(opened->notices.size(), 1);
        QVERIFY2(opened->notices.first().contains(old.file), qPrintable(opened->notices.first()));
        QVERIFY(contents(old.file) == before);
    }

    void initBringsAServerUpToDate()
    {
        GHAR_NEEDS_DATABASE(Backend::Postgres);
        const TemporaryDatabase database(Backend::Postgres);
        const std::unique_ptr<Connection> connection = database.open();
        // Back to what version 1 had.
        must(*connection, u"DROP TABLE ghar_desk.decision_items, ghar_desk.decisions, ghar_desk.claims"_s);
        must(*connection, u"DROP TABLE ghar_desk.journal"_s);
        must(*connection, u"DROP FUNCTION ghar_desk.keep_journal()"_s);
        must(*connection, u"UPDATE ghar_desk.meta SET value = '1' WHERE key = 'schema_version'"_s);
        QCOMPARE(database.introspected()->deskVersion, 1); // opening changes nothing on a server
        const Result<InitReport> report = initializeDatabase(*connection, platformSchema(), std::nullopt);
        GHAR_VERIFY(report);
        QVERIFY(!report->created);
        QCOMPARE(report->updatedFrom, 1);
        QCOMPARE(database.introspected()->deskVersion, currentSchemaVersion);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM ghar_desk.journal"_s), u"0"_s);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM ghar_desk.decisions"_s), u"0"_s);
    }

private:
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The file that the desk of this version made, as `old.sqlite`.
    Profile released(int version) const
    {
        Profile profile;
        profile.file = m_folder->filePath(u"old.sqlite"_s);
        const QByteArray packed = contents(u":/databases/version-%1.sqlite.z"_s.arg(version));
        if (packed.isEmpty() || !write(profile.file, qUncompress(packed)))
            qFatal("The file of version %d is missing.", version);
        return profile;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_Migration)
#include "tst_migration.moc"

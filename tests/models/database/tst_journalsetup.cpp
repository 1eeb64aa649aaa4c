// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/introspection.h"
#include "database/journalsetup.h"
#include "database/migration.h"
#include "records/journal.h"
#include "schema/schemareader.h"
#include "support/temporarydatabase.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The desk's own tables in a database that it did not make.
class tst_JournalSetup : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    const QDateTime m_now{QDate(2026, 11, 22), QTime(6, 30), Qt::UTC};

    /// Names of everything that is there, in one order.
    QStringList objects()
    {
        const Result<QList<Row>> rows = m_connection->rows(
            {m_database->isPostgres()
                 ? u"SELECT n.nspname || '.' || c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'ghar_desk') ORDER BY 1"_s
                 : u"SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1"_s,
             {}});
        if (!rows)
            qFatal("%s", qPrintable(whyNot(rows)));
        QStringList names;
        for (const Row &row : *rows)
            names.append(row.first().text());
        return names;
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend, TemporaryDatabase::Content::Empty);
        m_connection = m_database->open();
        // As the platform's own tools make it: nothing of the desk.
        must(*m_connection, u"CREATE TABLE users (id bigint PRIMARY KEY, full_name text)"_s);
        must(*m_connection, u"INSERT INTO users VALUES (1, 'Asha')"_s);
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void makesWhatInitMakesAndTouchesNothingElse()
    {
        QCOMPARE(*journalRoom(*m_connection), JournalRoom::CanBeMade);
        QCOMPARE((*introspect(*m_connection, platformSchema()))->deskVersion, 0);
        const QStringList before = objects();
        GHAR_VERIFY(createJournal(*m_connection, m_now));
        QCOMPARE(*journalRoom(*m_connection), JournalRoom::There);
        const LiveSchemaPtr live = *introspect(*m_connection, platformSchema());
        QCOMPARE(live->deskVersion, currentSchemaVersion);
        QVERIFY(!live->isDemo);
        QCOMPARE(scalar(*m_connection, u"SELECT full_name FROM users"_s), u"Asha"_s);
        const QStringList after = objects();
        for (const QString &name : before)
            QVERIFY(after.contains(name));
        // What is told before is what is made.
        for (const QString &name : journalObjects(m_connection->dialect())) {
            const bool isMade = std::any_of(after.cbegin(), after.cend(),
                                            [&name](const QString &object) { return object.contains(name); });
            QVERIFY2(isMade || name.contains(u"keep_journal"_s), qPrintable(name));
        }
        const QString meta = m_database->isPostgres() ? u"ghar_desk.meta"_s : u"desk_meta"_s;
        QCOMPARE(scalar(*m_connection, u"SELECT value FROM "_s + meta + u" WHERE key = 'created_at'"_s).left(10),
                 u"2026-11-22"_s);
        // Asked twice, made once.
        GHAR_VERIFY(createJournal(*m_connection, m_now));
        QCOMPARE(objects(), after);
        QCOMPARE(verifyJournal(*m_connection)->size(), 0);
    }

    void leavesNothingBehindWhenItFails()
    {
        // Something of that name stands in the way of the second step.
        must(*m_connection,
             m_database->isPostgres() ? u"CREATE SCHEMA ghar_desk"_s : u"CREATE TABLE desk_journal (x)"_s);
        if (m_database->isPostgres())
            must(
                *m_connection,
                u"CREATE FUNCTION ghar_desk.keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"_s);
        const QStringList before = objects();
        QVERIFY(!createJournal(*m_connection, m_now));
        QCOMPARE(objects(), before);
    }

    void isOnlyEverAddedTo()
    {
        if (m_database->isPostgres()) {
            // A server may hand out rights on everything that is made.
            must(*m_connection,
                 u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ghar_eager') THEN CREATE ROLE "
                 "ghar_eager; END IF; END $$"_s);
            must(*m_connection, u"ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO ghar_eager"_s);
        }
        GHAR_VERIFY(createJournal(*m_connection, m_now));
        if (m_database->isPostgres()) {
            QCOMPARE(
                scalar(*m_connection,
                       u"SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace CROSS "
                       "JOIN LATERAL aclexplode(c.relacl) AS a WHERE n.nspname = 'ghar_desk' AND c.relname = "
                       "'journal' AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')"_s),
                u"0"_s);
            QCOMPARE(
                scalar(*m_connection, u"SELECT has_table_privilege('ghar_eager', 'ghar_desk.journal', 'UPDATE')"_s),
                u"f"_s);
            must(*m_connection, u"ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM ghar_eager"_s);
        }
        const QString journal = m_database->isPostgres() ? u"ghar_desk.journal"_s : u"desk_journal"_s;
        for (const QString &statement :
             {u"UPDATE "_s + journal + u" SET reason = 'x'"_s, u"DELETE FROM "_s + journal}) {
            // Even the owner, who can give the rights back, is stopped by the trigger once there is an entry.
            must(*m_connection,
                 u"INSERT INTO "_s + journal
                     + u" (writer_id, sequence, change_id, made_at, role, origin, reason, action, table_name, "
                       "previous_hash, hash) VALUES ('w', (SELECT coalesce(max(sequence), 0) + 1 FROM "_s
                     + journal + u"), 'c', '2026', '', '', '', 'update', 't', '', '')"_s);
            QVERIFY2(!m_connection->run(statement), qPrintable(statement));
        }
    }
};

QTEST_MAIN(tst_JournalSetup)
#include "tst_journalsetup.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandfixture.h"
#include "support/rowmaker.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Makes, checks and empties databases by db init, check and clear-demo.
class tst_DbCommands : public CommandFixture
{
    Q_OBJECT

private slots:
    void initTwiceChangesNothing()
    {
        const QString before = fingerprint();
        const Outcome again = desk({u"db"_s, u"init"_s, u"--json"_s});
        QCOMPARE(again.code, 0);
        QCOMPARE(again.json().value(u"created"_s).toBool(true), false);
        QCOMPARE(fingerprint(), before);
    }

    void initRefusesWhatHoldsOtherTables()
    {
        const TemporaryDatabase other(m_database->backend(), TemporaryDatabase::Content::Empty);
        must(*other.open(), u"CREATE TABLE recipes (id integer)"_s);
        const Outcome refused = runDesk(other.arguments() + QStringList{u"db"_s, u"init"_s, u"--json"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.out.isEmpty());
        QVERIFY(refused.err.contains(u"recipes"_s));
        QCOMPARE(other.introspected()->tables.size(), 1);
    }

    void initRefusesWhatHoldsAnythingElse_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("named");
        QTest::newRow("a table in another schema")
            << u"CREATE SCHEMA kitchen; CREATE TABLE kitchen.recipes (id integer)"_s << u"kitchen.recipes"_s;
        QTest::newRow("a function") << u"CREATE FUNCTION cook() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s << u"cook"_s;
        QTest::newRow("a type") << u"CREATE TYPE property_type AS ENUM ('x')"_s << u"property_type"_s;
    }
    void initRefusesWhatHoldsAnythingElse()
    {
        QFETCH(QString, statement);
        QFETCH(QString, named);
        if (!m_database->isPostgres())
            return; // a file has no schemas, functions or types
        const TemporaryDatabase other(Backend::Postgres, TemporaryDatabase::Content::Empty);
        must(*other.open(), statement);
        const Outcome refused = runDesk(other.arguments() + QStringList{u"db"_s, u"init"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(named), qPrintable(refused.err));
        QCOMPARE(scalar(*other.open(), u"SELECT count(*) FROM pg_namespace WHERE nspname = 'ghar_desk'"_s), u"0"_s);
    }

    void initNeedsAPlace()
    {
        const Outcome nowhere = runDesk({u"db"_s, u"init"_s});
        QCOMPARE(nowhere.code, 2);
        QVERIFY2(nowhere.err.contains(u"--sqlite"_s), qPrintable(nowhere.err));
    }

    void clearDemoLeavesUnknownTablesAlone()
    {
        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        RowMaker maker(*connection, database.introspected());
        const Value user = maker.id(u"users"_s, {{u"is_seed_data"_s, Value::boolean(true)}});
        must(*connection,
             u"CREATE TABLE payroll (id integer PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id))"_s);
        must(*connection, u"INSERT INTO payroll VALUES (1, %1)"_s.arg(user.text()));
        const Outcome refused = runDesk(database.arguments() + QStringList{u"db"_s, u"clear-demo"_s, u"--yes"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(u"payroll"_s), qPrintable(refused.err));
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM payroll"_s), u"1"_s);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM users"_s), u"1"_s);
    }

    void failedInitLeavesNoFile()
    {
        if (m_database->isPostgres())
            return;
        QTemporaryDir folder;
        const QString file = folder.filePath(u"no/such/new.sqlite"_s);
        QCOMPARE(runDesk({u"db"_s, u"init"_s, u"--sqlite"_s, file}).code, 1);
        const QString letter = folder.filePath(u"letter.txt"_s);
        QFile text(letter);
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("Dear owner");
        text.close();
        const Outcome refused = runDesk({u"db"_s, u"init"_s, u"--sqlite"_s, letter});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains(letter));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"letter.txt"_s});
        QCOMPARE(QFileInfo(letter).size(), 10);
        for (const QString &command : {u"tables"_s, u"check"_s, u"clear-demo"_s}) {
            const Outcome missing = runDesk({u"db"_s, command, u"--sqlite"_s, folder.filePath(u"missing.sqlite"_s)});
            QCOMPARE(missing.code, 1);
            QVERIFY(missing.err.contains(u"missing.sqlite"_s));
        }
        QVERIFY(!QFile::exists(folder.filePath(u"missing.sqlite"_s)));
    }

    void clearDemoAsksFirst()
    {
        {
            const std::unique_ptr<Connection> connection = m_database->open();
            RowMaker maker(*connection, m_database->introspected());
            (void)maker.make(u"users"_s, {{u"is_seed_data"_s, Value::boolean(true)}});
        }
        const QString all = fingerprint();
        for (const QByteArray &answer :
             {QByteArray(), QByteArray("\n"), QByteArray("n\n"), QByteArray("yesterday\n")}) {
            const Outcome kept = desk({u"db"_s, u"clear-demo"_s}, answer);
            QCOMPARE(kept.code, 1);
            QCOMPARE(fingerprint(), all);
        }
        const Outcome kept = desk({u"db"_s, u"clear-demo"_s, u"--json"_s}, "no\n");
        QCOMPARE(kept.json().value(u"done"_s).toBool(true), false);
        const Outcome gone = desk({u"db"_s, u"clear-demo"_s, u"--json"_s}, "y\n");
        QCOMPARE(gone.code, 0);
        QCOMPARE(gone.json().value(u"deleted"_s).toObject().value(u"users"_s).toInt(), 1);
        QVERIFY(fingerprint() != all);
        const Outcome nothing = desk({u"db"_s, u"clear-demo"_s});
        QCOMPARE(nothing.code, 0);
    }

    void checkFailsWhereTheDeskCannotWork()
    {
        const TemporaryDatabase empty(m_database->backend(), TemporaryDatabase::Content::Empty);
        const Outcome blocked = runDesk(empty.arguments() + QStringList{u"db"_s, u"check"_s, u"--json"_s});
        QCOMPARE(blocked.code, 1);
        QVERIFY(blocked.json().value(u"blocked"_s).toBool());
        const Outcome fine = desk({u"db"_s, u"check"_s, u"--json"_s});
        QVERIFY(fine.json().value(u"differences"_s).toArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_DbCommands)
#include "tst_dbcommands.moc"

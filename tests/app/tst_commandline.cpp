// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/command.h"
#include "database/profilestore.h"
#include "database/transaction.h"
#include "records/changecommit.h"
#include "records/journal.h"
#include "records/originalrow.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int code = -1;
    bool handled = false;
    QByteArray out;
    QString err;
    [[nodiscard]] QJsonObject json() const
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
};

Outcome runDesk(const QStringList &arguments, const QByteArray &typed = {})
{
    Outcome outcome;
    QBuffer out;
    QBuffer err;
    QBuffer in;
    in.setData(typed);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    in.open(QIODevice::ReadOnly);
    outcome.code = int(runCommandLine(arguments, out, err, in, outcome.handled));
    outcome.out = out.data();
    outcome.err = QString::fromUtf8(err.data());
    return outcome;
}

const QStringList hostile{u"'); DROP TABLE users;--"_s,
                          u"\"; DROP TABLE users;--"_s,
                          u"users; DROP TABLE users"_s,
                          u"x' OR '1'='1"_s,
                          u"%s%n"_s,
                          u"../../users"_s,
                          u"users\n"_s,
                          u"🏠"_s,
                          u"$1"_s,
                          u"?"_s,
                          u"--"_s};

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        const QByteArray function = QTest::currentTestFunction();
        if (m_database && m_database->backend() == backend && m_function == function)
            return;
        m_function = function;
        m_database = std::make_unique<TemporaryDatabase>(backend);
        const std::unique_ptr<Connection> connection = m_database->open();
        RowMaker rows(*connection, m_database->introspected());
        for (int i = 1; i <= 12; ++i)
            (void)rows.make(u"users"_s, {{u"full_name"_s, i == 12 ? Value::null() : Value(u"User %1"_s.arg(i))}});
    }

    void cleanupTestCase() { m_database.reset(); }

    void takesOptionsBeforeAndAfterTheWords()
    {
        const Outcome after = desk({u"records"_s, u"list"_s, u"users"_s, u"--json"_s, u"--limit"_s, u"3"_s});
        const Outcome before = runDesk(m_database->arguments()
                                       + QStringList{u"--limit=3"_s, u"--json"_s, u"records"_s, u"list"_s, u"users"_s});
        QCOMPARE(after.code, 0);
        QCOMPARE(before.code, 0);
        QCOMPARE(before.out, after.out);
        QCOMPARE(after.json().value(u"rows"_s).toArray().size(), 3);
    }

    void printsOneJsonDocumentOnly_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("tables") << QStringList{u"db"_s, u"tables"_s};
        QTest::newRow("check") << QStringList{u"db"_s, u"check"_s};
        QTest::newRow("init") << QStringList{u"db"_s, u"init"_s};
        QTest::newRow("clear-demo") << QStringList{u"db"_s, u"clear-demo"_s, u"--yes"_s};
        QTest::newRow("list") << QStringList{u"records"_s, u"list"_s, u"users"_s};
        QTest::newRow("delete-plan") << QStringList{u"records"_s, u"delete-plan"_s, u"users"_s, u"3"_s};
        QTest::newRow("help") << QStringList{u"--help"_s};
        QTest::newRow("version") << QStringList{u"--version"_s};
    }
    void printsOneJsonDocumentOnly()
    {
        QFETCH(QStringList, words);
        const Outcome outcome = desk(words + QStringList{u"--json"_s});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY2(!outcome.json().isEmpty(), outcome.out.constData());
        const Outcome text = desk(words);
        QCOMPARE(text.code, 0);
        QVERIFY(text.json().isEmpty());
    }

    void plansADeletion()
    {
        const auto connection = m_database->open();
        RowMaker rows(*connection, m_database->introspected());
        const Value user = rows.id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        const Value listing = rows.id(u"properties"_s, {{u"owner_id"_s, user}});
        (void)rows.make(u"user_search_history"_s, {{u"user_id"_s, user}});
        const QStringList words{u"records"_s, u"delete-plan"_s, u"users"_s, user.text()};
        const Outcome outcome = desk(words + QStringList{u"--json"_s});
        QCOMPARE(outcome.code, 0);
        const QJsonObject plan = outcome.json();
        QCOMPARE(plan.value(u"deletes"_s), (QJsonObject{{u"users"_s, 1}, {u"user_search_history"_s, 1}}));
        QCOMPARE(plan.value(u"blocks"_s), (QJsonObject{{u"properties.owner_id"_s, 1}}));
        QCOMPARE(plan.value(u"nulls"_s), QJsonObject());
        QCOMPARE(plan.value(u"dangling"_s), QJsonObject());
        QCOMPARE(plan.size(), 4);
        const Outcome text = desk(words);
        QVERIFY(text.out.contains("properties.owner_id: refused because of 1 row"));
        QVERIFY2(!text.out.contains("Asha"), "names of persons are masked");
        must(*connection, u"DELETE FROM properties WHERE id = "_s + listing.text());
        must(*connection, u"DELETE FROM users WHERE id = "_s + user.text());
        const Outcome gone = desk(words);
        QCOMPARE(gone.code, 1);
        QVERIFY(gone.err.contains(user.text()));
        QCOMPARE(desk({u"records"_s, u"delete-plan"_s, u"users"_s}).code, 2);
        QCOMPARE(desk({u"records"_s, u"delete-plan"_s, u"users"_s, u"x"_s}).code, 2);
    }

    void failurePrintsNoHalfDocument()
    {
        const Outcome outcome = desk({u"records"_s, u"list"_s, u"nowhere"_s, u"--json"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(outcome.err.contains(u"nowhere"_s));
    }

    void saysWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("no such command") << QStringList{u"fly"_s} << u"fly"_s;
        QTest::newRow("half a command") << QStringList{u"db"_s} << u"db"_s;
        QTest::newRow("unknown option") << QStringList{u"db"_s, u"tables"_s, u"--colour"_s} << u"--colour"_s;
        QTest::newRow("another command's option")
            << QStringList{u"db"_s, u"tables"_s, u"--scale"_s, u"2"_s} << u"--scale"_s;
        QTest::newRow("a word too many") << QStringList{u"db"_s, u"check"_s, u"now"_s} << u"now"_s;
        QTest::newRow("no table") << QStringList{u"records"_s, u"list"_s} << u"table"_s;
        QTest::newRow("limit") << QStringList{u"records"_s, u"list"_s, u"users"_s, u"--limit"_s, u"-5"_s} << u"-5"_s;
        QTest::newRow("limit word") << QStringList{u"records"_s, u"list"_s, u"users"_s, u"--limit"_s, u"many"_s}
                                    << u"many"_s;
        QTest::newRow("scale") << QStringList{u"db"_s, u"init"_s, u"--demo"_s, u"--scale"_s, u"0"_s} << u"--scale"_s;
        QTest::newRow("scale without demo") << QStringList{u"db"_s, u"init"_s, u"--scale"_s, u"2"_s} << u"--demo"_s;
        QTest::newRow("date") << QStringList{u"db"_s, u"tables"_s, u"--today"_s, u"30.11.2026"_s} << u"30.11.2026"_s;
        QTest::newRow("condition") << QStringList{u"records"_s, u"list"_s, u"users"_s, u"--where"_s, u"full_name"_s}
                                   << u"full_name"_s;
        QTest::newRow("value") << QStringList{u"records"_s, u"list"_s, u"users"_s, u"--where"_s, u"id=five"_s}
                               << u"five"_s;
        QTest::newRow("unsortable") << QStringList{u"records"_s, u"list"_s, u"users"_s, u"--sort"_s, u"preferences"_s}
                                    << u"preferences"_s;
        QTest::newRow("no number of a user") << QStringList{u"db"_s, u"check"_s, u"--as"_s, u"abc"_s} << u"abc"_s;
        QTest::newRow("nobody's number") << QStringList{u"db"_s, u"check"_s, u"--as"_s, u"0"_s} << u"--as"_s;
        QTest::newRow("a day too far") << QStringList{u"db"_s, u"check"_s, u"--today"_s, u"9999-12-31"_s}
                                       << u"9999-12-31"_s;
    }
    void saysWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const Outcome outcome = desk(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(named), qPrintable(outcome.err));
        QVERIFY(outcome.err.endsWith(u'\n'));
    }

    void twoDatabasesAreOneTooMany()
    {
        const Outcome outcome = runDesk({u"db"_s, u"tables"_s, u"--sqlite"_s, u"a"_s, u"--postgres"_s, u"dbname=b"_s});
        QCOMPARE(outcome.code, 2);
        const Outcome profile = runDesk({u"db"_s, u"tables"_s, u"--profile"_s, u"no such"_s});
        QCOMPARE(profile.code, 1);
        QVERIFY(profile.err.contains(u"no such"_s));
    }

    void wantsTheWindowWithoutAWord()
    {
        QVERIFY(!runDesk({}).handled);
        QVERIFY(!runDesk({u"--theme"_s, u"dark"_s}).handled);
        const Outcome help = runDesk({u"--help"_s});
        QVERIFY(help.handled && help.code == 0);
        for (const Command &command : allCommands())
            QVERIFY(help.out.contains(command.words.join(u' ').toUtf8()));
    }

    void listsRowsInTheAskedOrder()
    {
        const Outcome outcome = desk({u"records"_s, u"list"_s, u"users"_s, u"--sort"_s, u"id:desc"_s, u"--json"_s});
        QStringList ids;
        for (const QJsonValue row : outcome.json().value(u"rows"_s).toArray())
            ids.append(QString::number(row.toObject().value(u"id"_s).toInteger()));
        QCOMPARE(ids.join(u','), u"12,11,10,9,8,7,6,5,4,3,2,1"_s);
        const Outcome rest = desk({u"records"_s, u"list"_s, u"users"_s, u"--after"_s, u"10"_s, u"--json"_s});
        QCOMPARE(rest.json().value(u"rows"_s).toArray().size(), 2);
        const Outcome none =
            desk({u"records"_s, u"list"_s, u"users"_s, u"--where"_s, u"full_name=NULL"_s, u"--json"_s});
        QCOMPARE(none.json().value(u"rows"_s).toArray().size(), 1);
        QVERIFY(none.json().value(u"rows"_s).toArray().first().toObject().value(u"full_name"_s).isNull());
        const Outcome gone = desk({u"records"_s, u"list"_s, u"users"_s, u"--after"_s, u"9999"_s});
        QCOMPARE(gone.code, 1);
        QVERIFY(gone.err.contains(u"9999"_s));
    }

    void hostileWordsAreNames_data()
    {
        QTest::addColumn<QString>("word");
        for (int i = 0; i < hostile.size(); ++i)
            QTest::addRow("%d", i) << hostile.at(i);
    }
    void hostileWordsAreNames()
    {
        QFETCH(QString, word);
        const QString before = fingerprint();
        const auto refused = [&](const QStringList &arguments) {
            const Outcome outcome = desk(arguments);
            QVERIFY2(outcome.code == 1 || outcome.code == 2, qPrintable(arguments.join(u' ')));
            QVERIFY(outcome.out.isEmpty());
            QVERIFY(!outcome.err.isEmpty());
        };
        refused({u"records"_s, u"list"_s, u"--json"_s, u"--limit=1"_s, u"--"_s, word});
        refused({u"records"_s, u"list"_s, u"users"_s, u"--where="_s + word + u"=1"_s});
        refused({u"records"_s, u"list"_s, u"users"_s, u"--sort="_s + word});
        refused({u"records"_s, u"list"_s, u"users"_s, u"--sort="_s + word + u":desc"_s});
        refused({u"records"_s, u"list"_s, u"users"_s, u"--after="_s + word});
        refused({u"records"_s, u"list"_s, u"users"_s, u"--limit="_s + word});
        refused({u"db"_s, u"tables"_s, u"--today="_s + word});
        // As a value it is looked for like any other text.
        const Outcome value = desk({u"records"_s, u"list"_s, u"users"_s, u"--where=full_name="_s + word, u"--json"_s});
        QCOMPARE(value.code, 0);
        QCOMPARE(value.json().value(u"rows"_s).toArray().size(), 0);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(fingerprint(), before);
    }

    void hostileTablesAreRead()
    {
        const std::unique_ptr<Connection> connection = m_database->open();
        for (const QString &name : hostile) {
            must(*connection,
                 u"CREATE TABLE "_s + Dialect::quote(name) + u" (id integer PRIMARY KEY, "_s
                     + Dialect::quote(name + u" column"_s) + u" text)"_s);
            must(*connection,
                 u"INSERT INTO "_s + Dialect::quote(name) + u" VALUES (1, "_s + Dialect::literal(name) + u')');
            const Outcome outcome =
                desk({u"records"_s, u"list"_s, u"--json"_s, u"--where="_s + name + u" column="_s + name,
                      u"--sort="_s + name + u" column:desc"_s, u"--"_s, name});
            if (name.contains(u'='))
                continue; // a column with an equals sign cannot be named in COLUMN=VALUE
            QVERIFY2(outcome.code == 0, qPrintable(name + outcome.err));
            const QJsonObject row = outcome.json().value(u"rows"_s).toArray().at(0).toObject();
            QCOMPARE(row.value(name + u" column"_s).toString(), name);
        }
        QCOMPARE(desk({u"db"_s, u"tables"_s}).code, 0);
        QCOMPARE(desk({u"db"_s, u"check"_s}).code, 0);
    }

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

    void oldFilesAreBroughtUpToDateByAnyCommand_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("init") << QStringList{u"db"_s, u"init"_s};
        QTest::newRow("tables") << QStringList{u"db"_s, u"tables"_s};
        QTest::newRow("clear-demo") << QStringList{u"db"_s, u"clear-demo"_s, u"--yes"_s};
        QTest::newRow("list") << QStringList{u"records"_s, u"list"_s, u"users"_s};
    }
    void oldFilesAreBroughtUpToDateByAnyCommand()
    {
        QFETCH(QStringList, words);
        if (m_database->isPostgres())
            return;
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"old.sqlite"_s);
        QFile packed(QStringLiteral(GHAR_TEST_DATA "/databases/version-1.sqlite.z"));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        QFile unpacked(file);
        QVERIFY(unpacked.open(QIODevice::WriteOnly));
        unpacked.write(qUncompress(packed.readAll()));
        unpacked.close();
        const QStringList all = QStringList{u"--sqlite"_s, file, u"--json"_s, u"--today"_s, u"2026-11-22"_s} + words;
        const Outcome first = runDesk(all);
        QCOMPARE(first.code, 0);
        QVERIFY2(first.err.contains(u"old.version-1-20261122-063000.sqlite"_s), qPrintable(first.err));
        QVERIFY(!first.json().isEmpty());
        QCOMPARE(QDir(folder.path()).entryList({u"old.version-1-*.sqlite"_s}).size(), 1);
        const Outcome second = runDesk(all);
        QCOMPARE(second.code, 0);
        QVERIFY(!second.err.contains(u"version-1"_s));
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

    void verifiesAndListsTheJournal()
    {
        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        const QStringList verify = database.arguments() + QStringList{u"journal"_s, u"verify"_s, u"--json"_s};
        QCOMPARE(runDesk(verify).json().value(u"intact"_s).toBool(), true);
        {
            ChangeHeader header;
            header.changeId = u"change"_s;
            header.writerId = u"desk-1"_s;
            header.madeAt = QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC);
            header.origin = u"records"_s;
            header.reason = u"Wrong rent"_s;
            Transaction transaction(*connection);
            GHAR_VERIFY(transaction.begin());
            GHAR_VERIFY(appendToJournal(*connection, header,
                                        {{JournalAction::Update, u"leases"_s, Value(u"3"_s),
                                          Value(u"{\"notes\":null}"_s), Value(u"{\"notes\":\"x\"}"_s)}}));
            GHAR_VERIFY(transaction.commit());
        }
        const Outcome list =
            runDesk(database.arguments() + QStringList{u"journal"_s, u"list"_s, u"leases"_s, u"3"_s, u"--json"_s});
        const QJsonObject entry = list.json().value(u"entries"_s).toArray().first().toObject();
        QCOMPARE(entry.value(u"reason"_s).toString(), u"Wrong rent"_s);
        QCOMPARE(entry.value(u"after"_s).toObject().value(u"notes"_s).toString(), u"x"_s);
        QVERIFY(entry.value(u"before"_s).toObject().value(u"notes"_s).isNull());
        QVERIFY(runDesk(database.arguments() + QStringList{u"journal"_s, u"list"_s}).out.contains("leases #3"));
        // Past the triggers, as only somebody with every right can.
        if (database.isPostgres()) {
            must(*connection, u"ALTER TABLE ghar_desk.journal DISABLE TRIGGER USER"_s);
            must(*connection, u"UPDATE ghar_desk.journal SET reason = 'none'"_s);
        } else {
            must(*connection, u"DROP TRIGGER desk_journal_no_update"_s);
            must(*connection, u"UPDATE desk_journal SET reason = 'none'"_s);
        }
        const Outcome broken = runDesk(verify);
        QCOMPARE(broken.code, 1);
        QCOMPARE(broken.json().value(u"intact"_s).toBool(true), false);
        QCOMPARE(broken.json().value(u"writers"_s).toArray().first().toObject().value(u"broken_at"_s).toInt(), 1);
        const TemporaryDatabase empty(m_database->backend(), TemporaryDatabase::Content::Empty);
        const Outcome none = runDesk(empty.arguments() + QStringList{u"journal"_s, u"verify"_s});
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains(u"no journal"_s));
    }

    void makesTakesBackAndExportsTheJournal()
    {
        const TemporaryDatabase foreign(m_database->backend(), TemporaryDatabase::Content::Empty);
        must(*foreign.open(), u"CREATE TABLE faqs (id bigint PRIMARY KEY, answer text)"_s);
        const QStringList create = foreign.arguments() + QStringList{u"journal"_s, u"create"_s};
        const Outcome asked = runDesk(create, "no\n");
        QCOMPARE(asked.code, 1);
        QVERIFY2(asked.err.contains(u"journal"_s) && asked.err.contains(u"not touched"_s), qPrintable(asked.err));
        QCOMPARE(runDesk(foreign.arguments() + QStringList{u"journal"_s, u"verify"_s}).code, 1);
        QCOMPARE(runDesk(create + QStringList{u"--yes"_s, u"--json"_s}).json().value(u"created"_s).toBool(), true);
        QCOMPARE(runDesk(create + QStringList{u"--yes"_s, u"--json"_s}).json().value(u"created"_s).toBool(true), false);
        QCOMPARE(runDesk(foreign.arguments() + QStringList{u"journal"_s, u"verify"_s}).code, 0);

        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        const LiveSchemaPtr live = database.introspected();
        RowMaker maker(*connection, live);
        const Value admin = maker.id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value(u"true"_s)}});
        const Value lease = maker.id(u"leases"_s, {{u"monthly_rent"_s, Value(u"25000.00"_s)}});
        const Result<std::optional<OriginalRow>> row = readOriginal(*connection, *live->table(u"leases"_s), {lease});
        ChangeHeader header;
        header.changeId = u"raise"_s;
        header.writerId = u"desk-1"_s;
        header.madeAt = QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC);
        header.reason = u"=1+1"_s;
        GHAR_VERIFY(commitChanges(
            *connection, *live,
            {{stagedIdOf({lease}), StagedKind::Update, **row, {{u"monthly_rent"_s, {Value(u"26000.00"_s), false}}}}},
            header));
        const QString rent = u"SELECT CAST(monthly_rent AS integer) FROM leases"_s;
        const QStringList undo = database.arguments() + QStringList{u"journal"_s, u"undo"_s, u"raise"_s};
        const Outcome dry = runDesk(undo + QStringList{u"--dry-run"_s});
        QCOMPARE(dry.code, 0);
        QVERIFY2(dry.out.contains("UPDATE \"leases\""), dry.out.constData());
        QCOMPARE(scalar(*connection, rent), u"26000"_s);
        // A lease wants a reason, and a server wants to know who.
        const QStringList known = undo + QStringList{u"--as"_s, admin.text(), u"--yes"_s};
        const Outcome silent = runDesk(known);
        QCOMPARE(silent.code, 1);
        QVERIFY2(silent.err.contains(u"needs a reason"_s), qPrintable(silent.err));
        const Outcome nobody = runDesk(undo + QStringList{u"--yes"_s, u"--reason"_s, u"Wrong lease"_s, u"--dry-run"_s});
        QCOMPARE(nobody.code, 0);
        if (database.isPostgres()) {
            const Outcome unnamed = runDesk(undo + QStringList{u"--yes"_s, u"--reason"_s, u"Wrong lease"_s});
            QCOMPARE(unnamed.code, 2);
            QVERIFY(unnamed.err.contains(u"--as"_s));
        }
        const Outcome done = runDesk(known + QStringList{u"--reason"_s, u"Wrong lease"_s, u"--json"_s});
        QCOMPARE(done.code, 0);
        QCOMPARE(done.json().value(u"reverts"_s).toString(), u"raise"_s);
        QCOMPARE(scalar(*connection, rent), u"25000"_s);
        const Outcome again = runDesk(known + QStringList{u"--reason"_s, u"Again"_s, u"--json"_s});
        QCOMPARE(again.code, 1);
        QCOMPARE(again.json().value(u"conflicts"_s).toArray().size(), 1);
        QCOMPARE(runDesk(database.arguments()
                         + QStringList{u"journal"_s, u"undo"_s, u"no-such"_s, u"--as"_s, admin.text(), u"--yes"_s})
                     .code,
                 1);

        const Outcome csv =
            runDesk(database.arguments() + QStringList{u"journal"_s, u"export"_s, u"--table"_s, u"leases"_s});
        QCOMPARE(csv.code, 0);
        QCOMPARE(csv.out.count("\r\n"), 3);
        QVERIFY(csv.out.contains("'=1+1"));
        const QTemporaryDir folder;
        const Outcome file = runDesk(
            database.arguments()
            + QStringList{u"journal"_s, u"export"_s, u"--out"_s, folder.filePath(u"journal.csv"_s), u"--json"_s});
        QCOMPARE(file.json().value(u"entries"_s).toInt(), 2);
        QCOMPARE(runDesk(database.arguments() + QStringList{u"journal"_s, u"verify"_s}).code, 0);
    }

    void worksAsAMemberOfStaff()
    {
        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        RowMaker maker(*connection, database.introspected());
        const Value number = maker.id(u"agents"_s);
        const Value agent = maker.id(
            u"users"_s, {{u"role"_s, Value(u"agent"_s)}, {u"agent_id"_s, number}, {u"is_active"_s, Value(u"true"_s)}});
        const Value other = maker.id(u"users"_s, {{u"role"_s, Value(u"user"_s)}, {u"agent_id"_s, Value::null()}});
        const auto as = [&database](const Value &who, const QStringList &words) {
            return runDesk(database.arguments() + words + QStringList{u"--as"_s, who.text(), u"--json"_s});
        };
        QCOMPARE(as(agent, {u"records"_s, u"list"_s, u"users"_s}).json().value(u"rows"_s).toArray().size(), 1);
        const Outcome hidden = as(agent, {u"records"_s, u"list"_s, u"leases"_s});
        QCOMPARE(hidden.code, 1);
        QVERIFY(hidden.err.contains(u"for admins"_s));
        const Outcome plan = as(agent, {u"records"_s, u"delete-plan"_s, u"user_reports"_s, u"1"_s});
        QCOMPARE(plan.code, 1);
        QVERIFY(plan.err.contains(u"for admins"_s));
        const Outcome stranger = as(other, {u"records"_s, u"list"_s, u"users"_s});
        QCOMPARE(stranger.code, 1);
        QVERIFY(stranger.err.contains(u"no member of staff"_s));
        QCOMPARE(as(Value(u"99999"_s), {u"db"_s, u"tables"_s}).code, 1);
        const Outcome clear = as(agent, {u"db"_s, u"clear-demo"_s, u"--yes"_s});
        QCOMPARE(clear.code, 1);
        QVERIFY(clear.err.contains(u"only an admin"_s));
    }

    void saysWhenThereAreMoreRows()
    {
        const Outcome some = desk({u"records"_s, u"list"_s, u"users"_s, u"--limit"_s, u"5"_s, u"--json"_s});
        QCOMPARE(some.json().value(u"rows"_s).toArray().size(), 5);
        QCOMPARE(some.json().value(u"more"_s).toBool(), true);
        const Outcome text = desk({u"records"_s, u"list"_s, u"users"_s, u"--limit"_s, u"5"_s});
        QVERIFY2(text.err.contains(u"--limit"_s), qPrintable(text.err));
        const Outcome all = desk({u"records"_s, u"list"_s, u"users"_s, u"--limit"_s, u"12"_s, u"--json"_s});
        QCOMPARE(all.json().value(u"more"_s).toBool(true), false);
        QVERIFY(all.err.isEmpty());
    }

    void keepsControlCharactersFromTheTerminal()
    {
        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        RowMaker maker(*connection, database.introspected());
        (void)maker.make(u"users"_s, {{u"full_name"_s, Value(u"Red\u001b[31m\rwolf"_s)}});
        const QStringList words{u"records"_s, u"list"_s, u"users"_s};
        const Outcome text = runDesk(database.arguments() + words);
        QVERIFY(text.out.contains("Red [31m wolf"));
        QVERIFY(!text.out.contains('\x1b') && !text.out.contains('\r'));
        const Outcome json = runDesk(database.arguments() + words + QStringList{u"--json"_s});
        QCOMPARE(json.json().value(u"rows"_s).toArray().first().toObject().value(u"full_name"_s).toString(),
                 u"Red\u001b[31m\rwolf"_s);
    }

    void showsBytesOfUnknownTables()
    {
        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        const bool isPostgres = database.isPostgres();
        must(*connection,
             u"CREATE TABLE scans (id integer PRIMARY KEY, body %1)"_s.arg(isPostgres ? u"bytea"_s : u"BLOB"_s));
        must(*connection,
             isPostgres ? u"INSERT INTO scans VALUES (1, '\\x00ff')"_s : u"INSERT INTO scans VALUES (1, x'00ff')"_s);
        const Outcome list =
            runDesk(database.arguments() + QStringList{u"records"_s, u"list"_s, u"scans"_s, u"--json"_s});
        QCOMPARE(list.json().value(u"rows"_s).toArray().first().toObject().value(u"body"_s).toString(),
                 isPostgres ? u"\\x00ff"_s : u"x'00FF'"_s);
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

    void saysWhichTablesMayNotBeRead()
    {
        if (!m_database->isPostgres())
            return;
        must(*m_database->open(),
             u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ghar_stranger') THEN CREATE ROLE "
             "ghar_stranger LOGIN; END IF; END $$"_s);
        const QString conninfo = m_database->profileOf(u"ghar_stranger"_s).connInfo;
        const Outcome tables = runDesk({u"db"_s, u"tables"_s, u"--postgres"_s, conninfo, u"--json"_s});
        QVERIFY2(tables.code == 0, qPrintable(tables.err));
        QVERIFY(tables.json().value(u"tables"_s).toArray().first().toObject().value(u"rows"_s).isNull());
        const Outcome list = runDesk({u"records"_s, u"list"_s, u"users"_s, u"--postgres"_s, conninfo});
        QCOMPARE(list.code, 1);
        QVERIFY2(list.err.contains(u"users"_s), qPrintable(list.err));
    }

    void exportsRowsInEachForm()
    {
        const QStringList words{u"records"_s,      u"export"_s,  u"users"_s,           u"--columns"_s,
                                u"id,full_name"_s, u"--where"_s, u"full_name=User 3"_s};
        const Outcome csv = desk(words);
        QCOMPARE(csv.code, 0);
        QCOMPARE(csv.out, QByteArray("id,full_name\r\n3,User 3\r\n"));
        const Outcome json = desk(words + QStringList{u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(json.out).array().first().toObject().value(u"full_name"_s), u"User 3"_s);
        const Outcome lines = desk(words + QStringList{u"--format"_s, u"jsonl"_s});
        QCOMPARE(lines.out, QByteArray("{\"id\":3,\"full_name\":\"User 3\"}\n"));
        QVERIFY(desk(words + QStringList{u"--format"_s, u"sql"_s}).out.contains("(3, 'User 3')"));
        QVERIFY(desk(words + QStringList{u"--masked"_s}).out.contains("••••"));
        QVERIFY(desk(words + QStringList{u"--bom"_s}).out.startsWith("\xef\xbb\xbf"));
        const QTemporaryDir folder;
        for (const QString &ending : {u"csv"_s, u"xlsx"_s, u"json"_s, u"jsonl"_s, u"sql"_s}) {
            const QString path = folder.filePath(u"users."_s + ending);
            const Outcome file = desk(words + QStringList{u"--out"_s, path, u"--json"_s});
            QCOMPARE(file.code, 0);
            QCOMPARE(file.json().value(u"rows"_s).toInt(), 1);
            QCOMPARE(file.json().value(u"format"_s).toString(), ending);
            QVERIFY(QFileInfo(path).size() > 0);
        }
        QCOMPARE(desk(words + QStringList{u"--format"_s, u"xlsx"_s}).code, 2);
        QCOMPARE(desk(words + QStringList{u"--format"_s, u"docx"_s}).code, 2);
        QCOMPARE(desk(words + QStringList{u"--format"_s, u"csv"_s, u"--json"_s}).code, 2);
        QCOMPARE(desk({u"records"_s, u"export"_s, u"users"_s, u"--out"_s, folder.filePath(u"users.doc"_s)}).code, 2);
        QCOMPARE(desk({u"records"_s, u"export"_s, u"users"_s, u"--columns"_s, u"no_such"_s}).code, 1);
    }

    void importsAfterADryRun()
    {
        const TemporaryDatabase database(m_database->backend());
        Value admin;
        {
            const std::unique_ptr<Connection> connection = database.open();
            admin = RowMaker(*connection, database.introspected())
                        .id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value::boolean(true)}});
        }
        const QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                qFatal("The file could not be written.");
            return file.fileName();
        };
        const QString path = write(u"faqs.csv"_s, "Frage,answer,remarks\nQ1,A,x\nQ2,A,y\n");
        const QStringList words =
            database.arguments() + QStringList{u"records"_s, u"import"_s, u"faqs"_s, path, u"--as"_s, admin.text()};
        const Outcome unmapped = runDesk(words);
        QCOMPARE(unmapped.code, 2);
        QVERIFY2(unmapped.err.contains(u"Frage"_s), qPrintable(unmapped.err));
        const QStringList mapped = words + QStringList{u"--map"_s, u"Frage=question"_s, u"--skip"_s, u"remarks"_s};
        const QString reportPath = folder.filePath(u"report.csv"_s);
        const Outcome dry = runDesk(mapped + QStringList{u"--dry-run"_s, u"--json"_s, u"--report"_s, reportPath});
        QVERIFY2(dry.code == 0, qPrintable(dry.err));
        QCOMPARE(dry.json().value(u"inserted"_s).toInt(), 2);
        QCOMPARE(dry.json().value(u"written"_s).toBool(true), false);
        QCOMPARE(dry.json().value(u"mapping"_s).toObject().value(u"Frage"_s).toString(), u"question"_s);
        QFile report(reportPath);
        QVERIFY(report.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = report.readAll().split('\n');
        QCOMPARE(lines.at(0), QByteArray("row,line,outcome,key,column,problem\r"));
        QVERIFY(lines.at(1).startsWith("1,2,inserted,"));
        const std::unique_ptr<Connection> connection = database.open();
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs"_s), u"0"_s);
        if (database.isPostgres()) {
            QStringList nobody = mapped;
            nobody.remove(nobody.indexOf(u"--as"_s), 2);
            const Outcome unnamed = runDesk(nobody);
            QCOMPARE(unnamed.code, 2);
            QVERIFY(unnamed.err.contains(u"--as"_s));
        }
        const Outcome done = runDesk(mapped + QStringList{u"--reason"_s, u"Sheet"_s, u"--json"_s});
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(done.json().value(u"written"_s).toBool(), true);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs"_s), u"2"_s);
        const Outcome entries = runDesk(database.arguments() + QStringList{u"journal"_s, u"list"_s, u"--json"_s});
        const QJsonObject entry = entries.json().value(u"entries"_s).toArray().first().toObject();
        QCOMPARE(entry.value(u"action"_s).toString(), u"import"_s);
        QCOMPARE(entry.value(u"change"_s), done.json().value(u"change"_s));
        QCOMPARE(entry.value(u"staff_id"_s).toString(), admin.text());
        QCOMPARE(runDesk(database.arguments() + QStringList{u"journal"_s, u"verify"_s}).code, 0);
        // A wrong row: all or nothing, unless told otherwise.
        const QString bad =
            write(u"bad.jsonl"_s, "{\"question\":\"Q3\",\"answer\":\"A\"}\n{\"question\":null,\"answer\":\"A\"}\n");
        const QStringList lines2 =
            database.arguments() + QStringList{u"records"_s, u"import"_s, u"faqs"_s, bad, u"--as"_s, admin.text()};
        const Outcome refused = runDesk(lines2);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(u"Row 2"_s), qPrintable(refused.err));
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs"_s), u"2"_s);
        QCOMPARE(runDesk(lines2 + QStringList{u"--keep-good"_s}).code, 0);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs"_s), u"3"_s);
        QCOMPARE(runDesk(mapped + QStringList{u"--mode"_s, u"replace"_s}).code, 2);
        QCOMPARE(runDesk(mapped + QStringList{u"--dates"_s, u"year-first"_s}).code, 2);
        // What is chosen in the window by a box is named here by its option.
        const QString datesFile = write(u"dates.csv"_s, "id,expense_date\n1,05/06/2025\n");
        const QStringList dates =
            database.arguments() + QStringList{u"records"_s, u"import"_s, u"expenses"_s, datesFile,     u"--mode"_s,
                                               u"update"_s,  u"--as"_s,   admin.text(),  u"--reason"_s, u"Dates"_s};
        const Outcome open = runDesk(dates);
        QCOMPARE(open.code, 2);
        QVERIFY2(open.err.contains(u"--dates day-first"_s) && open.err.contains(u"--dates month-first"_s),
                 qPrintable(open.err));
        QVERIFY(!runDesk(dates + QStringList{u"--dates"_s, u"day-first"_s}).err.contains(u"--dates"_s));
        QCOMPARE(runDesk(mapped + QStringList{u"--key"_s, u"no_such"_s}).code, 1);
        QCOMPARE(runDesk(database.arguments() + QStringList{u"records"_s, u"import"_s, u"faqs"_s}).code, 2);
        QCOMPARE(
            runDesk(database.arguments() + QStringList{u"records"_s, u"import"_s, u"faqs"_s, u"missing.csv"_s}).code,
            1);
    }

    void moderatesFromTheQueueToTheRevision()
    {
        const TemporaryDatabase database(m_database->backend());
        const std::unique_ptr<Connection> connection = database.open();
        RowMaker rows(*connection, database.introspected());
        const auto person = [&rows](const QString &name, const QString &role) {
            return rows.id(u"users"_s,
                           {{u"full_name"_s, Value(name)},
                            {u"role"_s, Value(role)},
                            {u"is_active"_s, Value(u"true"_s)},
                            {u"flatmates_profile_status"_s, Value(u"active"_s)}});
        };
        const Value admin = person(u"Asha"_s, u"admin"_s);
        const Value second = person(u"Bina"_s, u"admin"_s);
        const Value agent = person(u"Chetan"_s, u"agent"_s);
        const Value reported = person(u"Ravi Kumar"_s, u"user"_s);
        const Value report = rows.id(u"user_reports"_s,
                                     {{u"reporter_user_id"_s, second},
                                      {u"reported_user_id"_s, reported},
                                      {u"reason"_s, Value(u"abuse"_s)},
                                      {u"status"_s, Value(u"open"_s)},
                                      {u"created_at"_s, Value(u"2026-11-22 01:30:00.000000+00:00"_s)}});
        const auto moderation = [&](const QStringList &words, const Value &staff = Value::null()) {
            QStringList arguments = database.arguments() + QStringList{u"moderation"_s} + words
                + QStringList{u"--today"_s, u"2026-11-22"_s, u"--json"_s};
            if (!staff.isNull())
                arguments += {u"--as"_s, staff.text()};
            return runDesk(arguments);
        };
        const auto status = [&] {
            return scalar(*connection, u"SELECT status FROM user_reports WHERE id = "_s + report.text());
        };
        const QString name = u"report:"_s + report.text();
        const Outcome queue = moderation({u"queue"_s, u"reports"_s});
        QVERIFY2(queue.code == 0, qPrintable(queue.err));
        const QJsonObject item = queue.json().value(u"items"_s).toArray().first().toObject();
        QCOMPARE(item.value(u"item"_s).toString(), name);
        QCOMPARE(item.value(u"subject_id"_s).toInt(), reported.text().toInt());
        QCOMPARE(item.value(u"reason"_s).toString(), u"abuse"_s);
        QCOMPARE(item.value(u"created_at"_s).toString(), u"2026-11-22 01:30:00.000000+00:00"_s);
        QCOMPARE(item.value(u"due_at"_s).toString(), u"2026-11-22 05:30:00.000000+00:00"_s);
        QCOMPARE(item.value(u"age_s"_s).toInt(), 5 * 3600);
        QCOMPARE(item.value(u"score"_s).toInt(), 50);
        const Outcome text =
            runDesk(database.arguments() + QStringList{u"moderation"_s, u"queue"_s, u"--today"_s, u"2026-11-22"_s});
        QVERIFY(text.out.contains(name.toUtf8()) && text.out.contains("overdue"));
        QVERIFY2(!text.out.contains("Ravi"), "names of persons are masked");

        const QStringList suspend{u"decide"_s,  name,        u"suspend"_s, u"--reason"_s,
                                  u"Threats"_s, u"--note"_s, u"Seen."_s};
        const Outcome trial = moderation(suspend + QStringList{u"--dry-run"_s}, admin);
        QVERIFY2(trial.code == 0, qPrintable(trial.err));
        QVERIFY(trial.json().value(u"decision"_s).isNull());
        QCOMPARE(status(), u"open"_s);
        QCOMPARE(moderation(suspend, agent).code, 1);
        if (database.isPostgres()) // a change on a server has a name
            QCOMPARE(moderation(suspend).code, 2);
        QCOMPARE(status(), u"open"_s);
        const Outcome done = moderation(suspend, admin);
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(status(), u"actioned"_s);
        const QJsonArray changes = done.json().value(u"changes"_s).toArray();
        QVERIFY(changes.contains(QJsonObject{{u"table"_s, u"users"_s},
                                             {u"key"_s, reported.text()},
                                             {u"column"_s, u"is_active"_s},
                                             {u"before"_s, u"true"_s},
                                             {u"after"_s, u"false"_s}}));
        QCOMPARE(moderation(suspend, admin).code, 1); // decided already
        const QString decision = done.json().value(u"decision"_s).toString();
        const Outcome revised = moderation({u"revise"_s, decision, u"--reason"_s, u"Appeal"_s}, admin);
        QVERIFY2(revised.code == 0, qPrintable(revised.err));
        QCOMPARE(status(), u"open"_s);
        QVERIFY(
            scalar(*connection, u"SELECT notes FROM user_reports WHERE id = "_s + report.text()).endsWith(u"Seen."_s));

        // What the policy leaves to two people waits for the second.
        must(*connection,
             u"INSERT INTO %1 (key, value) VALUES ('moderation_policy', '{\"second_person\":[\"suspend\"]}')"_s.arg(
                 database.isPostgres() ? u"ghar_desk.meta"_s : u"desk_meta"_s));
        const Outcome pending = moderation(suspend, admin);
        QCOMPARE(pending.code, 4);
        const QString waiting = pending.json().value(u"pending"_s).toString();
        QVERIFY(!waiting.isEmpty());
        QCOMPARE(status(), u"open"_s);
        QCOMPARE(moderation({u"confirm"_s, waiting}, admin).code, 1);
        QCOMPARE(moderation({u"confirm"_s, waiting}, second).code, 0);
        QCOMPARE(status(), u"actioned"_s);
        QCOMPARE(moderation({u"queue"_s, u"decided"_s}).json().value(u"items"_s).toArray().size(), 3);
    }

    void moderationNamesWhatItCannotUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const QStringList reason{u"--reason"_s, u"x"_s};
        QTest::newRow("queue") << QStringList{u"queue"_s, u"all"_s} << 2;
        QTest::newRow("limit") << QStringList{u"queue"_s, u"reports"_s, u"--limit"_s, u"-1"_s} << 2;
        QTest::newRow("no item") << QStringList{u"decide"_s} + reason << 2;
        QTest::newRow("kind") << QStringList{u"decide"_s, u"user:1"_s, u"warn"_s} + reason << 2;
        QTest::newRow("id") << QStringList{u"decide"_s, u"report:x"_s, u"warn"_s} + reason << 2;
        QTest::newRow("action") << QStringList{u"decide"_s, u"report:1"_s, u"ban"_s} + reason << 2;
        QTest::newRow("reason") << QStringList{u"decide"_s, u"report:1"_s, u"warn"_s} << 2;
        QTest::newRow("until") << QStringList{u"decide"_s, u"report:1"_s, u"suspend"_s, u"--until"_s, u"soon"_s}
                + reason << 2;
        QTest::newRow("past") << QStringList{u"decide"_s, u"report:1"_s, u"suspend"_s, u"--until"_s, u"2020-01-01"_s}
                + reason << 2;
        QTest::newRow("effect") << QStringList{u"decide"_s, u"report:1"_s, u"suspend"_s, u"--with"_s, u"fire"_s}
                + reason << 2;
        QTest::newRow("date") << QStringList{u"decide"_s, u"listing:1"_s, u"approve"_s, u"--available-from"_s, u"x"_s}
                + reason << 2;
        QTest::newRow("gone") << QStringList{u"decide"_s, u"report:999999"_s, u"warn"_s} + reason << 1;
        QTest::newRow("misfit") << QStringList{u"decide"_s, u"report:1"_s, u"approve"_s} + reason << 2;
        QTest::newRow("revise") << QStringList{u"revise"_s, u"nothing"_s} + reason << 1;
        QTest::newRow("confirm") << QStringList{u"confirm"_s, u"nothing"_s} << 1;
        QTest::newRow("refuse") << QStringList{u"refuse"_s, u"nothing"_s} << 1;
    }
    void moderationNamesWhatItCannotUse()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const std::unique_ptr<Connection> connection = m_database->open();
        RowMaker rows(*connection, m_database->introspected());
        static QHash<Backend, QString> admins;
        QString &admin = admins[m_database->backend()];
        if (admin.isEmpty())
            admin = rows.id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value(u"true"_s)}}).text();
        const QString before = fingerprint();
        const Outcome outcome = desk(QStringList{u"moderation"_s} + words + QStringList{u"--as"_s, admin});
        QVERIFY2(outcome.code == code, qPrintable(outcome.err));
        QVERIFY(!outcome.err.trimmed().isEmpty());
        QCOMPARE(fingerprint(), before);
    }

    void asksBeforeItImportsIntoProduction()
    {
        const TemporaryDatabase database(m_database->backend());
        Profile profile = database.profile();
        profile.name = u"The real one"_s;
        profile.environment = Environment::Production;
        ProfileStore::save(profile);
        Value admin;
        {
            const std::unique_ptr<Connection> connection = database.open();
            admin = RowMaker(*connection, database.introspected())
                        .id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value::boolean(true)}});
        }
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"faqs.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("question,answer\nQ,A\n");
        file.close();
        const QStringList words{u"records"_s,   u"import"_s,  u"faqs"_s, file.fileName(),
                                u"--profile"_s, profile.name, u"--as"_s, admin.text()};
        const Outcome no = runDesk(words, "no\n");
        QCOMPARE(no.code, 1);
        QVERIFY2(no.err.contains(u"production"_s), qPrintable(no.err));
        const std::unique_ptr<Connection> connection = database.open();
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs"_s), u"0"_s);
        QCOMPARE(runDesk(words + QStringList{u"--dry-run"_s}).code, 0);
        QCOMPARE(runDesk(words + QStringList{u"--yes"_s}).code, 0);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM faqs"_s), u"1"_s);
    }

private:
    Outcome desk(const QStringList &arguments, const QByteArray &typed = {}) const
    {
        return runDesk(m_database->arguments() + arguments, typed);
    }

    QString fingerprint() const
    {
        const LiveSchemaPtr live = m_database->introspected();
        const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        QStringList parts;
        for (const LiveTable &table : live->tables)
            parts.append(table.table.name + u'='
                         + scalar(*connection, u"SELECT count(*) FROM "_s + Dialect::quote(table.table.name)));
        return parts.join(u' ');
    }

    QByteArray m_function;
    std::unique_ptr<TemporaryDatabase> m_database;
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"

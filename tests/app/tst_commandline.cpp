// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandfixture.h"
#include "commands/command.h"
#include "support/rowmaker.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

static const QStringList hostile{u"'); DROP TABLE users;--"_s,
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

/// What all commands have in common: usage, exit codes, --json, --today, --as, hostile words, and files of older
/// versions.
class tst_CommandLine : public CommandFixture
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"

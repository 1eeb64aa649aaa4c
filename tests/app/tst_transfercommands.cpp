// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandfixture.h"
#include "database/profilestore.h"
#include "support/rowmaker.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Carries rows to and from files by records export and import.
class tst_TransferCommands : public CommandFixture
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(tst_TransferCommands)
#include "tst_transfercommands.moc"

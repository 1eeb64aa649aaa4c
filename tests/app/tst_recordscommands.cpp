// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandfixture.h"
#include "support/rowmaker.h"

#include <QJsonArray>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Lists rows and plans deletions by records list and delete-plan.
class tst_RecordsCommands : public CommandFixture
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(tst_RecordsCommands)
#include "tst_recordscommands.moc"

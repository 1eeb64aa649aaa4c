// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandfixture.h"
#include "database/transaction.h"
#include "records/changecommit.h"
#include "records/journal.h"
#include "records/originalrow.h"
#include "support/rowmaker.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Verifies, lists, makes, takes back and exports the journal by the journal commands.
class tst_JournalCommands : public CommandFixture
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(tst_JournalCommands)
#include "tst_journalcommands.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databaseworker.h"
#include "importfixture.h"
#include "records/staffmember.h"
#include "records/staffscope.h"
#include "transfer/rowsourcefile.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

/// A file becomes rows, all of them or those that are good, or nothing and a report.
class tst_Importer : public ImportFixture
{
    Q_OBJECT

private slots:
    void writesNothingWhenOneRowIsWrong()
    {
        const QByteArray csv = "question,answer,display_order\nGood,A,1\nBad,A,many\nAlso good,A,2\n,A,3\n";
        QStringList told;
        const ImportPlan plan = planFor(u"faqs"_s, csv);
        const Result<ImportReport> report = import(plan, csv, {}, [&told](const ImportRow &row) -> Result<void> {
            told.append(QString::number(row.number)
                        + (row.outcome == ImportOutcome::Refused ? u" refused"_s : u" good"_s));
            return {};
        });
        GHAR_VERIFY(report);
        QCOMPARE(report->state, ImportReport::State::Problems);
        QCOMPARE(report->rows, 4);
        QCOMPARE(report->refused, 2);
        QCOMPARE(report->problems.size(), 2);
        QCOMPARE(report->problems.first().row, 2);
        QCOMPARE(report->problems.first().line, 3);
        QCOMPARE(report->problems.first().column, u"display_order"_s);
        QVERIFY(report->problems.first().sentence.contains(u"many"_s));
        QCOMPARE(report->problems.last().column, u"question"_s);
        QCOMPARE(told, (QStringList{u"1 good"_s, u"2 refused"_s, u"3 good"_s, u"4 refused"_s}));
        QCOMPARE(count(u"faqs"_s), 0);
        QVERIFY(journal().isEmpty());
    }

    void keepsTheGoodRowsWhenTold()
    {
        const QByteArray csv = "question,answer,display_order\nGood,A,1\nBad,A,many\nAlso good,A,2\n";
        ImportPlan plan = planFor(u"faqs"_s, csv);
        plan.keepsGood = true;
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->state, ImportReport::State::Written);
        QCOMPARE(report->rows, 3);
        QCOMPARE(report->inserted, 2);
        QCOMPARE(report->refused, 1);
        QCOMPARE(report->problems.size(), 1);
        QCOMPARE(count(u"faqs"_s), 2);
        QCOMPARE(json(journal().value(0).note.after).value(u"rows"_s).toInt(), 2);
    }

    void dryRunTellsTheSameAndWritesNothing()
    {
        (void)m_maker->make(u"faqs"_s, {{u"id"_s, Value(u"7"_s)}, {u"question"_s, Value(u"Old"_s)}});
        const QByteArray csv = "id,question,answer\n7,New,A\n8,Other,B\n";
        ImportPlan plan = planFor(u"faqs"_s, csv, ImportMode::Upsert);
        plan.isDryRun = true;
        const Result<ImportReport> tried = import(plan, csv);
        GHAR_VERIFY(tried);
        QCOMPARE(tried->state, ImportReport::State::DryRun);
        QCOMPARE(tried->inserted, 1);
        QCOMPARE(tried->updated, 1);
        QCOMPARE(count(u"faqs"_s), 1);
        QCOMPARE(text(u"SELECT question FROM faqs"_s), u"Old"_s);
        QVERIFY(journal().isEmpty());
        plan.isDryRun = false;
        const Result<ImportReport> done = import(plan, csv);
        GHAR_VERIFY(done);
        QCOMPARE(done->state, ImportReport::State::Written);
        QCOMPARE(done->inserted, tried->inserted);
        QCOMPARE(done->updated, tried->updated);
        QCOMPARE(count(u"faqs"_s), 2);
    }

    void saysWhatTheDatabaseRefusesRowByRow()
    {
        (void)m_maker->make(u"users"_s, {{u"supabase_user_id"_s, Value(u"taken"_s)}});
        QByteArray csv = "supabase_user_id,full_name\n";
        for (int i = 1; i <= 60; ++i)
            csv += (i % 20 == 0 ? QByteArray("taken") : "new" + QByteArray::number(i)) + ",Asha\n";
        ImportPlan plan = planFor(u"users"_s, csv);
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->refused, 3);
        QList<qint64> rows;
        for (const ImportProblem &problem : report->problems) {
            rows.append(problem.row);
            QCOMPARE(problem.column, u"supabase_user_id"_s);
        }
        QCOMPARE(rows, (QList<qint64>{20, 40, 60}));
        QCOMPARE(count(u"users"_s), 1);
        plan.keepsGood = true;
        const Result<ImportReport> kept = import(plan, csv);
        GHAR_VERIFY(kept);
        QCOMPARE(kept->inserted, 57);
        QCOMPARE(count(u"users"_s), 58);
    }

    void findsRowsByAChosenKey()
    {
        (void)m_maker->make(u"users"_s,
                            {{u"id"_s, Value(u"4"_s)},
                             {u"supabase_user_id"_s, Value(u"s4"_s)},
                             {u"phone"_s, Value(u"+911111111111"_s)},
                             {u"full_name"_s, Value(u"Asha"_s)}});
        const QByteArray csv = "phone,full_name,supabase_user_id\n+911111111111,Asha Verma,s4\n+922222222222,Ravi,s5\n";
        ImportPlan plan = planFor(u"users"_s, csv, ImportMode::Upsert);
        plan.keyColumns = {u"phone"_s};
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QVERIFY2(report->state == ImportReport::State::Written,
                 report->problems.isEmpty() ? "" : qPrintable(report->problems.first().sentence));
        QCOMPARE(report->updated, 1);
        QCOMPARE(report->inserted, 1);
        QCOMPARE(text(u"SELECT full_name FROM users WHERE id = 4"_s), u"Asha Verma"_s);
        QCOMPARE(text(u"SELECT full_name FROM users WHERE phone = '+922222222222'"_s), u"Ravi"_s);
    }

    void refusesKeysThatAreAmbiguousMissingOrTwice()
    {
        for (int id = 1; id <= 2; ++id)
            (void)m_maker->make(u"faqs"_s, {{u"category"_s, Value(u"same"_s)}, {u"question"_s, Value(u"Q"_s)}});
        (void)m_maker->make(u"faqs"_s, {{u"category"_s, Value(u"one"_s)}, {u"question"_s, Value(u"Q"_s)}});
        const QByteArray csv = "category,question\nsame,X\nnone,X\none,X\none,Y\n,Z\n";
        ImportPlan plan = planFor(u"faqs"_s, csv, ImportMode::Update);
        plan.keyColumns = {u"category"_s};
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->refused, 4);
        QList<qint64> rows;
        for (const ImportProblem &problem : report->problems)
            rows.append(problem.row);
        QCOMPARE(rows, (QList<qint64>{1, 2, 4, 5}));
        QVERIFY(report->problems.first().sentence.contains(u"2 rows"_s));
        QCOMPARE(text(u"SELECT count(*) FROM faqs WHERE question = 'Q'"_s), u"3"_s);
    }

    void changesNoPrimaryKeys()
    {
        (void)m_maker->make(u"users"_s, {{u"id"_s, Value(u"4"_s)}, {u"phone"_s, Value(u"+911111111111"_s)}});
        const QByteArray csv = "phone,id\n+911111111111,5\n";
        ImportPlan plan = planFor(u"users"_s, csv, ImportMode::Update);
        plan.keyColumns = {u"phone"_s};
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->refused, 1);
        QCOMPARE(report->problems.first().column, u"id"_s);
    }

    void oneRefusedChangeLeavesTheOthers()
    {
        for (int id = 1; id <= 3; ++id)
            (void)m_maker->make(u"users"_s,
                                {{u"id"_s, Value::integer(id)}, {u"supabase_user_id"_s, Value(u"s%1"_s.arg(id))}});
        const QByteArray csv = "id,supabase_user_id,full_name\n1,s1,A\n2,s1,B\n3,s3,C\n";
        ImportPlan plan = planFor(u"users"_s, csv, ImportMode::Update);
        plan.keepsGood = true;
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->refused, 1);
        QCOMPARE(report->problems.first().row, 2);
        QCOMPARE(report->updated, 2);
        QCOMPARE(text(u"SELECT full_name FROM users WHERE id = 3"_s), u"C"_s);
        QCOMPARE(text(u"SELECT supabase_user_id FROM users WHERE id = 2"_s), u"s2"_s);
    }

    void triggersWorkOnImportedRows()
    {
        const Value owner = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        const QByteArray csv = "owner_id,title,property_type,purpose,base_price,latitude,longitude\n"
            + owner.text().toUtf8() + ",Two rooms,Apartment,RENT,\"₹ 25,000.50\",28.4595,77.0266\n";
        const Result<ImportReport> report = import(u"properties"_s, csv);
        GHAR_VERIFY(report);
        QVERIFY2(report->state == ImportReport::State::Written,
                 report->problems.isEmpty() ? "" : qPrintable(report->problems.first().sentence));
        QCOMPARE(text(u"SELECT owner_name FROM properties"_s), u"Asha Verma"_s);
        QCOMPARE(text(u"SELECT count(*) FROM properties WHERE location IS NOT NULL AND property_type = 'apartment'"_s),
                 u"1"_s);
    }

    void badFilesLeaveNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("says");
        const int csv = int(TransferFormat::Csv);
        QByteArray rows = "question,answer,display_order\n";
        for (int i = 0; i < 3000; ++i)
            rows += "Q,A,1\n";
        // Each fault comes after thousands of good rows, which are taken back.
        QTest::newRow("cut in a quoted cell") << rows + "Q,\"A" << csv << u"line 3002"_s;
        QTest::newRow("windows-1252") << rows + "caf\xe9,A,1\n" << csv << u"Line 3002"_s;
        QTest::newRow("nul") << rows + QByteArray("a\0b,A,1\n", 8) << csv << u"Line 3002"_s;
        QTest::newRow("endless cell") << rows + QByteArray(9'000'000, 'x') << csv << u"Line 3002"_s;
        QTest::newRow("misplaced comma") << rows + "Q,A,\"12,34\"\n" << csv << u"12,34"_s;
        QTest::newRow("short row") << rows + "Q\n" << csv << u"1 cells"_s;
        QTest::newRow("json cut") << QByteArray("[{\"question\":\"Q\",\"answer\":\"A\"},{\"question\":\"Q")
                                  << int(TransferFormat::Json) << u"cut"_s;
        QTest::newRow("json lines cut") << QByteArray("{\"question\":\"Q\",\"answer\":\"A\"}\n{\"question\":")
                                        << int(TransferFormat::JsonLines) << u"cut"_s;
        QTest::newRow("json nul") << QByteArray("[{\"question\":\"\\u0000\",\"answer\":\"A\"}]")
                                  << int(TransferFormat::Json) << u"NUL"_s;
        QTest::newRow("no workbook") << rows << int(TransferFormat::Xlsx) << u"workbook"_s;
    }
    void badFilesLeaveNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, format);
        QFETCH(QString, says);
        ImportPlan plan = planFor(u"faqs"_s, "question,answer,display_order\n");
        plan.format = TransferFormat(format);
        if (plan.format != TransferFormat::Csv)
            plan.mapping.removeLast();
        const Result<ImportReport> report = import(plan, bytes);
        const QString told = report ? report->problems.value(0).sentence : report.error().userText;
        QVERIFY2(told.contains(says), qPrintable(told));
        if (report)
            QCOMPARE(report->state, ImportReport::State::Problems);
        QCOMPARE(count(u"faqs"_s), 0);
        QVERIFY(journal().isEmpty());
        // The connection is fit for the next import.
        const Result<ImportReport> next = import(u"faqs"_s, "question,answer\nQ,A\n");
        GHAR_VERIFY(next);
        QCOMPARE(next->inserted, 1);
    }

    void leavesNothingWhenStopped()
    {
        QByteArray csv = "question,answer\n";
        for (int i = 1; i <= 3000; ++i)
            csv += "Q,A\n";
        QList<qint64> told;
        const Result<ImportReport> stopped =
            import(planFor(u"faqs"_s, csv), csv, [&told](const ImportProgress &progress) {
                told.append(progress.rows);
                return progress.rows < 2000;
            });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(told, (QList<qint64>{1000, 2000}));
        QCOMPARE(count(u"faqs"_s), 0);
        QVERIFY(journal().isEmpty());
        GHAR_VERIFY(import(u"faqs"_s, "question,answer\nQ,A\n"));
    }

    void stopsWhenTheWorkersTokenIsCancelled()
    {
        QByteArray csv = "question,answer\n";
        for (int i = 1; i <= 3000; ++i)
            csv += "Q,A\n";
        const ImportPlan plan = planFor(u"faqs"_s, csv);
        const ChangeHeader change = header();
        DatabaseWorker worker(m_database->profile(), Access::ReadWrite, u"import"_s);
        const auto token = std::make_shared<WorkToken>();
        Answer<Result<ImportReport>> answer = worker.run(
            [&](Connection &connection) {
                return importRows(connection, *m_live, plan, rowSourceOf(csv, {}), change, [&](const ImportProgress &) {
                    worker.cancel(token);
                    return !token->isCancelled();
                });
            },
            token);
        answer.waitForFinished();
        QCOMPARE(answer.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(count(u"faqs"_s), 0);
    }

    void agentsImportOnlyWhatIsTheirs()
    {
        const Value agent = m_maker->id(u"agents"_s);
        const Value other = m_maker->id(u"agents"_s);
        const Value staff = m_maker->id(
            u"users"_s,
            {{u"role"_s, Value(u"agent"_s)}, {u"agent_id"_s, agent}, {u"is_active"_s, Value::boolean(true)}});
        const Value mine = m_maker->id(u"users"_s, {{u"agent_id"_s, agent}, {u"full_name"_s, Value(u"Mine"_s)}});
        const Value theirs = m_maker->id(u"users"_s, {{u"agent_id"_s, other}, {u"full_name"_s, Value(u"Theirs"_s)}});
        const Result<StaffMember> member = readStaffMember(*m_connection, *m_live, staff.text().toLongLong());
        GHAR_VERIFY(member);
        const LiveSchemaPtr seen = StaffScope(*member).narrowed(m_live);
        const auto asAgent = [&](const QByteArray &csv, const QString &table, ImportMode mode) {
            ChangeHeader change = header();
            change.staffId = staff;
            ImportPlan plan = planFor(table, csv, mode);
            return importRows(*m_connection, *seen, plan, rowSourceOf(csv, {}), change);
        };
        const Result<ImportReport> changed =
            asAgent("id,full_name\n" + mine.text().toUtf8() + ",Mine now\n", u"users"_s, ImportMode::Update);
        GHAR_VERIFY(changed);
        QCOMPARE(changed->state, ImportReport::State::Written);
        const Result<ImportReport> foreign =
            asAgent("id,full_name\n" + theirs.text().toUtf8() + ",Mine now\n", u"users"_s, ImportMode::Update);
        GHAR_VERIFY(foreign);
        QCOMPARE(foreign->refused, 1);
        const Result<ImportReport> role =
            asAgent("id,role\n" + mine.text().toUtf8() + ",admin\n", u"users"_s, ImportMode::Update);
        QVERIFY(!role);
        QCOMPARE(role.error().kind, ErrorKind::Permission);
        const Result<ImportReport> made = asAgent("supabase_user_id\nx\n", u"users"_s, ImportMode::Insert);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Permission);
        const Result<ImportReport> hidden = asAgent("question,answer\nq,a\n", u"faqs"_s, ImportMode::Insert);
        QVERIFY(!hidden);
        // A new row of somebody else's user: the user is not among those that the agent can name.
        const QByteArray property = "owner_id,title,property_type,purpose,base_price\n%1,T,apartment,rent,1\n";
        const Result<ImportReport> foreignOwner =
            asAgent(QByteArray(property).replace("%1", theirs.text().toUtf8()), u"properties"_s, ImportMode::Insert);
        GHAR_VERIFY(foreignOwner);
        QCOMPARE(foreignOwner->refused, 1);
        const Result<ImportReport> ownOwner =
            asAgent(QByteArray(property).replace("%1", mine.text().toUtf8()), u"properties"_s, ImportMode::Insert);
        GHAR_VERIFY(ownOwner);
        QCOMPARE(ownOwner->state, ImportReport::State::Written);
        QCOMPARE(text(u"SELECT full_name FROM users WHERE id = "_s + theirs.text()), u"Theirs"_s);
    }

    void rulesOfTheServicesHoldOnServersToo()
    {
        const QByteArray user = m_maker->id(u"users"_s).text().toUtf8();
        const QByteArray property = m_maker->id(u"properties"_s).text().toUtf8();
        const QByteArray csv = "user_id,target_type,swipe_action,is_liked,property_id\n" + user
            + ",property,like,true,\n" + user + ",property,like,true," + property + "\n";
        ImportPlan plan = planFor(u"user_swipes"_s, csv);
        plan.keepsGood = true;
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->refused, 1);
        QCOMPARE(report->problems.first().row, 1);
        QCOMPARE(report->inserted, 1);
        QCOMPARE(count(u"user_swipes"_s), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Importer)
#include "tst_importer.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importfixture.h"
#include "transfer/exporter.h"
#include "transfer/importpreview.h"
#include "transfer/rowsourcefile.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What stands in a file becomes the values that are meant by it, and what was exported comes back as it was.
class tst_ImportValues : public ImportFixture
{
    Q_OBJECT

private slots:
    void mapsByNameLabelAndHand()
    {
        const QByteArray csv = "Question,ANSWER,Display-Order,Remarks\nQ,A,1,x\n";
        ImportPlan plan = planFor(u"faqs"_s, csv);
        QCOMPARE(plan.mapping.at(0).column, u"question"_s);
        QCOMPARE(plan.mapping.at(1).column, u"answer"_s);
        QCOMPARE(plan.mapping.at(2).column, u"display_order"_s);
        QCOMPARE(plan.mapping.at(3).column, QString());
        plan.mapping[3].column = u"category"_s;
        GHAR_VERIFY(import(plan, csv));
        QCOMPARE(text(u"SELECT category FROM faqs"_s), u"x"_s);
        plan.mapping[3].column = u"answer"_s;
        QVERIFY(!import(plan, csv));
        plan.mapping[3].column = u"no_such"_s;
        QVERIFY(!import(plan, csv));
    }

    void previewShowsTheFirstRowsAndTheirProblems()
    {
        const QByteArray csv = "question,display_order,Remarks\nQ1,1,x\nQ2,many,y\nQ3,3,z\n";
        ImportPlan plan;
        plan.table = u"faqs"_s;
        const Result<ImportPreview> preview = previewImport(*m_live, plan, rowSourceOf(csv, {}), 2);
        GHAR_VERIFY(preview);
        QCOMPARE(preview->names, (QStringList{u"question"_s, u"display_order"_s, u"Remarks"_s}));
        QCOMPARE(preview->rows.size(), 2);
        QCOMPARE(preview->rows.at(0).at(0).text, u"Q1"_s);
        QVERIFY(preview->rows.at(0).at(1).problem.isEmpty());
        QVERIFY(!preview->rows.at(1).at(1).problem.isEmpty());
        QVERIFY(preview->problem.isEmpty());
        const Result<ImportPreview> none = previewImport(*m_live, plan, rowSourceOf(QByteArray("a,b\n1,2\n"), {}), 2);
        GHAR_VERIFY(none);
        QVERIFY(!none->problem.isEmpty());
    }

    void resolvesForeignKeysByKeyAndByLabel()
    {
        const Value asha = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        (void)m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Ravi Kumar"_s)}});
        (void)m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"ravi  kumar"_s)}});
        const QByteArray csv = "user_id,search_query\n" + asha.text().toUtf8() + ",by key\nasha verma,by label\n"
            + "Ravi Kumar,twice\nNobody,none\n999999,no key\n";
        const Result<ImportReport> report = import(u"user_search_history"_s, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->refused, 3);
        QCOMPARE(report->problems.at(0).row, 3);
        QVERIFY2(report->problems.at(0).sentence.contains(u"several"_s), qPrintable(report->problems.at(0).sentence));
        QVERIFY(report->problems.at(1).sentence.contains(u"Nobody"_s));
        QVERIFY(report->problems.at(2).sentence.contains(u"999999"_s));
        for (const ImportProblem &problem : report->problems)
            QCOMPARE(problem.column, u"user_id"_s);
        const QByteArray good = csv.left(csv.indexOf("Ravi"));
        const Result<ImportReport> done = import(u"user_search_history"_s, good);
        GHAR_VERIFY(done);
        QCOMPARE(done->state, ImportReport::State::Written);
        QCOMPARE(text(u"SELECT count(*) FROM user_search_history WHERE user_id = "_s + asha.text()), u"2"_s);
    }

    void takesNumbersForLabelsWhereTold()
    {
        const Value named = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"4711"_s)}});
        const QByteArray csv = "user_id,search_query\n4711,q\n";
        ImportPlan plan = planFor(u"user_search_history"_s, csv);
        QCOMPARE(import(plan, csv)->refused, 1);
        for (MappedColumn &mapped : plan.mapping)
            mapped.isByLabel = mapped.column == u"user_id"_s;
        const Result<ImportReport> report = import(plan, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->state, ImportReport::State::Written);
        QCOMPARE(text(u"SELECT user_id FROM user_search_history"_s), named.text());
    }

    void fillsWhatTheFileLeavesOut()
    {
        // A key that is made here, and defaults of the platform's writers.
        const Value user = m_maker->id(u"users"_s);
        const QByteArray csv = "user_id,title,status\n" + user.text().toUtf8() + ",Flat tour,\n";
        const Result<ImportReport> report = import(u"tours"_s, csv);
        GHAR_VERIFY(report);
        QVERIFY2(report->state == ImportReport::State::Written,
                 report->problems.isEmpty() ? "" : qPrintable(report->problems.first().sentence));
        QCOMPARE(text(u"SELECT length(id) FROM tours"_s), u"36"_s);
        QCOMPARE(text(u"SELECT status FROM tours"_s), u"draft"_s);
        const Result<ImportReport> lacking = import(u"tours"_s, "description\nx\n");
        QVERIFY(!lacking);
        QVERIFY2(lacking.error().userText.contains(u"title"_s), qPrintable(lacking.error().userText));
    }

    void tellsTheOrderOfDatesFromTheWholeColumn()
    {
        const Value owner = m_maker->id(u"users"_s);
        const QByteArray user = owner.text().toUtf8();
        const auto csv = [&user](const QList<QByteArray> &dates) {
            QByteArray file = "supabase_user_id,date_of_birth\n";
            for (const QByteArray &date : dates)
                file += "u" + QByteArray::number(qHash(date)) + ",\"" + date + "\"\n";
            Q_UNUSED(user)
            return file;
        };
        const Result<ImportReport> dayFirst =
            import(u"users"_s, csv({"05/06/1990", "31/12/1990", "1 Jan 1991", "1990-02-03"}));
        GHAR_VERIFY(dayFirst);
        QVERIFY2(dayFirst->state == ImportReport::State::Written,
                 dayFirst->problems.isEmpty() ? "" : qPrintable(dayFirst->problems.first().sentence));
        const QString day =
            m_database->isPostgres() ? u"CAST(date_of_birth AT TIME ZONE 'UTC' AS text)"_s : u"date_of_birth"_s;
        QCOMPARE(text(u"SELECT count(*) FROM users WHERE "_s + day + u" LIKE '1990-06-05 00:00:00%'"_s), u"1"_s);
        must(*m_connection, u"DELETE FROM users WHERE date_of_birth IS NOT NULL"_s);
        const Result<ImportReport> monthFirst = import(u"users"_s, csv({"05/06/90", "12-31-90"}));
        GHAR_VERIFY(monthFirst);
        QCOMPARE(monthFirst->state, ImportReport::State::Written);
        QCOMPARE(text(u"SELECT count(*) FROM users WHERE "_s + day + u" LIKE '1990-05-06 00:00:00%'"_s), u"1"_s);
        const int before = count(u"users"_s);
        const Result<ImportReport> open = import(u"users"_s, csv({"05/06/1990", "07/08/1990"}));
        QVERIFY(!open);
        QVERIFY2(open.error().userText.contains(u"05/06/1990"_s), qPrintable(open.error().userText));
        const Result<ImportReport> mixed = import(u"users"_s, csv({"05/06/1990", "31/12/1990", "12/31/1990"}));
        QVERIFY(!mixed);
        QVERIFY2(mixed.error().userText.contains(u"contradict"_s), qPrintable(mixed.error().userText));
        QCOMPARE(count(u"users"_s), before);
        ImportPlan told = planFor(u"users"_s, csv({"05/06/1991"}));
        told.dateOrder = DateOrder::MonthFirst;
        GHAR_VERIFY(import(told, csv({"05/06/1991"})));
        QCOMPARE(text(u"SELECT count(*) FROM users WHERE "_s + day + u" LIKE '1991-05-06%'"_s), u"1"_s);
    }

    void exportedRowsComeBackAsTheyWere_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("csv") << int(TransferFormat::Csv);
        QTest::newRow("json") << int(TransferFormat::Json);
        QTest::newRow("json lines") << int(TransferFormat::JsonLines);
    }
    void exportedRowsComeBackAsTheyWere()
    {
        QFETCH(int, format);
        const Value user = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"=cmd()"_s)}});
        (void)m_maker->id(u"users"_s,
                          {{u"full_name"_s, Value(u""_s)},
                           {u"preferences"_s, Value(u"{\"a\":[1,\"x,y\",null]}"_s)},
                           {u"date_of_birth"_s, Value(u"1990-02-28 00:00:00.000000+00:00"_s)},
                           {u"created_at"_s, Value(u"2025-12-31 18:30:00.123456+00:00"_s)}});
        (void)m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"'=\"quoted\"\n second line"_s)}});
        const LiveTable &table = *m_live->table(u"users"_s);
        const RecordSource all(m_live, table, {}, m_connection->dialect(), exportableColumns(table));
        const auto exported = [&](TransferFormat as) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            const Result<qint64> written = exportToDevice(*m_connection, all, {as, {}, false}, buffer);
            if (!written)
                qFatal("%s", qPrintable(whyNot(written)));
            return buffer.data();
        };
        const QByteArray before = exported(TransferFormat::Csv);
        const QByteArray file = exported(TransferFormat(format));
        must(*m_connection, u"DELETE FROM users"_s);
        const ImportPlan plan = planFor(u"users"_s, file, ImportMode::Insert, TransferFormat(format));
        const Result<ImportReport> report = import(plan, file);
        GHAR_VERIFY(report);
        QVERIFY2(report->state == ImportReport::State::Written,
                 report->problems.isEmpty() ? "" : qPrintable(report->problems.first().sentence));
        QCOMPARE(exported(TransferFormat::Csv), before);
        Q_UNUSED(user)
    }

    void workbooksComeBackAsTheyWere()
    {
        const Value owner = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Asha"_s)}});
        for (int i = 1; i <= 3; ++i)
            (void)m_maker->id(u"properties"_s,
                              {{u"owner_id"_s, owner},
                               {u"title"_s, Value(u"=Flat %1"_s.arg(i))},
                               {u"base_price"_s, Value(u"12345678.5%1"_s.arg(i))},
                               {u"latitude"_s, Value(u"28.45"_s)},
                               {u"longitude"_s, Value(u"77.02"_s)},
                               {u"features"_s, Value(u"[\"lift\"]"_s)},
                               {u"is_available"_s, Value::boolean(i == 1)},
                               {u"created_at"_s, Value(u"2025-12-31 18:30:0%1.250000+00:00"_s.arg(i))}});
        const LiveTable &table = *m_live->table(u"properties"_s);
        QStringList columns = exportableColumns(table);
        columns.removeOne(u"updated_at"_s);
        const RecordSource all(m_live, table, {}, m_connection->dialect(), columns);
        const auto csv = [&] {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            if (!exportToDevice(*m_connection, all, {}, buffer))
                qFatal("The rows could not be exported.");
            return buffer.data();
        };
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"rows.xlsx"_s);
        GHAR_VERIFY(exportToFile(*m_connection, all, {TransferFormat::Xlsx, {}, false}, path));
        const QByteArray before = csv();
        must(*m_connection, u"DELETE FROM properties"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const ImportPlan plan = planFor(u"properties"_s, bytes, ImportMode::Insert, TransferFormat::Xlsx);
        const Result<ImportReport> report = import(plan, bytes);
        GHAR_VERIFY(report);
        QVERIFY2(report->state == ImportReport::State::Written,
                 report->problems.isEmpty() ? "" : qPrintable(report->problems.first().sentence));
        const QList<QByteArray> now = csv().split('\n');
        const QList<QByteArray> then = before.split('\n');
        QCOMPARE(now.size(), then.size());
        for (qsizetype i = 0; i < now.size(); ++i)
            QVERIFY2(now.at(i) == then.at(i), (now.at(i) + "\n" + then.at(i)).constData());
    }
};

QTEST_GUILESS_MAIN(tst_ImportValues)
#include "tst_importvalues.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databaseworker.h"
#include "database/transaction.h"
#include "records/changeauthor.h"
#include "records/journalcsv.h"
#include "records/localjournal.h"
#include "records/rowversion.h"
#include "records/staffscope.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"
#include "transfer/exporter.h"
#include "transfer/importer.h"
#include "transfer/importpreview.h"
#include "transfer/rowsourcefile.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// A file becomes rows and their journal together, or nothing and a report.
class tst_Importer : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Connection> m_colleague;
    LiveSchemaPtr m_live;
    std::unique_ptr<RowMaker> m_maker;
    int m_changes = 0;

    ChangeHeader header(const QString &reason = u"Sheet of the office"_s)
    {
        return {u"import-%1"_s.arg(++m_changes),
                u"desk-1"_s,
                QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC),
                u"ghar"_s,
                Value::null(),
                Value::null(),
                u"import"_s,
                reason,
                Value::null()};
    }

    /// With each name of the file mapped to the column of that name.
    ImportPlan planFor(const QString &table, const QByteArray &content, ImportMode mode = ImportMode::Insert,
                       TransferFormat format = TransferFormat::Csv)
    {
        ImportPlan plan;
        plan.table = table;
        plan.mode = mode;
        plan.format = format;
        const Result<ImportPreview> preview = previewImport(*m_live, plan, rowSourceOf(content, {format, 0, {}}), 0);
        if (preview)
            plan.mapping = preview->mapping;
        return plan;
    }

    Result<ImportReport> import(const ImportPlan &plan, const QByteArray &content,
                                const ImportProgressFunction &progress = {}, const ImportRowSink &sink = {})
    {
        return importRows(*m_connection, *m_live, plan, rowSourceOf(content, {plan.format, 0, {}}), header(), progress,
                          sink);
    }

    Result<ImportReport> import(const QString &table, const QByteArray &content, ImportMode mode = ImportMode::Insert)
    {
        return import(planFor(table, content, mode), content);
    }

    QString text(const QString &statement) { return scalar(*m_colleague, statement); }
    int count(const QString &table) { return text(u"SELECT count(*) FROM "_s + table).toInt(); }

    QList<JournalEntry> journal()
    {
        const Result<QList<JournalEntry>> entries = readJournal(*m_colleague, {});
        if (!entries)
            qFatal("%s", qPrintable(whyNot(entries)));
        return *entries;
    }

    static QJsonObject json(const Value &image) { return QJsonDocument::fromJson(image.text().toUtf8()).object(); }

    void verifyChain()
    {
        const Result<QList<JournalChain>> chains = verifyJournal(*m_colleague);
        GHAR_VERIFY(chains);
        for (const JournalChain &chain : *chains)
            QVERIFY2(chain.brokenAt == 0, qPrintable(chain.problem));
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
        m_colleague = m_database->open();
        m_live = m_database->introspected();
        m_maker = std::make_unique<RowMaker>(*m_connection, m_live);
        m_changes = 0;
    }

    void cleanup()
    {
        m_maker.reset();
        m_connection.reset();
        m_colleague.reset();
        m_database.reset();
    }

    void writesNewRowsWithTheirJournal()
    {
        const QByteArray csv = "question,answer,category,is_active,display_order\n"
                               "Deposit?,\"two, months\",,yes,1\n"
                               "किराया?,\"\",rent,FALSE,\"1,23,456\"\n";
        const Result<ImportReport> report = import(u"faqs"_s, csv);
        GHAR_VERIFY(report);
        QVERIFY2(report->state == ImportReport::State::Written,
                 report->problems.isEmpty() ? "" : qPrintable(report->problems.first().sentence));
        QCOMPARE(report->inserted, 2);
        QCOMPARE(text(u"SELECT answer FROM faqs WHERE category IS NULL AND is_active"_s), u"two, months"_s);
        QCOMPARE(text(u"SELECT display_order FROM faqs WHERE answer = '' AND NOT is_active"_s), u"123456"_s);
        const QList<JournalEntry> entries = journal();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().note.action, JournalAction::Import);
        QCOMPARE(entries.first().note.table, u"faqs"_s);
        QVERIFY(entries.first().note.rowKey.isNull());
        QVERIFY(entries.first().note.before.isNull());
        QCOMPARE(entries.first().header.reason, u"Sheet of the office"_s);
        const QJsonObject after = json(entries.first().note.after);
        QCOMPARE(after.value(u"rows"_s).toInt(), 2);
        const QString first = text(u"SELECT id FROM faqs WHERE category IS NULL"_s);
        const QString second = text(u"SELECT id FROM faqs WHERE category = 'rent'"_s);
        QCOMPARE(after.value(u"keys"_s).toArray(), (QJsonArray{first, second}));
        QCOMPARE(after.value(u"columns"_s).toArray().size(), 5);
        // Anybody can check the hash: key and values as length:bytes, `~` for NULL.
        const auto part = [](const QByteArray &bytes) { return QByteArray::number(bytes.size()) + ':' + bytes + ','; };
        const QByteArray content = part(first.toUtf8()) + part("Deposit?") + part("two, months") + '~' + part("true")
            + part("1") + part(second.toUtf8()) + part("किराया?") + part("") + part("rent") + part("false")
            + part("123456");
        QCOMPARE(after.value(u"sha256"_s).toString().toLatin1(),
                 QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        verifyChain();
    }

    void journalsOneEntryForEveryThousandRows()
    {
        QByteArray csv = "question,answer\n";
        for (int i = 1; i <= 2001; ++i)
            csv += "Q" + QByteArray::number(i) + ",A\n";
        const Result<ImportReport> report = import(u"faqs"_s, csv);
        GHAR_VERIFY(report);
        QCOMPARE(report->inserted, 2001);
        QCOMPARE(count(u"faqs"_s), 2001);
        const QList<JournalEntry> entries = journal();
        QCOMPARE(entries.size(), 3);
        QList<int> sizes;
        QSet<QString> keys;
        for (const JournalEntry &entry : entries) {
            sizes.append(json(entry.note.after).value(u"rows"_s).toInt());
            for (const QJsonValue &key : json(entry.note.after).value(u"keys"_s).toArray())
                keys.insert(key.toString());
        }
        QCOMPARE(sizes, (QList<int>{1, 1000, 1000}));
        QCOMPARE(keys.size(), 2001);
        verifyChain();
        // The next row of anybody gets a number behind them.
        QVERIFY(!keys.contains(m_maker->id(u"faqs"_s).text()));
    }

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

    void changesOnlyWhatDiffersAndKeepsWhatWasBefore()
    {
        for (int id = 1; id <= 3; ++id)
            (void)m_maker->make(u"faqs"_s,
                                {{u"id"_s, Value::integer(id)},
                                 {u"question"_s, Value(u"Q%1"_s.arg(id))},
                                 {u"answer"_s, Value(u"A"_s)},
                                 {u"display_order"_s, Value::integer(id)}});
        const QByteArray csv = "id,question,display_order\n1,Q1,1\n2,Changed,2\n3,Q3,03\n";
        const Result<ImportReport> report = import(u"faqs"_s, csv, ImportMode::Update);
        GHAR_VERIFY(report);
        QCOMPARE(report->state, ImportReport::State::Written);
        QCOMPARE(report->updated, 1);
        QCOMPARE(report->unchanged, 2);
        QCOMPARE(text(u"SELECT question FROM faqs WHERE id = 2"_s), u"Changed"_s);
        const QList<JournalEntry> entries = journal();
        QCOMPARE(entries.size(), 1);
        const QJsonObject before = json(entries.first().note.before);
        QCOMPARE(before.keys(), QStringList{u"2"_s});
        QCOMPARE(before.value(u"2"_s).toObject().value(u"question"_s).toString(), u"Q2"_s);
        QVERIFY(!before.value(u"2"_s).toObject().contains(u"answer"_s));
        const QJsonObject after = json(entries.first().note.after);
        QCOMPARE(after.value(u"keys"_s).toArray(), QJsonArray{u"2"_s});
        QCOMPARE(after.value(u"changed"_s).toObject().value(u"2"_s).toObject().value(u"question"_s).toString(),
                 u"Changed"_s);
        verifyChain();
        // The same file again changes nothing, and so nothing is journalled.
        const Result<ImportReport> again = import(u"faqs"_s, csv, ImportMode::Update);
        GHAR_VERIFY(again);
        QCOMPARE(again->unchanged, 3);
        QCOMPARE(journal().size(), 1);
    }

    void belongsToTheHistoryOfEachRow()
    {
        const QString old =
            m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Asha"_s)}, {u"supabase_user_id"_s, Value(u"old"_s)}})
                .text();
        {
            // An ordinary change before the import.
            Transaction transaction(*m_connection);
            QVERIFY(transaction.begin());
            ChangeHeader earlier = header();
            earlier.madeAt = earlier.madeAt.addDays(-1);
            GHAR_VERIFY(appendToJournal(*m_connection, earlier,
                                        {{JournalAction::Update, u"users"_s, Value(old),
                                          Value(u"{\"full_name\":\"A\"}"_s), Value(u"{\"full_name\":\"Asha\"}"_s)}}));
            QVERIFY(transaction.commit());
        }
        const QByteArray csv = "id,supabase_user_id,full_name\n" + old.toUtf8() + ",old,Asha Verma\n900,new,Ravi\n";
        const Result<ImportReport> report = import(u"users"_s, csv, ImportMode::Upsert);
        GHAR_VERIFY(report);
        QVERIFY2(report->state == ImportReport::State::Written,
                 report->problems.isEmpty() ? "" : qPrintable(report->problems.first().sentence));
        const auto historyOf = [this](const QString &key) {
            JournalQuery query;
            query.table = u"users"_s;
            query.rowKey = key;
            const Result<QList<JournalEntry>> entries = readJournal(*m_colleague, query);
            return entries ? *entries : QList<JournalEntry>();
        };
        const QList<JournalEntry> changed = historyOf(old);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.first().note.action, JournalAction::Import);
        QCOMPARE(changed.first().note.rowKey.text(), old);
        QCOMPARE(json(changed.first().note.before).value(u"full_name"_s).toString(), u"Asha"_s);
        QCOMPARE(json(changed.first().note.after).value(u"full_name"_s).toString(), u"Asha Verma"_s);
        const QList<JournalEntry> made = historyOf(u"900"_s);
        QCOMPARE(made.size(), 1);
        QVERIFY(made.first().note.before.isNull());
        QVERIFY(historyOf(u"90"_s).isEmpty());
        // The version from before the import has the values from before it.
        const auto version = readVersion(*m_connection, *m_live, {u"users"_s, old, placeOf(changed.last())});
        GHAR_VERIFY(version);
        QVERIFY(version->has_value());
        QCOMPARE((*version)->value(u"full_name"_s).text(), u"Asha"_s);
        // Nobody's values are in a masked export.
        QBuffer masked;
        masked.open(QIODevice::WriteOnly);
        GHAR_VERIFY(exportJournalCsv(*m_colleague, {}, masked, {}, m_live));
        QVERIFY(masked.data().contains("import"));
        QVERIFY2(!masked.data().contains("Asha"), masked.data().constData());
    }

    void journalsOnThisComputerWhereTheDatabaseHasNoRoom()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"journal.sqlite"_s);
        GHAR_VERIFY(LocalJournal::open(path, true));
        auto local = std::make_shared<LiveSchema>(*m_live);
        local->localJournal = path;
        QByteArray csv = "question,answer\n";
        for (int i = 0; i < 2500; ++i)
            csv += "Q,A\n";
        const ImportPlan plan = planFor(u"faqs"_s, csv);
        const ChangeHeader change = header();
        const Result<ImportReport> report = importRows(*m_connection, *local, plan, rowSourceOf(csv, {}), change);
        GHAR_VERIFY(report);
        QCOMPARE(report->state, ImportReport::State::Written);
        QVERIFY(journal().isEmpty());
        const Result<std::unique_ptr<LocalJournal>> store = LocalJournal::open(path);
        GHAR_VERIFY(store);
        const Result<QList<JournalEntry>> entries = readJournal((*store)->reader(*m_connection), {});
        GHAR_VERIFY(entries);
        QCOMPARE(entries->size(), 3);
        QVERIFY((*store)->openIntents()->isEmpty());
        QCOMPARE(verifyJournal((*store)->reader(*m_connection))->first().brokenAt, 0);
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

    void wantsAReasonWhereChangesDo()
    {
        const QByteArray csv = "supabase_user_id\nnew\n";
        const ImportPlan plan = planFor(u"users"_s, csv);
        const Result<ImportReport> silent =
            importRows(*m_connection, *m_live, plan, rowSourceOf(csv, {}), header(QString()));
        QVERIFY(!silent);
        QCOMPARE(silent.error().kind, ErrorKind::Refused);
        QCOMPARE(count(u"users"_s), 0);
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

    void needsAJournal()
    {
        TemporaryDatabase foreign(m_database->backend(), TemporaryDatabase::Content::Empty);
        const std::unique_ptr<Connection> connection = foreign.open();
        must(*connection, u"CREATE TABLE faqs (id integer PRIMARY KEY, question text)"_s);
        const LiveSchemaPtr live = foreign.introspected();
        ImportPlan plan;
        plan.table = u"faqs"_s;
        plan.mapping = {{u"id"_s, u"id"_s, false}, {u"question"_s, u"question"_s, false}};
        const Result<ImportReport> report =
            importRows(*connection, *live, plan, rowSourceOf(QByteArray("id,question\n1,Q\n"), {}), header());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Refused);
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

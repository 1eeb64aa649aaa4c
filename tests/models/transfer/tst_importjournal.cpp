// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/transaction.h"
#include "importfixture.h"
#include "records/journalcsv.h"
#include "records/localjournal.h"
#include "records/rowversion.h"
#include "transfer/rowsourcefile.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What was imported is in the journal, and in the history of each row.
class tst_ImportJournal : public ImportFixture
{
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(tst_ImportJournal)
#include "tst_importjournal.moc"

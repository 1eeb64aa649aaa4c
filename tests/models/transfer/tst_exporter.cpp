// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulaguard.h"
#include "database/databaseworker.h"
#include "database/transaction.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"
#include "transfer/exporter.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Rows leave the database whole, in order, in each format, and memory does not hold them.
class tst_Exporter : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    LiveSchemaPtr m_live;
    std::unique_ptr<RowMaker> m_maker;

    RecordSource source(const QString &table, const QStringList &columns, const TableQuery &query = {})
    {
        return RecordSource(m_live, *m_live->table(table), query, m_connection->dialect(), columns);
    }

    QByteArray exported(const RecordSource &source, TransferFormat format, const CsvStyle &style = {})
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const Result<qint64> written = exportToDevice(*m_connection, source, {format, style, false}, buffer);
        if (!written)
            qFatal("%s", qPrintable(whyNot(written)));
        return buffer.data();
    }

    void makeFaq(int id, const QString &question, const Value &category = Value::null())
    {
        (void)m_maker->make(u"faqs"_s,
                            {{u"id"_s, Value::integer(id)},
                             {u"question"_s, Value(question)},
                             {u"answer"_s, Value(u"a"_s)},
                             {u"category"_s, category},
                             {u"display_order"_s, Value::integer(id % 3)}});
    }

    /// Many at once, in one transaction.
    void makeFaqs(int count, const std::function<Value(int)> &category = {})
    {
        Transaction transaction(*m_connection);
        QVERIFY(transaction.begin());
        for (int id = 1; id <= count; ++id)
            makeFaq(id, u"Q%1"_s.arg(id), category ? category(id) : Value::null());
        QVERIFY(transaction.commit());
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
        m_live = m_database->introspected();
        m_maker = std::make_unique<RowMaker>(*m_connection, m_live);
    }

    void cleanup()
    {
        m_maker.reset();
        m_connection.reset();
        m_database.reset();
    }

    void quotesCsvWhereItMustBe()
    {
        makeFaq(1, u"plain"_s);
        makeFaq(2, u"with, comma"_s, Value(QString()));
        makeFaq(3, u"with \"quotes\""_s, Value(u"two\nlines"_s));
        makeFaq(4, u" blanks "_s, Value(u"किराया"_s));
        const QByteArray csv =
            exported(source(u"faqs"_s, {u"id"_s, u"question"_s, u"category"_s}), TransferFormat::Csv);
        QCOMPARE(csv,
                 QByteArray("id,question,category\r\n"
                            "1,plain,\r\n"
                            "2,\"with, comma\",\"\"\r\n"
                            "3,\"with \"\"quotes\"\"\",\"two\nlines\"\r\n"
                            "4,\" blanks \",किराया\r\n"));
        const QByteArray marked = exported(source(u"faqs"_s, {u"id"_s}), TransferFormat::Csv, {true, true, ';'});
        QVERIFY(marked.startsWith("\xef\xbb\xbfid\r\n1\r\n"));
    }

    void guardsTextsThatLookLikeFormulas()
    {
        makeFaq(1, u"=1+1"_s, Value(u"@sum"_s));
        makeFaq(2, u"-5"_s, Value(u"+919876543210"_s));
        makeFaq(3, u"  =HYPERLINK(\"x\")"_s, Value(u"'=already"_s));
        makeFaq(4, u"'quoted'"_s, Value(u"a=b"_s));
        const QByteArray guarded = exported(source(u"faqs"_s, {u"question"_s, u"category"_s}), TransferFormat::Csv);
        QCOMPARE(guarded,
                 QByteArray("question,category\r\n'=1+1,'@sum\r\n-5,+919876543210\r\n"
                            "\"'  =HYPERLINK(\"\"x\"\")\",''=already\r\n'quoted',a=b\r\n"));
        const QByteArray raw = exported(source(u"faqs"_s, {u"question"_s}), TransferFormat::Csv, {false, false, ','});
        QVERIFY(raw.contains("\r\n=1+1\r\n"));
    }

    void takesTheGuardOffAgain_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"=1"_s, u"'=1"_s, u"''=1"_s, u"x"_s, u"'x"_s, u"-5"_s, u"'-5"_s, u"- item"_s,
                                    u"\t"_s, u"'"_s, u""_s, u"＝1"_s, u"' =1"_s})
            QTest::addRow("%s", qPrintable(text.isEmpty() ? u"empty"_s : text)) << text;
    }
    void takesTheGuardOffAgain()
    {
        QFETCH(QString, text);
        QCOMPARE(unguardedText(guardedText(text)), text);
    }

    void writesNumbersAndJsonExactly()
    {
        (void)m_maker->make(u"leases"_s,
                            {{u"id"_s, Value::integer(7)},
                             {u"monthly_rent"_s, Value(u"-1234567.80"_s)},
                             {u"lease_terms"_s, Value(u"{\"notice_period_days\":30}"_s)},
                             {u"start_date"_s, Value(u"2025-12-31"_s)}});
        const RecordSource leases =
            source(u"leases"_s, {u"id"_s, u"monthly_rent"_s, u"lease_terms"_s, u"start_date"_s});
        QVERIFY(exported(leases, TransferFormat::Csv).contains("\r\n7,-1234567.80,\"{"));
        const QByteArray lines = exported(leases, TransferFormat::JsonLines);
        QCOMPARE(lines,
                 QByteArray("{\"id\":7,\"monthly_rent\":\"-1234567.80\",\"lease_terms\":{\"notice_period_days\":30},"
                            "\"start_date\":\"2025-12-31\"}\n"));
        const QJsonArray array = QJsonDocument::fromJson(exported(leases, TransferFormat::Json)).array();
        QCOMPARE(array.size(), 1);
        QCOMPARE(array.first().toObject().value(u"id"_s).toInt(), 7);
        const RecordSource none = source(u"faqs"_s, {u"id"_s});
        QVERIFY(QJsonDocument::fromJson(exported(none, TransferFormat::Json)).isArray());
        QCOMPARE(exported(none, TransferFormat::JsonLines), QByteArray());
    }

    void ordersAndFiltersAsTheGridDoes()
    {
        for (int id = 1; id <= 9; ++id)
            makeFaq(id, u"Q"_s, id == 5 ? Value::null() : Value(u"c%1"_s.arg(id % 2)));
        TableQuery query;
        query.sort = {{u"category"_s, true}};
        query.filters = {{u"display_order"_s, Filter::Op::AnyOf, {Value(u"1"_s), Value(u"2"_s)}}};
        // NULL last in both directions, then the key in the same direction.
        QCOMPARE(exported(source(u"faqs"_s, {u"id"_s, u"category"_s}, query), TransferFormat::Csv),
                 QByteArray("id,category\r\n7,c1\r\n1,c1\r\n8,c0\r\n4,c0\r\n2,c0\r\n5,\r\n"));
    }

    void sqlMakesTheSameRowsAgain()
    {
        makeFaqs(249);
        makeFaq(250, u"it's; \"odd\"\nand long"_s);
        const RecordSource all = source(u"faqs"_s, exportableColumns(*m_live->table(u"faqs"_s)));
        const QByteArray before = exported(all, TransferFormat::Csv);
        const QByteArray sql = exported(all, TransferFormat::Sql);
        must(*m_connection, u"DELETE FROM faqs"_s);
        const QList<QByteArray> statements =
            QByteArray(sql).replace(");\n", "\x1f").replace("BEGIN;\n", "").split('\x1f');
        QCOMPARE(statements.size(), 4); // 100, 100, 50 and COMMIT
        for (qsizetype i = 0; i < 3; ++i)
            must(*m_connection, QString::fromUtf8(statements.at(i)) + u')');
        QCOMPARE(exported(all, TransferFormat::Csv), before);
    }

    void masksValuesOfPersons()
    {
        (void)m_maker->make(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}, {u"phone"_s, Value::null()}});
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        GHAR_VERIFY(exportToDevice(*m_connection, source(u"users"_s, {u"id"_s, u"full_name"_s, u"phone"_s}),
                                   {TransferFormat::Csv, {}, true}, buffer));
        QVERIFY(buffer.data().contains(",••••,\r\n"));
        QVERIFY(!buffer.data().contains("Asha"));
    }

    void leavesAnOlderFileAloneWhenStopped()
    {
        makeFaqs(1500);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"faqs.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("older");
        old.close();
        const RecordSource faqs = source(u"faqs"_s, {u"id"_s});
        qint64 told = 0;
        const Result<qint64> stopped = exportToFile(*m_connection, faqs, {}, path, [&told](qint64 rows) {
            told = rows;
            return false;
        });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(told, 1000);
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("older"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"faqs.csv"_s});
        // The connection can be used again, and the file is replaced as a whole.
        const Result<qint64> whole = exportToFile(*m_connection, faqs, {}, path);
        GHAR_VERIFY(whole);
        QCOMPARE(*whole, 1500);
        QFile now(path);
        QVERIFY(now.open(QIODevice::ReadOnly));
        QCOMPARE(now.readAll().count('\n'), 1501);
        QCOMPARE(now.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void stopsWhenTheWorkersTokenIsCancelled()
    {
        makeFaqs(3000);
        const QTemporaryDir folder;
        DatabaseWorker worker(m_database->profile(), Access::ReadOnly, u"export"_s);
        const auto token = std::make_shared<WorkToken>();
        const auto live = m_live;
        Answer<Result<qint64>> answer = worker.run(
            [&, token](Connection &connection) -> Result<qint64> {
                const RecordSource faqs(live, *live->table(u"faqs"_s), {}, connection.dialect(), {u"id"_s});
                return exportToFile(connection, faqs, {}, folder.filePath(u"faqs.csv"_s), [&](qint64) {
                    worker.cancel(token);
                    return !token->isCancelled();
                });
            },
            token);
        answer.waitForFinished();
        QCOMPARE(answer.result().error().kind, ErrorKind::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void readsOneMomentWhateverColleaguesWrite()
    {
        if (!m_database->isPostgres())
            QSKIP("A writer of the same file waits for the reader.");
        makeFaqs(1200, [](int id) { return id > 600 ? Value(u"x"_s) : Value::null(); });
        const std::unique_ptr<Connection> reader = m_database->open(Access::ReadOnly);
        TableQuery query;
        query.sort = {{u"category"_s, false}}; // two segments: two statements
        const RecordSource faqs(m_live, *m_live->table(u"faqs"_s), query, reader->dialect(), {u"id"_s});
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const std::unique_ptr<Connection> colleague = m_database->open();
        bool hasWritten = false;
        class Spy final : public RowSink
        {
        public:
            explicit Spy(std::function<void()> first) : m_first(std::move(first)) { }
            Result<void> begin(const QString &, const QList<Column> &) override { return {}; }
            Result<void> add(const Row &) override
            {
                if (rows++ == 0)
                    m_first();
                return {};
            }
            Result<void> finish() override { return {}; }
            qint64 rows = 0;

        private:
            std::function<void()> m_first;
        } spy([&] {
            must(*colleague, u"DELETE FROM faqs WHERE category IS NULL"_s);
            hasWritten = true;
        });
        const Result<qint64> written = exportRows(*reader, faqs, spy, false);
        GHAR_VERIFY(written);
        QVERIFY(hasWritten);
        QCOMPARE(*written, 1200);
    }

    void refusesAPlaceThatCannotBeWritten()
    {
        const QTemporaryDir folder;
        const Result<qint64> nowhere =
            exportToFile(*m_connection, source(u"faqs"_s, {u"id"_s}), {}, folder.filePath(u"missing/faqs.csv"_s));
        QVERIFY(!nowhere);
        QVERIFY2(nowhere.error().userText.contains(u"faqs.csv"_s), qPrintable(nowhere.error().userText));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(
            !exportToDevice(*m_connection, source(u"faqs"_s, {u"id"_s}), {TransferFormat::Xlsx, {}, false}, buffer));
    }
};

QTEST_GUILESS_MAIN(tst_Exporter)
#include "tst_exporter.moc"

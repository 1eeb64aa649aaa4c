// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/transaction.h"
#include "records/recordreader.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QThread>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

/// Rows without end, delivered one by one: what a cancel or a killed server interrupts.
const auto endless = u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"_s;
/// The same without a row ever coming out.
const auto silent = u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"_s;

/// A thread that waits to be told, runs a function and is joined at the end.
class Companion
{
public:
    explicit Companion(std::function<void()> work)
        : m_thread(QThread::create([this, work = std::move(work)] {
            m_go.acquire();
            work();
        }))
    {
        m_thread->start();
    }
    ~Companion()
    {
        m_go.release();
        m_thread->wait();
    }
    void go() { m_go.release(); }
    [[nodiscard]] bool isDone() const { return m_thread->isFinished(); }

private:
    QSemaphore m_go;
    std::unique_ptr<QThread> m_thread;
};

QString largeText()
{
    // Every kind of character but NUL, a million bytes and more.
    const QString piece =
        u"Rent ₹1,23,456.00 किराया 🏠👩‍👩‍👧 \t\r\n'\"\\%_;--\x01\x7f\u00a0\u202e "_s;
    return piece.repeated(1'000'000 / int(piece.toUtf8().size()) + 1);
}

QString largeJson()
{
    QJsonObject object;
    for (int i = 0; object.size() < 4000; ++i)
        object.insert(u"key %1 \"किराया\" 🏠"_s.arg(i), QJsonObject{{u"n"_s, i}, {u"text"_s, u"x'\\\n"_s.repeated(10)}});
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class tst_Connection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        // The rows of one test share a database: making one costs more than most of them.
        const QByteArray function = QTest::currentTestFunction();
        if (m_database && m_database->backend() == backend && m_function == function)
            return;
        m_function = function;
        m_database = std::make_unique<TemporaryDatabase>(backend);
    }

    void cleanupTestCase() { m_database.reset(); }

    void keepsValues_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        const auto add = [](const char *name, const QString &place, const QString &value) {
            QTest::newRow(name) << place.section(u'.', 0, 0) << place.section(u'.', 1) << value;
        };
        add("money", u"leases.monthly_rent"_s, u"12345678.90"_s);
        add("negative money", u"leases.monthly_rent"_s, u"-0.01"_s);
        add("no paise", u"leases.monthly_rent"_s, u"5000.00"_s);
        add("most money", u"bank_auctions.reserve_price"_s, u"9999999999999.99"_s);
        add("four places", u"bank_rates.rate_value"_s, u"8.4505"_s);
        add("seven places", u"neighbourhood_scores.latitude"_s, u"28.4594965"_s);
        add("microseconds", u"users.flatmates_last_active_at"_s, u"2026-02-28 23:59:59.123456+00:00"_s);
        add("last microsecond", u"users.flatmates_last_active_at"_s, u"1969-12-31 23:59:59.999999+00:00"_s);
        add("infinity", u"users.flatmates_last_active_at"_s, u"infinity"_s);
        add("minus infinity", u"users.flatmates_last_active_at"_s, u"-infinity"_s);
        add("BC", u"users.date_of_birth"_s, u"0044-03-15 12:00:00.000001+00:00 BC"_s);
        add("date", u"leases.termination_date"_s, u"2028-02-29"_s);
        add("date infinity", u"leases.termination_date"_s, u"infinity"_s);
        add("date BC", u"leases.termination_date"_s, u"0044-03-15 BC"_s);
        add("integer beyond doubles", u"visits.counterparty_user_id"_s, u"9007199254740993"_s);
        add("float pi", u"properties.area_sqft"_s, u"3.141592653589793"_s);
        add("float tenth", u"properties.area_sqft"_s, u"0.1"_s);
        add("float third", u"properties.area_sqft"_s, u"0.3333333333333333"_s);
        add("float seventeen digits", u"properties.area_sqft"_s, u"0.30000000000000004"_s);
        add("largest float", u"properties.area_sqft"_s, u"1.7976931348623157e+308"_s);
        add("smallest float", u"properties.area_sqft"_s, u"5e-324"_s);
        add("smallest normal float", u"properties.area_sqft"_s, u"2.2250738585072014e-308"_s);
        add("float infinity", u"properties.area_sqft"_s, u"Infinity"_s);
        add("float minus infinity", u"properties.area_sqft"_s, u"-Infinity"_s);
        add("true", u"users.is_verified"_s, u"true"_s);
        add("false", u"users.is_active"_s, u"false"_s);
        add("emoji", u"users.full_name"_s, u"👩‍👩‍👧 Zoë O'Brien \"z\" \\"_s);
        add("Hindi", u"users.full_name"_s, u"श्रीमती क्षमा त्रिपाठी"_s);
        add("empty", u"users.full_name"_s, u""_s);
        add("blanks", u"users.full_name"_s, u"  \t\n "_s);
        add("the word NULL", u"users.full_name"_s, u"NULL"_s);
        add("number as text", u"users.full_name"_s, u"007"_s);
        add("injection", u"users.full_name"_s, u"'); DROP TABLE users;--"_s);
        add("UUID", u"notifications.target_user_id"_s, u"3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s);
        add("point", u"properties.location"_s, u"SRID=4326;POINT(77.0266 28.4595)"_s);
        add("vector", u"property_embeddings.embedding"_s, QString());
    }
    void keepsValues()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        QFETCH(QString, value);
        const LiveSchemaPtr live = m_database->introspected();
        const std::unique_ptr<Connection> connection = m_database->open();
        RowMaker maker(*connection, live);
        RowMaker::Values given;
        if (column == u"embedding"_s) {
            QStringList numbers;
            const QString type = live->table(table)->table.column(column)->serverType;
            const int size = type.contains(u'(') ? type.section(u'(', 1).chopped(1).toInt() : 1536;
            for (int i = 0; i < size; ++i)
                numbers.append(QString::number(i % 3 == 0 ? 0.125 * i : -1.5));
            value = u'[' + numbers.join(u',') + u']';
        } else if (column == u"counterparty_user_id"_s) {
            (void)maker.make(u"users"_s, {{u"id"_s, Value(value)}});
        }
        given.insert(column, Value(value));
        const Row key = maker.make(table, given);
        const LiveTable &found = *live->table(table);
        const Result<std::optional<Row>> row = readRow(*connection, found, key);
        GHAR_VERIFY(row);
        QVERIFY(row->has_value());
        for (qsizetype i = 0; i < found.table.columns.size(); ++i) {
            if (found.table.columns.at(i).name == column)
                QCOMPARE((*row)->at(i).text(), value);
        }
    }

    void findsRowsByTheValuesItRead_data() { keepsValues_data(); }
    void findsRowsByTheValuesItRead()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        QFETCH(QString, value);
        if (value.isEmpty() || column == u"location"_s)
            return; // not compared by equality
        const LiveSchemaPtr live = m_database->introspected();
        const std::unique_ptr<Connection> connection = m_database->open();
        RowMaker maker(*connection, live);
        if (column == u"counterparty_user_id"_s)
            (void)maker.make(u"users"_s, {{u"id"_s, Value(value)}});
        (void)maker.make(table, {{column, Value(value)}});
        const LiveTable &found = *live->table(table);
        const RecordSource source(live, found, {{}, {{column, Filter::Op::Equals, {Value(value)}}}, {}},
                                  connection->dialect(), {column});
        const Result<qint64> count = countRows(*connection, source);
        GHAR_VERIFY(count);
        QCOMPARE(*count, 1);
    }

    void tellsNullFromEmpty()
    {
        const LiveSchemaPtr live = m_database->introspected();
        const std::unique_ptr<Connection> connection = m_database->open();
        RowMaker maker(*connection, live);
        const Value empty = maker.id(u"users"_s, {{u"full_name"_s, Value(u""_s)}});
        const Value null = maker.id(u"users"_s, {{u"full_name"_s, Value::null()}});
        const auto nameOf = [&](const Value &id) {
            return connection->scalar({u"SELECT full_name FROM users WHERE id = "_s + id.text(), {}});
        };
        QVERIFY(!nameOf(empty)->isNull());
        QCOMPARE(nameOf(empty)->text(), QString());
        QVERIFY(nameOf(null)->isNull());
    }

    void keepsLargeValues()
    {
        const LiveSchemaPtr live = m_database->introspected();
        const std::unique_ptr<Connection> connection = m_database->open();
        RowMaker maker(*connection, live);
        const QString text = largeText();
        const QString json = largeJson();
        QVERIFY(text.toUtf8().size() >= 1'000'000);
        QVERIFY(json.toUtf8().size() >= 400'000);
        const Value id = maker.id(u"users"_s, {{u"flatmates_bio"_s, Value(text)}, {u"preferences"_s, Value(json)}});
        const auto row = connection->firstRow(
            {u"SELECT flatmates_bio, CAST(preferences AS text) FROM users WHERE id = "_s + id.text(), {}});
        GHAR_VERIFY(row);
        QVERIFY((*row)->at(0).text() == text); // not QCOMPARE: it would print both
        // The server writes JSON with other blanks; what it says is the same.
        QVERIFY(QJsonDocument::fromJson((*row)->at(1).text().toUtf8()) == QJsonDocument::fromJson(json.toUtf8()));
    }

    void readOnlyRefusesToWrite_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("insert") << u"INSERT INTO amenities (title) VALUES ('x')"_s;
        QTest::newRow("update") << u"UPDATE amenities SET title = 'y'"_s;
        QTest::newRow("delete") << u"DELETE FROM amenities"_s;
        QTest::newRow("create") << u"CREATE TABLE more (id integer)"_s;
        QTest::newRow("drop") << u"DROP TABLE amenities"_s;
        QTest::newRow("function") << u"SELECT sneaky()"_s;
        QTest::newRow("sequence") << u"SELECT setval('amenities_id_seq', 1000)"_s;
        QTest::newRow("writing select") << u"WITH gone AS (DELETE FROM amenities RETURNING id) SELECT * FROM gone"_s;
        QTest::newRow("leaving the transaction") << u"COMMIT; DELETE FROM amenities"_s;
        QTest::newRow("write mode") << u"SET TRANSACTION READ WRITE; DELETE FROM amenities"_s;
        QTest::newRow("write mode on SQLite") << u"PRAGMA query_only = OFF; DELETE FROM amenities"_s;
    }
    void readOnlyRefusesToWrite()
    {
        QFETCH(QString, statement);
        {
            const std::unique_ptr<Connection> writer = m_database->open();
            must(*writer, u"INSERT INTO amenities (title) VALUES ('Lift') ON CONFLICT DO NOTHING"_s);
            if (m_database->isPostgres())
                must(*writer,
                     u"CREATE OR REPLACE FUNCTION sneaky() RETURNS bigint LANGUAGE sql AS "
                     "$$ DELETE FROM amenities RETURNING id $$"_s);
        }
        const auto state = [&](Connection &connection) {
            return scalar(connection, u"SELECT count(*) FROM amenities WHERE title = 'Lift'"_s) + u' '
                + scalar(connection,
                         m_database->isPostgres() ? u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"_s
                                                  : u"SELECT count(*) FROM sqlite_master"_s)
                + (m_database->isPostgres() ? scalar(connection, u"SELECT last_value FROM amenities_id_seq"_s)
                                            : QString());
        };
        const std::unique_ptr<Connection> reader = m_database->open(Access::ReadOnly);
        const QString before = state(*reader);
        const Result<void> run = reader->run(statement);
        QVERIFY(!run);
        const Result<qint64> executed = reader->execute({statement, {}});
        QVERIFY(!executed);
        QVERIFY(!reader->rows({statement, {}}));
        {
            Transaction transaction(*reader);
            GHAR_VERIFY(transaction.begin());
            QVERIFY(!reader->execute({statement, {}}));
        }
        QCOMPARE(state(*m_database->open()), before);
        QCOMPARE(state(*reader), before);
        if (statement.startsWith(u"INSERT"_s))
            QVERIFY(executed.error().kind == ErrorKind::Refused || executed.error().kind == ErrorKind::Permission);
    }

    void readOnlyReadsOneState()
    {
        const std::unique_ptr<Connection> writer = m_database->open();
        const std::unique_ptr<Connection> reader = m_database->open(Access::ReadOnly);
        Transaction snapshot(*reader);
        GHAR_VERIFY(snapshot.begin());
        QCOMPARE(scalar(*reader, u"SELECT count(*) FROM amenities"_s), u"0"_s);
        must(*writer, u"INSERT INTO amenities (title) VALUES ('Lift')"_s);
        QCOMPARE(scalar(*reader, u"SELECT count(*) FROM amenities"_s), u"0"_s);
        GHAR_VERIFY(snapshot.commit());
        QCOMPARE(scalar(*reader, u"SELECT count(*) FROM amenities"_s), u"1"_s);
    }

    void transactionRollsBackByItself()
    {
        const std::unique_ptr<Connection> connection = m_database->open();
        {
            Transaction transaction(*connection);
            GHAR_VERIFY(transaction.begin());
            QVERIFY(connection->isInTransaction());
            must(*connection, u"INSERT INTO amenities (title) VALUES ('Lift')"_s);
        }
        QVERIFY(!connection->isInTransaction());
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM amenities"_s), u"0"_s);
        {
            Transaction transaction(*connection);
            GHAR_VERIFY(transaction.begin());
            must(*connection, u"INSERT INTO amenities (title) VALUES ('Lift')"_s);
            GHAR_VERIFY(transaction.commit());
        }
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM amenities"_s), u"1"_s);
    }

    void failedStatementUndoesItsTransaction()
    {
        const std::unique_ptr<Connection> connection = m_database->open();
        {
            Transaction transaction(*connection);
            GHAR_VERIFY(transaction.begin());
            must(*connection, u"INSERT INTO amenities (title) VALUES ('Lift')"_s);
            const Result<qint64> twice = connection->execute({u"INSERT INTO amenities (title) VALUES ('Lift')"_s, {}});
            QVERIFY(!twice);
            QCOMPARE(twice.error().kind, ErrorKind::Constraint);
        }
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM amenities"_s), u"0"_s);
    }

    void countsChangedRows()
    {
        const std::unique_ptr<Connection> connection = m_database->open();
        const Result<qint64> inserted =
            connection->execute({u"INSERT INTO amenities (title) VALUES ('a'), ('b'), ('c')"_s, {}});
        GHAR_VERIFY(inserted);
        QCOMPARE(*inserted, 3);
        QCOMPARE(*connection->execute({u"DELETE FROM amenities WHERE title <> 'a'"_s, {}}), 2);
        QCOMPARE(*connection->execute({u"UPDATE amenities SET title = 'z' WHERE title = 'q'"_s, {}}), 0);
    }

    void stopsReadingWhenAsked()
    {
        const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        int seen = 0;
        GHAR_VERIFY(connection->forEach({u"SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"_s, {}},
                                        [&](const Row &) { return ++seen < 2; }));
        QCOMPARE(seen, 2);
        QCOMPARE(scalar(*connection, u"SELECT 5"_s), u"5"_s);
    }

    void errorsTellTheirKind()
    {
        const std::unique_ptr<Connection> connection = m_database->open();
        const auto kindOf = [&](const QString &statement) {
            const Result<qint64> done = connection->execute({statement, {}});
            return done ? ErrorKind::Unknown : done.error().kind;
        };
        must(*connection, u"INSERT INTO amenities (id, title) VALUES (1, 'a')"_s);
        QCOMPARE(kindOf(u"INSERT INTO amenities (title) VALUES ('a')"_s), ErrorKind::Constraint);
        QCOMPARE(kindOf(u"INSERT INTO amenities (title) VALUES (NULL)"_s), ErrorKind::Constraint);
        QCOMPARE(kindOf(u"INSERT INTO property_amenities (property_id, amenity_id) VALUES (77, 1)"_s),
                 ErrorKind::Constraint);
        if (m_database->isPostgres()) {
            QCOMPARE(kindOf(u"SELEC 1"_s), ErrorKind::Syntax);
            QCOMPARE(kindOf(u"SELECT * FROM nowhere"_s), ErrorKind::NotFound);
            QCOMPARE(kindOf(u"SELECT CAST('x' AS integer)"_s), ErrorKind::BadInput);
        }
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM amenities"_s), u"1"_s);
    }

    void saysWhenSomebodyElseWrites()
    {
        const std::unique_ptr<Connection> first = m_database->open();
        const std::unique_ptr<Connection> second = m_database->open();
        must(*first, u"INSERT INTO amenities (title) VALUES ('a')"_s);
        must(*second, m_database->isPostgres() ? u"SET lock_timeout = '20ms'"_s : u"PRAGMA busy_timeout = 20"_s);
        Transaction transaction(*first);
        GHAR_VERIFY(transaction.begin());
        must(*first, u"UPDATE amenities SET title = 'b'"_s);
        const Result<qint64> refused = second->execute({u"UPDATE amenities SET title = 'c'"_s, {}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Busy);
        GHAR_VERIFY(transaction.commit());
        GHAR_VERIFY(second->execute({u"UPDATE amenities SET title = 'c'"_s, {}}));
    }

    void cancelsWhileRowsArrive()
    {
        const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        Companion companion([canceller = connection->canceller()] { canceller->cancel(); });
        const Result<void> read = connection->forEach({endless, {}}, [&](const Row &) {
            companion.go();
            return true;
        });
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Cancelled);
        QCOMPARE(scalar(*connection, u"SELECT 42"_s), u"42"_s);
    }

    void cancelsBeforeTheFirstRow()
    {
        const std::unique_ptr<Connection> connection = m_database->open();
        std::atomic<bool> ended = false;
        // A cancel that comes before the statement began does nothing, so it is repeated until the statement ended.
        Companion companion([&ended, canceller = connection->canceller()] {
            while (!ended) {
                canceller->cancel();
                QThread::yieldCurrentThread();
            }
        });
        companion.go();
        const Result<Value> value = connection->scalar({silent, {}});
        ended = true;
        QVERIFY(!value);
        QCOMPARE(value.error().kind, ErrorKind::Cancelled);
    }

    void cancelOutlivesItsConnection()
    {
        std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        const std::shared_ptr<Canceller> canceller = connection->canceller();
        canceller->cancel();
        QCOMPARE(scalar(*connection, u"SELECT 1"_s), u"1"_s);
        connection.reset();
        canceller->cancel();
    }

    void killedConnectionIsLost()
    {
        if (!m_database->isPostgres())
            QSKIP("SQLite has no server that could go away.");
        const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        const QString number = scalar(*connection, u"SELECT pg_backend_pid()"_s);
        Companion companion(
            [this, number] { must(*m_database->open(), u"SELECT pg_terminate_backend("_s + number + u')'); });
        const Result<void> read = connection->forEach({endless, {}}, [&](const Row &) {
            companion.go();
            return true;
        });
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::ConnectionLost);
        // It stays lost, and says so.
        const Result<Value> after = connection->scalar({u"SELECT 1"_s, {}});
        QVERIFY(!after);
        QCOMPARE(after.error().kind, ErrorKind::ConnectionLost);
    }

    void saysWhyTheServerRefuses_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("named");
        QTest::newRow("wrong password") << u" user=ghar_password password=wrong_secret"_s
                                        << int(ErrorKind::Authentication) << u"ghar_password"_s;
        QTest::newRow("no password") << u" user=ghar_password"_s << int(ErrorKind::Authentication)
                                     << u"ghar_password"_s;
        QTest::newRow("unknown user") << u" user=nobody_here"_s << int(ErrorKind::Authentication) << u"nobody_here"_s;
        QTest::newRow("unknown database")
            << u" dbname=no_such_database"_s << int(ErrorKind::NotFound) << u"no_such_database"_s;
        QTest::newRow("no server") << u" host=/no/such/folder"_s << int(ErrorKind::CannotOpen) << u"/no/such/folder"_s;
        QTest::newRow("nobody listens") << u" host=127.0.0.1 port=1"_s << int(ErrorKind::CannotOpen) << u"127.0.0.1"_s;
        QTest::newRow("unknown word") << u" hots=here"_s << int(ErrorKind::BadInput) << u"hots"_s;
        QTest::newRow("not a connection text") << u" '"_s << int(ErrorKind::BadInput) << u"host="_s;
    }
    void saysWhyTheServerRefuses()
    {
        QFETCH(QString, change);
        QFETCH(int, kind);
        QFETCH(QString, named);
        if (!m_database->isPostgres())
            return;
        Profile profile = m_database->profile();
        if (change.contains(u"ghar_password"_s)
            && scalar(*m_database->open(), u"SELECT count(*) FROM pg_roles WHERE rolname = 'ghar_password'"_s)
                == u"0"_s)
            QSKIP("This server has no role with a password; tests/run starts one that has.");
        profile.connInfo += change;
        const auto opened = Connection::open(profile, Access::ReadOnly);
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().kind), kind);
        QVERIFY2(opened.error().userText.contains(named), qPrintable(opened.error().userText));
        QVERIFY(!opened.error().userText.contains(u"wrong_secret"_s));
        QVERIFY(!opened.error().detail.contains(u"wrong_secret"_s));
    }

    void rightPasswordOpens()
    {
        if (!m_database->isPostgres())
            return;
        if (scalar(*m_database->open(), u"SELECT count(*) FROM pg_roles WHERE rolname = 'ghar_password'"_s) == u"0"_s)
            QSKIP("This server has no role with a password; tests/run starts one that has.");
        Profile profile = m_database->profile();
        profile.connInfo += u" user=ghar_password password='open sesame'"_s;
        GHAR_VERIFY(Connection::open(profile, Access::ReadOnly));
    }

    void saysWhenATableMayNotBeRead()
    {
        if (!m_database->isPostgres())
            return;
        Profile profile = m_database->profile();
        {
            const std::unique_ptr<Connection> owner = m_database->open();
            must(*owner,
                 u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ghar_nobody') THEN "
                 "CREATE ROLE ghar_nobody LOGIN; END IF; END $$"_s);
        }
        const auto opened = Connection::open(m_database->profileOf(u"ghar_nobody"_s), Access::ReadOnly);
        GHAR_VERIFY(opened);
        const Result<Value> refused = (*opened)->scalar({u"SELECT count(*) FROM users"_s, {}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Permission);
        QVERIFY2(refused.error().userText.contains(u"users"_s), qPrintable(refused.error().userText));
        // The connection works on.
        QCOMPARE(scalar(**opened, u"SELECT 1"_s), u"1"_s);
    }

private:
    QByteArray m_function;
    std::unique_ptr<TemporaryDatabase> m_database;
};

QTEST_GUILESS_MAIN(tst_Connection)
#include "tst_connection.moc"

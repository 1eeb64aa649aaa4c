// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/introspection.h"
#include "records/recordreader.h"
#include "support/temporarydatabase.h"
#include "support/testsize.h"

#include <QRandomGenerator>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

/// One kind of column with values that are known for trouble. The first is NULL.
struct Kind
{
    QString name;
    ColumnType type;
    QString sqlite;
    QString postgres;
    QStringList values;
};

const QList<Kind> &kinds()
{
    static const QStringList texts{u""_s,  u"a"_s, u"A"_s, u"b"_s,  u"B"_s,     u"ä"_s,  u"é"_s,     u"e\u0301"_s,
                                   u"z"_s, u"क"_s, u"🏠"_s, u" z"_s, u"o'b\\"_s, u"%_"_s, u"\ufffd"_s};
    static const QList<Kind> list{
        {u"whole"_s,
         ColumnType::Integer,
         u"INTEGER"_s,
         u"bigint"_s,
         {u"-9223372036854775808"_s, u"-1"_s, u"0"_s, u"1"_s, u"2"_s, u"10"_s, u"9223372036854775807"_s}},
        {u"money"_s,
         ColumnType::Numeric,
         u"NUMERIC"_s,
         u"numeric(12,2)"_s,
         {u"-0.01"_s, u"0.00"_s, u"0.10"_s, u"2.00"_s, u"10.00"_s, u"12345678.90"_s, u"9999999999.99"_s}},
        {u"measure"_s,
         ColumnType::Float,
         u"REAL"_s,
         u"double precision"_s,
         {u"-Infinity"_s, u"-1.5"_s, u"0"_s, u"0.1"_s, u"0.3"_s, u"0.30000000000000004"_s, u"77.0266"_s, u"1e+300"_s,
          u"Infinity"_s}},
        {u"words"_s, ColumnType::Text, u"TEXT"_s, u"text"_s, texts},
        {u"loose"_s, ColumnType::Text, u"TEXT COLLATE NOCASE"_s, u"text COLLATE \"und-x-icu\""_s, texts},
        {u"day"_s,
         ColumnType::Date,
         u"TEXT"_s,
         u"date"_s,
         {u"-infinity"_s, u"0100-01-01 BC"_s, u"0044-03-15 BC"_s, u"0001-01-01"_s, u"1999-12-31"_s, u"2026-02-28"_s,
          u"infinity"_s}},
        {u"moment"_s,
         ColumnType::DateTime,
         u"TEXT"_s,
         u"timestamp with time zone"_s,
         {u"-infinity"_s, u"0044-03-15 12:00:00.000001+00:00 BC"_s, u"2026-02-28 23:59:59.123456+00:00"_s,
          u"2026-02-28 23:59:59.123457+00:00"_s, u"2026-03-01 00:00:00.000000+00:00"_s, u"infinity"_s}},
        {u"yes"_s, ColumnType::Boolean, u"INTEGER"_s, u"boolean"_s, {u"true"_s, u"false"_s}},
        {u"token"_s,
         ColumnType::Uuid,
         u"TEXT"_s,
         u"uuid"_s,
         {u"00000000-0000-4000-8000-000000000000"_s, u"3f2504e0-4f89-41d3-9a0c-0305e82c3301"_s,
          u"ffffffff-ffff-4fff-bfff-ffffffffffff"_s}},
    };
    return list;
}

enum class KeyShape { Number, Word, Pair, None, Count };

/// A table with one column per kind, random values, a running number `n`, and one of several kinds of primary key.
struct RandomTable
{
    SchemaPtr catalogue;
    LiveSchemaPtr live;
    const LiveTable *table = nullptr;
    int rows = 0;
};

Column columnOf(const Kind &kind, bool nullable = true)
{
    Column column;
    column.name = kind.name;
    column.type = kind.type;
    column.nullable = nullable;
    column.scale = kind.type == ColumnType::Numeric ? 2 : 0;
    column.precision = kind.type == ColumnType::Numeric ? 12 : 0;
    return column;
}

RandomTable makeTable(Connection &connection, QRandomGenerator &random)
{
    const bool isPostgres = connection.dialect().isPostgres();
    const auto shape = KeyShape(random.bounded(int(KeyShape::Count)));
    Table definition;
    definition.name = u"random \"table\""_s;
    definition.keyGeneration = KeyGeneration::None;
    QStringList parts;
    const auto add = [&](const QString &name, ColumnType type, const QString &sqlite, const QString &postgres) {
        parts.append(Dialect::quote(name) + u' ' + (isPostgres ? postgres : sqlite) + u" NOT NULL"_s);
        Column column;
        column.name = name;
        column.type = type;
        column.nullable = false;
        definition.columns.append(column);
    };
    add(u"n"_s, ColumnType::Integer, u"INTEGER"_s, u"bigint"_s);
    add(u"key"_s, ColumnType::Integer, u"INTEGER"_s, u"bigint"_s);
    add(u"word key"_s, ColumnType::Text, u"TEXT"_s, u"text"_s);
    // Now and then a column that may not be NULL: its rows are in one segment.
    QList<bool> nullable;
    for (const Kind &kind : kinds()) {
        nullable.append(random.bounded(4) != 0);
        parts.append(Dialect::quote(kind.name) + u' ' + (isPostgres ? kind.postgres : kind.sqlite)
                     + (nullable.last() ? QString() : u" NOT NULL"_s));
        definition.columns.append(columnOf(kind, nullable.last()));
    }
    if (shape == KeyShape::Number)
        definition.primaryKey = {u"key"_s};
    else if (shape == KeyShape::Word)
        definition.primaryKey = {u"word key"_s};
    else if (shape == KeyShape::Pair)
        definition.primaryKey = {u"word key"_s, u"key"_s};
    if (!definition.primaryKey.isEmpty())
        parts.append(u"PRIMARY KEY ("_s + Dialect::quoteAll(definition.primaryKey) + u')');
    must(connection, u"DROP TABLE IF EXISTS "_s + Dialect::quote(definition.name));
    must(connection, u"CREATE TABLE "_s + Dialect::quote(definition.name) + u" ("_s + parts.join(u", "_s) + u')');
    for (const Kind &kind : kinds()) {
        if (random.bounded(2) == 0)
            must(connection,
                 u"CREATE INDEX "_s + Dialect::quote(u"by "_s + kind.name) + u" ON "_s + Dialect::quote(definition.name)
                     + u" ("_s + Dialect::quote(kind.name) + u')');
    }
    RandomTable made;
    made.catalogue = std::make_shared<const Schema>(QList<Module>{}, QList<Table>{definition}, QList<EnumType>{},
                                                    QList<JsonShape>{});
    const Result<LiveSchemaPtr> live = introspect(connection, made.catalogue);
    if (!live)
        qFatal("%s", qPrintable(live.error().userText));
    made.live = *live;
    made.table = made.live->table(definition.name);
    made.rows = random.bounded(60);
    QList<qint64> numbers;
    for (int i = 0; i < made.rows; ++i)
        numbers.append(i * 7 - 50);
    std::shuffle(numbers.begin(), numbers.end(), random);
    for (int i = 0; i < made.rows; ++i) {
        Sql sql;
        QStringList names;
        QStringList placeholders;
        for (const Column &column : made.table->table.columns) {
            Value value;
            if (column.name == u"n"_s)
                value = Value::integer(i);
            else if (column.name == u"key"_s)
                value = Value::integer(numbers.at(i));
            else if (column.name == u"word key"_s)
                value = Value(shape == KeyShape::Pair ? QString(QChar(u'a' + i % 3)) : u"w%1"_s.arg(numbers.at(i)));
            else {
                const auto kind = std::find_if(kinds().cbegin(), kinds().cend(),
                                               [&](const Kind &candidate) { return candidate.name == column.name; });
                if (kind == kinds().cend())
                    continue; // the hidden key
                const qsizetype choice = random.bounded(int(kind->values.size()) + 2);
                if (choice < kind->values.size())
                    value = Value(kind->values.at(choice));
                else if (!column.nullable)
                    value = Value(kind->values.first());
            }
            names.append(Dialect::quote(column.name));
            placeholders.append(connection.dialect().bind(sql, column, value));
        }
        sql.text = u"INSERT INTO "_s + Dialect::quote(definition.name) + u" ("_s + names.join(u", "_s) + u") VALUES ("_s
            + placeholders.join(u", "_s) + u')';
        if (const Result<qint64> done = connection.execute(sql); !done)
            qFatal("%s", qPrintable(done.error().userText));
    }
    return made;
}

TableQuery randomQuery(QRandomGenerator &random)
{
    TableQuery query;
    const int terms = random.bounded(4);
    for (int i = 0; i < terms; ++i)
        query.sort.append({kinds().at(random.bounded(int(kinds().size()))).name, random.bounded(2) == 0});
    if (random.bounded(4) == 0) {
        const Kind &kind = kinds().at(random.bounded(int(kinds().size())));
        const Value value(kind.values.at(random.bounded(int(kind.values.size()))));
        const auto op = QList<Filter::Op>{Filter::Op::Equals, Filter::Op::NotEquals, Filter::Op::AtLeast,
                                          Filter::Op::IsNull, Filter::Op::IsNotNull}
                            .at(random.bounded(5));
        query.filters.append({kind.name, op, {value}});
    }
    return query;
}

/// The same order written independently of RecordOrder, with everything spelled out.
QStringList oracle(Connection &connection, const RecordSource &source)
{
    const bool isPostgres = connection.dialect().isPostgres();
    QStringList terms;
    bool leading = true;
    for (const RecordOrder::Term &term : source.order.terms()) {
        const QString name = Dialect::quote(term.column.name);
        terms.append(u"CASE WHEN "_s + name + u" IS NULL THEN 1 ELSE 0 END"_s);
        const bool isTime = term.column.type == ColumnType::Date || term.column.type == ColumnType::DateTime;
        if (leading && isTime && !isPostgres)
            terms.append(u"CASE WHEN "_s + name + u" GLOB '[0-9]*' AND "_s + name
                         + u" NOT GLOB '* BC' THEN 0 ELSE 1 END"_s);
        terms.append(name + (term.descending ? u" DESC"_s : QString()));
        leading = false;
    }
    Sql sql;
    const QString filter = source.order.filterCondition(sql);
    sql.text = u"SELECT n FROM "_s + Dialect::quote(source.table.table.name)
        + (filter.isEmpty() ? QString() : u" WHERE "_s + filter) + u" ORDER BY "_s + terms.join(u", "_s);
    QStringList numbers;
    const Result<QList<Row>> rows = connection.rows(sql);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().userText));
    for (const Row &row : *rows)
        numbers.append(row.first().text());
    return numbers;
}

QStringList numbersOf(const QList<Row> &rows)
{
    QStringList numbers;
    for (const Row &row : rows)
        numbers.append(row.value(0).text());
    return numbers;
}

} // namespace

/// Reading by key gives the same rows as one read of everything, whatever the table and the order.
class tst_RecordReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        if (!m_database || m_database->backend() != backend) {
            m_connection.reset();
            m_database = std::make_unique<TemporaryDatabase>(backend, TemporaryDatabase::Content::Empty);
            m_connection = m_database->open();
        }
    }

    void cleanupTestCase()
    {
        m_connection.reset();
        m_database.reset();
    }

    void everyWayOfReadingAgrees_data()
    {
        QTest::addColumn<int>("seed");
        for (int i = 1; i <= testCases(30); ++i)
            QTest::addRow("case %d", i) << i;
    }
    void everyWayOfReadingAgrees()
    {
        QFETCH(int, seed);
        QRandomGenerator random{quint32(seed)};
        Connection &connection = *m_connection;
        const RandomTable made = makeTable(connection, random);
        QVERIFY(made.table);
        for (int queryNumber = 0; queryNumber < 3; ++queryNumber) {
            const TableQuery query = randomQuery(random);
            const RecordSource source(made.live, *made.table, query, connection.dialect(), {u"n"_s});
            const Result<RecordPage> all = readForward(connection, source, nullptr, true, 0, 1'000'000);
            GHAR_VERIFY(all);
            const QStringList expected = numbersOf(all->rows);
            const qsizetype count = expected.size();
            QCOMPARE(expected, oracle(connection, source));
            QCOMPARE(*countRows(connection, source), count);
            if (query.filters.isEmpty())
                QCOMPARE(count, made.rows);
            for (const RecordOrder::Key &key : all->keys)
                QCOMPARE(source.order.segmentOf(key.values), key.segment);

            for (const qint64 size : {qint64(1), qint64(2), qint64(7), qint64(count) + 1}) {
                checkForwards(source, expected, size);
                checkBackwards(source, expected, size);
                if (QTest::currentTestFailed())
                    return;
            }
            for (int i = 0; i < 10 && count > 0; ++i) {
                const qsizetype from = random.bounded(int(count));
                const qint64 offset = random.bounded(int(count) + 2);
                const qint64 limit = 1 + random.bounded(20);
                for (const bool inclusive : {true, false}) {
                    const Result<RecordPage> page =
                        readForward(connection, source, &all->keys.at(from), inclusive, offset, limit);
                    GHAR_VERIFY(page);
                    QCOMPARE(numbersOf(page->rows), expected.mid(from + offset + (inclusive ? 0 : 1), limit));
                    QCOMPARE(page->keys, all->keys.mid(from + offset + (inclusive ? 0 : 1), limit));
                }
                const Result<RecordPage> before = readBackward(connection, source, &all->keys.at(from), limit);
                GHAR_VERIFY(before);
                const qsizetype start = qMax(qsizetype(0), from - qsizetype(limit));
                QCOMPARE(numbersOf(before->rows), expected.mid(start, from - start));
            }
            for (const int step : {1, 3, 1000}) {
                QList<RecordOrder::Key> keys;
                const Result<qint64> total = readJumpKeys(connection, source, step, [&](RecordOrder::Key key) {
                    keys.append(std::move(key));
                    return true;
                });
                GHAR_VERIFY(total);
                QCOMPARE(*total, count);
                QCOMPARE(keys.size(), (count + step - 1) / step);
                for (qsizetype i = 0; i < keys.size(); ++i)
                    QVERIFY(keys.at(i) == all->keys.at(i * step));
            }
            checkPlaces(source, *all);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void readsByListedKeysAndSkipsThoseThatAreGone()
    {
        Connection &connection = *m_connection;
        QRandomGenerator random{1};
        RandomTable made;
        do {
            made = makeTable(connection, random);
        } while (made.rows < 5 || made.table->table.primaryKey != QStringList{u"key"_s});
        const RecordSource source(made.live, *made.table, {{{u"words"_s, true}}, {}, {}}, connection.dialect(),
                                  {u"n"_s});
        std::vector<qint64> keys;
        const Result<qint64> total = readKeyList(connection, source, [&](std::vector<qint64> portion) {
            keys.insert(keys.end(), portion.begin(), portion.end());
            return true;
        });
        GHAR_VERIFY(total);
        QCOMPARE(*total, made.rows);
        const Result<RecordPage> all = readForward(connection, source, nullptr, true, 0, 1000);
        const Result<RecordPage> listed = readByKeys(connection, source, keys, 0, qsizetype(keys.size()));
        GHAR_VERIFY(listed);
        QCOMPARE(numbersOf(listed->rows), numbersOf(all->rows));
        QCOMPARE(listed->keys, all->keys);
        must(connection, u"DELETE FROM \"random \"\"table\"\"\" WHERE key = %1"_s.arg(keys.at(2)));
        const Result<RecordPage> rest = readByKeys(connection, source, keys, 1, 3);
        GHAR_VERIFY(rest);
        QCOMPARE(rest->rows.size(), 3);
        QCOMPARE(rest->rows.at(0), all->rows.at(1));
        QVERIFY(rest->rows.at(1).isEmpty());
        QCOMPARE(rest->rows.at(2), all->rows.at(3));
        QVERIFY(readByKeys(connection, source, keys, 10'000, 5)->rows.isEmpty());
    }

    void stopsBuildingKeysWhenAsked()
    {
        QRandomGenerator random{2};
        RandomTable made;
        do {
            made = makeTable(*m_connection, random);
        } while (made.rows < 5);
        const RecordSource source(made.live, *made.table, {}, m_connection->dialect(), {u"n"_s});
        int seen = 0;
        const Result<qint64> stopped =
            readJumpKeys(*m_connection, source, 1, [&](const RecordOrder::Key &) { return ++seen < 2; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(seen, 2);
    }

    void takesHostileTextsAsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quote") << u"'); DROP TABLE users;--"_s;
        QTest::newRow("percent") << u"%"_s;
        QTest::newRow("underscore") << u"_"_s;
        QTest::newRow("backslash") << u"\\"_s;
        QTest::newRow("double quote") << u"\" OR 1=1 --"_s;
        QTest::newRow("placeholder") << u"$1 ? :name @x"_s;
        QTest::newRow("comment") << u"/* */ ; SELECT"_s;
    }
    void takesHostileTextsAsText()
    {
        QFETCH(QString, text);
        Connection &connection = *m_connection;
        must(connection, u"DROP TABLE IF EXISTS plain"_s);
        must(connection, u"CREATE TABLE plain (id integer PRIMARY KEY, word text)"_s);
        must(connection,
             u"INSERT INTO plain VALUES (1, 'harmless'), (2, "_s + Dialect::literal(u"x"_s + text + u"x"_s) + u')');
        const SchemaPtr nothing =
            std::make_shared<const Schema>(QList<Module>{}, QList<Table>{}, QList<EnumType>{}, QList<JsonShape>{});
        const Result<LiveSchemaPtr> live = introspect(connection, nothing);
        GHAR_VERIFY(live);
        const LiveTable &table = *(*live)->table(u"plain"_s);
        const auto found = [&](const TableQuery &query) {
            const RecordSource source(*live, table, query, connection.dialect(), {u"id"_s});
            const Result<RecordPage> page = readForward(connection, source, nullptr, true, 0, 10);
            return page ? numbersOf(page->rows).join(u',') : page.error().userText;
        };
        QCOMPARE(found({{}, {{u"word"_s, Filter::Op::Contains, {Value(text)}}}, {}}), u"2"_s);
        QCOMPARE(found({{}, {{u"word"_s, Filter::Op::StartsWith, {Value(u"X"_s + text)}}}, {}}), u"2"_s);
        QCOMPARE(found({{}, {{u"word"_s, Filter::Op::Equals, {Value(u"x"_s + text + u"x"_s)}}}, {}}), u"2"_s);
        QCOMPARE(found({{}, {{u"word"_s, Filter::Op::NotEquals, {Value(u"x"_s + text + u"x"_s)}}}, {}}), u"1"_s);
        QCOMPARE(found({{}, {{u"word"_s, Filter::Op::AnyOf, {Value(text), Value::null()}}}, {}}), QString());
        QCOMPARE(found({{}, {}, text}), u"2"_s);
        // Names that are not there are no part of the statement.
        QCOMPARE(found({{{text, false}}, {{text, Filter::Op::Equals, {Value(text)}}}, {}}), u"1,2"_s);
    }

private:
    void checkForwards(const RecordSource &source, const QStringList &expected, qint64 size)
    {
        QStringList seen;
        std::optional<RecordOrder::Key> last;
        for (qsizetype guard = 0; guard <= expected.size() + 1; ++guard) {
            const Result<RecordPage> page = readForward(*m_connection, source, last ? &*last : nullptr, false, 0, size);
            GHAR_VERIFY(page);
            QCOMPARE(page->rows.size(), page->keys.size());
            QVERIFY(page->rows.size() <= size);
            seen += numbersOf(page->rows);
            if (page->rows.size() < size)
                break;
            last = page->keys.last();
        }
        QCOMPARE(seen, expected);
    }

    void checkBackwards(const RecordSource &source, const QStringList &expected, qint64 size)
    {
        QStringList seen;
        std::optional<RecordOrder::Key> first;
        for (qsizetype guard = 0; guard <= expected.size() + 1; ++guard) {
            const Result<RecordPage> page = readBackward(*m_connection, source, first ? &*first : nullptr, size);
            GHAR_VERIFY(page);
            seen = numbersOf(page->rows) + seen;
            if (page->rows.size() < size)
                break;
            first = page->keys.first();
        }
        QCOMPARE(seen, expected);
    }

    void checkPlaces(const RecordSource &source, const RecordPage &all)
    {
        const QStringList &primaryKey = source.table.table.primaryKey;
        const auto keyOfRow = [&](qsizetype row) {
            Row key;
            for (const QString &name : primaryKey) {
                for (qsizetype i = 0; i < source.order.terms().size(); ++i) {
                    if (source.order.terms().at(i).column.name == name)
                        key.append(all.keys.at(row).values.at(i));
                }
            }
            return key;
        };
        for (qsizetype i = 0; i < all.rows.size(); ++i) {
            const Result<qint64> place = findPlace(*m_connection, source, keyOfRow(i));
            GHAR_VERIFY(place);
            QCOMPARE(*place, i);
        }
        if (primaryKey == QStringList{u"key"_s})
            QCOMPARE(*findPlace(*m_connection, source, {Value::integer(123'456)}), -1);
    }

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(tst_RecordReader)
#include "tst_recordreader.moc"

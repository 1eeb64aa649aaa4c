// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/dialect.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

static Column columnOf(ColumnType type, const QString &serverType = {})
{
    Column column;
    column.name = u"value"_s;
    column.type = type;
    column.serverType = serverType;
    return column;
}

class tst_Dialect : public QObject
{
    Q_OBJECT

private slots:
    void quotesAnyName()
    {
        QCOMPARE(Dialect::quote(u"users"_s), u"\"users\""_s);
        QCOMPARE(Dialect::quote(u"a\"; DROP TABLE users; --"_s), u"\"a\"\"; DROP TABLE users; --\""_s);
        QCOMPARE(Dialect::quote(u""_s), u"\"\""_s);
        QCOMPARE(Dialect::quoteAll({u"a"_s, u"b c"_s}), u"\"a\", \"b c\""_s);
    }

    void quotesAnyText()
    {
        QCOMPARE(Dialect::literal(u"O'Brien"_s), u"'O''Brien'"_s);
        QCOMPARE(Dialect::literal(u"\\"_s), u"'\\'"_s);
    }

    void numbersPlaceholdersOnPostgres()
    {
        const Dialect &dialect = Dialect::postgres();
        Sql sql;
        QCOMPARE(dialect.bindText(sql, u"a"_s), u"CAST($1 AS text)"_s);
        QCOMPARE(dialect.bindInteger(sql, 7), u"CAST($2 AS bigint)"_s);
        QCOMPARE(dialect.bind(sql, columnOf(ColumnType::Numeric, u"numeric(10,2)"_s), Value(u"1.50"_s)),
                 u"CAST($3 AS numeric)"_s);
        QCOMPARE(sql.values, (QList<Value>{Value(u"a"_s), Value(u"7"_s), Value(u"1.50"_s)}));
    }

    void castsWithoutLengthsOnPostgres_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("cast");
        QTest::newRow("varchar") << u"character varying(64)"_s << u"character varying"_s;
        QTest::newRow("char") << u"character(3)"_s << u"bpchar"_s;
        QTest::newRow("numeric") << u"numeric(10,2)"_s << u"numeric"_s;
        QTest::newRow("array") << u"character varying(64)[]"_s << u"character varying(64)[]"_s;
        QTest::newRow("enum") << u"userrole"_s << u"userrole"_s;
        QTest::newRow("nothing") << QString() << u"text"_s;
    }
    void castsWithoutLengthsOnPostgres()
    {
        QFETCH(QString, type);
        QFETCH(QString, cast);
        Sql sql;
        QCOMPARE(Dialect::postgres().bind(sql, columnOf(ColumnType::Text, type), Value(u"x"_s)),
                 u"CAST($1 AS "_s + cast + u')');
    }

    void bindsByTypeOnSqlite_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("placeholder");
        QTest::addColumn<QString>("bound");
        QTest::newRow("integer") << int(ColumnType::Integer) << u"5"_s << u"CAST(? AS INTEGER)"_s << u"5"_s;
        QTest::newRow("true") << int(ColumnType::Boolean) << u"true"_s << u"CAST(? AS INTEGER)"_s << u"1"_s;
        QTest::newRow("false") << int(ColumnType::Boolean) << u"false"_s << u"CAST(? AS INTEGER)"_s << u"0"_s;
        QTest::newRow("numeric") << int(ColumnType::Numeric) << u"1.50"_s << u"CAST(? AS NUMERIC)"_s << u"1.50"_s;
        QTest::newRow("text") << int(ColumnType::Text) << u"a"_s << u"?"_s << u"a"_s;
        QTest::newRow("JSON") << int(ColumnType::Json) << u"{}"_s << u"?"_s << u"{}"_s;
        QTest::newRow("instant") << int(ColumnType::DateTime) << u"infinity"_s << u"?"_s << u"infinity"_s;
    }
    void bindsByTypeOnSqlite()
    {
        QFETCH(int, type);
        QFETCH(QString, text);
        QFETCH(QString, placeholder);
        QFETCH(QString, bound);
        Sql sql;
        QCOMPARE(Dialect::sqlite().bind(sql, columnOf(ColumnType(type)), Value(text)), placeholder);
        QCOMPARE(sql.values, QList<Value>{Value(bound)});
        Sql null;
        QCOMPARE(Dialect::sqlite().bind(null, columnOf(ColumnType(type)), Value::null()), u"?"_s);
        QVERIFY(null.values.first().isNull());
    }

    void takesWildcardsLiterally()
    {
        for (const Dialect *dialect : {&Dialect::sqlite(), &Dialect::postgres()}) {
            Sql sql;
            (void)dialect->contains(sql, columnOf(ColumnType::Text, u"text"_s), u"50%_\\"_s);
            QCOMPARE(sql.values, QList<Value>{Value(u"%50\\%\\_\\\\%"_s)});
            Sql start;
            (void)dialect->startsWith(start, columnOf(ColumnType::Text, u"text"_s), u"_"_s);
            QCOMPARE(start.values, QList<Value>{Value(u"\\_%"_s)});
        }
    }

    void readsInstantsInUtcWhateverTheSession()
    {
        QCOMPARE(Dialect::postgres().read(columnOf(ColumnType::DateTime, u"timestamp with time zone"_s)),
                 u"CAST(\"value\" AT TIME ZONE 'UTC' AS text)"_s);
        QCOMPARE(Dialect::postgres().read(columnOf(ColumnType::DateTime, u"timestamp without time zone"_s)),
                 u"CAST(\"value\" AS text)"_s);
    }

    void cutsLongTextsOnly()
    {
        QCOMPARE(Dialect::postgres().readShort(columnOf(ColumnType::Text, u"text"_s), 5, u"t."_s),
                 u"substr(CAST(t.\"value\" AS text), 1, 5)"_s);
        QCOMPARE(Dialect::postgres().readShort(columnOf(ColumnType::Integer, u"bigint"_s), 5),
                 u"CAST(\"value\" AS text)"_s);
    }

    void decodesToCanonicalText()
    {
        const Dialect &postgres = Dialect::postgres();
        const Dialect &sqlite = Dialect::sqlite();
        QCOMPARE(postgres.decode(columnOf(ColumnType::Boolean), Value(u"true"_s)), Value::boolean(true));
        QCOMPARE(postgres.decode(columnOf(ColumnType::Boolean), Value(u"f"_s)), Value::boolean(false));
        QCOMPARE(sqlite.decode(columnOf(ColumnType::Boolean), Value(u"1"_s)), Value::boolean(true));
        QCOMPARE(sqlite.decode(columnOf(ColumnType::Boolean), Value(u"7"_s)), Value(u"7"_s)); // shown, not guessed
        QCOMPARE(postgres.decode(columnOf(ColumnType::DateTime), Value(u"2026-01-02 03:04:05"_s)),
                 Value(u"2026-01-02 03:04:05.000000+00:00"_s));
        QCOMPARE(postgres.decode(columnOf(ColumnType::Vector, u"real[]"_s), Value(u"{1,2.5}"_s)), Value(u"[1,2.5]"_s));
        QCOMPARE(sqlite.decode(columnOf(ColumnType::Vector), Value(u"0000803F00002040"_s)), Value(u"[1,2.5]"_s));
        for (const Dialect *dialect : {&postgres, &sqlite})
            QVERIFY(dialect->decode(columnOf(ColumnType::Boolean), Value::null()).isNull());
    }

    void knowsWhatCannotBeOrdered()
    {
        QVERIFY(!Dialect::isSortable(columnOf(ColumnType::Json)));
        QVERIFY(!Dialect::isSortable(columnOf(ColumnType::Vector)));
        QVERIFY(Dialect::isSortable(columnOf(ColumnType::Numeric)));
        QVERIFY(!Dialect::sqlite().misplacedCondition(columnOf(ColumnType::Date)).isEmpty());
        QVERIFY(Dialect::sqlite().misplacedCondition(columnOf(ColumnType::Text)).isEmpty());
        QVERIFY(Dialect::postgres().misplacedCondition(columnOf(ColumnType::Date)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Dialect)
#include "tst_dialect.moc"

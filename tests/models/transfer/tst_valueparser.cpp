// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/introspection.h"
#include "schema/schemareader.h"
#include "transfer/numberhabit.h"
#include "transfer/valueparser.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Values are taken as people write them, and refused where they leave room for doubt.
class tst_ValueParser : public QObject
{
    Q_OBJECT

    LiveSchema m_live;

    static Column column(ColumnType type, int precision = 0, int scale = 0)
    {
        Column made;
        made.name = u"value"_s;
        made.label = u"Value"_s;
        made.type = type;
        made.precision = precision;
        made.scale = scale;
        return made;
    }

    /// The canonical text, or the problem behind an exclamation mark.
    QString parsed(const Column &column, const QString &text, SourceKind kind = SourceKind::Text,
                   DateOrder order = DateOrder::Unknown)
    {
        ValueParser parser(m_live, column);
        parser.setDateOrder(order);
        Value value;
        QString problem;
        switch (parser.parse({kind, text}, value, problem)) {
        case ValueParser::Outcome::NeedsOrder:
            return u"?"_s;
        case ValueParser::Outcome::Problem:
            return u'!' + problem;
        case ValueParser::Outcome::Value:
            break;
        }
        return value.isNull() ? u"NULL"_s : value.text();
    }

private slots:
    void initTestCase() { m_live.catalogue = platformSchema(); }

    void readsNumbersOfEveryHabit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number"); // empty: refused
        QTest::newRow("plain") << u"1234.5"_s << u"1234.5"_s;
        QTest::newRow("indian") << u"1,23,456.78"_s << u"123456.78"_s;
        QTest::newRow("indian crores") << u"12,34,56,789"_s << u"123456789"_s;
        QTest::newRow("western") << u"123,456.78"_s << u"123456.78"_s;
        QTest::newRow("rupees") << u"₹ 1,23,456.50"_s << u"123456.50"_s;
        QTest::newRow("rs") << u"Rs. 500/-"_s << u"500"_s;
        QTest::newRow("inr") << u"INR 1,000"_s << u"1000"_s;
        QTest::newRow("negative") << u"-₹1,000"_s << u"-1000"_s;
        QTest::newRow("owed") << u"(1,000.00)"_s << u"-1000.00"_s;
        QTest::newRow("real minus") << u"−5"_s << u"-5"_s;
        QTest::newRow("blanks between") << u"1 234 567"_s << u"1234567"_s;
        QTest::newRow("no digit before the point") << u".5"_s << u"0.5"_s;
        QTest::newRow("misplaced comma") << u"12,34"_s << QString();
        QTest::newRow("decimal comma") << u"1234,56"_s << QString();
        QTest::newRow("european") << u"1.234,56"_s << QString();
        QTest::newRow("shortened") << u"9.87654E+11"_s << QString();
        QTest::newRow("word") << u"many"_s << QString();
        QTest::newRow("two points") << u"1.2.3"_s << QString();
        QTest::newRow("empty") << u""_s << QString();
    }
    void readsNumbersOfEveryHabit()
    {
        QFETCH(QString, text);
        QFETCH(QString, number);
        const Result<QString> plain = plainNumber(text);
        QCOMPARE(plain ? *plain : QString(), number);
        if (!plain)
            QVERIFY(!plain.error().userText.isEmpty());
    }

    void keepsNumbersInTheirLimits()
    {
        const Column money = column(ColumnType::Numeric, 10, 2);
        QCOMPARE(parsed(money, u"₹ 1,23,456.5"_s), u"123456.50"_s);
        QCOMPARE(parsed(money, u"25000"_s), u"25000.00"_s);
        QCOMPARE(parsed(money, u"25000.50"_s), u"25000.50"_s);
        QCOMPARE(parsed(money, u"-25000.50"_s), u"-25000.50"_s);
        QCOMPARE(parsed(money, u"007.50"_s), u"7.50"_s);
        QVERIFY(parsed(money, u"1.005"_s).startsWith(u'!'));
        QVERIFY(parsed(money, u"123456789.00"_s).startsWith(u'!'));
        QVERIFY(parsed(money, u"."_s).startsWith(u'!'));
        QVERIFY(parsed(money, u"-"_s).startsWith(u'!'));
        const Column whole = column(ColumnType::Integer);
        QCOMPARE(parsed(whole, u"12"_s), u"12"_s);
        QCOMPARE(parsed(whole, u"012"_s), u"12"_s);
        QCOMPARE(parsed(whole, u"5.00"_s), u"5"_s);
        QCOMPARE(parsed(whole, u"1,00,000"_s), u"100000"_s);
        QCOMPARE(parsed(whole, u"1e5"_s, SourceKind::Number), u"100000"_s);
        QCOMPARE(parsed(whole, u"9223372036854775807"_s), u"9223372036854775807"_s);
        QVERIFY(parsed(whole, u"9223372036854775808"_s).startsWith(u'!'));
        QVERIFY(parsed(whole, u"5.5"_s).startsWith(u'!'));
        QCOMPARE(parsed(column(ColumnType::Float), u"1.5E-7"_s), u"1.5E-7"_s);
        QCOMPARE(parsed(column(ColumnType::Float), u"28.4595"_s), u"28.4595"_s);
    }

    void readsDatesOfEveryHabit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dayFirst"); // `!`: refused
        QTest::addColumn<QString>("monthFirst");
        QTest::addColumn<QString>("unknown");
        const auto row = [](const char *text, const char *dayFirst, const char *monthFirst, const char *unknown) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(dayFirst)
                                << QString::fromUtf8(monthFirst) << QString::fromUtf8(unknown);
        };
        const char *last = "2025-12-31";
        row("2025-12-31", last, last, last);
        row("31/12/2025", last, "!", "?");
        row("12/31/2025", "!", last, "?");
        row("12-31-25", "!", last, "?");
        row("31.12.25", last, "!", "?");
        row("05/06/2025", "2025-06-05", "2025-05-06", "?");
        row("05/05/2025", "2025-05-05", "2025-05-05", "2025-05-05");
        row("5-6-25", "2025-06-05", "2025-05-06", "?");
        row("2025/12/31", last, last, last);
        row("2025.1.5", "2025-01-05", "2025-01-05", "2025-01-05");
        row("31 Dec 2025", last, last, last);
        row("31-Dec-25", last, last, last);
        row("31st December, 2025", last, last, last);
        row("Dec 31, 2025", last, last, last);
        row("31/12/69", "2069-12-31", "!", "?");
        row("31/12/70", "1970-12-31", "!", "?");
        row("31/12/2025 00:00", last, "!", "?");
        row("31/12/2025 18:05", "!", "!", "?");
        row("30 Feb 2025", "!", "!", "!");
        row("31/13/2025", "!", "!", "!");
        row("31/12", "!", "!", "!");
        row("45000", "!", "!", "!");
        row("tomorrow", "!", "!", "!");
    }
    void readsDatesOfEveryHabit()
    {
        QFETCH(QString, text);
        QFETCH(QString, dayFirst);
        QFETCH(QString, monthFirst);
        QFETCH(QString, unknown);
        const Column day = column(ColumnType::Date);
        const auto brief = [](const QString &result) { return result.startsWith(u'!') ? u"!"_s : result; };
        QCOMPARE(brief(parsed(day, text, SourceKind::Text, DateOrder::DayFirst)), dayFirst);
        QCOMPARE(brief(parsed(day, text, SourceKind::Text, DateOrder::MonthFirst)), monthFirst);
        QCOMPARE(brief(parsed(day, text)), unknown);
    }

    void readsTimesInTheLocalZone()
    {
        const Column at = column(ColumnType::DateTime);
        const auto dayFirst = [&](const QString &text) {
            return parsed(at, text, SourceKind::Text, DateOrder::DayFirst);
        };
        QCOMPARE(dayFirst(u"31/12/2025 18:05"_s), u"2025-12-31 12:35:00.000000+00:00"_s);
        QCOMPARE(dayFirst(u"31/12/2025, 6:05:10 pm"_s), u"2025-12-31 12:35:10.000000+00:00"_s);
        QCOMPARE(dayFirst(u"31 Dec 2025 12:00 a.m."_s), u"2025-12-30 18:30:00.000000+00:00"_s);
        QCOMPARE(dayFirst(u"2025-12-31T18:05:00+05:30"_s), u"2025-12-31 12:35:00.000000+00:00"_s);
        QCOMPARE(dayFirst(u"2025-12-31 12:35:00.123456+00:00"_s), u"2025-12-31 12:35:00.123456+00:00"_s);
        QCOMPARE(parsed(at, u"2025-12-31 18:05:00"_s, SourceKind::Date), u"2025-12-31 12:35:00.000000+00:00"_s);
        QCOMPARE(dayFirst(u"2025-12-31T18:05:00.25"_s), u"2025-12-31 12:35:00.250000+00:00"_s);
        QVERIFY(dayFirst(u"31/12/2025 25:00"_s).startsWith(u'!'));
        QVERIFY(dayFirst(u"31/12/2025 13:00 pm"_s).startsWith(u'!'));
        QVERIFY(dayFirst(u"2025-02-30 10:00:00.000000+00:00"_s).startsWith(u'!'));
    }

    void tellsTheOrderFromAllValues()
    {
        DateEvidence evidence;
        evidence.see(u"05/06/2025"_s, 2);
        QVERIFY(!evidence.order(u"day"_s));
        evidence.see(u"2025-01-01"_s, 3);
        evidence.see(u"no date"_s, 4);
        QVERIFY(!evidence.order(u"day"_s));
        evidence.see(u"13/06/2025"_s, 5);
        QCOMPARE(*evidence.order(u"day"_s), DateOrder::DayFirst);
        evidence.see(u"06/13/2025"_s, 6);
        const Result<DateOrder> mixed = evidence.order(u"day"_s);
        QVERIFY(!mixed);
        QVERIFY(mixed.error().userText.contains(u"13/06/2025"_s) && mixed.error().userText.contains(u"line 6"_s));
        QCOMPARE(*DateEvidence().order(u"day"_s), DateOrder::Unknown);
    }

    void readsYesAndNo()
    {
        const Column flag = column(ColumnType::Boolean);
        for (const QString &yes : {u"true"_s, u"TRUE"_s, u"Yes"_s, u"y"_s, u"1"_s, u"on"_s})
            QCOMPARE(parsed(flag, yes), u"true"_s);
        for (const QString &no : {u"false"_s, u"No"_s, u"N"_s, u"0"_s, u"off"_s})
            QCOMPARE(parsed(flag, no), u"false"_s);
        QVERIFY(parsed(flag, u"maybe"_s).startsWith(u'!'));
        QVERIFY(parsed(flag, u"2"_s).startsWith(u'!'));
    }

    void takesEnumsByLabelAndByValue()
    {
        const Column &status = *m_live.catalogue->table(u"visits")->column(u"status");
        QCOMPARE(parsed(status, u"scheduled"_s), u"scheduled"_s);
        QCOMPARE(parsed(status, u"requested"_s), u"scheduled"_s); // as the web API spells it
        QCOMPARE(parsed(status, u"Reschedule Suggested"_s), u"rescheduled"_s);
        const QString refused = parsed(status, u"perhaps"_s);
        QVERIFY2(refused.startsWith(u'!') && refused.contains(u"scheduled"_s), qPrintable(refused));
    }

    void tellsNullFromEmpty()
    {
        Column text = column(ColumnType::Text);
        QCOMPARE(parsed(text, {}, SourceKind::Null), u"NULL"_s);
        QCOMPARE(parsed(text, u""_s), u""_s);
        QCOMPARE(parsed(text, u"NULL"_s), u"NULL"_s); // a text of four letters
        text.nullable = false;
        QVERIFY(parsed(text, {}, SourceKind::Null).startsWith(u'!'));
        QCOMPARE(parsed(text, u""_s), u""_s);
        QCOMPARE(parsed(column(ColumnType::Integer), u" "_s), u"NULL"_s);
        QCOMPARE(parsed(column(ColumnType::Integer), u"NULL"_s), u"NULL"_s);
    }

    void refusesWhatNoColumnKeeps()
    {
        Column text = column(ColumnType::String);
        text.length = 3;
        QCOMPARE(parsed(text, u"🏠🏠🏠"_s), u"🏠🏠🏠"_s);
        QVERIFY(parsed(text, u"four"_s).startsWith(u'!'));
        QVERIFY(parsed(text, QString(QChar(u'\0'))).startsWith(u'!'));
        QVERIFY(parsed(text, u"#REF!"_s, SourceKind::Fault).startsWith(u'!'));
        QVERIFY(parsed(text, u"{}"_s, SourceKind::Json).startsWith(u'!'));
        Column uuid = column(ColumnType::String);
        uuid.isUuidText = true;
        QCOMPARE(parsed(uuid, u"123E4567-E89B-12D3-A456-426614174000"_s), u"123e4567-e89b-12d3-a456-426614174000"_s);
        QVERIFY(parsed(uuid, u"123"_s).startsWith(u'!'));
        QVERIFY(parsed(column(ColumnType::Json), u"{a}"_s).startsWith(u'!'));
        QCOMPARE(parsed(column(ColumnType::Json), u"{\"a\": 1}"_s), u"{\"a\": 1}"_s);
        QVERIFY(parsed(column(ColumnType::GeographyPoint), u"here"_s).startsWith(u'!'));
        QCOMPARE(parsed(column(ColumnType::GeographyPoint), u"28.4595, 77.0266"_s),
                 u"SRID=4326;POINT(77.0266 28.4595)"_s);
    }

    void textsForJsonAreWhatTheFileMeans()
    {
        Column any = column(ColumnType::Json);
        any.jsonRoot = u"any"_s;
        ValueParser parser(m_live, any);
        parser.setReadsJson(true);
        Value value;
        QString problem;
        QCOMPARE(parser.parse({SourceKind::Text, u"plain"_s}, value, problem), ValueParser::Outcome::Value);
        QCOMPARE(value.text(), u"\"plain\""_s);
    }
};

QTEST_GUILESS_MAIN(tst_ValueParser)
#include "tst_valueparser.moc"

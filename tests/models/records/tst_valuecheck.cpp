// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/valuecheck.h"
#include "records/writecheck.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What is typed becomes the value that was meant, or a sentence that names the column. The zone is Asia/Kolkata.
class tst_ValueCheck : public QObject
{
    Q_OBJECT

    static Column column(ColumnType type)
    {
        Column made;
        made.name = u"seen_at"_s;
        made.type = type;
        return made;
    }

private slots:
    void readsTheEndsOfARange_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("lower");
        QTest::addColumn<QString>("upper");
        QTest::addColumn<bool>("comesBack");
        QTest::newRow("a day") << u"2026-11-30"_s << u"2026-11-29 18:30:00.000000+00:00"_s
                               << u"2026-11-30 18:29:59.999999+00:00"_s << true;
        QTest::newRow("a local time") << u"2026-11-30 18:05"_s << u"2026-11-30 12:35:00.000000+00:00"_s
                                      << u"2026-11-30 12:35:00.000000+00:00"_s << true;
        QTest::newRow("with a T") << u"2026-11-30T18:05:09"_s << u"2026-11-30 12:35:09.000000+00:00"_s
                                  << u"2026-11-30 12:35:09.000000+00:00"_s << false;
        QTest::newRow("an offset") << u"2026-11-30 18:05:00+00:00"_s << u"2026-11-30 18:05:00.000000+00:00"_s
                                   << u"2026-11-30 18:05:00.000000+00:00"_s << false;
        QTest::newRow("microseconds") << u"2026-11-30 18:05:00.123456+00:00"_s << u"2026-11-30 18:05:00.123456+00:00"_s
                                      << u"2026-11-30 18:05:00.123456+00:00"_s << true;
        QTest::newRow("infinity") << u"infinity"_s << u"infinity"_s << u"infinity"_s << true;
    }
    void readsTheEndsOfARange()
    {
        QFETCH(QString, typed);
        QFETCH(QString, lower);
        QFETCH(QString, upper);
        QFETCH(bool, comesBack);
        const Column seen = column(ColumnType::DateTime);
        const Result<Value> from = boundFromInput(seen, typed, Bound::Lower);
        const Result<Value> to = boundFromInput(seen, typed, Bound::Upper);
        QVERIFY(from.hasValue() && to.hasValue());
        QCOMPARE(from->text(), lower);
        QCOMPARE(to->text(), upper);
        if (comesBack) {
            QCOMPARE(inputOfBound(seen, *from, Bound::Lower), typed);
            QCOMPARE(inputOfBound(seen, *to, Bound::Upper), typed);
        }
    }

    void aDayThatIsKeptAsAnInstantIsADayInUtc()
    {
        Column birthday = column(ColumnType::DateTime);
        birthday.dateOnly = true;
        QCOMPARE(boundFromInput(birthday, u"1976-04-25"_s, Bound::Lower)->text(),
                 u"1976-04-25 00:00:00.000000+00:00"_s);
        QCOMPARE(boundFromInput(birthday, u"1976-04-25"_s, Bound::Upper)->text(),
                 u"1976-04-25 23:59:59.999999+00:00"_s);
    }

    void openEndsStayOpen()
    {
        QVERIFY(boundFromInput(column(ColumnType::DateTime), QString(), Bound::Lower)->isNull());
        QVERIFY(boundFromInput(column(ColumnType::Numeric), u" "_s, Bound::Upper)->isNull());
        QCOMPARE(inputOfBound(column(ColumnType::DateTime), Value::null(), Bound::Upper), QString());
    }

    void saysWhatDoesNotFit_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("typed");
        QTest::newRow("time") << int(ColumnType::DateTime) << u"31/12/2025"_s;
        QTest::newRow("no such day") << int(ColumnType::DateTime) << u"2026-02-30"_s;
        QTest::newRow("date") << int(ColumnType::Date) << u"tomorrow"_s;
        QTest::newRow("integer") << int(ColumnType::Integer) << u"9223372036854775808"_s;
        QTest::newRow("number") << int(ColumnType::Numeric) << u"1e5"_s;
        QTest::newRow("boolean") << int(ColumnType::Boolean) << u"perhaps"_s;
        QTest::newRow("uuid") << int(ColumnType::Uuid) << u"'); DROP TABLE users;--"_s;
    }
    void saysWhatDoesNotFit()
    {
        QFETCH(int, type);
        QFETCH(QString, typed);
        const Result<Value> value = boundFromInput(column(ColumnType(type)), typed, Bound::Lower);
        QVERIFY(!value);
        QCOMPARE(value.error().kind, ErrorKind::BadInput);
        QVERIFY2(value.error().userText.contains(u"seen_at"_s) && value.error().userText.contains(typed),
                 qPrintable(value.error().userText));
    }

    void takesDatesAsPeopleWriteThem_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("stored");
        const int date = int(ColumnType::Date);
        const int time = int(ColumnType::DateTime);
        QTest::newRow("usual") << date << u"2025-12-31"_s << u"2025-12-31"_s;
        QTest::newRow("day first") << date << u"31/12/2025"_s << u"2025-12-31"_s;
        QTest::newRow("month first") << date << u"12-31-25"_s << u"2025-12-31"_s;
        QTest::newRow("name") << date << u" 5 Jun 2025 "_s << u"2025-06-05"_s;
        QTest::newRow("the same either way") << date << u"05/05/2025"_s << u"2025-05-05"_s;
        QTest::newRow("one of two") << date << u"05/06/2025"_s << QString();
        QTest::newRow("no date") << date << u"31/31/2025"_s << QString();
        // Kolkata, where the tests run.
        QTest::newRow("time") << time << u"31/12/2025 18:05"_s << u"2025-12-31 12:35:00.000000+00:00"_s;
        QTest::newRow("exact") << time << u"2025-12-31 12:35:00.123456+00:00"_s
                               << u"2025-12-31 12:35:00.123456+00:00"_s;
    }
    void takesDatesAsPeopleWriteThem()
    {
        QFETCH(int, type);
        QFETCH(QString, input);
        QFETCH(QString, stored);
        Column column;
        column.name = u"day"_s;
        column.label = u"Day"_s;
        column.type = ColumnType(type);
        const Result<Value> value = valueToWrite(column, {}, input);
        QCOMPARE(bool(value), !stored.isEmpty());
        if (value)
            QCOMPARE(value->text(), stored);
        else
            QVERIFY2(value.error().userText.contains(u"Day"_s) || value.error().userText.contains(u"day"_s),
                     qPrintable(value.error().userText));
    }
};

QTEST_GUILESS_MAIN(tst_ValueCheck)
#include "tst_valuecheck.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

class tst_Instant : public QObject
{
    Q_OBJECT

private slots:
    void writesFixedWidthUtc()
    {
        const QDateTime india(QDate(2026, 1, 2), QTime(3, 4, 5, 60), Qt::OffsetFromUTC, 19800);
        QCOMPARE(instantText(india), u"2026-01-01 21:34:05.060000+00:00"_s);
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: cannot be read
        QTest::newRow("canonical") << u"2026-01-02 03:04:05.123456+00:00"_s << u"2026-01-02 03:04:05.123000+00:00"_s;
        QTest::newRow("no fraction") << u"2026-01-02 03:04:05+00:00"_s << u"2026-01-02 03:04:05.000000+00:00"_s;
        QTest::newRow("no offset") << u"2026-01-02 03:04:05"_s << u"2026-01-02 03:04:05.000000+00:00"_s;
        QTest::newRow("one digit") << u"2026-01-02 03:04:05.5"_s << u"2026-01-02 03:04:05.500000+00:00"_s;
        QTest::newRow("India") << u"2026-01-02 03:04:05+05:30"_s << u"2026-01-01 21:34:05.000000+00:00"_s;
        QTest::newRow("short offset") << u"2026-01-02 03:04:05+05"_s << u"2026-01-01 22:04:05.000000+00:00"_s;
        QTest::newRow("west") << u"2026-01-02 03:04:05-03:30"_s << u"2026-01-02 06:34:05.000000+00:00"_s;
        QTest::newRow("leap day") << u"2028-02-29 00:00:00"_s << u"2028-02-29 00:00:00.000000+00:00"_s;
        QTest::newRow("offset without colon") << u"2026-01-02 03:04:05+0530"_s << QString();
        QTest::newRow("offset of a hundred hours") << u"2026-01-02 03:04:05+99:00"_s << QString();
        QTest::newRow("words after it") << u"2026-01-02 03:04:05 PM"_s << QString();
        QTest::newRow("something between") << u"2026-01-02x03:04:05"_s << QString();
        QTest::newRow("sign without number") << u"2026-01-02 03:04:05+"_s << QString();
        QTest::newRow("infinity") << u"infinity"_s << QString();
        QTest::newRow("minus infinity") << u"-infinity"_s << QString();
        QTest::newRow("BC") << u"0044-03-15 00:00:00.000000+00:00 BC"_s << QString();
        QTest::newRow("five-digit year") << u"12026-01-02 03:04:05"_s << QString();
        QTest::newRow("no such day") << u"2026-02-30 03:04:05"_s << QString();
        QTest::newRow("no such hour") << u"2026-02-20 24:04:05"_s << QString();
        QTest::newRow("date only") << u"2026-01-02"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto instant = instantFromText(text);
        QCOMPARE(instant.has_value(), !expected.isEmpty());
        if (instant)
            QCOMPARE(instantText(*instant), expected);
    }

    void bringsServerTextToTheFixedForm_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no fraction") << u"2026-01-02 03:04:05"_s << u"2026-01-02 03:04:05.000000+00:00"_s;
        QTest::newRow("short fraction") << u"2026-01-02 03:04:05.12"_s << u"2026-01-02 03:04:05.120000+00:00"_s;
        QTest::newRow("microseconds") << u"2026-01-02 03:04:05.123456"_s << u"2026-01-02 03:04:05.123456+00:00"_s;
        QTest::newRow("with offset") << u"2026-01-02 03:04:05.1+00"_s << u"2026-01-02 03:04:05.100000+00:00"_s;
        QTest::newRow("BC") << u"0044-03-15 12:00:00 BC"_s << u"0044-03-15 12:00:00.000000+00:00 BC"_s;
        QTest::newRow("BC with fraction") << u"0044-03-15 12:00:00.5 BC"_s << u"0044-03-15 12:00:00.500000+00:00 BC"_s;
        QTest::newRow("far future") << u"294276-12-31 23:59:59.999999"_s << u"294276-12-31 23:59:59.999999+00:00"_s;
        QTest::newRow("infinity") << u"infinity"_s << u"infinity"_s;
        QTest::newRow("minus infinity") << u"-infinity"_s << u"-infinity"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("already canonical")
            << u"2026-01-02 03:04:05.123456+00:00"_s << u"2026-01-02 03:04:05.123456+00:00"_s;
    }
    void bringsServerTextToTheFixedForm()
    {
        QFETCH(QString, server);
        QFETCH(QString, expected);
        QCOMPARE(canonicalInstant(server), expected);
        QCOMPARE(canonicalInstant(canonicalInstant(server)), expected);
    }
};

QTEST_GUILESS_MAIN(tst_Instant)
#include "tst_instant.moc"

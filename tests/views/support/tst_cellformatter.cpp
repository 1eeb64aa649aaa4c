// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cellformatter.h"
#include "support/indianformat.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

class tst_CellFormatter : public QObject
{
    Q_OBJECT

private:
    static Column column(ColumnType type)
    {
        Column made;
        made.name = u"value"_s;
        made.type = type;
        made.scale = 2;
        return made;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::India)); }

    void groupsRupeesByLakhAndCrore_data()
    {
        QTest::addColumn<QString>("decimal");
        QTest::addColumn<QString>("shown");
        QTest::newRow("zero") << u"0"_s << u"₹0.00"_s;
        QTest::newRow("hundreds") << u"999"_s << u"₹999.00"_s;
        QTest::newRow("lakh") << u"123456"_s << u"₹1,23,456.00"_s;
        QTest::newRow("crore") << u"12345678.90"_s << u"₹1,23,45,678.90"_s;
        QTest::newRow("beyond doubles") << u"12345678901234567.89"_s << u"₹12,34,56,78,90,12,34,567.89"_s;
        QTest::newRow("negative") << u"-1234.5"_s << u"−₹1,234.50"_s;
        QTest::newRow("half up") << u"0.005"_s << u"₹0.01"_s;
        QTest::newRow("carry") << u"999.999"_s << u"₹1,000.00"_s;
        QTest::newRow("not a number") << u"NaN"_s << u"NaN"_s;
    }
    void groupsRupeesByLakhAndCrore()
    {
        QFETCH(QString, decimal);
        QTEST(rupees(decimal), "shown");
    }

    void showsInstantsInLocalTimeAndKeepsTheExactOne()
    {
        const CellText cell =
            formatCell(column(ColumnType::DateTime), Value(u"2026-11-22 09:30:00.123456+00:00"_s), Privacy::Revealed);
        QCOMPARE(cell.text, u"22 Nov 2026, 15:00"_s); // Asia/Kolkata
        QCOMPARE(cell.exact, u"2026-11-22 09:30:00.123456+00:00"_s);
    }

    void showsADayWithoutATime()
    {
        // users.date_of_birth is midnight UTC, which is half past five in India (schema README, special columns).
        Column birthday = column(ColumnType::DateTime);
        birthday.dateOnly = true;
        const CellText cell = formatCell(birthday, Value(u"1976-04-25 00:00:00.000000+00:00"_s), Privacy::Revealed);
        QCOMPARE(cell.text, u"25 Apr 1976"_s);
    }

    void showsWhatCannotBeADateAsItIs()
    {
        for (const QString &text : {u"infinity"_s, u"-infinity"_s, u"0044-03-15 00:00:00.000000+00:00 BC"_s})
            QCOMPARE(formatCell(column(ColumnType::DateTime), Value(text), Privacy::Revealed).text, text);
    }

    void tellsNullFromEmpty()
    {
        QCOMPARE(formatCell(column(ColumnType::Text), Value(), Privacy::Revealed).kind, CellKind::Null);
        QCOMPARE(formatCell(column(ColumnType::Text), Value(u""_s), Privacy::Revealed).kind, CellKind::Text);
    }

    void masksPersonalValuesAndAlwaysMasksSecrets()
    {
        Column phone = column(ColumnType::String);
        phone.sensitivity = Sensitivity::Personal;
        const Value value(u"+91 99999 00001"_s);
        QCOMPARE(formatCell(phone, value, Privacy::Masked).kind, CellKind::Masked);
        QVERIFY(formatCell(phone, value, Privacy::Masked).text.isEmpty());
        QCOMPARE(formatCell(phone, value, Privacy::Revealed).text, value.text());
        phone.sensitivity = Sensitivity::Secret;
        QCOMPARE(formatCell(phone, value, Privacy::Revealed).kind, CellKind::Masked);
    }

    void readsEnumLabelsAsWords()
    {
        Column status = column(ColumnType::Enum);
        const CellText cell = formatCell(status, Value(u"pending_review"_s), Privacy::Revealed);
        QCOMPARE(cell.text, u"Pending review"_s);
        QCOMPARE(cell.kind, CellKind::Chip);
        QCOMPARE(cell.tone, CellTone::Warning);
        QCOMPARE(toneOf(u"rejected"_s), CellTone::Bad);
        QCOMPARE(toneOf(u"apartment"_s), CellTone::Neutral);
    }

    void saysHowLongAgo()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        QCOMPARE(agoText(now.addSecs(-30), now), u"just now"_s);
        QCOMPARE(agoText(now.addSecs(-300), now), u"5 min ago"_s);
        QCOMPARE(agoText(now.addSecs(-7200), now), u"2 h ago"_s);
        QCOMPARE(agoText(now.addDays(-3), now), u"3 d ago"_s);
        QCOMPARE(agoText(now.addDays(2), now), u"24 Nov 2026"_s);
    }
};

QTEST_GUILESS_MAIN(tst_CellFormatter)
#include "tst_cellformatter.moc"

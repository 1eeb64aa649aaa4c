// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demodatahub.h"
#include "seed/demojson.h"
#include "seed/demorandom.h"
#include "seed/demotexts.h"
#include "seed/demotime.h"

#include <QFile>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The small tools of the generator.
class tst_DemoTexts : public QObject
{
    Q_OBJECT

private slots:
    void writesCanonicalTexts();
    void writesJson();
    void writesSlugsAndHashesAsThePlatformDoes();
    void drawsTheSameNumbersEverywhere();
    void shipsItsTexts();
};

void tst_DemoTexts::writesCanonicalTexts()
{
    QCOMPARE((DemoDecimal{5, 2}.text()), u"0.05"_s);
    QCOMPARE((DemoDecimal{-12345, 2}.text()), u"-123.45"_s);
    QCOMPARE((DemoDecimal{7, 0}.text()), u"7"_s);
    QCOMPARE(DemoMoney::rupees(123456).text(), u"123456.00"_s);
    QCOMPARE((DemoInstant{0, 0}.text()), u"1970-01-01 00:00:00.000000+00:00"_s);
    QCOMPARE((DemoInstant{-1, 0}.text()), u"1969-12-31 23:59:59.000000+00:00"_s);
    QCOMPARE((DemoInstant{951782399, 120}.isoText()), u"2000-02-28T23:59:59.000120+00:00"_s);
    const DemoClock clock(QDate(2026, 11, 16));
    QCOMPARE(clock.now().text(), u"2026-11-16 06:30:00.000000+00:00"_s);
    QCOMPARE(clock.ago(1, 61, 5).text(), u"2026-11-15 01:01:05.000000+00:00"_s);
    QCOMPARE(clock.monthStart(11), QDate(2025, 12, 1));
    QCOMPARE(demoDateText(QDate(2028, 2, 29)), u"2028-02-29"_s);
}

void tst_DemoTexts::writesJson()
{
    DemoJson json;
    json.put(u"a", u"say \"hi\" \\ \n").put(u"b", 3).put(u"c", true).putNull(u"d");
    json.openArray(u"e").add(u"x"_s).openObject().put(u"f", QStringList{u"हिंदी"_s}).close().close();
    QCOMPARE(json.text(),
             u"{\"a\": \"say \\\"hi\\\" \\\\ \\n\", \"b\": 3, \"c\": true, \"d\": null, "
             "\"e\": [\"x\", {\"f\": [\"हिंदी\"]}]}"_s);
    QCOMPARE(DemoJson(DemoJson::Root::Array).text(), u"[]"_s);
}

void tst_DemoTexts::writesSlugsAndHashesAsThePlatformDoes()
{
    QCOMPARE(DemoDataHub::slug({u"Sector 57"_s, u""_s, u"residential"_s, u"2026"_s}), u"sector-57-residential-2026"_s);
    QCOMPARE(DemoDataHub::slug({u"DLF Ltd. (Phase_2) & Sons"_s}), u"dlf-ltd-phase-2-sons"_s);
    QCOMPARE(DemoDataHub::slug({u"Émaar  India"_s}), u"emaar-india"_s);
    const QString hash = u"c6a58eb3a661b46c4357f9b55a63a43f985e6be18913e5c1c56417cff547135f"_s;
    QCOMPARE(DemoDataHub::addressHash(u"  Plot 12,  Sec-57, Gurgaon "_s), hash);
    QCOMPARE(DemoDataHub::addressHash(u"Plot 12, Sector 57, Gurugram"_s), hash);
    QCOMPARE(DemoDataHub::addressHash(u"Flat 3, SEC. 9A"_s),
             u"f0ee8b04269593b5446a7dcfd881926caca7b128efcfb4620cd13be0a2e2a310"_s);
}

void tst_DemoTexts::drawsTheSameNumbersEverywhere()
{
    DemoRandom random(1);
    QCOMPARE(random.next(), Q_UINT64_C(0x910A2DEC89025CC1)); // splitmix64 of 1
    QCOMPARE(DemoRandom::seedOf(u"users", 1), DemoRandom::seedOf(u"users", 1));
    QVERIFY(DemoRandom::seedOf(u"users", 1) != DemoRandom::seedOf(u"users", 2));
    QVERIFY(DemoRandom::seedOf(u"users", 1) != DemoRandom::seedOf(u"agents", 1));
    for (int i = 0; i < 1000; ++i) {
        const int number = random.between(-3, 4);
        QVERIFY(number >= -3 && number <= 4);
    }
    QCOMPARE(random.below(0), 0);
}

void tst_DemoTexts::shipsItsTexts()
{
    const Result<DemoTexts> texts = DemoTexts::read();
    QVERIFY2(texts, texts ? "" : qPrintable(texts.error().detail));
    QCOMPARE(texts->records(u"amenities.amenities").size(), 46);
    QCOMPARE(texts->records(u"catalogs.catalogs").size(), 19);
    QCOMPARE(texts->localities().size(), 125);
    QVERIFY(texts->surnames().size() > 80 && texts->femaleNames().size() > 80 && texts->maleNames().size() > 80);
    for (const QString &picture : {u"living"_s, u"kitchen"_s, u"bedroom"_s, u"balcony"_s}) {
        QFile file(u":/ghar/demo/tour-flat/%1.jpg"_s.arg(picture));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(2), QByteArray("\xff\xd8"));
    }
}

QTEST_GUILESS_MAIN(tst_DemoTexts)

#include "tst_demotexts.moc"

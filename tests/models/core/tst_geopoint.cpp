// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geopoint.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Places as people paste them.
class tst_GeoPoint : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatPeopleHave_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::newRow("pair") << u"28.4595, 77.0266"_s << 28.4595 << 77.0266;
        QTest::newRow("blank between") << u" 28.4595 77.0266 "_s << 28.4595 << 77.0266;
        QTest::newRow("stored") << u"SRID=4326;POINT(77.0266 28.4595)"_s << 28.4595 << 77.0266;
        QTest::newRow("well-known text") << u"point (77.0266 -8.5)"_s << -8.5 << 77.0266;
        QTest::newRow("marked") << u"28.4595° N, 77.0266° E"_s << 28.4595 << 77.0266;
        QTest::newRow("marked, other order") << u"77.0266 E 28.4595 S"_s << -28.4595 << 77.0266;
        QTest::newRow("map, middle") << u"https://maps.example.org/maps/@28.4595,77.0266,15z"_s << 28.4595 << 77.0266;
        QTest::newRow("map, pin counts more")
            << u"https://maps.example.org/place/X/@28.5,77.1,17z/data=!3d28.4595!4d77.0266"_s << 28.4595 << 77.0266;
        QTest::newRow("query") << u"https://maps.example.org/?q=28.4595,77.0266&z=3"_s << 28.4595 << 77.0266;
        QTest::newRow("query, encoded") << u"https://maps.example.org/?api=1&query=28.4595%2C77.0266"_s << 28.4595
                                        << 77.0266;
        QTest::newRow("slippy map") << u"https://www.openstreetmap.org/#map=15/28.4595/77.0266"_s << 28.4595 << 77.0266;
        QTest::newRow("geo URI") << u"geo:28.4595,77.0266"_s << 28.4595 << 77.0266;
        QTest::newRow("geo URI with more") << u"geo:28.4595,77.0266?z=11"_s << 28.4595 << 77.0266;
    }
    void readsWhatPeopleHave()
    {
        QFETCH(QString, input);
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        const std::optional<GeoPoint> point = geoPointFromInput(input);
        QVERIFY(point.has_value());
        QCOMPARE(point->latitude, latitude);
        QCOMPARE(point->longitude, longitude);
        QCOMPARE(geoPointFromInput(storedText(*point)), point);
    }

    void refusesWhatIsNoPlace_data()
    {
        QTest::addColumn<QString>("input");
        QTest::newRow("empty") << QString();
        QTest::newRow("one number") << u"28.4595"_s;
        QTest::newRow("three numbers") << u"1, 2, 3"_s;
        QTest::newRow("off the Earth") << u"95, 77"_s;
        QTest::newRow("too far east") << u"28, 181"_s;
        QTest::newRow("twice north") << u"28 N, 77 N"_s;
        QTest::newRow("words") << u"Sector 43, Gurugram"_s;
        QTest::newRow("an address without a place") << u"https://maps.example.org/?q=Gurugram"_s;
    }
    void refusesWhatIsNoPlace()
    {
        QFETCH(QString, input);
        QVERIFY(!geoPointFromInput(input));
    }

    void keepsAllDigits()
    {
        QCOMPARE(storedText({28.45954321, -77.026600000001}), u"SRID=4326;POINT(-77.026600000001 28.45954321)"_s);
        QCOMPARE(storedText({0, 0}), u"SRID=4326;POINT(0 0)"_s);
    }
};

QTEST_APPLESS_MAIN(tst_GeoPoint)
#include "tst_geopoint.moc"

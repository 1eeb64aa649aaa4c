// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/scalebar.h"
#include "geo/webmercator.h"

#include <QTest>

#include <cmath>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Degrees, world coordinates, metres, and the scale that is drawn from them.
class tst_WebMercator : public QObject
{
    Q_OBJECT

    static bool isNear(double a, double b, double by = 1e-9) { return std::abs(a - b) <= by; }

private slots:
    void knownPlacesAreWhereOtherMapsHaveThem_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QPointF>("world");
        QTest::newRow("origin") << 0.0 << 0.0 << QPointF(0.5, 0.5);
        QTest::newRow("north west") << 85.0511287798066 << -180.0 << QPointF(0, 0);
        QTest::newRow("south east") << -85.0511287798066 << 180.0 << QPointF(1, 1);
        QTest::newRow("45 north") << 45.0 << 90.0 << QPointF(0.75, 0.3597250370);
        // y = (1 - asinh(tan(latitude)) / pi) / 2, the other way to write it
        QTest::newRow("Delhi") << 28.6139 << 77.209
                               << QPointF(257.209 / 360, (1 - std::asinh(std::tan(28.6139 * M_PI / 180)) / M_PI) / 2);
    }

    void knownPlacesAreWhereOtherMapsHaveThem()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(QPointF, world);
        const QPointF found = WebMercator::worldOf(latitude, longitude);
        QVERIFY2(isNear(found.x(), world.x(), 1e-7), qPrintable(QString::number(found.x(), 'f', 9)));
        QVERIFY2(isNear(found.y(), world.y(), 1e-7), qPrintable(QString::number(found.y(), 'f', 9)));
    }

    void degreesComeBack()
    {
        for (double latitude = -85; latitude <= 85; latitude += 8.5) {
            for (double longitude = -180; longitude < 180; longitude += 17) {
                const QGeoCoordinate back = WebMercator::coordinateOf(WebMercator::worldOf(latitude, longitude));
                QVERIFY(isNear(back.latitude(), latitude));
                QVERIFY(isNear(back.longitude(), longitude));
            }
        }
    }

    void beyondThePolesIsTheEdge()
    {
        QCOMPARE(WebMercator::worldOf(90, 0), QPointF(0.5, 0));
        QCOMPARE(WebMercator::worldOf(-90, 0), QPointF(0.5, 1));
        QVERIFY(isNear(WebMercator::coordinateOf({0.5, -3}).latitude(), 85.0511287798066));
    }

    void numbersThatAreNoneDoNoHarm()
    {
        QCOMPARE(WebMercator::worldOf(std::nan(""), std::nan("")), QPointF(0.5, 0.5));
        QCOMPARE(WebMercator::worldOf(INFINITY, -INFINITY), QPointF(0.5, 0.5));
        QCOMPARE(WebMercator::worldOf(QGeoCoordinate()), QPointF(0.5, 0.5));
        QCOMPARE(WebMercator::wrappedLongitude(std::nan("")), 0.0);
    }

    void longitudesWrap()
    {
        QCOMPARE(WebMercator::wrappedLongitude(190), -170.0);
        QCOMPARE(WebMercator::wrappedLongitude(-190), 170.0);
        QCOMPARE(WebMercator::wrappedLongitude(180), -180.0);
        QCOMPARE(WebMercator::wrappedLongitude(-180), -180.0);
        QCOMPARE(WebMercator::wrappedLongitude(77 + 720), 77.0);
        QVERIFY(isNear(WebMercator::coordinateOf(WebMercator::worldOf(10, 200)).longitude(), -160));
    }

    void metresPerPixelAreThoseOfEveryTiledMap()
    {
        QVERIFY(isNear(WebMercator::metresPerPixel(0, 0), 156543.03392804097, 1e-6));
        QVERIFY(isNear(WebMercator::metresPerPixel(60, 0), 156543.03392804097 / 2, 1e-6));
        QVERIFY(isNear(WebMercator::metresPerPixel(0, 10.5), 156543.03392804097 / std::exp2(10.5), 1e-9));
    }

    void theScaleIsTheLongestRoundLength_data()
    {
        QTest::addColumn<double>("metresPerPixel");
        QTest::addColumn<double>("metres");
        QTest::addColumn<QString>("text");
        QTest::newRow("exactly 1") << 0.01 << 1.0 << u"1 m"_s;
        QTest::newRow("below 2") << 0.0199 << 1.0 << u"1 m"_s;
        QTest::newRow("metres") << 2.4 << 200.0 << u"200 m"_s;
        QTest::newRow("a kilometre") << 19.0 << 1000.0 << u"1 km"_s;
        QTest::newRow("five kilometres") << 99.9 << 5000.0 << u"5 km"_s;
        QTest::newRow("a continent") << 25000.0 << 2000000.0 << u"2,000 km"_s;
    }

    void theScaleIsTheLongestRoundLength()
    {
        QFETCH(double, metresPerPixel);
        QFETCH(double, metres);
        QFETCH(QString, text);
        const ScaleBar bar = scaleBar(metresPerPixel, 100);
        QCOMPARE(bar.metres, metres);
        QVERIFY(isNear(bar.pixels * metresPerPixel, metres, 1e-6));
        QVERIFY(bar.pixels <= 100 + 1e-9);
        QCOMPARE(distanceText(bar.metres), text);
    }

    void thereIsNoScaleOfNothing()
    {
        QCOMPARE(scaleBar(0, 100).metres, 0.0);
        QCOMPARE(scaleBar(10, -1).pixels, 0.0);
        QCOMPARE(scaleBar(std::nan(""), 100).metres, 0.0);
        QCOMPARE(scaleBar(INFINITY, 100).metres, 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_WebMercator)
#include "tst_webmercator.moc"

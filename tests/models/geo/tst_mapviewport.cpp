// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/mapviewport.h"
#include "geo/webmercator.h"

#include <QLineF>
#include <QTest>

#include <cmath>

using namespace Ghar;

/// Zoom and pan as numbers.
class tst_MapViewport : public QObject
{
    Q_OBJECT

    static MapViewport overDelhi(double zoom = 10) { return {WebMercator::worldOf(28.6, 77.2), zoom, {800, 600}, 1}; }
    static bool isNear(const QPointF &a, const QPointF &b, double by) { return QLineF(a, b).length() <= by; }

private slots:
    void pointsAndPlacesAreInverse()
    {
        const MapViewport viewport = overDelhi(12.3);
        QVERIFY(isNear(viewport.pointOf(viewport.center), {400, 300}, 1e-9));
        for (const QPointF &point : {QPointF(0, 0), QPointF(800, 600), QPointF(123.5, 456.25)})
            QVERIFY(isNear(viewport.pointOf(viewport.worldOf(point)), point, 1e-6));
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        const MapViewport before = overDelhi();
        const QPointF pointer(100, 500);
        for (const double zoom : {4.2, 11.0, 17.9}) {
            const MapViewport after = before.zoomedAt(zoom, pointer);
            QCOMPARE(after.zoom, zoom);
            QVERIFY(isNear(after.pointOf(before.worldOf(pointer)), pointer, 1e-4));
        }
    }

    void draggingMovesByPixels()
    {
        const MapViewport before = overDelhi();
        const MapViewport after = before.moved({30, -20});
        QVERIFY(isNear(after.pointOf(before.center), {430, 280}, 1e-6));
    }

    void nothingBeyondThePolesIsSeen()
    {
        MapViewport viewport = overDelhi(3);
        viewport.center = {0.5, -2};
        QVERIFY(std::abs(viewport.bounded().worldRect().top()) < 1e-12);
        viewport.center = {0.5, 7};
        QVERIFY(std::abs(viewport.bounded().worldRect().bottom() - 1) < 1e-12);
        viewport.zoom = 0;
        QCOMPARE(viewport.bounded().zoom, std::log2(600 / 256.0));
        QCOMPARE(viewport.bounded().center.y(), 0.5);
        viewport.zoom = 40;
        QCOMPARE(viewport.bounded().zoom, 18.0);
    }

    void theWorldGoesRound()
    {
        MapViewport viewport{WebMercator::worldOf(0, 179), 5, {800, 600}, 1};
        const QPointF other = WebMercator::worldOf(0, -179);
        const double twoDegrees = 2.0 / 360 * WebMercator::worldSize(5);
        QVERIFY(isNear(viewport.pointOf(other), {400 + twoDegrees, 300}, 1e-6));
        viewport = viewport.moved({-2 * twoDegrees, 0});
        QVERIFY(viewport.center.x() >= 0 && viewport.center.x() < 1);
        QVERIFY(isNear(viewport.pointOf(other), {400 - twoDegrees, 300}, 1e-6));
    }

    void numbersThatAreNoneAreBounded()
    {
        const MapViewport viewport = MapViewport{{NAN, INFINITY}, NAN, {800, 600}, 1}.bounded();
        QCOMPARE(viewport.center, QPointF(0.5, 0.5));
        QCOMPARE(viewport.zoom, viewport.minimalZoom());
    }

    void anAreaFits()
    {
        const QGeoRectangle india(QGeoCoordinate(37.5, 68), QGeoCoordinate(6.5, 97.5));
        const MapViewport viewport = overDelhi().fitting(india, 20);
        const QPointF first = viewport.pointOf(WebMercator::worldOf(37.5, 68));
        const QPointF last = viewport.pointOf(WebMercator::worldOf(6.5, 97.5));
        QVERIFY(std::abs(first.y() - 20) < 1e-6 && std::abs(last.y() - 580) < 1e-6);
        QVERIFY(first.x() > 20 && std::abs(first.x() + last.x() - 800) < 1e-6);
        const QGeoRectangle pacific(QGeoCoordinate(10, 170), QGeoCoordinate(-10, -170));
        QVERIFY(std::abs(overDelhi().fitting(pacific, 0).center.x()) < 1e-9);
    }
};

QTEST_APPLESS_MAIN(tst_MapViewport)
#include "tst_mapviewport.moc"

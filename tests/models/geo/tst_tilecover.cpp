// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/tilecover.h"
#include "geo/webmercator.h"

#include <QSet>
#include <QTest>

using namespace Ghar;

/// Which tiles are seen, and where.
class tst_TileCover : public QObject
{
    Q_OBJECT

    /// Every pixel of the viewport is in exactly one tile.
    static void verifyCovered(const MapViewport &viewport)
    {
        double area = 0;
        QList<QRectF> rects;
        const QRectF whole({}, viewport.size);
        for (const TilePlace &place : tileCover(viewport)) {
            const QRectF rect = tileRect(place, viewport) & whole;
            for (const QRectF &other : rects)
                QVERIFY(!other.intersects(rect.adjusted(1e-6, 1e-6, -1e-6, -1e-6)));
            rects.append(rect);
            area += rect.width() * rect.height();
        }
        QVERIFY2(qAbs(area - whole.width() * whole.height()) < 1e-3, qPrintable(QString::number(area)));
    }

private slots:
    void countsAtEdges_data()
    {
        QTest::addColumn<QPointF>("center");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("count");
        QTest::newRow("the whole world") << QPointF(0.5, 0.5) << 0.0 << QSizeF(256, 256) << 1;
        QTest::newRow("exactly four") << QPointF(0.5, 0.5) << 1.0 << QSizeF(512, 512) << 4;
        QTest::newRow("a pixel more") << QPointF(0.5, 0.5) << 2.0 << QSizeF(514, 512) << 8;
        QTest::newRow("inside of one") << QPointF(0.625, 0.625) << 2.0 << QSizeF(200, 200) << 1;
        QTest::newRow("on a corner") << QPointF(0.25, 0.25) << 2.0 << QSizeF(2, 2) << 4;
        QTest::newRow("the world three times") << QPointF(0.5, 0.5) << 0.0 << QSizeF(768, 256) << 3;
        QTest::newRow("nothing") << QPointF(0.5, 0.5) << 3.0 << QSizeF(0, 100) << 0;
    }

    void countsAtEdges()
    {
        QFETCH(QPointF, center);
        QFETCH(double, zoom);
        QFETCH(QSizeF, size);
        QFETCH(int, count);
        QCOMPARE(int(tileCover({center, zoom, size, 1}).size()), count);
    }

    void everyPixelIsInExactlyOneTile()
    {
        for (const double zoom : {2.0, 2.49, 2.51, 5.3, 17.77})
            for (const double ratio : {1.0, 1.25, 2.0})
                for (const double x : {0.0, 0.001, 0.3137, 0.999})
                    verifyCovered(MapViewport{{x, 0.42}, zoom, {801, 599}, ratio}.bounded());
    }

    void acrossTheAntimeridianTilesOfBothSidesAreNeighbours()
    {
        const MapViewport viewport{{0.999, 0.4}, 4, {600, 300}, 1};
        QSet<int> columns;
        for (const TilePlace &place : tileCover(viewport)) {
            QVERIFY(place.id.x >= 0 && place.id.x < 16);
            columns.insert(place.id.x);
            if (place.id.x == 0)
                QCOMPARE(place.repetition, 1);
        }
        QVERIFY(columns.contains(15) && columns.contains(0));
        const double seam = tileRect({{4, 15, 6}, 0}, viewport).right();
        QCOMPARE(tileRect({{4, 0, 6}, 1}, viewport).left(), seam);
        // To the west, too.
        QCOMPARE(tileCover({{0.001, 0.4}, 4, {100, 100}, 1}).last().repetition, -1);
    }

    void theMiddleComesFirst()
    {
        const QList<TilePlace> cover = tileCover({WebMercator::worldOf(28.6, 77.2), 10, {1600, 900}, 1});
        QCOMPARE(cover.first().id, (TileId{10, 731, 427}));
    }

    void edgesLieBetweenPixelsOfTheScreen()
    {
        const MapViewport viewport{{0.7137, 0.4137}, 6.37, {801, 599}, 1.5};
        for (const TilePlace &place : tileCover(viewport)) {
            const double edge = tileRect(place, viewport).left() * 1.5;
            QVERIFY(qAbs(edge - qRound(edge)) < 1e-9);
        }
    }

    void ancestors()
    {
        QCOMPARE((TileId{10, 731, 426}.ancestor(3)), (TileId{7, 91, 53}));
        QVERIFY((TileId{7, 91, 53}.worldRect().contains(TileId{10, 731, 426}.worldRect())));
    }
};

QTEST_APPLESS_MAIN(tst_TileCover)
#include "tst_tilecover.moc"

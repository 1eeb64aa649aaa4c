// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "garishlook.h"
#include "geo/webmercator.h"
#include "map/basemappainter.h"
#include "map/basemaptilesource.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Ghar;

/// Tiles of the embedded base map, and who gets them.
class tst_BaseMapTileSource : public QObject
{
    Q_OBJECT

    static TileId tileAt(double latitude, double longitude, int zoom)
    {
        const QPointF at = WebMercator::worldOf(latitude, longitude) * std::exp2(zoom);
        return {zoom, int(at.x()), int(at.y())};
    }
    /// The colour of a place in its tile.
    static QColor colorAt(double latitude, double longitude, int zoom, int pixels = 256)
    {
        const TileId id = tileAt(latitude, longitude, zoom);
        const QPointF in = WebMercator::worldOf(latitude, longitude) * std::exp2(zoom) - QPointF(id.x, id.y);
        return baseMapTile(id, pixels, garishLook()).pixelColor((in * pixels).toPoint());
    }

private slots:
    void landAndSeaAreWhereTheyAre_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<int>("zoom");
        QTest::addColumn<QColor>("color");
        const MapLook look = garishLook();
        for (const int zoom : {2, 4, 5, 8}) {
            const QByteArray at = " at " + QByteArray::number(zoom);
            QTest::newRow(("Arabian Sea" + at).constData()) << 15.0 << 65.0 << zoom << look.water;
            QTest::newRow(("Mongolia" + at).constData()) << 46.0 << 105.0 << zoom << look.land;
            QTest::newRow(("Madhya Pradesh" + at).constData()) << 23.6 << 77.0 << zoom << look.home;
        }
        // A country that is cut to the tile, millions of pixels wide otherwise.
        QTest::newRow("deep inland") << 23.6 << 77.0 << 18 << look.home;
        QTest::newRow("deep at sea") << 15.0 << 65.0 << 18 << look.water;
        QTest::newRow("Aksai Chin") << 35.2 << 79.4 << 6 << look.home;
        QTest::newRow("Delhi is built up") << 28.65 << 77.2 << 10 << look.urban;
        QTest::newRow("the Pacific at the edge") << 0.0 << -179.99 << 3 << look.water;
    }

    void landAndSeaAreWhereTheyAre()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(int, zoom);
        QFETCH(QColor, color);
        QCOMPARE(colorAt(latitude, longitude, zoom), color);
        QCOMPARE(colorAt(latitude, longitude, zoom, 512), color);
    }

    void neighboursFitAtTheirEdge()
    {
        // The column of pixels on both sides of an edge through the west coast: land and sea change at the same height.
        const TileId left = tileAt(15.5, 73.5, 5);
        const QImage a = baseMapTile(left, 256, garishLook());
        const QImage b = baseMapTile({left.zoom, left.x + 1, left.y}, 256, garishLook());
        int different = 0;
        for (int y = 0; y < 256; ++y)
            different += a.pixelColor(255, y) == b.pixelColor(0, y) ? 0 : 1;
        QVERIFY2(different < 40, qPrintable(QString::number(different)));
    }

    void theAnswerComesLaterAndOnThisThread()
    {
        BaseMapTileSource source(garishLook());
        const TileId id = tileAt(28.6, 77.2, 6);
        QVERIFY(source.atOnce(id, 256).isNull());
        QImage answer;
        QThread *thread = nullptr;
        const auto ticket = source.request(id, 256, [&](const QImage &image) {
            answer = image;
            thread = QThread::currentThread();
        });
        QVERIFY(answer.isNull());
        QTRY_VERIFY(!answer.isNull());
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(answer, baseMapTile(id, 256, garishLook()));
        QCOMPARE(source.atOnce(id, 256), answer);
        QVERIFY(source.atOnce(id, 512).isNull());
    }

    void whoLeavesGetsNoAnswer()
    {
        BaseMapTileSource source(garishLook());
        bool isAnswered = false;
        auto ticket = source.request({6, 45, 26}, 256, [&](const QImage &) { isAnswered = true; });
        ticket.reset();
        bool isOther = false;
        const auto other = source.request({6, 45, 27}, 256, [&](const QImage &) { isOther = true; });
        QTRY_VERIFY(isOther);
        QVERIFY(!isAnswered);
    }

    void anAnswerMayDropItsOwnTicket()
    {
        BaseMapTileSource source(garishLook());
        int answers = 0;
        std::unique_ptr<TileTicket> ticket;
        ticket = source.request({3, 5, 3}, 256, [&](const QImage &) {
            ticket.reset();
            ++answers;
        });
        QTRY_COMPARE(answers, 1);
    }

    void theSourceMayGoFirst()
    {
        auto source = std::make_unique<BaseMapTileSource>(garishLook());
        std::vector<std::unique_ptr<TileTicket>> tickets;
        int answers = 0;
        for (int x = 0; x < 16; ++x)
            tickets.push_back(source->request({4, x, 6}, 256, [&](const QImage &) { ++answers; }));
        source.reset();
        QCoreApplication::processEvents();
        QCOMPARE(answers, 0);
    }

    void memoryHasALimit()
    {
        const qsizetype tile = 256 * 256 * 4;
        BaseMapTileSource source(garishLook(), 4 * tile);
        int answers = 0;
        for (int x = 0; x < 8; ++x) {
            const auto ticket = source.request({3, x, 3}, 256, [&](const QImage &) { ++answers; });
            QTRY_COMPARE(answers, x + 1);
        }
        QCOMPARE(source.cachedBytes(), 4 * tile);
        QVERIFY(source.atOnce({3, 0, 3}, 256).isNull());
        QVERIFY(!source.atOnce({3, 7, 3}, 256).isNull());
    }

    void mapsOfOneLookShareASource()
    {
        const auto first = BaseMapTileSource::shared(garishLook());
        QCOMPARE(BaseMapTileSource::shared(garishLook()), first);
        MapLook other = garishLook();
        other.water = Qt::black;
        QVERIFY(BaseMapTileSource::shared(other) != first);
    }
};

QTEST_MAIN(tst_BaseMapTileSource)
#include "tst_basemaptilesource.moc"

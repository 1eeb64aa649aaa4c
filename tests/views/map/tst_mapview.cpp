// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "garishlook.h"
#include "geo/webmercator.h"
#include "map/mapview.h"

#include <QElapsedTimer>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

/// Answers when the test says so.
class HeldSource : public TileSource
{
    Q_OBJECT

public:
    struct Asked
    {
        TileId id;
        int pixels = 0;
        Answer answer;
    };
    class Ticket : public TileTicket
    {
    public:
        Ticket(HeldSource *source, const TileId &id) : m_source(source), m_id(id) { }
        ~Ticket() override
        {
            if (m_source)
                m_source->asked.removeIf([this](const Asked &one) { return one.id == m_id; });
        }

    private:
        QPointer<HeldSource> m_source;
        TileId m_id;
    };

    int quickZoom() const override { return quick; }
    QImage atOnce(const TileId &, int) override { return {}; }
    std::unique_ptr<TileTicket> request(const TileId &id, int pixels, Answer answer) override
    {
        asked.append({id, pixels, std::move(answer)});
        return std::make_unique<Ticket>(this, id);
    }
    void answerAll(const QColor &color)
    {
        const QList<Asked> all = asked;
        for (const Asked &one : all) {
            QImage image(one.pixels, one.pixels, QImage::Format_RGB32);
            image.fill(color);
            one.answer(image);
        }
    }

    QList<Asked> asked;
    int quick = -1;
};

} // namespace

/// The item: pan, zoom, keys, tiles that come late, and what is on the screen.
class tst_MapView : public QObject
{
    Q_OBJECT

    std::unique_ptr<QQuickWindow> m_window;
    std::unique_ptr<MapStyle> m_style;
    MapView *m_map = nullptr; ///< owned by the window

    static void apply(MapStyle *style, const MapLook &look)
    {
        style->water = look.water;
        style->land = look.land;
        style->home = look.home;
        style->urban = look.urban;
        style->river = look.river;
        style->coast = look.coast;
        style->border = look.border;
        style->homeBorder = look.homeBorder;
        style->stateBorder = look.stateBorder;
        style->label = look.label;
        style->labelMuted = look.labelMuted;
        style->halo = look.halo;
        style->family = look.family;
        emit style->changed();
    }
    static bool isNear(const QPointF &a, const QPointF &b, double by = 0.5)
    {
        return std::hypot(a.x() - b.x(), a.y() - b.y()) <= by;
    }
    QPoint inWindow(const QPointF &point) const { return m_map->mapToScene(point).toPoint(); }

private slots:
    void init()
    {
        m_window = std::make_unique<QQuickWindow>();
        m_window->setColor(QColor(1, 2, 3));
        m_window->resize(640, 480);
        m_style = std::make_unique<MapStyle>();
        apply(m_style.get(), garishLook());
        m_map = new MapView(m_window->contentItem());
        m_map->setSize({640, 480});
        m_map->setStyle(m_style.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_map->forceActiveFocus();
    }

    void cleanup()
    {
        m_window.reset();
        m_style.reset();
    }

    void coordinatesComeBack()
    {
        m_map->lookAt(28.6, 77.2, 9.7);
        for (const QPointF &point : {QPointF(0, 0), QPointF(639, 12.5), QPointF(320, 240)})
            QVERIFY(isNear(m_map->fromCoordinate(m_map->toCoordinate(point)), point, 1e-3));
        QVERIFY(isNear(m_map->pointOf(28.6, 77.2), {320, 240}, 1e-6));
        QCOMPARE(m_map->zoomLevel(), 9.7);
        m_map->setCenter(QGeoCoordinate());
        QVERIFY(isNear(m_map->pointOf(28.6, 77.2), {320, 240}, 1e-6)); // an invalid one is ignored
    }

    void itBeginsWithTheWholeOfIndia()
    {
        m_map->home();
        for (const QGeoCoordinate &end :
             {QGeoCoordinate(37, 74), QGeoCoordinate(8.1, 77.5), QGeoCoordinate(23.7, 68.2), QGeoCoordinate(28, 97.3)})
            QVERIFY(QRectF(0, 0, 640, 480).contains(m_map->fromCoordinate(end)));
    }

    void draggingPansByThePointersWay()
    {
        m_map->lookAt(28.6, 77.2, 10);
        const QGeoCoordinate held = m_map->toCoordinate({200, 200});
        QTest::mousePress(m_window.get(), Qt::LeftButton, {}, {200, 200});
        QTest::mouseMove(m_window.get(), {250, 180});
        QTest::mouseMove(m_window.get(), {300, 150});
        QTest::mouseRelease(m_window.get(), Qt::LeftButton, {}, {300, 150});
        QVERIFY(isNear(m_map->fromCoordinate(held), {300, 150}));
        QVERIFY(m_map->hasActiveFocus());
    }

    void theWheelZoomsAboutThePointer()
    {
        m_map->lookAt(28.6, 77.2, 10);
        const QGeoCoordinate held = m_map->toCoordinate({100, 400});
        QWheelEvent event({100, 400}, m_window->mapToGlobal(QPointF(100, 400)), {}, {0, 240}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_window.get(), &event);
        QCOMPARE(m_map->zoomLevel(), 11.0);
        QVERIFY(isNear(m_map->fromCoordinate(held), {100, 400}));
    }

    void theWheelIsLeftToWhatScrolls()
    {
        m_map->setWheelZooms(false);
        m_map->lookAt(28.6, 77.2, 10);
        const auto turn = [this](Qt::KeyboardModifiers modifiers) {
            QWheelEvent event({100, 400}, m_window->mapToGlobal(QPointF(100, 400)), {}, {0, 120}, Qt::NoButton,
                              modifiers, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_window.get(), &event);
        };
        turn({});
        QCOMPARE(m_map->zoomLevel(), 10.0);
        turn(Qt::ControlModifier);
        QCOMPARE(m_map->zoomLevel(), 10.5);
    }

    void aDoubleClickGoesCloser()
    {
        m_map->lookAt(28.6, 77.2, 10);
        const QGeoCoordinate held = m_map->toCoordinate({500, 100});
        QTest::mouseDClick(m_window.get(), Qt::LeftButton, {}, {500, 100});
        QCOMPARE(m_map->zoomLevel(), 11.0);
        QVERIFY(isNear(m_map->fromCoordinate(held), {500, 100}));
    }

    void keys()
    {
        m_map->lookAt(28.6, 77.2, 10);
        const QGeoCoordinate middle = m_map->center();
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        QVERIFY(m_map->center().longitude() > middle.longitude());
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QTest::keyClick(m_window.get(), Qt::Key_Up);
        QVERIFY(m_map->center().latitude() > middle.latitude());
        QTest::keyClick(m_window.get(), Qt::Key_Down);
        QVERIFY(isNear(m_map->fromCoordinate(middle), {320, 240}));
        QTest::keyClick(m_window.get(), Qt::Key_Plus);
        QCOMPARE(m_map->zoomLevel(), 11.0);
        QTest::keyClick(m_window.get(), Qt::Key_Minus);
        QTest::keyClick(m_window.get(), Qt::Key_Minus);
        QCOMPARE(m_map->zoomLevel(), 9.0);
        QTest::keyClick(m_window.get(), Qt::Key_0);
        QVERIFY(m_map->zoomLevel() < 5);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(m_map->zoomLevel() < 5);
    }

    void motionArrives()
    {
        m_map->setAnimated(true);
        m_map->lookAt(28.6, 77.2, 10);
        m_map->zoomBy(1);
        m_map->zoomBy(1); // before the first has arrived: both count
        QVERIFY(m_map->zoomLevel() < 12);
        QTRY_COMPARE(m_map->zoomLevel(), 12.0);
        QVERIFY(isNear(m_map->pointOf(28.6, 77.2), {320, 240}));
    }

    void zoomHasBounds()
    {
        m_map->lookAt(0, 0, -5);
        QCOMPARE(m_map->zoomLevel(), m_map->minimumZoom());
        m_map->setZoomLevel(99);
        QCOMPARE(m_map->zoomLevel(), 18.0);
        m_map->setZoomLevel(std::nan(""));
        QCOMPARE(m_map->zoomLevel(), m_map->minimumZoom());
    }

    void noPixelIsLeftBlankOnceItIsReady()
    {
        for (const double zoom : {4.0, 4.37, 9.6}) {
            m_map->lookAt(19.0, 72.9, zoom);
            QTRY_VERIFY(m_map->isReady());
            const QImage picture = m_window->grabWindow();
            for (int y = 0; y < picture.height(); y += 3) {
                for (int x = 0; x < picture.width(); x += 3)
                    QVERIFY2(picture.pixelColor(x, y) != QColor(1, 2, 3), qPrintable(u"%1, %2"_s.arg(x).arg(y)));
            }
            // Land east of Mumbai, sea to its west.
            const auto count = [&picture](const QColor &color) {
                int found = 0;
                for (int y = 0; y < picture.height(); y += 4) {
                    for (int x = 0; x < picture.width(); x += 4)
                        found += picture.pixelColor(x, y) == color ? 1 : 0;
                }
                return found;
            };
            QVERIFY(count(garishLook().home) > 500);
            QVERIFY(count(garishLook().water) > 500);
        }
    }

    void coarseTilesStandInUntilTheFineOnesCome()
    {
        const auto source = std::make_shared<HeldSource>();
        m_map->setTileSource(source);
        m_map->lookAt(20, 78, 6);
        QTRY_VERIFY(!source->asked.isEmpty());
        source->answerAll(Qt::red);
        QVERIFY(source->asked.isEmpty());
        m_map->lookAt(20, 78, 8);
        QTRY_VERIFY(!source->asked.isEmpty());
        QVERIFY(!m_map->isReady());
        QCOMPARE(m_window->grabWindow().pixelColor(5, 5), QColor(Qt::red));
        source->answerAll(Qt::yellow);
        QTRY_COMPARE(m_window->grabWindow().pixelColor(5, 5), QColor(Qt::yellow));
        QTRY_VERIFY(m_map->isReady());
        // And back: the coarse ones are still there.
        m_map->lookAt(20, 78, 6);
        QTRY_COMPARE(m_window->grabWindow().pixelColor(5, 5), QColor(Qt::red));
    }

    void whereNothingIsAQuickTileComesFirst()
    {
        const auto source = std::make_shared<HeldSource>();
        source->quick = 3;
        m_map->setTileSource(source);
        m_map->lookAt(-30, -60, 8);
        QTRY_VERIFY(source->asked.size() > 2);
        QCOMPARE(source->asked.first().id.zoom, 3);
        QCOMPARE(source->asked.at(1).id.zoom, 8);
        const HeldSource::Asked quick = source->asked.first(); // a copy: answering takes it off the list
        QImage image(quick.pixels, quick.pixels, QImage::Format_RGB32);
        image.fill(Qt::cyan);
        quick.answer(image);
        QTRY_COMPARE(m_window->grabWindow().pixelColor(5, 5), QColor(Qt::cyan));
        QVERIFY(!m_map->isReady());
    }

    void tilesThatAreNotSeenAnyMoreAreNotWaitedFor()
    {
        const auto source = std::make_shared<HeldSource>();
        m_map->setTileSource(source);
        m_map->lookAt(20, 78, 10);
        QTRY_VERIFY(!source->asked.isEmpty());
        m_map->lookAt(-30, -60, 5);
        QTRY_VERIFY(!source->asked.isEmpty() && source->asked.first().id.zoom == 5);
        for (const HeldSource::Asked &one : std::as_const(source->asked))
            QCOMPARE(one.id.zoom, 5);
    }

    void otherColoursReplaceTheTiles()
    {
        m_map->lookAt(15, 65, 8);
        QTRY_VERIFY(m_map->isReady());
        QCOMPARE(m_window->grabWindow().pixelColor(320, 100), garishLook().water);
        MapLook look = garishLook();
        look.water = QColor(80, 0, 80);
        apply(m_style.get(), look);
        QTRY_COMPARE(m_window->grabWindow().pixelColor(320, 100), look.water);
    }

    void itMayGoWhileTilesAreDrawn()
    {
        for (int i = 0; i < 10; ++i) {
            auto *map = new MapView(m_window->contentItem());
            map->setSize({640, 480});
            map->setStyle(m_style.get());
            map->lookAt(20 + i * 0.5, 78, 7);
            QCoreApplication::processEvents();
            delete map;
        }
        const auto source = std::make_shared<HeldSource>();
        m_map->setTileSource(source);
        m_map->lookAt(10, 78, 9);
        QTRY_VERIFY(!source->asked.isEmpty());
        delete m_map;
        QVERIFY(source->asked.isEmpty());
    }

    void anUnseenMapAsksForNothing()
    {
        const auto source = std::make_shared<HeldSource>();
        m_map->setVisible(false);
        m_map->setTileSource(source);
        m_map->lookAt(10, 78, 9);
        m_window->grabWindow();
        QVERIFY(source->asked.isEmpty());
        m_map->setVisible(true);
        QTRY_VERIFY(!source->asked.isEmpty());
    }

    void theScaleFits()
    {
        m_map->lookAt(28.6, 77.2, 10);
        QCOMPARE(m_map->scaleText(), u"10 km"_s);
        QVERIFY(std::abs(m_map->scalePixels() * m_map->metresPerPixel() - 10000) < 1);
    }
};

QTEST_MAIN(tst_MapView)
#include "tst_mapview.moc"

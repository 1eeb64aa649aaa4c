// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/picture.h"
#include "media/picturepreload.h"
#include "pictureserver.h"

#include <QQuickWindow>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The item, and the numbers behind zoom and pan.
class tst_Picture : public QObject
{
    Q_OBJECT

    std::unique_ptr<PictureServer> m_server;
    std::unique_ptr<PictureStore> m_store;
    std::unique_ptr<QQuickWindow> m_window;
    Picture *m_picture = nullptr; ///< owned by the window

    void show(const QByteArray &path) { m_picture->setSource(m_server->address(path)); }

    QColor grabbed(int x, int y) const { return m_window->grabWindow().pixelColor(x, y); }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_picture"_s);
    }

    void init()
    {
        QSettings().clear();
        m_server = std::make_unique<PictureServer>();
        m_store = std::make_unique<PictureStore>(QString());
        m_store->policy()->allowHost(u"127.0.0.1"_s);
        m_window = std::make_unique<QQuickWindow>();
        m_window->setColor(Qt::black);
        m_window->resize(400, 300);
        m_picture = new Picture(m_window->contentItem());
        m_picture->setSize({400, 300});
        m_picture->setStore(m_store.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_server->put("/quarters.jpg", encoded(quarters({800, 400})));
    }

    void cleanup()
    {
        m_window.reset();
        m_store.reset();
        m_server.reset();
    }

    void showsAPicture()
    {
        QCOMPARE(m_picture->status(), Picture::Status::Empty);
        show("/quarters.jpg");
        QCOMPARE(m_picture->status(), Picture::Status::Loading);
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        QCOMPARE(m_picture->naturalSize(), QSize(800, 400));
        QCOMPARE(m_picture->host(), u"127.0.0.1"_s);
        QCOMPARE(m_picture->percent(), 50);
        QCOMPARE(m_picture->paintedRect(), QRectF(0, 50, 400, 200));
        QTRY_VERIFY(grabbed(100, 100).red() > 200);
        QVERIFY(grabbed(300, 100).green() > 200 && grabbed(300, 100).red() < 60);
        QVERIFY(grabbed(100, 200).blue() > 200);
        QCOMPARE(grabbed(100, 20), QColor(Qt::black));
        // Filled: as high as the item, its sides are cut.
        m_picture->setFillMode(Picture::FillMode::Crop);
        QTRY_VERIFY(grabbed(100, 20).red() > 200);
        QCOMPARE(m_picture->paintedRect(), QRectF(0, 0, 400, 300));
        m_picture->setSource({});
        QCOMPARE(m_picture->status(), Picture::Status::Empty);
        QTRY_COMPARE(grabbed(100, 100), QColor(Qt::black));
    }

    void isNeverEnlargedUnasked()
    {
        m_server->put("/small.jpg", encoded(quarters({100, 60})));
        show("/small.jpg");
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        QCOMPARE(m_picture->percent(), 100);
        QCOMPARE(m_picture->paintedRect(), QRectF(150, 120, 100, 60));
    }

    void saysWhyThereIsNoPicture()
    {
        m_server->put("/gone.jpg", {}, {}, 404);
        show("/gone.jpg");
        QTRY_COMPARE(m_picture->status(), Picture::Status::Failed);
        QCOMPARE(m_picture->errorText(), pictureProblemText(PictureProblem::Gone, u"127.0.0.1"_s));
        m_server->put("/gone.jpg", encoded(quarters({64, 64})));
        m_picture->retry();
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        QCOMPARE(m_picture->errorText(), QString());
    }

    void waitsForPermission()
    {
        m_store->policy()->forgetHosts();
        show("/quarters.jpg");
        QTRY_COMPARE(m_picture->status(), Picture::Status::Blocked);
        QCOMPARE(m_picture->host(), u"127.0.0.1"_s);
        QCOMPARE(m_server->requests().size(), 0);
        m_store->policy()->allowHost(u"127.0.0.1"_s);
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        // And goes when it is taken back.
        m_store->policy()->setMode(MediaPolicy::Mode::Never);
        QTRY_COMPARE(m_picture->status(), Picture::Status::Blocked);
        QVERIFY(m_picture->image().isNull());
    }

    void dropsAnswersThatComeTooLate()
    {
        show("/slow.jpg");
        QTRY_COMPARE(m_server->waiting(), 1);
        show("/quarters.jpg");
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        m_server->answerWaiting(encoded(QImage(10, 10, QImage::Format_RGB32)));
        QTRY_VERIFY(!m_store->isBusy());
        QCOMPARE(m_picture->naturalSize(), QSize(800, 400));
        // The old picture does not stand in for another one.
        show("/slower.jpg");
        QVERIFY(m_picture->image().isNull());
        QTRY_COMPARE(grabbed(100, 100), QColor(Qt::black));
    }

    void mayGoWhileItLoads()
    {
        show("/slow.jpg");
        QTRY_COMPARE(m_server->waiting(), 1);
        delete m_picture;
        QTRY_COMPARE(m_server->waiting(), 0);
        QTRY_VERIFY(!m_store->isBusy());
    }

    void loadsNothingWhileItIsHidden()
    {
        m_picture->setVisible(false);
        show("/quarters.jpg");
        m_window->grabWindow();
        QCOMPARE(m_server->requests().size(), 0);
        QVERIFY(!m_store->isBusy());
        m_picture->setVisible(true);
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
    }

    /// A large photo is decoded small; where it is looked at closely, that part comes in full detail.
    void decodesWhatIsLookedAtClosely()
    {
        QImage photo(6000, 4500, QImage::Format_Grayscale8);
        photo.fill(230);
        // Fine lines in the middle that no smaller picture has.
        for (int y = 2200; y < 2300; ++y) {
            for (int x = 2900; x < 3100; ++x)
                photo.scanLine(y)[x] = x / 2 % 2 ? 0 : 255;
        }
        m_server->put("/photo.png", encoded(photo, "png"), "image/png");
        show("/photo.png");
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        QCOMPARE(m_picture->image().width(), 512);
        QVERIFY(m_picture->part().image.isNull());
        m_picture->zoomToPixels();
        QCOMPARE(m_picture->percent(), 100);
        QVERIFY(!m_picture->image().isNull()); // what was there stays
        QTRY_VERIFY(!m_picture->part().image.isNull());
        const QRect region = m_picture->part().region;
        QCOMPARE(m_picture->part().image.size(), region.size());
        QVERIFY(region.contains(QRect(2800, 2100, 400, 300)));
        QCOMPARE_LT(region.width(), 1000);
        // Pixel for pixel on the screen.
        QTRY_COMPARE(qGray(m_window->grabWindow().pixel(200, 150)), qGray(photo.pixel(3000, 2250)));
        const QImage seen = m_window->grabWindow();
        for (int x = 150; x < 250; ++x)
            QCOMPARE(qGray(seen.pixel(x, 150)), qGray(photo.pixel(2800 + x, 2250)));
        // A small move needs nothing new, a large one does.
        m_picture->moveBy(-20, 0);
        QVERIFY(!m_store->isBusy());
        m_picture->moveBy(-2000, 0);
        QTRY_VERIFY(m_picture->part().region.x() > region.right());
        // Back to the whole the part is not needed.
        m_picture->setZoom(1);
        QTRY_VERIFY(m_picture->part().image.isNull());
    }

    void aBlurredPictureStaysBlurredFromNearby()
    {
        m_picture->setBlurred(true);
        m_server->put("/photo.jpg", encoded(quarters({4000, 3000})));
        show("/photo.jpg");
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        m_picture->zoomToPixels();
        m_window->grabWindow();
        QVERIFY(!m_store->isBusy());
        QVERIFY(m_picture->part().image.isNull());
        // Sharp again, and the part comes.
        m_picture->setBlurred(false);
        QTRY_VERIFY(!m_picture->part().image.isNull());
        m_picture->setGreyscale(true);
        QTRY_VERIFY(!m_picture->part().image.isNull() && qRed(m_picture->part().image.pixel(2, 2)) < 100);
    }

    void hasThePicturesThatComeNext()
    {
        m_server->put("/next.jpg", encoded(quarters({800, 400})));
        PicturePreload preload;
        preload.setStore(m_store.get());
        preload.setPixels(400);
        preload.setSources({m_server->address("/next.jpg"), m_server->address("/slow.jpg")});
        QTRY_COMPARE(m_server->waiting(), 1);
        PictureKey key;
        key.source = m_server->address("/next.jpg");
        key.scale.pixels = PictureScale::stepAbove(400);
        QTRY_VERIFY(m_store->atOnce(key));
        QSignalSpy status(m_picture, &Picture::statusChanged);
        show("/next.jpg");
        QTRY_COMPARE(m_picture->status(), Picture::Status::Ready);
        QCOMPARE(m_server->paths().count("/next.jpg"), 1);
        // What is not expected any more is not fetched any more.
        preload.setSources({});
        QTRY_COMPARE(m_server->waiting(), 0);
    }

    void keepsThePointUnderThePointerWhenZooming_data()
    {
        QTest::addColumn<QPointF>("point");
        QTest::newRow("middle") << QPointF(200, 150);
        QTest::newRow("left") << QPointF(60, 140);
        QTest::newRow("right") << QPointF(390, 200);
    }
    void keepsThePointUnderThePointerWhenZooming()
    {
        QFETCH(QPointF, point);
        PictureView view;
        view.item = {400, 300};
        view.natural = {4000, 3000};
        const PictureView closer = view.zoomedAt(4, point);
        const QPointF before = (point - view.whole().topLeft()) / view.scale();
        const QPointF after = (point - closer.whole().topLeft()) / closer.scale();
        QCOMPARE_LT((before - after).manhattanLength(), 3.0);
        QCOMPARE(closer.zoom, 4.0);
    }

    void leavesNoRoomEmpty()
    {
        PictureView view;
        view.item = {400, 300};
        view.natural = {4000, 3000};
        view.zoom = 5;
        view.centre = {-3, 9};
        view = view.bounded();
        QCOMPARE(view.target(), QRectF(0, 0, 400, 300));
        QCOMPARE(view.source().topLeft(), QPointF(0, 2400));
        QCOMPARE(view.movedBy({10'000, 10'000}).source().topLeft(), QPointF(0, 0));
        view.zoom = 100'000;
        QCOMPARE_LT(view.bounded().scale(), 8.1);
        view.zoom = 0.01;
        QCOMPARE(view.bounded().zoom, 1.0);
        QCOMPARE(view.bounded().centre, QPointF(0.5, 0.5));
        QVERIFY(PictureView().isEmpty());
        QCOMPARE(PictureView().zoomedAt(3, {}).zoom, 1.0);
    }

    void countsInDevicePixels()
    {
        PictureView view;
        view.item = {400, 300};
        view.natural = {400, 300};
        view.ratio = 2;
        // Not enlarged: a pixel of the picture is one of the screen.
        QCOMPARE(view.scale(), 0.5);
        QCOMPARE(view.zoomOfPixels(), 1.0);
    }
};

QTEST_MAIN(tst_Picture)
#include "tst_picture.moc"

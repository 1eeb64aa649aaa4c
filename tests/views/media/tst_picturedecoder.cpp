// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/picturedecoder.h"
#include "media/pictureformat.h"
#include "pictureserver.h"

#include <QGuiApplication>
#include <QImageReader>
#include <QTest>

#include <cmath>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Files into pictures: upright, in the wanted size, and nothing that takes more memory than it may.
class tst_PictureDecoder : public QObject
{
    Q_OBJECT

    static PictureScale longSide(int pixels) { return {PictureScale::Measure::LongSide, pixels, {}, {}}; }

    /// How far two pictures are apart, at most, in one channel.
    static int difference(const QImage &one, const QImage &other)
    {
        if (one.size() != other.size())
            return 256;
        int worst = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                const QRgb a = one.pixel(x, y);
                const QRgb b = other.pixel(x, y);
                worst = std::max({worst, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                  std::abs(qBlue(a) - qBlue(b))});
            }
        }
        return worst;
    }

private slots:
    void knowsAPictureByItsBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("name");
        const QImage image = quarters({16, 8});
        QTest::newRow("jpeg") << encoded(image) << QByteArray("jpeg");
        QTest::newRow("png") << encoded(image, "png") << QByteArray("png");
        QTest::newRow("gif") << QByteArray("GIF89a....") << QByteArray("gif");
        QTest::newRow("webp") << QByteArray("RIFF\1\2\3\4WEBPVP8 ") << QByteArray("webp");
        QTest::newRow("avif") << QByteArray("\0\0\0\x20"
                                            "ftypavif\0\0",
                                            14)
                              << QByteArray("avif");
        QTest::newRow("drawing") << QByteArray("<?xml version='1.0'?>\n<SVG xmlns=''/>") << QByteArray("svg");
        QTest::newRow("page") << QByteArray("<!doctype html><html>") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("sound") << QByteArray("RIFF\1\2\3\4WAVEfmt ") << QByteArray();
        QTest::newRow("cut in the first bytes") << QByteArray("RIFF") << QByteArray();
    }
    void knowsAPictureByItsBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, name);
        QCOMPARE(PictureFormat::of(bytes).name, name);
    }

    void decodesInTheWantedSize()
    {
        const QByteArray file = encoded(quarters({800, 400}));
        DecodedPicture picture = decodePicture(file, longSide(256), false);
        QCOMPARE(picture.problem, PictureProblem::None);
        QCOMPARE(picture.image.size(), QSize(256, 128));
        QCOMPARE(picture.natural, QSize(800, 400));
        picture = decodePicture(file, {PictureScale::Measure::ShortSide, 256, {}, {}}, false);
        QCOMPARE(picture.image.size(), QSize(512, 256));
        // Never enlarged.
        QCOMPARE(decodePicture(file, longSide(4096), false).image.size(), QSize(800, 400));
    }

    void turnsPicturesAsTheCameraWasHeld_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%d", orientation) << orientation;
    }
    void turnsPicturesAsTheCameraWasHeld()
    {
        QFETCH(int, orientation);
        const QByteArray file = withOrientation(encoded(quarters({160, 96})), orientation);
        const DecodedPicture whole = decodePicture(file, longSide(512), false);
        QCOMPARE(whole.problem, PictureProblem::None);
        const QSize upright = orientation > 4 ? QSize(96, 160) : QSize(160, 96);
        QCOMPARE(whole.natural, upright);
        QCOMPARE(whole.image.size(), upright);
        QCOMPARE(decodePicture(file, longSide(80), false).image.size(), upright / 2);
        // Where the red quarter of the file comes to lie, by the definition of the number.
        static const QList<QPoint> corners{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
        const QPoint corner = corners.at(orientation - 1);
        const QPoint red(corner.x() ? upright.width() - 10 : 10, corner.y() ? upright.height() - 10 : 10);
        QVERIFY(qRed(whole.image.pixel(red)) > 200 && qGreen(whole.image.pixel(red)) < 60);
        // A part is the same part.
        const QRect region(30, 17, 50, 60);
        const DecodedPicture part =
            decodePicture(file, {PictureScale::Measure::LongSide, 0, region, region.size()}, false);
        QCOMPARE(part.region, region & QRect({}, upright));
        QCOMPARE_LT(difference(part.image, whole.image.copy(part.region)), 24);
    }

    void showsPhotosOfManyPixelsInLittleMemory()
    {
        QImage photo(9000, 6700, QImage::Format_Grayscale8);
        photo.fill(200);
        for (int y = 3000; y < 3100; ++y)
            memset(photo.scanLine(y) + 5000, 20, 100);
        const QByteArray file = encoded(photo);
        photo = {};
        const DecodedPicture small = decodePicture(file, longSide(1024), false);
        QCOMPARE(small.problem, PictureProblem::None);
        QCOMPARE(small.natural, QSize(9000, 6700));
        QCOMPARE(small.image.width(), 1024);
        QCOMPARE_LT(small.bytes(), 4 * 1024 * 1024);
        // The dark square is where it was, in full detail.
        const QRect region(4900, 2900, 300, 300);
        const DecodedPicture part =
            decodePicture(file, {PictureScale::Measure::LongSide, 0, region, region.size()}, false);
        QCOMPARE(part.image.size(), region.size());
        QCOMPARE_LT(qGray(part.image.pixel(150, 150)), 60);
        QCOMPARE_GT(qGray(part.image.pixel(90, 150)), 150);
        QCOMPARE_GT(qGray(part.image.pixel(210, 150)), 150);
        // And in half of it.
        const DecodedPicture half =
            decodePicture(file, {PictureScale::Measure::LongSide, 0, region, region.size() / 2}, false);
        QCOMPARE(half.image.size(), region.size() / 2);
        QCOMPARE_LT(qGray(half.image.pixel(75, 75)), 60);
    }

    void refusesWhatIsTooLargeBeforeReadingIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray jpeg = encoded(quarters({64, 64}));
        QTest::newRow("jpeg") << withSize(jpeg, {20000, 20000});
        QByteArray progressive = withSize(jpeg, {15000, 10000});
        progressive[progressive.indexOf(QByteArrayView("\xff\xc0", 2)) + 1] = char(0xc2);
        QTest::newRow("jpeg in passes, which is held in memory as a whole") << progressive;
        QByteArray gif("GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0", 23);
        QTest::newRow("gif") << gif;
    }
    void refusesWhatIsTooLargeBeforeReadingIt()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(decodePicture(bytes, longSide(512), false).problem, PictureProblem::TooManyPixels);
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<PictureProblem>("problem");
        const QByteArray jpeg = encoded(quarters({400, 300}));
        const QByteArray png = encoded(quarters({400, 300}), "png");
        QTest::newRow("page") << QByteArray("<html>no</html>") << PictureProblem::NotAPicture;
        QTest::newRow("nothing") << QByteArray() << PictureProblem::NotAPicture;
        QTest::newRow("drawing") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")
                                 << PictureProblem::Drawing;
        QTest::newRow("jpeg cut in the picture") << jpeg.first(jpeg.size() * 2 / 3) << PictureProblem::Broken;
        QTest::newRow("jpeg cut in the header") << jpeg.first(60) << PictureProblem::Broken;
        QTest::newRow("png cut") << png.first(png.size() / 2) << PictureProblem::Broken;
        QTest::newRow("noise behind a good beginning")
            << QByteArray("\x89PNG\r\n\x1a\nnothing that could be read") << PictureProblem::Broken;
    }
    void tellsWhatIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(PictureProblem, problem);
        const DecodedPicture picture = decodePicture(bytes, longSide(256), false);
        QCOMPARE(picture.problem, problem);
        QVERIFY(picture.image.isNull());
        QVERIFY(!pictureProblemText(problem, u"cdn.example.com"_s).isEmpty());
    }

    void saysWhenAKindCannotBeReadHere()
    {
        const QByteArray avif("\0\0\0\x20"
                              "ftypavif\0\0\0\0",
                              16);
        const bool isKnown = QImageReader::supportedImageFormats().contains("avif");
        QCOMPARE(decodePicture(avif, longSide(256), false).problem,
                 isKnown ? PictureProblem::Broken : PictureProblem::UnknownKind);
    }

    void readsWhatThePlatformServes()
    {
        // WebP, with the package that app/setup.sh installs.
        QVERIFY(QImageReader::supportedImageFormats().contains("webp"));
        const DecodedPicture picture = decodePicture(encoded(quarters({300, 200}), "webp"), longSide(128), false);
        QCOMPARE(picture.problem, PictureProblem::None);
        QCOMPARE(picture.image.size(), QSize(128, 85));
        QCOMPARE_GT(qRed(picture.image.pixel(10, 10)), 200);
    }

    void keepsWhatIsTransparent()
    {
        QImage image(40, 40, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const DecodedPicture picture = decodePicture(encoded(image, "png"), longSide(256), false);
        QCOMPARE(qAlpha(picture.image.pixel(5, 5)), 0);
        PictureEffects grey;
        grey.greyscale = true;
        QCOMPARE(qAlpha(grey.applied(picture.image).pixel(5, 5)), 0);
    }

    void softensWhatIsHardToLookAt()
    {
        QImage stripes(600, 400, QImage::Format_RGB32);
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 600; ++x)
                stripes.setPixel(x, y, x / 4 % 2 ? qRgb(255, 0, 0) : qRgb(0, 0, 255));
        }
        PictureEffects effects;
        effects.blurred = true;
        const QImage blurred = effects.applied(stripes);
        QCOMPARE(blurred.size(), stripes.size());
        // Nothing is left of the stripes.
        for (int x = 200; x < 400; ++x)
            QVERIFY(std::abs(qRed(blurred.pixel(x, 200)) - 128) < 24);
        // Of a large thing the place is.
        const QImage large = effects.applied(quarters({600, 400}));
        QCOMPARE_GT(qRed(large.pixel(100, 100)), 200);
        QCOMPARE_GT(qBlue(large.pixel(100, 300)), 200);
        QCOMPARE_LT(qRed(large.pixel(100, 300)), 60);
        effects = {};
        effects.greyscale = true;
        const QRgb grey = effects.applied(stripes).pixel(0, 0);
        QVERIFY(qRed(grey) == qGreen(grey) && qGreen(grey) == qBlue(grey));
        // Small and thin ones are no special case.
        effects.blurred = true;
        QCOMPARE(effects.applied(QImage(1, 500, QImage::Format_RGB32)).size(), QSize(1, 500));
    }
};

QTEST_MAIN(tst_PictureDecoder)
#include "tst_picturedecoder.moc"

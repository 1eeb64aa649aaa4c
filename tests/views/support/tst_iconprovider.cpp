// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/iconprovider.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using Ghar::IconProvider;

namespace {

/// How many pixels are painted, whatever their colour.
int paintedPixels(const QImage &image)
{
    int painted = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            painted += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return painted;
}

} // namespace

class tst_IconProvider : public QObject
{
    Q_OBJECT

private slots:
    void drawsEveryIcon_data();
    void drawsEveryIcon();
    void usesColourAndSize();
    void honoursAlpha();
    void honoursStroke();
    void namesTheMissingIcon_data();
    void namesTheMissingIcon();
};

void tst_IconProvider::drawsEveryIcon_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/ghar/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void tst_IconProvider::drawsEveryIcon()
{
    QFETCH(QString, name);
    QFile file(u":/ghar/icons/"_s + name + u".svg"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray source = file.readAll();
    // One family: same stroke, no colour of its own.
    QVERIFY(source.contains("stroke-width=\"1.5\""));
    QVERIFY(source.contains("stroke=\"currentColor\""));
    QVERIFY(!source.contains('#'));

    QTest::failOnWarning(QRegularExpression(u".*"_s));
    IconProvider provider;
    QSize size;
    const QImage image = provider.requestImage(name + u"/336699"_s, &size, QSize(16, 16));
    QCOMPARE(size, QSize(16, 16));
    QVERIFY(paintedPixels(image) > 8);
}

void tst_IconProvider::usesColourAndSize()
{
    IconProvider provider;
    QSize size;
    const QImage image = provider.requestImage(u"square-check/ff0000"_s, &size, QSize(48, 48));
    QCOMPARE(image.size(), QSize(48, 48));
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255)
                QCOMPARE(pixel, QColor(Qt::red));
        }
    }
    QCOMPARE(provider.requestImage(u"check/ff0000"_s, &size, QSize()).size(), QSize(24, 24));
}

void tst_IconProvider::honoursAlpha()
{
    IconProvider provider;
    const QImage image = provider.requestImage(u"square-check/80ff0000"_s, nullptr, QSize(48, 48));
    int strongest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            strongest = std::max(strongest, qAlpha(image.pixel(x, y)));
    }
    QVERIFY(strongest > 110 && strongest < 145);
}

void tst_IconProvider::honoursStroke()
{
    IconProvider provider;
    const QImage thin = provider.requestImage(u"circle/ff0000"_s, nullptr, QSize(96, 96));
    const QImage thick = provider.requestImage(u"circle/ff0000/2.5"_s, nullptr, QSize(96, 96));
    QVERIFY(paintedPixels(thick) > paintedPixels(thin) * 3 / 2);
}

void tst_IconProvider::namesTheMissingIcon_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("unknown") << u"no-such-icon/336699"_s;
    QTest::newRow("leaves the folder") << u"../fonts/336699"_s;
    QTest::newRow("empty") << u"/336699"_s;
}

void tst_IconProvider::namesTheMissingIcon()
{
    QFETCH(QString, id);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"There is no icon named"_s));
    IconProvider provider;
    QSize size;
    const QImage image = provider.requestImage(id, &size, QSize(16, 16));
    QCOMPARE(size, QSize(16, 16));
    QVERIFY(paintedPixels(image) > 40);
}

QTEST_MAIN(tst_IconProvider)
#include "tst_iconprovider.moc"

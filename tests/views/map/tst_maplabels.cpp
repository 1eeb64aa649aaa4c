// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "garishlook.h"
#include "geo/webmercator.h"
#include "map/maplabellayer.h"

#include <QFontDatabase>
#include <QSignalSpy>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Which names are written, and that they keep clear of each other.
class tst_MapLabels : public QObject
{
    Q_OBJECT

    static MapViewport india(double zoom = 5)
    {
        return MapViewport{WebMercator::worldOf(22.5, 80), zoom, {900, 700}, 1}.bounded();
    }
    static QStringList texts(const QList<ShownLabel> &labels)
    {
        QStringList texts;
        for (const ShownLabel &label : labels)
            texts.append(BaseMap::labels().at(label.index).text);
        return texts;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(QFontDatabase::addApplicationFont(u":/ghar/fonts/InterDesk-Regular.otf"_s) >= 0);
        QVERIFY(QFontDatabase::addApplicationFont(u":/ghar/fonts/InterDesk-Medium.otf"_s) >= 0);
    }

    void noneCoversAnother()
    {
        for (const double zoom : {3.0, 5.0, 6.5, 9.0}) {
            const MapViewport viewport = india(zoom);
            MapLabelPainter painter(garishLook(), 1);
            const QList<ShownLabel> labels = chosenLabels(viewport, painter);
            QVERIFY(labels.size() > 5);
            for (qsizetype i = 0; i < labels.size(); ++i) {
                const QRectF a = labels.at(i).label.words.translated(viewport.pointOf(labels.at(i).world));
                for (qsizetype k = 0; k < i; ++k) {
                    const QRectF b = labels.at(k).label.words.translated(viewport.pointOf(labels.at(k).world));
                    QVERIFY2(!a.intersects(b), qPrintable(texts(labels).at(i) + u" / "_s + texts(labels).at(k)));
                }
            }
        }
    }

    void theImportantAreThere()
    {
        MapLabelPainter painter(garishLook(), 1);
        const QStringList five = texts(chosenLabels(india(5.5), painter));
        for (const QString &name :
             {u"Mumbai"_s, u"Kolkata"_s, u"Bengaluru"_s, u"Chennai"_s, u"Nepal"_s, u"Rajasthan"_s})
            QVERIFY2(five.contains(name), qPrintable(name + u" is missing among "_s + five.join(u", "_s)));
        // Bengaluru's name keeps clear of the dot of Chennai, which lies on the same latitude.
        QVERIFY(texts(chosenLabels(india(4.6), painter)).contains(u"Chennai"_s));
        QVERIFY(!five.contains(u"India"_s)); // its states are named
        const QStringList three = texts(chosenLabels(india(3), painter));
        QVERIFY(three.contains(u"India"_s));
        QVERIFY(!three.contains(u"Rajasthan"_s));
    }

    void aLabelIsDrawnWithItsHalo()
    {
        MapLabelPainter painter(garishLook(), 2);
        const MapLabel label{u"Agra"_s, MapLabel::Kind::City, {0.7, 0.4}, 6, 30};
        const MapLabelImage drawn = painter.draw(label, MapLabelPainter::Side::Right);
        QCOMPARE(drawn.size * 2, QSizeF(drawn.image.size()));
        // The dot, in the colour of the words, at the place; the halo beside it.
        QCOMPARE(drawn.image.pixelColor((drawn.anchor * 2).toPoint()), garishLook().label);
        QCOMPARE(drawn.image.pixelColor((drawn.anchor * 2).toPoint() - QPoint(6, 0)), garishLook().halo);
        QCOMPARE(painter.draw(label, MapLabelPainter::Side::Right).image.cacheKey(), drawn.image.cacheKey());
    }

    void theLayerAnswersForTheLastThatWasAsked()
    {
        MapLabelLayer layer;
        QSignalSpy changed(&layer, &MapLabelLayer::changed);
        layer.show(india(5), garishLook());
        layer.show(india(6), garishLook());
        layer.show(india(3), garishLook());
        QTRY_VERIFY(layer.isReady());
        QVERIFY(changed.size() <= 2); // the one in between was never begun
        QVERIFY(texts(layer.labels()).contains(u"India"_s));
    }

    void theLayerMayGoWhileItWorks()
    {
        for (int i = 0; i < 20; ++i) {
            MapLabelLayer layer;
            layer.show(india(5 + i * 0.1), garishLook());
        }
    }
};

QTEST_MAIN(tst_MapLabels)
#include "tst_maplabels.moc"

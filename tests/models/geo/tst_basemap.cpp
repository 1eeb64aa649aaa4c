// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/basemap.h"
#include "geo/webmercator.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What the embedded files are made into.
class tst_BaseMap : public QObject
{
    Q_OBJECT

    static bool isIn(const MapPath &ring, const QPointF &world)
    {
        bool isInside = false;
        QPointF before = ring.points.last();
        for (const QPointF &point : ring.points) {
            const bool isCrossed = (point.y() > world.y()) != (before.y() > world.y());
            if (isCrossed
                && world.x()
                    < before.x() + (point.x() - before.x()) * (world.y() - before.y()) / (point.y() - before.y()))
                isInside = !isInside;
            before = point;
        }
        return isInside;
    }
    /// Inside of an odd number of rings.
    static bool isIn(const QList<MapPath> &rings, double latitude, double longitude)
    {
        const QPointF world = WebMercator::worldOf(latitude, longitude);
        return std::count_if(rings.begin(), rings.end(), [&world](const MapPath &ring) { return isIn(ring, world); })
            % 2
            == 1;
    }

private slots:
    void indiaIsAsItsOfficialMapsShowIt_data()
    {
        QTest::addColumn<bool>("isCoarse");
        QTest::newRow("coarse") << true;
        QTest::newRow("fine") << false;
    }

    void indiaIsAsItsOfficialMapsShowIt()
    {
        QFETCH(bool, isCoarse);
        const MapOutlines &outlines = BaseMap::outlines(isCoarse);
        QVERIFY(isIn(outlines.home, 28.6, 77.2));
        QVERIFY(isIn(outlines.home, 35.9, 74.3));  // Gilgit
        QVERIFY(isIn(outlines.home, 35.2, 79.3));  // Aksai Chin
        QVERIFY(isIn(outlines.home, 28.2, 95.5));  // Arunachal Pradesh
        QVERIFY(!isIn(outlines.home, 31.5, 74.0)); // Lahore
        QVERIFY(!isIn(outlines.home, 27.7, 85.3)); // Kathmandu
        QVERIFY(isIn(outlines.land, 27.7, 85.3));
        QVERIFY(!isIn(outlines.land, 15, 65)); // the Arabian Sea
        // Within the country no border runs through Jammu and Kashmir but those of its states.
        for (const MapPath &border : outlines.borders + outlines.homeBorders) {
            for (const QPointF &point : border.points) {
                const QGeoCoordinate place = WebMercator::coordinateOf(point);
                QVERIFY(!(place.latitude() > 33.2 && place.latitude() < 34.4 && place.longitude() > 74.4
                          && place.longitude() < 77.5));
            }
        }
        QVERIFY(!outlines.stateBorders.isEmpty());
        QVERIFY(!outlines.coast.isEmpty());
    }

    void noLineRunsAlongTheAntimeridian()
    {
        for (const MapPath &line : BaseMap::outlines(true).coast) {
            for (qsizetype i = 1; i < line.points.size(); ++i)
                QVERIFY(qAbs(line.points.at(i).x() - line.points.at(i - 1).x()) < 0.5);
        }
    }

    void detailIsThere()
    {
        QVERIFY(BaseMap::detail().rivers.size() >= 73);
        QCOMPARE(BaseMap::detail().lakes.size(), 20);
        QVERIFY(isIn(BaseMap::detail().urban, 28.65, 77.2));
    }

    void indianPlacesComeFirst()
    {
        const QList<MapLabel> &labels = BaseMap::labels();
        const auto rank = [&labels](const QString &text) {
            return std::find_if(labels.begin(), labels.end(), [&](const MapLabel &label) { return label.text == text; })
                - labels.begin();
        };
        QVERIFY(labels.size() > 4000);
        QVERIFY(rank(u"India"_s) < rank(u"Nepal"_s));
        QVERIFY(rank(u"Mumbai"_s) < rank(u"Shanghai"_s));
        QVERIFY(rank(u"Rajasthan"_s) < labels.size());
    }

    void placesThatDoNotFitAreNamedByLine()
    {
        const QByteArray head = "name\tname_hi\tcountry\tstate\tlat\tlon\tpopulation\tkind\tmin_zoom\n";
        const QByteArray good = "Agra\t\tIN\tUP\t27.18\t78.01\t1585704\tcity\t6\n";
        const Result<QList<Place>> places = readPlaces(head + good, u"places"_s);
        QVERIFY(places);
        QCOMPARE(places->size(), 1);
        QCOMPARE(places->first().population, 1585704);
        for (const QByteArray &bad : {QByteArray("Agra\n"), QByteArray("Agra\t\tIN\tUP\tx\t78\t1\tcity\t6\n"),
                                      QByteArray("Agra\t\tIN\tUP\t97\t78\t1\tcity\t6\n")}) {
            const Result<QList<Place>> broken = readPlaces(head + good + bad, u"places"_s);
            QVERIFY(!broken);
            QVERIFY2(broken.error().userText.contains(u"line 3"_s), qPrintable(broken.error().userText));
        }
        QVERIFY(readPlaces("name\tlat\n", u"places"_s).error().userText.contains(u"no column name_hi"_s));
        QVERIFY(!readPlaces({}, u"places"_s));
    }

    void readingTakesLittle()
    {
        QFile file(u":/ghar/basemap/basemap.topojson"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll();
        QBENCHMARK_ONCE
        {
            const Result<Topology> topology = readTopology(json, u"basemap"_s);
            QVERIFY(topology);
            QVERIFY(!mapOutlines(*topology).land.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(tst_BaseMap)
#include "tst_basemap.moc"

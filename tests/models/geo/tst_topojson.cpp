// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/topojson.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// TopoJSON, whole and broken.
class tst_TopoJson : public QObject
{
    Q_OBJECT

    /// Two squares with a common side: arc 0 is the side, 1 the rest of the left, 2 the rest of the right one.
    static QByteArray squares()
    {
        return R"({"type":"Topology","transform":{"scale":[0.5,0.25],"translate":[10,20]},
            "arcs":[[[2,0],[0,4]],[[2,4],[-2,0],[0,-4],[2,0]],[[2,4],[2,0],[0,-4],[-2,0]]],
            "objects":{"areas":{"type":"GeometryCollection","geometries":[
                {"type":"Polygon","arcs":[[0,1]],"properties":{"name":"left"}},
                {"type":"MultiPolygon","arcs":[[[-3,-1]]]},
                {"type":"Point","coordinates":[1,1]}]},
              "line":{"type":"LineString","arcs":[-1]}}})";
    }

private slots:
    void aQuantisedArcIsASumOfDifferences()
    {
        const Result<Topology> topology = readTopology(squares(), u"squares"_s);
        QVERIFY(topology);
        QCOMPARE(topology->arcs.size(), 3);
        QCOMPARE(topology->arcs.at(1), (QList<QPointF>{{11, 21}, {10, 21}, {10, 20}, {11, 20}}));
    }

    void sharedArcsRunBothWays()
    {
        const Result<Topology> topology = readTopology(squares(), u"squares"_s);
        QVERIFY(topology);
        const QList<TopoShape> areas = topology->objects.value(u"areas"_s);
        QCOMPARE(areas.size(), 2); // the point is left out
        QCOMPARE(areas.first().properties.value(u"name"_s).toString(), u"left"_s);
        QCOMPARE(topology->points(areas.first().paths.first()),
                 (QList<QPointF>{{11, 20}, {11, 21}, {10, 21}, {10, 20}, {11, 20}}));
        QCOMPARE(topology->points(areas.last().paths.first()),
                 (QList<QPointF>{{11, 20}, {12, 20}, {12, 21}, {11, 21}, {11, 20}}));
        const TopoShape line = topology->objects.value(u"line"_s).first();
        QCOMPARE(line.kind, TopoShape::Kind::Lines);
        QCOMPARE(topology->points(line.paths.first()), (QList<QPointF>{{11, 21}, {11, 20}}));
    }

    void withoutATransformPointsAreAsWritten()
    {
        const Result<Topology> topology =
            readTopology(R"({"type":"Topology","arcs":[[[77.2,28.6],[78,29]]],"objects":{}})", u"plain"_s);
        QVERIFY(topology);
        QCOMPARE(topology->arcs.first(), (QList<QPointF>{{77.2, 28.6}, {78, 29}}));
    }

    void aBrokenFileIsNamedWithWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray() << u"not JSON"_s;
        QTest::newRow("cut off") << squares().first(200) << u"not JSON from byte"_s;
        QTest::newRow("a list") << QByteArray("[1]") << u"not TopoJSON"_s;
        QTest::newRow("GeoJSON") << QByteArray(R"({"type":"FeatureCollection"})") << u"not TopoJSON"_s;
        QTest::newRow("no arcs") << QByteArray(R"({"type":"Topology","objects":{}})") << u"no list of arcs"_s;
        QTest::newRow("no objects") << QByteArray(R"({"type":"Topology","arcs":[]})") << u"no objects"_s;
        QTest::newRow("transform") << squares().replace("[0.5,0.25]", "[0.5]") << u"two pairs of numbers"_s;
        QTest::newRow("short arc") << squares().replace("[[2,0],[0,4]]", "[[2,0]]") << u"arc 0 has fewer"_s;
        QTest::newRow("words") << squares().replace("[-2,0],[0,-4],[2,0]]", "[\"a\",0]]") << u"arc 1 has a point"_s;
        QTest::newRow("far away") << squares().replace("[[2,0],[0,4]]", "[[2,0],[4000,4]]") << u"arc 0 leaves"_s;
        QTest::newRow("arc not there") << squares().replace("[[0,1]]", "[[0,3]]") << u"areas 0 names an arc"_s;
        QTest::newRow("backwards not there") << squares().replace("-3,-1", "-4,-1") << u"areas 1 names an arc"_s;
        QTest::newRow("huge number") << squares().replace("[[0,1]]", "[[0,1e300]]") << u"names an arc"_s;
        QTest::newRow("fraction") << squares().replace("[[0,1]]", "[[0,0.5]]") << u"names an arc"_s;
        QTest::newRow("too flat") << squares().replace("[[0,1]]", "[0,1]") << u"line without arcs"_s;
        QTest::newRow("no list") << squares().replace("[[0,1]]", "7") << u"areas 0 has no list"_s;
        QTest::newRow("no type") << squares().replace("\"type\":\"Polygon\",", "") << u"areas 0 has no type"_s;
        QTest::newRow("nested") << squares().replace("\"Polygon\",\"arcs\":[[0,1]]",
                                                     "\"GeometryCollection\",\"geometries\":[]")
                                << u"collection within"_s;
    }

    void aBrokenFileIsNamedWithWhatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, words);
        const Result<Topology> topology = readTopology(json, u"file.topojson"_s);
        QVERIFY(!topology);
        QCOMPARE(topology.error().kind, ErrorKind::BadInput);
        QVERIFY(topology.error().userText.contains(u"file.topojson"_s));
        QVERIFY2(topology.error().userText.contains(words), qPrintable(topology.error().userText));
    }

    void whereverItIsCutOffItDoesNotCrash()
    {
        const QByteArray whole = squares();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!readTopology(whole.first(length), u"cut"_s));
    }
};

QTEST_APPLESS_MAIN(tst_TopoJson)
#include "tst_topojson.moc"

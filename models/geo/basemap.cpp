// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/basemap.h"

#include "geo/webmercator.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcBaseMap, "ghar.map")

namespace Ghar {

namespace {

constexpr QLatin1StringView homeCode("IND");

MapPath projected(const QList<QPointF> &degrees)
{
    MapPath path;
    path.points.reserve(degrees.size());
    for (const QPointF &point : degrees)
        path.points.append(WebMercator::worldOf(point.y(), point.x()));
    double left = 1;
    double top = 1;
    double right = 0;
    double bottom = 0;
    for (const QPointF &point : path.points) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    path.bounds = QRectF(QPointF(left, top), QPointF(right, bottom));
    return path;
}

/// A line without corners (Chaikin's): what is seen from nearby is coarse, and straight pieces look like somebody's
/// plan.
QList<QPointF> rounded(const QList<QPointF> &line, bool isRing)
{
    QList<QPointF> result = line;
    for (int round = 0; round < 2 && result.size() > 2; ++round) {
        QList<QPointF> finer;
        finer.reserve(2 * result.size());
        if (!isRing)
            finer.append(result.first());
        for (qsizetype i = 1; i < result.size(); ++i) {
            finer.append(result.at(i - 1) * 0.75 + result.at(i) * 0.25);
            finer.append(result.at(i - 1) * 0.25 + result.at(i) * 0.75);
        }
        finer.append(isRing ? finer.first() : result.last());
        result = finer;
    }
    return result;
}

void appendRounded(const Topology &topology, const QString &object, QList<MapPath> &paths)
{
    for (const TopoShape &shape : topology.objects.value(object)) {
        for (const QList<int> &path : shape.paths)
            paths.append(projected(rounded(topology.points(path), shape.kind == TopoShape::Kind::Polygon)));
    }
}

/// How often an arc bounds an area, and whether one of those is India.
struct ArcUse
{
    int countries = 0;
    int states = 0;
    bool isHome = false;
};

QList<ArcUse> arcUses(const Topology &topology)
{
    QList<ArcUse> uses(topology.arcs.size());
    for (const TopoShape &shape : topology.objects.value(u"countries"_s)) {
        const bool isHome = shape.properties.value(u"a3"_s).toString() == homeCode;
        for (const QList<int> &path : shape.paths) {
            for (const int arc : path) {
                ArcUse &use = uses[arc < 0 ? ~arc : arc];
                ++use.countries;
                use.isHome = use.isHome || isHome;
            }
        }
    }
    for (const TopoShape &shape : topology.objects.value(u"states"_s)) {
        for (const QList<int> &path : shape.paths) {
            for (const int arc : path)
                ++uses[arc < 0 ? ~arc : arc].states;
        }
    }
    return uses;
}

/// An arc without the pieces where an area is only cut: at the antimeridian and at the southern edge.
QList<MapPath> drawnPieces(const QList<QPointF> &arc)
{
    const auto isCut = [](const QPointF &a, const QPointF &b) {
        return (std::abs(a.x()) > 179.99 && std::abs(b.x()) > 179.99)
            || (a.y() < -WebMercator::maximalLatitude && b.y() < -WebMercator::maximalLatitude);
    };
    QList<MapPath> pieces;
    QList<QPointF> piece{arc.first()};
    for (qsizetype i = 1; i < arc.size(); ++i) {
        if (isCut(arc.at(i - 1), arc.at(i))) {
            if (piece.size() > 1)
                pieces.append(projected(piece));
            piece.clear();
        }
        piece.append(arc.at(i));
    }
    if (piece.size() > 1)
        pieces.append(projected(piece));
    return pieces;
}

/// From which zoom a country is named, by its area in km².
double countryZoom(double area)
{
    struct Step
    {
        double area;
        double zoom;
    };
    static constexpr std::array steps{Step{2.5e6, 2}, Step{6e5, 3}, Step{1.5e5, 4}, Step{3e4, 5}};
    const auto step = std::find_if(steps.begin(), steps.end(), [area](const Step &one) { return area >= one.area; });
    return step == steps.end() ? 6.0 : step->zoom;
}

Topology embedded(const QString &file)
{
    QFile resource(u":/ghar/basemap/"_s + file);
    if (!resource.open(QIODevice::ReadOnly)) {
        qCWarning(lcBaseMap) << "This build lacks the map file" << file;
        return {};
    }
    Result<Topology> topology = readTopology(resource.readAll(), file);
    if (!topology) {
        qCWarning(lcBaseMap).noquote() << topology.error().userText << topology.error().detail;
        return {};
    }
    return std::move(topology).value();
}

QList<Place> embeddedPlaces()
{
    const QString file = u"places.tsv"_s;
    QFile resource(u":/ghar/basemap/"_s + file);
    if (!resource.open(QIODevice::ReadOnly)) {
        qCWarning(lcBaseMap) << "This build lacks the list of places";
        return {};
    }
    Result<QList<Place>> places = readPlaces(resource.readAll(), file);
    if (!places) {
        qCWarning(lcBaseMap).noquote() << places.error().userText;
        return {};
    }
    return std::move(places).value();
}

} // namespace

MapOutlines mapOutlines(const Topology &topology)
{
    MapOutlines outlines;
    for (const TopoShape &shape : topology.objects.value(u"countries"_s)) {
        const bool isHome = shape.properties.value(u"a3"_s).toString() == homeCode;
        for (const QList<int> &path : shape.paths) {
            outlines.land.append(projected(topology.points(path)));
            if (isHome)
                outlines.home.append(outlines.land.last());
        }
    }
    const QList<ArcUse> uses = arcUses(topology);
    for (qsizetype i = 0; i < uses.size(); ++i) {
        const ArcUse &use = uses.at(i);
        QList<MapPath> *where = nullptr;
        if (use.countries > 1)
            where = use.isHome ? &outlines.homeBorders : &outlines.borders;
        else if (use.countries == 1)
            where = &outlines.coast;
        else if (use.states > 1)
            where = &outlines.stateBorders;
        if (where)
            *where += drawnPieces(topology.arcs.at(i));
    }
    return outlines;
}

MapDetail mapDetail(const Topology &topology)
{
    MapDetail detail;
    appendRounded(topology, u"rivers"_s, detail.rivers);
    appendRounded(topology, u"lakes"_s, detail.lakes);
    appendRounded(topology, u"urban"_s, detail.urban);
    return detail;
}

QList<MapLabel> mapLabels(const Topology &topology, const QList<Place> &places)
{
    struct Ranked
    {
        double rank;
        MapLabel label;
    };
    QList<Ranked> ranked;
    const auto append = [&ranked](double rank, const MapLabel &label) { ranked.append({rank, label}); };
    const auto labelPlace = [](const TopoShape &shape) {
        return WebMercator::worldOf(shape.properties.value(u"ly"_s).toDouble(),
                                    shape.properties.value(u"lx"_s).toDouble());
    };
    for (const TopoShape &shape : topology.objects.value(u"countries"_s)) {
        const bool isHome = shape.properties.value(u"a3"_s).toString() == homeCode;
        const double zoom = countryZoom(shape.properties.value(u"area"_s).toDouble());
        // Where the states are named, the name of the country is in their way.
        append(zoom - 1.5,
               {shape.properties.value(u"name"_s).toString(), MapLabel::Kind::Country, labelPlace(shape), zoom,
                isHome ? 5.2 : 7.5});
    }
    for (const TopoShape &shape : topology.objects.value(u"states"_s)) {
        const bool isTerritory = shape.properties.value(u"kind"_s).toString() == "ut"_L1;
        append(isTerritory ? 6.4 : 3.9,
               {shape.properties.value(u"name"_s).toString(), MapLabel::Kind::State, labelPlace(shape),
                isTerritory ? 6.3 : 5.5, 8.5});
    }
    for (const Place &place : places) {
        const bool isHome = place.country == "IN"_L1;
        // Abroad the capitals are enough to find one's way.
        const double zoom = place.minimalZoom + (isHome ? 0.0 : place.isCapital ? 1.0 : 2.5);
        const double size = std::log10(std::max<double>(1, double(place.population))) / 10;
        append(zoom - size + (isHome ? 0 : 1),
               {place.name, place.minimalZoom <= 6 ? MapLabel::Kind::City : MapLabel::Kind::Town,
                WebMercator::worldOf(place.latitude, place.longitude), zoom, 30.0});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) { return a.rank < b.rank; });
    QList<MapLabel> labels;
    labels.reserve(ranked.size());
    for (const Ranked &one : ranked)
        labels.append(one.label);
    return labels;
}

const MapOutlines &BaseMap::outlines(bool isCoarse)
{
    if (isCoarse) {
        static const MapOutlines coarse = mapOutlines(embedded(u"basemap-low.topojson"_s));
        return coarse;
    }
    static const MapOutlines fine = mapOutlines(embedded(u"basemap.topojson"_s));
    return fine;
}

const MapDetail &BaseMap::detail()
{
    static const MapDetail detail = mapDetail(embedded(u"detail.topojson"_s));
    return detail;
}

const QList<MapLabel> &BaseMap::labels()
{
    static const QList<MapLabel> labels = mapLabels(embedded(u"basemap-low.topojson"_s), embeddedPlaces());
    return labels;
}

} // namespace Ghar

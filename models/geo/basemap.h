// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/placesreader.h"
#include "geo/topojson.h"

#include <QRectF>

namespace Ghar {

/// A line or a ring in world coordinates, see WebMercator.
struct MapPath
{
    QList<QPointF> points;
    QRectF bounds;
};

/// Land and borders. Every border is there once, however many areas meet at it.
struct MapOutlines
{
    QList<MapPath> land;         ///< rings of every country
    QList<MapPath> home;         ///< rings of India
    QList<MapPath> coast;        ///< lines
    QList<MapPath> borders;      ///< between countries other than India
    QList<MapPath> homeBorders;  ///< of India with others
    QList<MapPath> stateBorders; ///< within India
};

struct MapDetail
{
    QList<MapPath> rivers; ///< lines
    QList<MapPath> lakes;  ///< rings
    QList<MapPath> urban;  ///< rings
};

struct MapLabel
{
    enum class Kind { Country, State, City, Town };
    QString text;
    Kind kind = Kind::Town;
    QPointF world;
    double minimalZoom = 0;
    double maximalZoom = 0;
};

/// Parts of the embedded base map, made of what its files hold. Pure; any thread.
[[nodiscard]] MapOutlines mapOutlines(const Topology &topology);
[[nodiscard]] MapDetail mapDetail(const Topology &topology);
/// The most important first, those of India before others of their size.
[[nodiscard]] QList<MapLabel> mapLabels(const Topology &topology, const QList<Place> &places);

/// The embedded files. Each part is read when it is first asked for, which takes up to some 100 ms: ask on a worker;
/// other threads that ask meanwhile wait. Kept until the program ends. A part that cannot be read is empty, and the log
/// says why.
namespace BaseMap {

[[nodiscard]] const MapOutlines &outlines(bool isCoarse);
[[nodiscard]] const MapDetail &detail();
[[nodiscard]] const QList<MapLabel> &labels();

/// Up to this level of tiles the coarse outlines suffice.
inline constexpr int coarseZoom = 4;

} // namespace BaseMap

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QPointF>

namespace Ghar {

/// Web Mercator, as every tiled map has it. World coordinates run from 0 to 1: x to the east from longitude -180°, y to
/// the south from the northern limit. Any thread.
namespace WebMercator {

/// The latitude in degrees where the world becomes a square.
inline constexpr double maximalLatitude = 85.0511287798066;
/// Pixels of the side of a tile, and of the whole world at zoom 0.
inline constexpr int tileSize = 256;
inline constexpr int maximalZoom = 18;

/// The longitude between -180° (included) and 180°; NaN and infinity become 0.
[[nodiscard]] double wrappedLongitude(double longitude);

/// World coordinates of degrees; the latitude is clamped, the longitude is not wrapped: 190° is beyond 1.
[[nodiscard]] QPointF worldOf(double latitude, double longitude);
/// (0.5, 0.5) for an invalid coordinate.
[[nodiscard]] QPointF worldOf(const QGeoCoordinate &coordinate);

/// The coordinate of a place in the world, its longitude wrapped and its latitude clamped.
[[nodiscard]] QGeoCoordinate coordinateOf(const QPointF &world);

/// Pixels of the world's side at a zoom, which may have a fraction.
[[nodiscard]] double worldSize(double zoom);

/// Metres on the ground for a pixel, at a latitude in degrees.
[[nodiscard]] double metresPerPixel(double latitude, double zoom);

} // namespace WebMercator

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/webmercator.h"

#include <QtMath>

#include <cmath>

namespace Ghar::WebMercator {

/// Of WGS 84, in metres: Web Mercator takes the Earth for a sphere of this radius.
static constexpr double earthRadius = 6378137.0;

double wrappedLongitude(double longitude)
{
    if (!std::isfinite(longitude))
        return 0;
    const double turned = std::fmod(longitude + 180.0, 360.0);
    return (turned < 0 ? turned + 360.0 : turned) - 180.0;
}

QPointF worldOf(double latitude, double longitude)
{
    const double clamped = std::isfinite(latitude) ? qBound(-maximalLatitude, latitude, maximalLatitude) : 0.0;
    const double angle = qDegreesToRadians(clamped);
    const double y = 0.5 - std::log(std::tan(M_PI / 4 + angle / 2)) / (2 * M_PI);
    return {(std::isfinite(longitude) ? longitude : 0.0) / 360.0 + 0.5, qBound(0.0, y, 1.0)};
}

QPointF worldOf(const QGeoCoordinate &coordinate)
{
    return coordinate.isValid() ? worldOf(coordinate.latitude(), coordinate.longitude()) : QPointF(0.5, 0.5);
}

QGeoCoordinate coordinateOf(const QPointF &world)
{
    const double y = qBound(0.0, world.y(), 1.0);
    const double latitude = qRadiansToDegrees(2 * std::atan(std::exp(M_PI * (1 - 2 * y))) - M_PI / 2);
    return {qBound(-maximalLatitude, latitude, maximalLatitude), wrappedLongitude((world.x() - 0.5) * 360.0)};
}

double worldSize(double zoom)
{
    return tileSize * std::exp2(zoom);
}

double metresPerPixel(double latitude, double zoom)
{
    const double clamped = qBound(-maximalLatitude, latitude, maximalLatitude);
    return std::cos(qDegreesToRadians(clamped)) * 2 * M_PI * earthRadius / worldSize(zoom);
}

} // namespace Ghar::WebMercator

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/mapviewport.h"

#include "geo/webmercator.h"

#include <cmath>

namespace Ghar {

double MapViewport::minimalZoom() const
{
    return isEmpty() ? 0.0 : qMax(0.0, std::log2(size.height() / WebMercator::tileSize));
}

MapViewport MapViewport::bounded() const
{
    MapViewport result = *this;
    const double least = qMin<double>(minimalZoom(), WebMercator::maximalZoom);
    result.zoom = std::isfinite(zoom) ? qBound(least, zoom, double(WebMercator::maximalZoom)) : least;
    const double half = qMin(0.5, size.height() / 2 / WebMercator::worldSize(result.zoom));
    result.center.setX(std::isfinite(center.x()) ? center.x() - std::floor(center.x()) : 0.5);
    result.center.setY(std::isfinite(center.y()) ? qBound(half, center.y(), 1 - half) : 0.5);
    return result;
}

QPointF MapViewport::pointOf(const QPointF &world) const
{
    double across = world.x() - center.x();
    across -= std::round(across);
    return QPointF(across, world.y() - center.y()) * WebMercator::worldSize(zoom)
        + QPointF(size.width() / 2, size.height() / 2);
}

QPointF MapViewport::worldOf(const QPointF &point) const
{
    return center + (point - QPointF(size.width() / 2, size.height() / 2)) / WebMercator::worldSize(zoom);
}

MapViewport MapViewport::moved(const QPointF &by) const
{
    MapViewport result = *this;
    result.center -= by / WebMercator::worldSize(zoom);
    return result.bounded();
}

MapViewport MapViewport::zoomedAt(double wanted, const QPointF &point) const
{
    const QPointF kept = worldOf(point);
    MapViewport result = *this;
    result.zoom = qBound(minimalZoom(), wanted, double(WebMercator::maximalZoom));
    result.center += kept
        - (result.center
           + (point - QPointF(size.width() / 2, size.height() / 2)) / WebMercator::worldSize(result.zoom));
    return result.bounded();
}

MapViewport MapViewport::fitting(const QGeoRectangle &area, double margin) const
{
    if (isEmpty() || !area.isValid())
        return *this;
    const QPointF first = WebMercator::worldOf(area.topLeft().latitude(), area.topLeft().longitude());
    QPointF last = WebMercator::worldOf(area.bottomRight().latitude(), area.bottomRight().longitude());
    if (last.x() < first.x())
        last.rx() += 1; // across the antimeridian
    MapViewport result = *this;
    const double across = qMax(1.0, size.width() - 2 * margin) / qMax(1e-9, last.x() - first.x());
    const double down = qMax(1.0, size.height() - 2 * margin) / qMax(1e-9, last.y() - first.y());
    result.zoom = std::log2(qMin(across, down) / WebMercator::tileSize);
    result.center = (first + last) / 2;
    return result.bounded();
}

QRectF MapViewport::worldRect() const
{
    const double side = WebMercator::worldSize(zoom);
    const QSizeF seen = size / side;
    return {center - QPointF(seen.width(), seen.height()) / 2, seen};
}

} // namespace Ghar

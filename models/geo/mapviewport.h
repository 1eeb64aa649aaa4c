// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace Ghar {

/// What a map looks at: numbers only, so that zoom and pan are tested without a window. Lengths are in pixels that do
/// not depend on the screen; `ratio` tells how many of the screen's go into one.
struct MapViewport
{
    QPointF center{0.5, 0.5}; ///< world coordinates, see WebMercator
    double zoom = 0;          ///< with a fraction
    QSizeF size;
    double ratio = 1;

    bool operator==(const MapViewport &) const = default;

    [[nodiscard]] bool isEmpty() const { return size.isEmpty(); }
    /// The same within bounds: the zoom is at most 18 and at least so large that the world fills the height, the centre
    /// so that nothing beyond the poles is seen, and its x from 0 to below 1.
    [[nodiscard]] MapViewport bounded() const;
    /// The smallest zoom of bounded().
    [[nodiscard]] double minimalZoom() const;
    /// Where a place of the world is in the viewport: of its repetitions the one nearest to the middle.
    [[nodiscard]] QPointF pointOf(const QPointF &world) const;
    /// The place of the world at a point; x may be beyond 0 and 1.
    [[nodiscard]] QPointF worldOf(const QPointF &point) const;
    /// Moved so that what was at a point is `by` further away.
    [[nodiscard]] MapViewport moved(const QPointF &by) const;
    /// At another zoom, with what is at `point` kept in its place.
    [[nodiscard]] MapViewport zoomedAt(double wanted, const QPointF &point) const;
    /// The viewport of this size that shows a whole area, with a margin in pixels.
    [[nodiscard]] MapViewport fitting(const QGeoRectangle &area, double margin) const;
    /// What is seen, in world coordinates.
    [[nodiscard]] QRectF worldRect() const;
};

} // namespace Ghar

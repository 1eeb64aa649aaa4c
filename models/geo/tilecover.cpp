// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/tilecover.h"

#include "geo/webmercator.h"

#include <algorithm>
#include <cmath>

namespace Ghar {

QRectF TileId::worldRect() const
{
    const double side = std::exp2(-zoom);
    return {x * side, y * side, side, side};
}

int tileZoom(double zoom)
{
    return qBound(0, int(std::lround(zoom)), WebMercator::maximalZoom);
}

QList<TilePlace> tileCover(const MapViewport &viewport)
{
    QList<TilePlace> places;
    if (viewport.isEmpty())
        return places;
    const int zoom = tileZoom(viewport.zoom);
    const int count = 1 << zoom;
    const QRectF seen = viewport.worldRect();
    // An edge exactly on a border of tiles does not bring in the next one.
    const auto first = [count](double from) { return int(std::floor(from * count + 1e-9)); };
    const auto last = [count](double to) { return int(std::ceil(to * count - 1e-9)) - 1; };
    const int top = qBound(0, first(seen.top()), count - 1);
    const int bottom = qBound(top, last(seen.bottom()), count - 1);
    for (int y = top; y <= bottom; ++y) {
        for (int x = first(seen.left()); x <= last(seen.right()); ++x) {
            const int repetition = x >= 0 ? x / count : -((count - 1 - x) / count);
            places.append({{zoom, x - repetition * count, y}, repetition});
        }
    }
    const auto distance = [&](const TilePlace &place) {
        const QPointF away = place.id.worldRect().center() + QPointF(place.repetition, 0) - viewport.center;
        return away.x() * away.x() + away.y() * away.y();
    };
    std::stable_sort(places.begin(), places.end(),
                     [&](const TilePlace &a, const TilePlace &b) { return distance(a) < distance(b); });
    return places;
}

QRectF tileRect(const TilePlace &place, const MapViewport &viewport)
{
    const double side = WebMercator::worldSize(viewport.zoom);
    const QRectF world = place.id.worldRect().translated(place.repetition, 0);
    const auto snapped = [&viewport](double length) { return std::round(length * viewport.ratio) / viewport.ratio; };
    const double left = snapped((world.left() - viewport.center.x()) * side + viewport.size.width() / 2);
    const double right = snapped((world.right() - viewport.center.x()) * side + viewport.size.width() / 2);
    const double top = snapped((world.top() - viewport.center.y()) * side + viewport.size.height() / 2);
    const double bottom = snapped((world.bottom() - viewport.center.y()) * side + viewport.size.height() / 2);
    return {left, top, right - left, bottom - top};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maptiles.h"

#include "geo/webmercator.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {

/// How far up a stand-in is looked for.
constexpr int mostLevelsUp = 8;
/// Held beyond what is seen, in multiples of what is seen.
constexpr qsizetype spareCovers = 2;

int pixelsOf(const MapViewport &viewport)
{
    return int(std::ceil(WebMercator::tileSize * viewport.ratio));
}

} // namespace

void MapTiles::setSource(const std::shared_ptr<TileSource> &source)
{
    if (m_source == source)
        return;
    m_asked.clear();
    m_source = source;
    for (Held &held : m_held)
        held.isStale = true;
}

void MapTiles::show(const MapViewport &viewport)
{
    if (viewport.ratio != m_viewport.ratio) {
        m_asked.clear();
        for (Held &held : m_held)
            held.isStale = true;
    }
    m_viewport = viewport;
    m_cover = tileCover(viewport);
    QSet<TileId> needed;
    QList<TileId> wanted;
    for (const TilePlace &place : std::as_const(m_cover)) {
        needed.insert(place.id);
        // Before all others, so that there is something to see.
        if (const std::optional<TileId> quick = quickStandIn(place); quick && !needed.contains(*quick)) {
            needed.insert(*quick);
            wanted.append(*quick);
        }
    }
    for (const TilePlace &place : std::as_const(m_cover))
        wanted.append(place.id);
    std::erase_if(m_asked, [&needed](const auto &asked) { return !needed.contains(asked.first); });
    for (const TileId &id : std::as_const(wanted))
        ask(id);
    forgetUnneeded();
}

void MapTiles::ask(const TileId &id)
{
    const auto held = m_held.constFind(id);
    if (!m_source || (held != m_held.cend() && !held->isStale) || m_asked.contains(id))
        return;
    const int pixels = pixelsOf(m_viewport);
    if (const QImage image = m_source->atOnce(id, pixels); !image.isNull()) {
        m_held.insert(id, {image, false});
        return;
    }
    m_asked[id] = m_source->request(id, pixels, [this, id](const QImage &image) { take(id, image); });
}

std::optional<TileId> MapTiles::quickStandIn(const TilePlace &place) const
{
    const int levels = m_source ? place.id.zoom - m_source->quickZoom() : 0;
    if (levels <= 0 || levels > mostLevelsUp || m_source->quickZoom() < 0)
        return std::nullopt;
    if (m_held.contains(place.id) || !m_source->atOnce(place.id, pixelsOf(m_viewport)).isNull() || standIn(place))
        return std::nullopt;
    return place.id.ancestor(levels);
}

void MapTiles::take(TileId id, const QImage &image)
{
    m_asked.erase(id);
    // Without a tile the coarser one stays; it is not asked for again before it is needed anew.
    m_held.insert(id, {image, false});
    emit changed();
}

void MapTiles::forgetUnneeded()
{
    const qsizetype most = qMax<qsizetype>(24, m_cover.size() * (1 + spareCovers));
    if (m_held.size() <= most)
        return;
    // Coarse ones around the viewport are the last to go: they stand in for what comes next.
    const QRectF seen = m_viewport.worldRect();
    const auto worth = [&](const TileId &id) {
        const QRectF world = id.worldRect();
        const bool isNear = world.intersects(seen) || world.translated(1, 0).intersects(seen)
            || world.translated(-1, 0).intersects(seen);
        return (isNear ? 0 : 100) + std::abs(id.zoom - tileZoom(m_viewport.zoom));
    };
    QList<TileId> ids = m_held.keys();
    std::sort(ids.begin(), ids.end(), [&](const TileId &a, const TileId &b) { return worth(a) > worth(b); });
    QSet<TileId> needed;
    for (const TilePlace &place : std::as_const(m_cover))
        needed.insert(place.id);
    for (const TileId &id : std::as_const(ids)) {
        if (m_held.size() <= most)
            break;
        if (!needed.contains(id))
            m_held.remove(id);
    }
}

std::optional<ShownTile> MapTiles::standIn(const TilePlace &place) const
{
    for (int up = 1; up <= std::min(place.id.zoom, mostLevelsUp); ++up) {
        const TileId id = place.id.ancestor(up);
        const auto held = m_held.constFind(id);
        if (held == m_held.cend() || held->image.isNull())
            continue;
        const double side = std::exp2(-up) * held->image.width();
        const int inside = (1 << up) - 1;
        return ShownTile{place, held->image,
                         QRectF((place.id.x & inside) * side, (place.id.y & inside) * side, side, side), true};
    }
    return std::nullopt;
}

QList<ShownTile> MapTiles::shown() const
{
    QList<ShownTile> tiles;
    for (const TilePlace &place : m_cover) {
        const auto held = m_held.constFind(place.id);
        if (held != m_held.cend() && !held->image.isNull()) {
            tiles.append({place, held->image, QRectF(held->image.rect()), false});
            continue;
        }
        if (const std::optional<ShownTile> coarse = standIn(place))
            tiles.append(*coarse);
        // After zooming out, the finer ones cover a part.
        for (int quarter = 0; quarter < 4; ++quarter) {
            const TileId id{place.id.zoom + 1, place.id.x * 2 + quarter % 2, place.id.y * 2 + quarter / 2};
            const auto fine = m_held.constFind(id);
            if (fine != m_held.cend() && !fine->image.isNull())
                tiles.append({{id, place.repetition}, fine->image, QRectF(fine->image.rect()), false});
        }
    }
    return tiles;
}

bool MapTiles::isReady() const
{
    return std::all_of(m_cover.begin(), m_cover.end(), [this](const TilePlace &place) {
        const auto held = m_held.constFind(place.id);
        return held != m_held.cend() && !held->isStale;
    });
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/mapviewport.h"

#include <QHashFunctions>
#include <QList>

namespace Ghar {

/// One square of the pyramid: x to the east, y to the south, from 0 to 2^zoom - 1.
struct TileId
{
    int zoom = 0;
    int x = 0;
    int y = 0;

    bool operator==(const TileId &) const = default;
    /// The tile that holds this one, some levels above.
    [[nodiscard]] TileId ancestor(int levels) const { return {zoom - levels, x >> levels, y >> levels}; }
    /// What it covers, in world coordinates.
    [[nodiscard]] QRectF worldRect() const;
};

inline size_t qHash(const TileId &id, size_t seed = 0)
{
    return qHashMulti(seed, id.zoom, id.x, id.y);
}

/// A tile that is seen. Where the world repeats itself, one tile has several places.
struct TilePlace
{
    TileId id;
    int repetition = 0; ///< how many worlds to the east of the one with the centre

    bool operator==(const TilePlace &) const = default;
};

inline size_t qHash(const TilePlace &place, size_t seed = 0)
{
    return qHashMulti(seed, place.id, place.repetition);
}

/// The level of tiles that is nearest to a zoom.
[[nodiscard]] int tileZoom(double zoom);

/// Every tile that is seen, the nearest to the middle first. Empty for an empty viewport.
[[nodiscard]] QList<TilePlace> tileCover(const MapViewport &viewport);

/// Where a tile is in the viewport. Its edges lie between pixels of the screen, so that neighbours neither leave a gap
/// nor overlap.
[[nodiscard]] QRectF tileRect(const TilePlace &place, const MapViewport &viewport);

} // namespace Ghar

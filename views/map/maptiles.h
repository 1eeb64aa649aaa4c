// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tilesource.h"

#include <QHash>

#include <optional>
#include <unordered_map>

namespace Ghar {

/// What is drawn at the place of a tile: the tile, or a part of a coarser one until it is there.
struct ShownTile
{
    TilePlace place;
    QImage image;
    QRectF part;            ///< of the image, in its pixels
    bool isStandIn = false; ///< coarser than its place asks for; belongs below the others
};

/// Which tiles a map needs, asks for and holds. GUI thread.
class MapTiles : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Another source; what is shown stays until its tiles have come. Asks for nothing before the next show().
    void setSource(const std::shared_ptr<TileSource> &source);
    /// What is seen now: asks for what is missing and drops what is not needed any more.
    void show(const MapViewport &viewport);
    /// What is to be drawn now, see ShownTile::isStandIn. Places for which nothing is there are left out.
    [[nodiscard]] QList<ShownTile> shown() const;
    /// Every tile of the viewport is there in its own detail and look.
    [[nodiscard]] bool isReady() const;

signals:
    void changed();

private:
    struct TileHash
    {
        size_t operator()(const TileId &id) const { return qHash(id); }
    };
    struct Held
    {
        QImage image;
        bool isStale = false; ///< of the source before
    };
    [[nodiscard]] std::optional<ShownTile> standIn(const TilePlace &place) const;
    /// Asks for a tile unless it is there or asked for.
    void ask(const TileId &id);
    /// The coarse tile that is to stand in for a place where nothing is.
    [[nodiscard]] std::optional<TileId> quickStandIn(const TilePlace &place) const;
    void take(TileId id, const QImage &image);
    void forgetUnneeded();

    std::shared_ptr<TileSource> m_source;
    MapViewport m_viewport;
    QList<TilePlace> m_cover;
    QHash<TileId, Held> m_held;
    std::unordered_map<TileId, std::unique_ptr<TileTicket>, TileHash> m_asked;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapstyle.h"
#include "tilesource.h"

#include <QCache>
#include <QThreadPool>

namespace Ghar {

/// The embedded base map, drawn by workers. Tiles stay in memory up to a limit. Needs no network and no files.
class BaseMapTileSource : public TileSource
{
    Q_OBJECT

public:
    /// About 190 tiles at one pixel of the screen for one of the map.
    static constexpr qsizetype defaultCacheBytes = 48 * 1024 * 1024;

    explicit BaseMapTileSource(const MapLook &look, qsizetype cacheBytes = defaultCacheBytes,
                               QObject *parent = nullptr);
    /// Waits for the tiles that are being drawn, a few milliseconds; the others are forgotten.
    ~BaseMapTileSource() override;

    /// The one source that all maps of this look use, made when there is none. It goes with the last of them.
    [[nodiscard]] static std::shared_ptr<BaseMapTileSource> shared(const MapLook &look);

    /// The coarse outlines are read in a fraction of the time that the fine ones take.
    [[nodiscard]] int quickZoom() const override;
    [[nodiscard]] QImage atOnce(const TileId &id, int pixels) override;
    [[nodiscard]] std::unique_ptr<TileTicket> request(const TileId &id, int pixels, Answer answer) override;

    [[nodiscard]] const MapLook &look() const { return m_look; }
    [[nodiscard]] qsizetype cachedBytes() const;
    /// How many tiles were drawn, for tests.
    [[nodiscard]] int drawnTiles() const { return m_drawn; }

private:
    struct Key
    {
        TileId id;
        int pixels = 0;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.id, key.pixels); }
    };
    void keep(const Key &key, const QImage &image);

    MapLook m_look;
    QCache<Key, QImage> m_cache; ///< its costs are kilobytes
    QThreadPool m_workers;
    int m_drawn = 0;
};

} // namespace Ghar

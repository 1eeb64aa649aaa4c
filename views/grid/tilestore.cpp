// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tilestore.h"

#include <utility>

namespace Ghar {

namespace {
/// About one screen of pictures.
constexpr size_t mostSpare = 256;
} // namespace

TileStore::Tile &TileStore::tile(qint64 row, int index)
{
    std::vector<Tile> &tiles = m_rows[row];
    if (tiles.size() <= size_t(index))
        tiles.resize(size_t(index) + 1);
    return tiles[size_t(index)];
}

QImage *TileStore::renew(Tile *tile, QSize size)
{
    tile->serial = ++m_lastSerial;
    tile->dirty = false;
    // A picture that a texture still waits to upload must not be painted over.
    if (tile->picture.size() == size && tile->picture.isDetached())
        return &tile->picture;
    tile->picture = QImage();
    for (size_t i = m_spare.size(); i-- > 0;) {
        if (m_spare[i].size() == size && m_spare[i].isDetached()) {
            tile->picture = std::move(m_spare[i]);
            m_spare[i] = std::move(m_spare.back());
            m_spare.pop_back();
            return &tile->picture;
        }
    }
    // Without alpha: neither renderer has to blend.
    tile->picture = QImage(size, QImage::Format_RGB32);
    return &tile->picture;
}

bool TileStore::markDirty(qint64 firstRow, qint64 lastRow, const std::vector<bool> &indexes)
{
    bool hit = false;
    for (auto &[row, tiles] : m_rows) {
        if (row < firstRow || row > lastRow)
            continue;
        for (size_t i = 0; i < tiles.size() && i < indexes.size(); ++i) {
            if (indexes[i])
                tiles[i].dirty = hit = true;
        }
    }
    return hit;
}

bool TileStore::markDirtyFrom(qint64 first)
{
    bool hit = false;
    for (auto &[row, tiles] : m_rows) {
        if (row < first)
            continue;
        for (Tile &tile : tiles)
            tile.dirty = hit = true;
    }
    return hit;
}

void TileStore::keepRows(qint64 first, qint64 last)
{
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (it->first >= first && it->first <= last) {
            ++it;
        } else {
            recycle(&it->second);
            it = m_rows.erase(it);
        }
    }
}

void TileStore::clear()
{
    m_rows.clear();
    m_spare.clear();
}

void TileStore::recycle(std::vector<Tile> *tiles)
{
    for (Tile &tile : *tiles) {
        if (!tile.picture.isNull() && m_spare.size() < mostSpare)
            m_spare.push_back(std::move(tile.picture));
    }
}

} // namespace Ghar

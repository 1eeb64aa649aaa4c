// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <unordered_map>
#include <vector>

namespace Ghar {

/// The painted pieces of visible rows: one tile per row and column group, and one for the row number.
///
/// GUI thread. Keeps the pictures of what is visible (some megabytes), so that a scene graph that was lost can be
/// filled again without asking the model, and hands pictures that went out of view to new rows.
class TileStore
{
public:
    struct Tile
    {
        QImage picture;
        quint64 serial = 0; ///< a new one for each painting; 0: never painted
        bool dirty = true;
    };

    /// The tile as it is, perhaps dirty.
    Tile &tile(qint64 row, int index);
    /// Gives the tile a picture of this size, its pixels undefined, and a new serial. The caller paints it.
    QImage *renew(Tile *tile, QSize size);

    /// Whether a tile that exists was hit.
    bool markDirty(qint64 firstRow, qint64 lastRow, const std::vector<bool> &indexes);
    /// Whether any row from this one on was there.
    bool markDirtyFrom(qint64 row);
    void keepRows(qint64 first, qint64 last);
    void clear();

    /// Number of paintings so far.
    quint64 paintings() const { return m_lastSerial; }

private:
    void recycle(std::vector<Tile> *tiles);

    std::unordered_map<qint64, std::vector<Tile>> m_rows;
    std::vector<QImage> m_spare;
    quint64 m_lastSerial = 0;
};

} // namespace Ghar

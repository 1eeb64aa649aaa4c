// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maplabellayer.h"
#include "maptiles.h"

#include <QSGNode>

class QQuickWindow;
class QSGImageNode;
class QSGRectangleNode;

namespace Ghar {

/// Pictures by key: those that are still there keep their node and texture. Render thread.
template <typename Key> class MapImageNodes : public QSGTransformNode
{
public:
    /// Begins a new set; what is not set until end() is removed.
    void begin() { ++m_round; }
    void set(const Key &key, const QImage &image, const QRectF &target, const QRectF &source, QQuickWindow *window);
    void end();

private:
    struct Entry
    {
        QSGNode *place = nullptr;
        QSGImageNode *node = nullptr; ///< owned by `place`
        qint64 serial = 0;            ///< of the image in the texture
        int round = 0;
    };
    QHash<Key, Entry> m_entries;
    int m_round = 0;
};

/// The map in the scene graph: the ground, coarse tiles, tiles, labels. Only differences are applied. Render thread.
class MapNode : public QSGNode
{
public:
    explicit MapNode(QQuickWindow *window);

    void synchronize(const MapViewport &viewport, const QColor &ground, const QList<ShownTile> &tiles,
                     const QList<ShownLabel> &labels, QQuickWindow *window);

private:
    QSGRectangleNode *m_ground;
    MapImageNodes<TilePlace> *m_standIns;
    MapImageNodes<TilePlace> *m_tiles;
    MapImageNodes<int> *m_labels;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRect>
#include <QSGNode>

#include <memory>
#include <unordered_map>
#include <vector>

class QQuickWindow;
class QSGImageNode;
class QSGRectangleNode;
class QSGTexture;

namespace Ghar {

/// What one frame of the grid consists of, in device pixels of the grid. Made on the GUI thread.
struct GridFrame
{
    struct Tile
    {
        quint64 serial; ///< the same serial is the same picture
        QImage picture;
        QRect target;
        QRect source; ///< of the size of target: pictures are cropped and never scaled
    };
    struct Fill
    {
        QRect rect;
        QColor color;
    };
    std::vector<Tile> tiles;
    std::vector<Fill> fills; ///< what no tile covers
    std::vector<Fill> tints; ///< over the tiles, blended
    qreal ratio = 1.0;
    QPointF shift; ///< logical pixels from the item's corner to the next device pixel
};

/// Keeps one textured rectangle per visible tile and changes only what differs from the last frame.
///
/// Render thread. A tile that merely moved keeps its texture; only new serials are uploaded.
class GridNode : public QSGNode
{
public:
    GridNode();
    ~GridNode() override;

    void synchronize(const GridFrame &frame, QQuickWindow *window);
    /// Textures made so far, for the tests.
    quint64 uploads() const { return m_uploads; }

private:
    struct Slot
    {
        QSGImageNode *node = nullptr; ///< owned by m_tileLayer
        std::unique_ptr<QSGTexture> texture;
    };
    void synchronizeTiles(const GridFrame &frame, QQuickWindow *window);
    static void synchronizeFills(const std::vector<GridFrame::Fill> &fills, const GridFrame &frame, QSGNode *layer,
                                 std::vector<QSGRectangleNode *> *nodes, QQuickWindow *window);

    QSGNode *m_fillLayer;
    QSGNode *m_tileLayer;
    QSGNode *m_tintLayer;
    std::unordered_map<quint64, Slot> m_slots;
    std::vector<QSGRectangleNode *> m_fills;
    std::vector<QSGRectangleNode *> m_tints;
    quint64 m_uploads = 0;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridnode.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>
#include <QSGTexture>

#include <utility>

namespace Ghar {

namespace {
QRectF logicalRect(const QRect &rect, const GridFrame &frame)
{
    return {rect.x() / frame.ratio + frame.shift.x(), rect.y() / frame.ratio + frame.shift.y(),
            rect.width() / frame.ratio, rect.height() / frame.ratio};
}
} // namespace

// Transform nodes although nothing is transformed: for children that are added later, the software renderer remembers
// the position of a parent only when it is one.
GridNode::GridNode()
    : m_fillLayer(new QSGTransformNode), m_tileLayer(new QSGTransformNode), m_tintLayer(new QSGTransformNode)
{
    appendChildNode(m_fillLayer);
    appendChildNode(m_tileLayer);
    appendChildNode(m_tintLayer);
}

GridNode::~GridNode() = default;

void GridNode::synchronize(const GridFrame &frame, QQuickWindow *window)
{
    synchronizeFills(frame.fills, frame, m_fillLayer, &m_fills, window);
    synchronizeTiles(frame, window);
    synchronizeFills(frame.tints, frame, m_tintLayer, &m_tints, window);
}

void GridNode::synchronizeTiles(const GridFrame &frame, QQuickWindow *window)
{
    std::unordered_map<quint64, Slot> kept;
    kept.reserve(frame.tiles.size());
    for (const GridFrame::Tile &tile : frame.tiles) {
        if (const auto it = m_slots.find(tile.serial); it != m_slots.end()) {
            kept.emplace(tile.serial, std::move(it->second));
            m_slots.erase(it);
        }
    }
    for (const GridFrame::Tile &tile : frame.tiles) {
        Slot &slot = kept[tile.serial];
        if (!slot.node) {
            if (!m_slots.empty()) {
                slot.node = m_slots.begin()->second.node;
                slot.texture = std::move(m_slots.begin()->second.texture);
                m_slots.erase(m_slots.begin());
            } else {
                slot.node = window->createImageNode();
                slot.node->setFiltering(QSGTexture::Nearest);
                slot.node->setMipmapFiltering(QSGTexture::None);
                slot.node->setOwnsTexture(false);
            }
            // A texture of its own each: in an atlas the neighbours would have to be kept apart, and the atlas is
            // too small for a window full of rows.
            std::unique_ptr<QSGTexture> texture(
                window->createTextureFromImage(tile.picture, QQuickWindow::TextureIsOpaque));
            slot.node->setTexture(texture.get());
            slot.texture = std::move(texture);
            ++m_uploads;
            // Not earlier: the software renderer looks at the texture of whatever is in the tree.
            if (!slot.node->parent())
                m_tileLayer->appendChildNode(slot.node);
        }
        const QRectF target = logicalRect(tile.target, frame);
        if (slot.node->rect() != target)
            slot.node->setRect(target);
        if (slot.node->sourceRect() != QRectF(tile.source))
            slot.node->setSourceRect(tile.source);
    }
    for (auto &[serial, slot] : m_slots) {
        m_tileLayer->removeChildNode(slot.node);
        delete slot.node;
    }
    m_slots = std::move(kept);
}

void GridNode::synchronizeFills(const std::vector<GridFrame::Fill> &fills, const GridFrame &frame, QSGNode *layer,
                                std::vector<QSGRectangleNode *> *nodes, QQuickWindow *window)
{
    while (nodes->size() > fills.size()) {
        layer->removeChildNode(nodes->back());
        delete nodes->back();
        nodes->pop_back();
    }
    while (nodes->size() < fills.size()) {
        nodes->push_back(window->createRectangleNode());
        layer->appendChildNode(nodes->back());
    }
    for (size_t i = 0; i < fills.size(); ++i) {
        QSGRectangleNode *node = (*nodes)[i];
        if (const QRectF rect = logicalRect(fills[i].rect, frame); node->rect() != rect)
            node->setRect(rect);
        if (node->color() != fills[i].color)
            node->setColor(fills[i].color);
    }
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapnode.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRectangleNode>
#include <QSGTexture>

#include <cmath>

namespace Ghar {

// Transform nodes although nothing is transformed: for children that are added later, the software renderer remembers
// the position of a parent only when it is one.

template <typename Key>
void MapImageNodes<Key>::set(const Key &key, const QImage &image, const QRectF &target, const QRectF &source,
                             QQuickWindow *window)
{
    Entry &entry = m_entries[key];
    entry.round = m_round;
    const bool isNew = !entry.node;
    if (isNew) {
        entry.place = new QSGTransformNode;
        this->appendChildNode(entry.place);
        entry.node = window->createImageNode();
        entry.node->setMipmapFiltering(QSGTexture::None);
        entry.node->setOwnsTexture(true);
    }
    if (isNew || entry.serial != image.cacheKey()) {
        entry.serial = image.cacheKey();
        entry.node->setTexture(window->createTextureFromImage(
            image, image.hasAlphaChannel() ? QQuickWindow::TextureHasAlphaChannel : QQuickWindow::TextureIsOpaque));
    }
    // Pixel for pixel there is nothing to smooth.
    const double ratio = window->effectiveDevicePixelRatio();
    const bool isExact = std::abs(target.width() * ratio - source.width()) < 0.01
        && std::abs(target.height() * ratio - source.height()) < 0.01;
    const QSGTexture::Filtering filtering = isExact ? QSGTexture::Nearest : QSGTexture::Linear;
    if (isNew || entry.node->filtering() != filtering)
        entry.node->setFiltering(filtering);
    if (isNew || entry.node->rect() != target)
        entry.node->setRect(target);
    if (isNew || entry.node->sourceRect() != source)
        entry.node->setSourceRect(source);
    // Not earlier: the software renderer looks at the texture of whatever is in the tree.
    if (isNew)
        entry.place->appendChildNode(entry.node);
}

template <typename Key> void MapImageNodes<Key>::end()
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry->round == m_round) {
            ++entry;
            continue;
        }
        this->removeChildNode(entry->place);
        delete entry->place; // with its picture
        entry = m_entries.erase(entry);
    }
}

MapNode::MapNode(QQuickWindow *window)
    : m_ground(window->createRectangleNode())
    , m_standIns(new MapImageNodes<TilePlace>)
    , m_tiles(new MapImageNodes<TilePlace>)
    , m_labels(new MapImageNodes<int>)
{
    appendChildNode(m_ground);
    appendChildNode(m_standIns);
    appendChildNode(m_tiles);
    appendChildNode(m_labels);
}

void MapNode::synchronize(const MapViewport &viewport, const QColor &ground, const QList<ShownTile> &tiles,
                          const QList<ShownLabel> &labels, QQuickWindow *window)
{
    const QRectF whole({}, viewport.size);
    if (m_ground->rect() != whole)
        m_ground->setRect(whole);
    if (m_ground->color() != ground)
        m_ground->setColor(ground);

    m_standIns->begin();
    m_tiles->begin();
    for (const ShownTile &tile : tiles) {
        MapImageNodes<TilePlace> *nodes = tile.isStandIn ? m_standIns : m_tiles;
        nodes->set(tile.place, tile.image, tileRect(tile.place, viewport), tile.part, window);
    }
    m_standIns->end();
    m_tiles->end();

    m_labels->begin();
    for (const ShownLabel &label : labels) {
        const QPointF corner = viewport.pointOf(label.world) - label.label.anchor;
        const QRectF target(std::round(corner.x() * viewport.ratio) / viewport.ratio,
                            std::round(corner.y() * viewport.ratio) / viewport.ratio, label.label.size.width(),
                            label.label.size.height());
        if (target.intersects(whole))
            m_labels->set(label.index, label.label.image, target, QRectF(label.label.image.rect()), window);
    }
    m_labels->end();
}

} // namespace Ghar

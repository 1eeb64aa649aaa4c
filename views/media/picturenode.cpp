// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturenode.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>

namespace Ghar {

// Transform nodes although nothing is transformed: for children that are added later, the software renderer remembers
// the position of a parent only when it is one.
PictureNode::PictureNode()
{
    for (Layer *layer : {&m_whole, &m_part}) {
        layer->place = new QSGTransformNode;
        appendChildNode(layer->place);
    }
}

void PictureNode::synchronize(const PictureView &view, const DecodedPicture &whole, const DecodedPicture &part,
                              QQuickWindow *window)
{
    const QRectF seen = view.source();
    const double factor = double(whole.image.width()) / whole.natural.width();
    const double factorDown = double(whole.image.height()) / whole.natural.height();
    show(m_whole, whole.image, view.target(),
         {seen.x() * factor, seen.y() * factorDown, seen.width() * factor, seen.height() * factorDown}, window);
    const QRectF seenPart = seen & QRectF(part.region);
    if (part.image.isNull() || seenPart.isEmpty()) {
        hide(m_part);
        return;
    }
    const double across = double(part.image.width()) / part.region.width();
    const double down = double(part.image.height()) / part.region.height();
    show(m_part, part.image, view.targetOf(seenPart),
         {(seenPart.x() - part.region.x()) * across, (seenPart.y() - part.region.y()) * down, seenPart.width() * across,
          seenPart.height() * down},
         window);
}

void PictureNode::show(Layer &layer, const QImage &image, const QRectF &target, const QRectF &source,
                       QQuickWindow *window)
{
    const bool isNew = !layer.node;
    if (isNew) {
        layer.node = window->createImageNode();
        layer.node->setFiltering(QSGTexture::Linear);
        layer.node->setMipmapFiltering(QSGTexture::None);
        layer.node->setOwnsTexture(true);
    }
    if (isNew || layer.serial != image.cacheKey()) {
        layer.serial = image.cacheKey();
        layer.node->setTexture(window->createTextureFromImage(
            image, image.hasAlphaChannel() ? QQuickWindow::TextureHasAlphaChannel : QQuickWindow::TextureIsOpaque));
    }
    if (isNew || layer.node->rect() != target)
        layer.node->setRect(target);
    if (isNew || layer.node->sourceRect() != source)
        layer.node->setSourceRect(source);
    // Not earlier: the software renderer looks at the texture of whatever is in the tree.
    if (isNew)
        layer.place->appendChildNode(layer.node);
}

void PictureNode::hide(Layer &layer)
{
    if (!layer.node)
        return;
    layer.place->removeChildNode(layer.node);
    delete layer.node;
    layer.node = nullptr;
}

} // namespace Ghar

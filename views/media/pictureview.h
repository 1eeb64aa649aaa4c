// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace Ghar {

/// Which part of a picture is seen where: numbers only. The item is in logical pixels, the picture in its own.
struct PictureView
{
    QSizeF item;
    QSize natural;
    bool isCropped = false;   ///< fills the item; otherwise all of it is seen, never enlarged
    double zoom = 1;          ///< times that
    QPointF centre{0.5, 0.5}; ///< what is in the middle, as a fraction of the picture
    double ratio = 1;         ///< device pixels of a logical one

    [[nodiscard]] bool isEmpty() const { return item.isEmpty() || natural.isEmpty(); }
    /// Logical pixels of one pixel of the picture.
    [[nodiscard]] double scale() const;
    /// The zoom at which a pixel of the picture is one of the screen.
    [[nodiscard]] double zoomOfPixels() const;
    /// The largest zoom that makes sense.
    [[nodiscard]] double mostZoom() const;
    /// The same with a zoom and a centre that leave no room empty that the picture could fill.
    [[nodiscard]] PictureView bounded() const;
    /// The whole picture, also where it is outside of the item. Stands on whole device pixels.
    [[nodiscard]] QRectF whole() const;
    /// What is seen, in the item …
    [[nodiscard]] QRectF target() const;
    /// … and in the picture.
    [[nodiscard]] QRectF source() const;
    /// Where a part of the picture stands in the item.
    [[nodiscard]] QRectF targetOf(const QRectF &part) const;
    /// With another zoom; what is at the point stays there, as far as there is picture enough.
    [[nodiscard]] PictureView zoomedAt(double newZoom, const QPointF &point) const;
    /// Moved by logical pixels.
    [[nodiscard]] PictureView movedBy(const QPointF &distance) const;
};

} // namespace Ghar

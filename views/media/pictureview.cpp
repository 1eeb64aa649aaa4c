// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureview.h"

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {

/// Eight device pixels for one of the picture: what is looked for further in is not in the picture.
constexpr double closest = 8;

double boundedCentre(double centre, double pictureSide, double itemSide)
{
    if (pictureSide <= itemSide)
        return 0.5;
    const double margin = itemSide / pictureSide / 2;
    return std::clamp(centre, margin, 1 - margin);
}

} // namespace

double PictureView::scale() const
{
    if (isEmpty())
        return 1;
    const double across = item.width() / natural.width();
    const double down = item.height() / natural.height();
    const double whole = isCropped ? std::max(across, down) : std::min({across, down, 1 / ratio});
    return whole * zoom;
}

double PictureView::zoomOfPixels() const
{
    return zoom / (scale() * ratio);
}

double PictureView::mostZoom() const
{
    return std::max(1.0, closest * zoomOfPixels());
}

PictureView PictureView::bounded() const
{
    PictureView view = *this;
    view.zoom = std::clamp(zoom, 1.0, mostZoom());
    const QSizeF size = QSizeF(natural) * view.scale();
    view.centre = {boundedCentre(centre.x(), size.width(), item.width()),
                   boundedCentre(centre.y(), size.height(), item.height())};
    return view;
}

QRectF PictureView::whole() const
{
    const QSizeF size = QSizeF(natural) * scale();
    const auto onPixel = [this](double place) { return std::round(place * ratio) / ratio; };
    return {onPixel(item.width() / 2 - centre.x() * size.width()),
            onPixel(item.height() / 2 - centre.y() * size.height()), size.width(), size.height()};
}

QRectF PictureView::target() const
{
    return whole() & QRectF({}, item);
}

QRectF PictureView::source() const
{
    const QRectF seen = target();
    const double factor = scale();
    return {(seen.topLeft() - whole().topLeft()) / factor, seen.size() / factor};
}

QRectF PictureView::targetOf(const QRectF &part) const
{
    const double factor = scale();
    return {whole().topLeft() + part.topLeft() * factor, part.size() * factor};
}

PictureView PictureView::zoomedAt(double newZoom, const QPointF &point) const
{
    if (isEmpty())
        return *this;
    const QPointF fixed = (point - whole().topLeft()) / scale(); // of the picture
    PictureView view = *this;
    view.zoom = std::clamp(newZoom, 1.0, mostZoom());
    const QPointF middle = fixed + (QPointF(item.width() / 2, item.height() / 2) - point) / view.scale();
    view.centre = {middle.x() / natural.width(), middle.y() / natural.height()};
    return view.bounded();
}

PictureView PictureView::movedBy(const QPointF &distance) const
{
    if (isEmpty())
        return *this;
    PictureView view = *this;
    const QPointF moved = distance / scale();
    view.centre -= QPointF(moved.x() / natural.width(), moved.y() / natural.height());
    return view.bounded();
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mappicture.h"

#include "basemappainter.h"
#include "geo/scalebar.h"
#include "geo/webmercator.h"
#include "maplabellayer.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Ghar {

namespace {

constexpr double edge = 12;
constexpr double longestScale = 110;
constexpr double haloWidth = 1.75;

void drawWords(QPainter &painter, const QPointF &baseline, const QString &text, const MapLook &look)
{
    QPainterPath outline;
    outline.addText(baseline, painter.font(), text);
    painter.strokePath(outline, QPen(look.halo, 2 * haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(look.label);
    painter.drawText(baseline, text);
}

void drawScale(QPainter &painter, const MapViewport &viewport, const MapLook &look)
{
    const double latitude = WebMercator::coordinateOf(viewport.center).latitude();
    const ScaleBar bar = scaleBar(WebMercator::metresPerPixel(latitude, viewport.zoom), longestScale);
    const double bottom = viewport.size.height() - edge;
    const QPointF left(edge, bottom);
    const QPointF right(edge + bar.pixels, bottom);
    painter.setPen(QPen(look.label, 1.5));
    painter.drawPolyline(QPolygonF({left - QPointF(0, 6), left, right, right - QPointF(0, 6)}));
    drawWords(painter, left - QPointF(0, 10), distanceText(bar.metres), look);
}

} // namespace

QString mapAttribution()
{
    return QCoreApplication::translate(
        "Ghar::Map", "Place data © GeoNames, CC BY 4.0, changed · Made with Natural Earth · boundaries schematic");
}

QImage mapPicture(const MapViewport &viewport, const MapLook &look)
{
    const QSize pixels = (viewport.size * viewport.ratio).toSize();
    if (pixels.isEmpty())
        return {};
    QImage image(pixels, QImage::Format_RGB32);
    image.setDevicePixelRatio(viewport.ratio);
    image.fill(look.water);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    const int side = int(std::ceil(WebMercator::tileSize * viewport.ratio));
    for (const TilePlace &place : tileCover(viewport))
        painter.drawImage(tileRect(place, viewport), baseMapTile(place.id, side, look));
    MapLabelPainter labels(look, viewport.ratio);
    for (const ShownLabel &label : chosenLabels(viewport, labels))
        painter.drawImage(QRectF(viewport.pointOf(label.world) - label.label.anchor, label.label.size),
                          label.label.image);
    QFont small(look.family);
    small.setPixelSize(12);
    painter.setFont(small);
    drawScale(painter, viewport, look);
    const double width = painter.fontMetrics().horizontalAdvance(mapAttribution());
    // Over whatever is named there.
    const double line = painter.fontMetrics().height() + edge;
    painter.fillRect(
        QRectF(viewport.size.width() - width - 2 * edge, viewport.size.height() - line, width + 2 * edge, line),
        look.halo);
    drawWords(painter, {qMax(edge, viewport.size.width() - edge - width), viewport.size.height() - edge * 0.75},
              mapAttribution(), look);
    painter.end();
    image.setDevicePixelRatio(1);
    return image;
}

} // namespace Ghar

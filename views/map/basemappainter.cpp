// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemappainter.h"

#include "geo/basemap.h"
#include "geo/webmercator.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Ghar {

namespace {

/// Pixels around a tile that are drawn as well, so that lines end beyond its edges.
constexpr double margin = 8;

/// One tile being drawn. Geometry is cut to the tile before it reaches the painter: at the highest zoom a country would
/// be millions of pixels wide.
class TileDrawing
{
public:
    TileDrawing(const TileId &id, int pixels, const MapLook &look);
    QImage drawn();

private:
    enum class Side { Left, Right, Top, Bottom };
    [[nodiscard]] QPointF pixelOf(const QPointF &world) const { return (world - m_origin) * m_scale; }
    [[nodiscard]] bool isSeen(const MapPath &path) const;
    [[nodiscard]] QList<QPointF> cut(const QList<QPointF> &ring, Side side) const;
    void fill(const QList<MapPath> &rings, const QColor &color, const QColor &edge = {});
    void stroke(const QList<MapPath> &lines, const QColor &color, double width);

    TileId m_id;
    const MapLook &m_look;
    double m_unit; ///< pixels of the screen for one of the map
    double m_scale;
    QPointF m_origin;
    QRectF m_area;      ///< in pixels, with the margin
    QRectF m_worldArea; ///< the same in the world
    QImage m_image;
    QPainter m_painter;
};

TileDrawing::TileDrawing(const TileId &id, int pixels, const MapLook &look)
    : m_id(id)
    , m_look(look)
    , m_unit(double(pixels) / WebMercator::tileSize)
    , m_scale(std::exp2(id.zoom) * pixels)
    , m_origin(id.worldRect().topLeft())
    , m_area(-margin * m_unit, -margin * m_unit, pixels + 2 * margin * m_unit, pixels + 2 * margin * m_unit)
    , m_worldArea(m_origin + m_area.topLeft() / m_scale, m_area.size() / m_scale)
    , m_image(pixels, pixels, QImage::Format_RGB32)
{
    m_image.fill(look.water);
}

bool TileDrawing::isSeen(const MapPath &path) const
{
    // Not QRectF::intersects(): the bounds of a straight line are empty.
    return path.bounds.left() <= m_worldArea.right() && path.bounds.right() >= m_worldArea.left()
        && path.bounds.top() <= m_worldArea.bottom() && path.bounds.bottom() >= m_worldArea.top();
}

QList<QPointF> TileDrawing::cut(const QList<QPointF> &ring, Side side) const
{
    const auto distance = [&](const QPointF &point) {
        switch (side) {
        case Side::Left:
            return point.x() - m_area.left();
        case Side::Right:
            return m_area.right() - point.x();
        case Side::Top:
            return point.y() - m_area.top();
        case Side::Bottom:
            break;
        }
        return m_area.bottom() - point.y();
    };
    QList<QPointF> result;
    if (ring.isEmpty())
        return result;
    result.reserve(ring.size());
    QPointF before = ring.last();
    double beforeInside = distance(before);
    for (const QPointF &point : ring) {
        const double inside = distance(point);
        if ((inside >= 0) != (beforeInside >= 0))
            result.append(before + (point - before) * (beforeInside / (beforeInside - inside)));
        if (inside >= 0)
            result.append(point);
        before = point;
        beforeInside = inside;
    }
    return result;
}

void TileDrawing::fill(const QList<MapPath> &rings, const QColor &color, const QColor &edge)
{
    // One path for all: where two areas meet, their edges cancel each other instead of leaving a seam.
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const MapPath &ring : rings) {
        if (!isSeen(ring))
            continue;
        QList<QPointF> points;
        points.reserve(ring.points.size());
        for (const QPointF &point : ring.points)
            points.append(pixelOf(point));
        if (!m_worldArea.contains(ring.bounds)) {
            for (const Side side : {Side::Left, Side::Right, Side::Top, Side::Bottom})
                points = cut(points, side);
        }
        if (points.size() > 2) {
            path.addPolygon(points);
            path.closeSubpath();
        }
    }
    if (path.isEmpty())
        return;
    m_painter.fillPath(path, color);
    if (edge.isValid())
        m_painter.strokePath(path, QPen(edge, m_unit));
}

void TileDrawing::stroke(const QList<MapPath> &lines, const QColor &color, double width)
{
    QPainterPath path;
    for (const MapPath &line : lines) {
        if (!isSeen(line))
            continue;
        bool isDown = false;
        QPointF before = pixelOf(line.points.first());
        for (qsizetype i = 1; i < line.points.size(); ++i) {
            const QPointF point = pixelOf(line.points.at(i));
            const bool isAway = (before.x() < m_area.left() && point.x() < m_area.left())
                || (before.x() > m_area.right() && point.x() > m_area.right())
                || (before.y() < m_area.top() && point.y() < m_area.top())
                || (before.y() > m_area.bottom() && point.y() > m_area.bottom());
            if (!isAway) {
                if (!isDown)
                    path.moveTo(before);
                path.lineTo(point);
            }
            isDown = !isAway;
            before = point;
        }
    }
    if (path.isEmpty())
        return;
    m_painter.strokePath(path, QPen(color, width * m_unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

QImage TileDrawing::drawn()
{
    const int zoom = m_id.zoom;
    const MapOutlines &outlines = BaseMap::outlines(zoom <= BaseMap::coarseZoom);
    m_painter.begin(&m_image);
    m_painter.setRenderHint(QPainter::Antialiasing);
    fill(outlines.land, m_look.land);
    fill(outlines.home, m_look.home);
    if (zoom >= 4) {
        const MapDetail &detail = BaseMap::detail();
        if (zoom >= 6)
            fill(detail.urban, m_look.urban);
        stroke(detail.rivers, m_look.river, qBound(0.7, 0.7 + (zoom - 5) * 0.2, 2.5));
        fill(detail.lakes, m_look.water, m_look.river);
    }
    stroke(outlines.coast, m_look.coast, zoom <= 3 ? 0.7 : 1.0);
    // No dashes: they would begin anew in every tile.
    if (zoom >= 4)
        stroke(outlines.stateBorders, m_look.stateBorder, zoom <= 5 ? 0.8 : 1.1);
    stroke(outlines.borders, m_look.border, zoom <= 3 ? 0.7 : 1.0);
    stroke(outlines.homeBorders, m_look.homeBorder, zoom <= 3 ? 0.9 : zoom <= 5 ? 1.3 : 1.7);
    m_painter.end();
    return m_image;
}

} // namespace

QImage baseMapTile(const TileId &id, int pixels, const MapLook &look)
{
    return TileDrawing(id, pixels, look).drawn();
}

} // namespace Ghar

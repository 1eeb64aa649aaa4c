// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maplabellayer.h"

#include "geo/webmercator.h"

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {

/// Around the viewport, so that a little panning shows no bare land.
constexpr double spare = 160;
/// Between two labels.
constexpr double gap = 3;
/// Towns that others keep clear of.
constexpr qsizetype mostDots = 120;
/// Side of the squares in which taken places are looked up.
constexpr double cellSide = 96;

/// Rectangles that are taken, in squares, so that a label is only held against its neighbours.
class TakenPlaces
{
public:
    [[nodiscard]] bool isFree(const QRectF &rect) const
    {
        bool isFree = true;
        forCells(rect, [&](const std::pair<int, int> &cell) {
            for (const QRectF &taken : m_cells.value(cell))
                isFree = isFree && !taken.intersects(rect);
        });
        return isFree;
    }
    void take(const QRectF &rect)
    {
        forCells(rect, [&](const std::pair<int, int> &cell) { m_cells[cell].append(rect); });
    }

private:
    template <typename Call> static void forCells(const QRectF &rect, Call call)
    {
        for (int x = int(std::floor(rect.left() / cellSide)); x <= int(std::floor(rect.right() / cellSide)); ++x) {
            for (int y = int(std::floor(rect.top() / cellSide)); y <= int(std::floor(rect.bottom() / cellSide)); ++y)
                call(std::pair(x, y));
        }
    }
    QHash<std::pair<int, int>, QList<QRectF>> m_cells;
};

} // namespace

QList<ShownLabel> chosenLabels(const MapViewport &viewport, MapLabelPainter &painter)
{
    using Side = MapLabelPainter::Side;
    struct Candidate
    {
        int index;
        QPointF point;
        bool isArea;
    };
    const QRectF area = QRectF({}, viewport.size).adjusted(-spare, -spare, spare, spare);
    const QList<MapLabel> &labels = BaseMap::labels();
    QList<Candidate> candidates;
    QList<QPointF> dots; // of the most important places
    for (int i = 0; i < labels.size(); ++i) {
        const MapLabel &label = labels.at(i);
        // Names come a little before the zoom they are meant for: the map between two zooms is not to look bare.
        if (viewport.zoom + 0.5 < label.minimalZoom || viewport.zoom > label.maximalZoom)
            continue;
        const QPointF point = viewport.pointOf(label.world);
        if (!area.contains(point))
            continue;
        const bool isArea = label.kind == MapLabel::Kind::Country || label.kind == MapLabel::Kind::State;
        candidates.append({i, point, isArea});
        if (!isArea && dots.size() < mostDots)
            dots.append(point);
    }
    QList<ShownLabel> chosen;
    TakenPlaces taken;
    for (const Candidate &candidate : std::as_const(candidates)) {
        const MapLabel &label = labels.at(candidate.index);
        const QPointF point = candidate.point;
        std::optional<Side> best;
        QRectF bestRect;
        for (const Side side :
             candidate.isArea ? QList{Side::Middle} : QList{Side::Right, Side::Left, Side::Above, Side::Below}) {
            QRectF rect = painter.words(label, side).translated(point).adjusted(-gap, -gap, gap, gap);
            if (!candidate.isArea)
                rect |= QRectF(point.x() - gap, point.y() - gap, 2 * gap, 2 * gap);
            if (!taken.isFree(rect))
                continue;
            // Rather on a side where no other town is, which would lose its name for it.
            const bool isAlone = std::none_of(dots.cbegin(), dots.cend(),
                                              [&](const QPointF &dot) { return dot != point && rect.contains(dot); });
            if (best && !isAlone)
                continue;
            best = side;
            bestRect = rect;
            if (isAlone)
                break;
        }
        if (best) {
            taken.take(bestRect);
            chosen.append({candidate.index, label.world, painter.draw(label, *best)});
        }
    }
    return chosen;
}

MapLabelLayer::MapLabelLayer(QObject *parent) : QObject(parent)
{
    m_worker.setMaxThreadCount(1);
}

MapLabelLayer::~MapLabelLayer()
{
    m_worker.clear();
    m_worker.waitForDone();
}

void MapLabelLayer::show(const MapViewport &viewport, const MapLook &look)
{
    const Task task{viewport, look};
    if (m_shown == task) {
        m_wanted.reset();
        return;
    }
    m_wanted = task;
    if (!m_isWorking)
        start();
}

void MapLabelLayer::start()
{
    m_shown = std::exchange(m_wanted, std::nullopt);
    if (!m_painter || m_painter->look() != m_shown->look || m_painter->ratio() != m_shown->viewport.ratio)
        m_painter = std::make_shared<MapLabelPainter>(m_shown->look, m_shown->viewport.ratio);
    m_isWorking = true;
    m_worker.start([this, painter = m_painter, viewport = m_shown->viewport] {
        const QList<ShownLabel> labels = chosenLabels(viewport, *painter);
        // The destructor waits for this worker; what is queued is dropped with it.
        QMetaObject::invokeMethod(
            this,
            [this, labels] {
                m_isWorking = false;
                m_labels = labels;
                if (m_wanted)
                    start();
                emit changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace Ghar

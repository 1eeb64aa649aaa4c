// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablegrid.h"

#include <QQuickWindow>

#include <algorithm>

namespace Ghar {

namespace {
/// Rows that stay painted above and below the visible ones, so that small movements to and fro paint nothing.
constexpr qint64 keptRows = 4;
constexpr float strongestTint = 0.4F;

QColor tinted(QColor color)
{
    color.setAlphaF(std::min(color.alphaF(), strongestTint));
    return color;
}
} // namespace

QRect TableGrid::pinnedRegion() const
{
    return QRect(m_gutter, 0, m_columns.pinnedWidth(), m_size.height()) & QRect(QPoint(0, 0), m_size);
}

QRect TableGrid::scrollRegion() const
{
    const int left = m_gutter + m_columns.pinnedWidth();
    return {left, 0, std::max(0, m_size.width() - left), m_size.height()};
}

void TableGrid::updatePolish()
{
    refreshGeometry();
    const qint64 first = m_viewport.firstRow();
    const qint64 last = m_size.isEmpty() ? -1 : m_viewport.lastRow();
    if (first != m_reportedFirst || last != m_reportedLast) {
        m_reportedFirst = first;
        m_reportedLast = last;
        if (last >= 0)
            emit visibleRowsChanged(first, last);
    }
    refreshHover();

    m_frame = GridFrame();
    m_frame.ratio = m_ratio;
    m_frame.shift = m_shift;
    m_tiles.keepRows(first - keptRows, last + keptRows);
    if (m_model && last >= 0)
        paintMissingTiles(first, last);

    const QRect whole(QPoint(0, 0), m_size);
    const int rowsEnd = last < 0 ? 0 : int(std::min<qint64>(m_viewport.rowTop(last + 1), m_size.height()));
    const int columnsEnd = std::min(m_gutter + m_columns.totalWidth() - m_scrollX, m_size.width());
    if (const QRect below = whole.adjusted(0, rowsEnd, 0, 0); !below.isEmpty())
        m_frame.fills.push_back({below, m_style.background});
    if (const QRect beside(columnsEnd, 0, m_size.width() - columnsEnd, rowsEnd); !beside.isEmpty())
        m_frame.fills.push_back({beside, m_style.background});
    addTints();
}

void TableGrid::paintMissingTiles(qint64 first, qint64 last)
{
    const std::vector<GridColumns::Group> &groups = m_columns.groups();
    const QRect scrolling = scrollRegion();
    const QRect pinned = pinnedRegion();
    const int height = m_viewport.rowHeight();
    const int gutterIndex = int(groups.size());
    for (qint64 row = first; row <= last; ++row) {
        const int top = int(m_viewport.rowTop(row));
        for (int index = 0; index < int(groups.size()); ++index) {
            const GridColumns::Group &group = groups[size_t(index)];
            const QRect place(viewLeft(group.firstVisual), top, group.width, height);
            const QRect &region = group.pinned ? pinned : scrolling;
            if (!place.intersects(region))
                continue;
            TileStore::Tile &tile = m_tiles.tile(row, index);
            if (tile.dirty || tile.picture.size() != place.size())
                m_painter.paintCells(m_tiles.renew(&tile, place.size()), *m_model, row, m_columns, group);
            addTile(tile, place, region);
        }
        if (m_gutter > 0) {
            const QRect place(0, top, m_gutter, height);
            TileStore::Tile &tile = m_tiles.tile(row, gutterIndex);
            if (tile.dirty || tile.picture.size() != place.size())
                m_painter.paintRowNumber(m_tiles.renew(&tile, place.size()), rowNumber(row));
            addTile(tile, place, QRect(QPoint(0, 0), m_size));
        }
    }
}

void TableGrid::addTile(const TileStore::Tile &tile, const QRect &whole, const QRect &region)
{
    const QRect target = whole & region;
    m_frame.tiles.push_back({tile.serial, tile.picture, target, target.translated(-whole.topLeft())});
}

void TableGrid::addTints()
{
    const int lastVisual = m_columns.visualCount() - 1;
    const qint64 first = m_viewport.firstRow();
    const qint64 last = m_viewport.lastRow();
    if (last < 0 || lastVisual < 0)
        return;
    if (m_hoveredRow >= 0)
        addTint(m_hoveredRow, m_hoveredRow, 0, lastVisual, tinted(m_style.hover));
    for (const GridRange &range : m_selection.ranges()) {
        const qint64 from = std::max<qint64>(range.firstRow, first);
        const qint64 to = std::min<qint64>(range.lastRow, last);
        if (from > to)
            continue;
        addTint(from, to, range.firstColumn, std::min(range.lastColumn, lastVisual), tinted(m_style.selection));
        if (m_gutter > 0) {
            const int top = int(m_viewport.rowTop(from));
            const int height = int(to - from + 1) * m_viewport.rowHeight();
            m_frame.tints.push_back(
                {QRect(0, top, m_gutter, height) & QRect(QPoint(0, 0), m_size), tinted(m_style.selection)});
        }
    }

    const GridCell current = m_selection.current();
    if (!current.isValid() || current.row < first || current.row > last || current.visual > lastVisual)
        return;
    const QRect region = current.visual < m_columns.visiblePinned() ? pinnedRegion() : scrollRegion();
    const int line = std::max(1, m_painter.pixels(hasActiveFocus() ? 2 : 1));
    // Covers the lines of the cell itself, and none of its neighbours.
    const QRect cell(viewLeft(current.visual), int(m_viewport.rowTop(current.row)), m_columns.width(current.visual),
                     m_viewport.rowHeight());
    QColor color = m_style.selectionBorder;
    if (!hasActiveFocus())
        color.setAlphaF(color.alphaF() * 0.5F);
    const QRect sides[]{
        {cell.left(), cell.top(), cell.width(), line},
        {cell.left(), cell.bottom() + 1 - line, cell.width(), line},
        {cell.left(), cell.top() + line, line, cell.height() - 2 * line},
        {cell.right() + 1 - line, cell.top() + line, line, cell.height() - 2 * line},
    };
    for (const QRect &side : sides) {
        if (const QRect visible = side & region; !visible.isEmpty())
            m_frame.tints.push_back({visible, color});
    }
}

void TableGrid::addTint(qint64 firstRow, qint64 lastRow, int firstVisual, int lastVisual, const QColor &color)
{
    const int top = int(m_viewport.rowTop(firstRow));
    const int height = int(lastRow - firstRow + 1) * m_viewport.rowHeight();
    const int pinned = m_columns.visiblePinned();
    const auto add = [&](int from, int to, const QRect &region) {
        if (from > to)
            return;
        const int left = viewLeft(from);
        const int right = viewLeft(to) + m_columns.width(to);
        if (const QRect visible = QRect(left, top, right - left, height) & region; !visible.isEmpty())
            m_frame.tints.push_back({visible, color});
    };
    add(firstVisual, std::min(lastVisual, pinned - 1), pinnedRegion());
    add(std::max(firstVisual, pinned), lastVisual, scrollRegion());
}

QSGNode *TableGrid::updatePaintNode(QSGNode *oldNode, UpdatePaintNodeData *)
{
    auto *node = static_cast<GridNode *>(oldNode);
    if (!node)
        node = new GridNode;
    node->synchronize(m_frame, window());
    return node;
}

} // namespace Ghar

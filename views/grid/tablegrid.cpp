// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablegrid.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace Ghar {

TableGrid::TableGrid(QQuickItem *parent) : QQuickItem(parent), m_style(this), m_painter(&m_style)
{
    GridAccessible::install();
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
    connect(&m_style, &GridStyle::changed, this, &TableGrid::styleWasChanged);
}

TableGrid::~TableGrid() = default;

void TableGrid::componentComplete()
{
    QQuickItem::componentComplete();
    refreshGeometry();
    schedule();
}

void TableGrid::schedule()
{
    polish();
    update();
}

void TableGrid::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    refreshGeometry();
    schedule();
}

void TableGrid::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemSceneChange) {
        disconnect(m_windowConnection);
        if (data.window) {
            // Nothing tells an item that an ancestor moved by a fraction of a device pixel, as it does at 125 %.
            m_windowConnection = connect(data.window, &QQuickWindow::afterAnimating, this, [this] {
                const QPointF shift = m_shift;
                refreshGeometry();
                if (shift != m_shift)
                    schedule();
            });
        }
    }
    if (change == ItemSceneChange || change == ItemDevicePixelRatioHasChanged) {
        refreshGeometry();
        schedule();
    }
}

void TableGrid::refreshGeometry()
{
    const qreal ratio = window() ? window()->effectiveDevicePixelRatio() : 1.0;
    if (ratio != m_ratio) {
        m_scrollX = int(std::lround(m_scrollX * ratio / m_ratio));
        m_ratio = ratio;
        m_painter.prepare(ratio);
        m_columns.setDevicePixelRatio(ratio);
        m_viewport.setRowHeight(m_painter.pixels(m_rowHeight));
        m_tiles.clear();
        columnsWereChanged();
    }
    const QPointF corner = mapToScene(QPointF()) * m_ratio;
    const QPointF aligned(std::round(corner.x()), std::round(corner.y()));
    m_shift = (aligned - corner) / m_ratio;
    const QSize size(int(std::lround(corner.x() + width() * m_ratio - aligned.x())),
                     int(std::lround(corner.y() + height() * m_ratio - aligned.y())));
    if (size == m_size)
        return;
    const bool widthChanged = size.width() != m_size.width();
    m_size = size;
    m_viewport.setHeight(size.height());
    if (widthChanged)
        columnsWereChanged();
    applyViewport(true);
}

void TableGrid::applyViewport(bool moved)
{
    if (!moved)
        return;
    schedule();
    emit viewportChanged();
}

void TableGrid::columnsWereChanged()
{
    m_gutter = m_rowNumbersVisible ? m_painter.rowNumberWidth(m_viewport.rowCount()) : 0;
    m_scrollX = std::clamp(m_scrollX, 0, maximumScrollX());
    schedule();
    emit columnsChanged();
}

void TableGrid::styleWasChanged()
{
    m_painter.prepare(m_ratio);
    m_tiles.markDirtyFrom(0);
    columnsWereChanged();
}

void TableGrid::setRowHeight(qreal height)
{
    height = std::clamp(height, 8.0, 400.0);
    if (height == m_rowHeight)
        return;
    m_rowHeight = height;
    m_viewport.setRowHeight(m_painter.pixels(height));
    m_tiles.clear();
    emit rowHeightChanged();
    applyViewport(true);
}

void TableGrid::setRowNumbersVisible(bool visible)
{
    if (visible == m_rowNumbersVisible)
        return;
    m_rowNumbersVisible = visible;
    columnsWereChanged();
}

qreal TableGrid::gutterWidth() const
{
    return m_gutter / m_ratio;
}

void TableGrid::setColumnOrder(const QList<int> &order)
{
    if (order == m_columns.order())
        return;
    const GridCell current{m_selection.current().row, currentColumn()};
    m_columns.setOrder(order);
    m_tiles.clear();
    // Ranges are rectangles of what was side by side; whole rows would survive, but half a selection surprises.
    changeSelection([&] { m_selection.select({current.row, m_columns.visualOf(current.visual)}); });
    columnsWereChanged();
}

void TableGrid::setPinnedColumns(int count)
{
    if (count == m_columns.pinned())
        return;
    m_columns.setPinned(count);
    m_tiles.clear();
    columnsWereChanged();
}

qreal TableGrid::pinnedWidth() const
{
    return m_columns.pinnedWidth() / m_ratio;
}

void TableGrid::setDefaultColumnWidth(qreal width)
{
    if (width == m_columns.defaultWidth())
        return;
    m_columns.setDefaultWidth(width);
    m_tiles.clear();
    columnsWereChanged();
}

void TableGrid::setColumnWidth(int column, qreal width)
{
    const qreal before = m_columns.logicalWidth(column);
    m_columns.setLogicalWidth(column, width);
    if (m_columns.logicalWidth(column) == before)
        return;
    m_tiles.clear();
    columnsWereChanged();
}

qreal TableGrid::autoWidth(int column) const
{
    if (!m_model || column < 0 || column >= m_columns.columnCount())
        return defaultColumnWidth();
    int widest =
        m_painter.preferredHeaderWidth(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (qint64 row = m_viewport.firstRow(); row <= m_viewport.lastRow(); ++row)
        widest = std::max(widest, m_painter.preferredWidth(CellContent::read(*m_model, int(row), column)));
    return std::clamp(std::ceil(widest / m_ratio), 48.0, 480.0);
}

int TableGrid::maximumScrollX() const
{
    return std::max(0, m_gutter + m_columns.totalWidth() - m_size.width());
}

bool TableGrid::setScrollX(int pixels)
{
    pixels = std::clamp(pixels, 0, maximumScrollX());
    if (pixels == m_scrollX)
        return false;
    m_scrollX = pixels;
    schedule();
    emit columnsChanged();
    return true;
}

qreal TableGrid::contentX() const
{
    return m_scrollX / m_ratio;
}

void TableGrid::setContentX(qreal x)
{
    setScrollX(int(std::lround(std::clamp(x * m_ratio, 0.0, qreal(maximumScrollX())))));
}

qreal TableGrid::contentWidth() const
{
    return m_columns.totalWidth() / m_ratio;
}

qreal TableGrid::horizontalPosition() const
{
    return maximumScrollX() == 0 ? 0.0 : qreal(m_scrollX) / maximumScrollX();
}

void TableGrid::setHorizontalPosition(qreal fraction)
{
    setScrollX(int(std::lround(std::clamp(fraction, 0.0, 1.0) * maximumScrollX())));
}

qreal TableGrid::horizontalSize() const
{
    const int total = m_gutter + m_columns.totalWidth();
    return total == 0 ? 1.0 : std::min(1.0, qreal(m_size.width()) / total);
}

int TableGrid::visibleRowCount() const
{
    return m_viewport.lastRow() < 0 ? 0 : int(m_viewport.lastRow() - m_viewport.firstRow() + 1);
}

void TableGrid::setVerticalPosition(qreal fraction)
{
    applyViewport(m_viewport.setFraction(fraction));
}

void TableGrid::positionAtRow(qlonglong row)
{
    applyViewport(m_viewport.showAtTop(row));
}

void TableGrid::ensureVisible(qlonglong row, int column)
{
    applyViewport(m_viewport.ensureVisible(row));
    const int visual = m_columns.visualOf(column);
    if (visual < m_columns.visiblePinned()) // pinned, hidden or none
        return;
    const int start = m_gutter + m_columns.pinnedWidth();
    const int left = viewLeft(visual);
    const int beyond = left + m_columns.width(visual) - m_size.width();
    if (left < start)
        setScrollX(m_scrollX + left - start);
    else if (beyond > 0)
        setScrollX(m_scrollX + std::min(beyond, left - start));
}

void TableGrid::scrollBy(qreal dx, qreal dy)
{
    const QPointF wanted = m_remainder + QPointF(dx, dy) * m_ratio;
    const QPointF whole(std::trunc(wanted.x()), std::trunc(wanted.y()));
    m_remainder = wanted - whole;
    setScrollX(m_scrollX + int(std::clamp(whole.x(), -1e8, 1e8)));
    applyViewport(m_viewport.scrollBy(qint64(std::clamp(whole.y(), -1e15, 1e15))));
}

int TableGrid::viewLeft(int visual) const
{
    return m_gutter + m_columns.left(visual) - (visual < m_columns.visiblePinned() ? 0 : m_scrollX);
}

qreal TableGrid::columnX(int visual) const
{
    return visual < 0 || visual >= m_columns.visualCount() ? 0.0 : viewLeft(visual) / m_ratio + m_shift.x();
}

qreal TableGrid::visualWidth(int visual) const
{
    return visual < 0 || visual >= m_columns.visualCount() ? 0.0 : m_columns.width(visual) / m_ratio;
}

QPoint TableGrid::toDevice(QPointF position) const
{
    const QPointF device = (position - m_shift) * m_ratio;
    return {int(std::floor(device.x())), int(std::floor(device.y()))};
}

int TableGrid::columnAt(qreal x) const
{
    return m_columns.logicalAt(cellAt(QPointF(x, m_shift.y()), false).visual);
}

qlonglong TableGrid::rowAt(qreal y) const
{
    return m_viewport.rowAt(toDevice(QPointF(0, y)).y());
}

QRectF TableGrid::cellRect(qlonglong row, int column) const
{
    const int visual = m_columns.visualOf(column);
    if (visual < 0 || row < 0 || row >= m_viewport.rowCount())
        return {};
    return {columnX(visual), m_viewport.rowTop(row) / m_ratio + m_shift.y(), visualWidth(visual),
            m_viewport.rowHeight() / m_ratio};
}

} // namespace Ghar

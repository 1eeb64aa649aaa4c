// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablegrid.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {
constexpr int dragScrollInterval = 16; // milliseconds
}

GridCell TableGrid::cellAt(QPointF position, bool clamped) const
{
    QPoint device = toDevice(position);
    const int pinnedEnd = m_gutter + m_columns.pinnedWidth();
    if (clamped && !m_size.isEmpty()) {
        device.setX(std::clamp(device.x(), m_gutter, std::max(m_gutter, m_size.width() - 1)));
        device.setY(std::clamp(device.y(), 0, m_size.height() - 1));
    }
    GridCell cell;
    cell.row = m_viewport.rowAt(device.y());
    if (device.x() >= m_gutter && device.x() < m_size.width())
        cell.visual = m_columns.visualAt(device.x() - m_gutter + (device.x() < pinnedEnd ? 0 : m_scrollX));
    if (clamped && cell.row < 0)
        cell.row = m_viewport.rowCount() - 1;
    if (clamped && cell.visual < 0)
        cell.visual = m_columns.visualCount() - 1;
    return cell;
}

void TableGrid::showCell(GridCell cell)
{
    ensureVisible(cell.row, m_columns.logicalAt(cell.visual));
}

void TableGrid::moveCurrent(GridCell cell, bool extend)
{
    if (m_viewport.rowCount() == 0 || m_columns.visualCount() == 0)
        return;
    cell.row = std::clamp<qint64>(cell.row, 0, m_viewport.rowCount() - 1);
    cell.visual = std::clamp(cell.visual, 0, m_columns.visualCount() - 1);
    changeSelection([&] {
        if (!extend)
            m_selection.select(cell);
        else if (!m_selection.ranges().isEmpty() && m_selection.ranges().constLast().wholeRows())
            m_selection.extendRowsTo(cell);
        else
            m_selection.extendTo(cell);
    });
    showCell(cell);
}

void TableGrid::setCurrentRow(qlonglong row)
{
    setCurrentCell(row, std::max(0, currentColumn()));
}

void TableGrid::setCurrentColumn(int column)
{
    setCurrentCell(std::max<qlonglong>(0, currentRow()), column);
}

void TableGrid::setCurrentCell(qlonglong row, int column)
{
    const int visual = m_columns.visualOf(column);
    if (row < 0 || visual < 0)
        changeSelection([&] { m_selection.select({}); });
    else
        moveCurrent({row, visual}, false);
}

bool TableGrid::isSelected(qlonglong row, int column) const
{
    return m_selection.contains({row, m_columns.visualOf(column)});
}

void TableGrid::selectAll()
{
    changeSelection([&] { m_selection.selectAll(m_viewport.rowCount()); });
}

void TableGrid::selectColumn(int column)
{
    const int visual = m_columns.visualOf(column);
    changeSelection([&] { m_selection.selectColumns(visual, visual, m_viewport.rowCount()); });
}

void TableGrid::selectRows(qlonglong first, qlonglong last)
{
    if (m_viewport.rowCount() == 0 || m_columns.visualCount() == 0)
        return;
    const int visual = std::max(0, m_selection.current().visual);
    const auto bounded = [&](qlonglong row) { return std::clamp<qint64>(row, 0, m_viewport.rowCount() - 1); };
    changeSelection([&] {
        m_selection.selectRow({bounded(first), visual});
        m_selection.extendRowsTo({bounded(last), visual});
    });
}

void TableGrid::clearSelection()
{
    changeSelection([&] { m_selection.clearRanges(); });
}

void TableGrid::wheelEvent(QWheelEvent *event)
{
    QPointF delta = event->pixelDelta();
    if (delta.isNull()) {
        // 120 units are one notch; finer wheels send parts of it, which scrollBy() adds up without loss.
        const qreal notch = QGuiApplication::styleHints()->wheelScrollLines() * m_viewport.rowHeight() / m_ratio;
        delta = QPointF(event->angleDelta()) / 120.0 * notch;
    }
    if (event->modifiers() & Qt::ShiftModifier && delta.x() == 0)
        delta = delta.transposed();
    scrollBy(-delta.x(), -delta.y());
    event->accept();
}

void TableGrid::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    const GridCell cell = cellAt(event->position(), false);
    const bool inGutter = toDevice(event->position()).x() < m_gutter;
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const bool toggle = event->modifiers() & Qt::ControlModifier;
    if (event->button() == Qt::RightButton) {
        const GridCell there = inGutter ? GridCell{cell.row, std::max(0, m_selection.current().visual)} : cell;
        if (there.isValid() && inGutter && !m_selection.rowIsSelected(there.row))
            changeSelection([&] { m_selection.selectRow(there); });
        else if (there.isValid() && !inGutter && !m_selection.contains(there))
            changeSelection([&] { m_selection.select(there); });
        return requestMenu(event->position(), there);
    }
    if (inGutter && cell.row >= 0 && m_columns.visualCount() > 0) {
        const GridCell row{cell.row, std::max(0, m_selection.current().visual)};
        changeSelection([&] {
            if (extend)
                m_selection.extendRowsTo(row);
            else if (toggle)
                m_selection.toggleRow(row);
            else
                m_selection.selectRow(row);
        });
        m_drag = Drag::Rows;
    } else if (cell.isValid()) {
        if (toggle && contentAt(cell).kind == CellKind::Link) {
            emit linkActivated(cell.row, m_columns.logicalAt(cell.visual));
            return;
        }
        changeSelection([&] {
            if (extend)
                m_selection.extendTo(cell);
            else if (toggle)
                m_selection.toggle(cell);
            else
                m_selection.select(cell);
        });
        showCell(cell);
        m_drag = Drag::Cells;
    } else {
        clearSelection();
    }
    setKeepMouseGrab(m_drag != Drag::None);
}

void TableGrid::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_drag == Drag::None)
        return;
    dragTo(m_pointer);
    const bool outside = !QRectF(gutterWidth() + pinnedWidth(), 0, width() - gutterWidth() - pinnedWidth(), height())
                              .contains(m_pointer);
    if (outside && !m_dragTimer.isActive())
        m_dragTimer.start(dragScrollInterval, this);
    else if (!outside)
        m_dragTimer.stop();
}

void TableGrid::dragTo(QPointF position)
{
    const GridCell cell = cellAt(position, true);
    if (!cell.isValid())
        return;
    changeSelection([&] {
        if (m_drag == Drag::Rows)
            m_selection.extendRowsTo({cell.row, std::max(0, m_selection.current().visual)});
        else if (cell != m_selection.current())
            m_selection.extendTo(cell);
    });
}

void TableGrid::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId())
        return QQuickItem::timerEvent(event);
    // The farther outside the pointer is, the faster the rows run.
    const auto speed = [](qreal at, qreal low, qreal high) {
        return at < low ? (at - low) / 3 : at > high ? (at - high) / 3 : 0.0;
    };
    const bool rows = m_drag == Drag::Rows;
    const qreal left =
        m_pointer.x() < gutterWidth() + pinnedWidth() && contentX() > 0 ? gutterWidth() + pinnedWidth() : 0.0;
    scrollBy(rows ? 0.0 : speed(m_pointer.x(), left, width()), speed(m_pointer.y(), 0, height()));
    dragTo(m_pointer);
}

void TableGrid::endDrag()
{
    m_drag = Drag::None;
    m_dragTimer.stop();
    setKeepMouseGrab(false);
}

void TableGrid::mouseReleaseEvent(QMouseEvent *)
{
    endDrag();
}

void TableGrid::mouseUngrabEvent()
{
    endDrag();
}

void TableGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const GridCell cell = cellAt(event->position(), false);
    if (event->button() == Qt::LeftButton && cell.isValid())
        emit activated(cell.row, m_columns.logicalAt(cell.visual));
}

void TableGrid::hoverMoveEvent(QHoverEvent *event)
{
    m_pointer = event->position();
    refreshHover();
}

void TableGrid::hoverLeaveEvent(QHoverEvent *)
{
    m_pointer = {-1, -1};
    refreshHover();
}

void TableGrid::refreshHover()
{
    const qint64 row = contains(m_pointer) ? m_viewport.rowAt(toDevice(m_pointer).y()) : -1;
    if (row == m_hoveredRow)
        return;
    m_hoveredRow = row;
    schedule();
    emit hoveredRowChanged();
}

void TableGrid::requestMenu(QPointF position, GridCell cell)
{
    emit contextMenuRequested(cell.isValid() ? cell.row : -1, cell.isValid() ? m_columns.logicalAt(cell.visual) : -1,
                              position);
}

void TableGrid::focusInEvent(QFocusEvent *event)
{
    QQuickItem::focusInEvent(event);
    // The keyboard needs a place to start from.
    if (!m_selection.current().isValid() && event->reason() != Qt::MouseFocusReason && rowCount() > 0)
        setCurrentCell(firstVisibleRow(), m_columns.logicalAt(0));
    schedule();
}

void TableGrid::focusOutEvent(QFocusEvent *event)
{
    QQuickItem::focusOutEvent(event);
    schedule();
}

void TableGrid::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const qint64 lastRow = m_viewport.rowCount() - 1;
    const int lastVisual = m_columns.visualCount() - 1;
    const GridCell current = m_selection.current();
    const GridCell start = current.isValid() ? current : GridCell{m_viewport.firstRow(), 0};
    const auto move = [&](qint64 row, int visual) {
        moveCurrent(current.isValid() ? GridCell{row, visual} : start, extend);
    };
    const auto page = [&](int direction) {
        const qint64 rows = m_viewport.wholeRows() * qint64(direction);
        applyViewport(m_viewport.scrollBy(rows * m_viewport.rowHeight()));
        move(start.row + rows, start.visual);
    };

    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (lastRow < 0 || lastVisual < 0)
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Up:
        return move(control ? 0 : start.row - 1, start.visual);
    case Qt::Key_Down:
        return move(control ? lastRow : start.row + 1, start.visual);
    case Qt::Key_Left:
        // Showing a pinned column takes no scrolling, but whoever jumps to the left edge wants to see it.
        if (control)
            setScrollX(0);
        return move(start.row, control ? 0 : start.visual - 1);
    case Qt::Key_Right:
        return move(start.row, control ? lastVisual : start.visual + 1);
    case Qt::Key_PageUp:
        return page(-1);
    case Qt::Key_PageDown:
        return page(1);
    case Qt::Key_Home:
        setScrollX(0);
        return moveCurrent({control ? 0 : start.row, 0}, extend);
    case Qt::Key_End:
        return moveCurrent({control ? lastRow : start.row, lastVisual}, extend);
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        const int step = event->key() == Qt::Key_Tab && !extend ? 1 : -1;
        int visual = start.visual + step;
        const qint64 row = visual < 0 ? start.row - 1 : visual > lastVisual ? start.row + 1 : start.row;
        visual = visual < 0 ? lastVisual : visual > lastVisual ? 0 : visual;
        // Beyond the first and the last cell the focus goes on to the next control, as does Ctrl+Tab everywhere.
        if (control || row < 0 || row > lastRow)
            return event->ignore();
        return moveCurrent({row, visual}, false);
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current.isValid() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier))
            return event->ignore();
        emit activated(current.row, currentColumn());
        return;
    case Qt::Key_Space:
        changeSelection([&] { m_selection.toggleRow(start); });
        return showCell(start);
    case Qt::Key_Escape:
        if (m_selection.ranges().isEmpty())
            return event->ignore();
        return clearSelection();
    case Qt::Key_Menu:
        break;
    case Qt::Key_F10:
        if (!extend)
            return event->ignore();
        break;
    default:
        return event->ignore();
    }
    showCell(start);
    requestMenu(cellRect(start.row, m_columns.logicalAt(start.visual)).bottomLeft(), start);
}

} // namespace Ghar

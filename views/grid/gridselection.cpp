// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridselection.h"

#include <algorithm>
#include <limits>

namespace Ghar {

namespace {
constexpr int lastOfAll = std::numeric_limits<int>::max();

GridRange between(GridCell a, GridCell b)
{
    GridRange range;
    range.firstRow = std::min(a.row, b.row);
    range.lastRow = std::max(a.row, b.row);
    range.firstColumn = std::min(a.visual, b.visual);
    range.lastColumn = std::max(a.visual, b.visual);
    return range;
}

GridRange rowsBetween(qint64 a, qint64 b)
{
    return between({a, 0}, {b, lastOfAll});
}
} // namespace

bool GridRange::wholeRows() const
{
    return firstColumn == 0 && lastColumn == lastOfAll;
}

bool GridRange::contains(GridCell cell) const
{
    return cell.row >= firstRow && cell.row <= lastRow && cell.visual >= firstColumn && cell.visual <= lastColumn;
}

bool GridSelection::contains(GridCell cell) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [&](const GridRange &range) { return range.contains(cell); });
}

bool GridSelection::rowIsSelected(qint64 row) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(), [&](const GridRange &range) {
        return range.wholeRows() && row >= range.firstRow && row <= range.lastRow;
    });
}

qint64 GridSelection::rowCount() const
{
    QList<GridRange> sorted = m_ranges;
    std::sort(sorted.begin(), sorted.end(),
              [](const GridRange &a, const GridRange &b) { return a.firstRow < b.firstRow; });
    qint64 count = 0;
    qint64 counted = -1; // last row that is counted already
    for (const GridRange &range : sorted) {
        const qint64 first = std::max<qint64>(range.firstRow, counted + 1);
        if (range.lastRow >= first)
            count += range.lastRow - first + 1;
        counted = std::max<qint64>(counted, range.lastRow);
    }
    return count;
}

void GridSelection::select(GridCell cell)
{
    m_current = m_anchor = cell;
    m_ranges.clear();
    if (cell.isValid())
        m_ranges.append(between(cell, cell));
}

void GridSelection::extendTo(GridCell cell)
{
    if (!m_anchor.isValid() || m_ranges.isEmpty())
        return select(cell);
    m_current = cell;
    m_ranges.last() = between(m_anchor, cell);
}

void GridSelection::toggle(GridCell cell)
{
    m_current = m_anchor = cell;
    if (m_ranges.removeAll(between(cell, cell)) == 0)
        m_ranges.append(between(cell, cell));
}

void GridSelection::selectRow(GridCell cell)
{
    m_current = m_anchor = cell;
    m_ranges = {rowsBetween(cell.row, cell.row)};
}

void GridSelection::extendRowsTo(GridCell cell)
{
    if (!m_anchor.isValid() || m_ranges.isEmpty())
        return selectRow(cell);
    m_current = cell;
    m_ranges.last() = rowsBetween(m_anchor.row, cell.row);
}

void GridSelection::toggleRow(GridCell cell)
{
    m_current = m_anchor = cell;
    if (!rowIsSelected(cell.row)) {
        // The cell that a mere move of the current cell selected is no choice of the user.
        m_ranges.removeAll(between(cell, cell));
        m_ranges.append(rowsBetween(cell.row, cell.row));
        return;
    }
    QList<GridRange> kept;
    for (GridRange range : std::as_const(m_ranges)) {
        if (!range.wholeRows() || cell.row < range.firstRow || cell.row > range.lastRow) {
            kept.append(range);
            continue;
        }
        if (range.firstRow < cell.row)
            kept.append(rowsBetween(range.firstRow, cell.row - 1));
        if (range.lastRow > cell.row)
            kept.append(rowsBetween(cell.row + 1, range.lastRow));
    }
    m_ranges = kept;
}

void GridSelection::selectColumns(int a, int b, qint64 rowCount)
{
    m_ranges.clear();
    if (rowCount > 0 && a >= 0 && b >= 0)
        m_ranges.append(between({0, a}, {rowCount - 1, b}));
}

void GridSelection::selectAll(qint64 rowCount)
{
    m_ranges.clear();
    if (rowCount > 0)
        m_ranges.append(rowsBetween(0, rowCount - 1));
}

void GridSelection::clearRanges()
{
    m_ranges.clear();
    m_anchor = m_current;
}

void GridSelection::insertRows(qint64 first, qint64 count)
{
    const auto moved = [&](qint64 row) { return row >= first ? row + count : row; };
    m_current.row = moved(m_current.row);
    m_anchor.row = moved(m_anchor.row);
    QList<GridRange> kept;
    for (GridRange range : std::as_const(m_ranges)) {
        // New rows inside of a range are not selected: nobody has seen them yet.
        if (range.firstRow < first && range.lastRow >= first) {
            GridRange above = range;
            above.lastRow = first - 1;
            kept.append(above);
            range.firstRow = first;
        }
        range.firstRow = moved(range.firstRow);
        range.lastRow = moved(range.lastRow);
        kept.append(range);
    }
    m_ranges = kept;
}

void GridSelection::removeRows(qint64 first, qint64 count)
{
    const qint64 end = first + count;
    const auto moved = [&](GridCell &cell) {
        if (cell.row >= end)
            cell.row -= count;
        else if (cell.row >= first)
            cell = {};
    };
    moved(m_current);
    moved(m_anchor);
    QList<GridRange> kept;
    for (GridRange range : std::as_const(m_ranges)) {
        range.firstRow = range.firstRow >= end ? range.firstRow - count : std::min<qint64>(range.firstRow, first);
        range.lastRow = range.lastRow >= end ? range.lastRow - count : std::min<qint64>(range.lastRow, first - 1);
        if (range.firstRow <= range.lastRow)
            kept.append(range);
    }
    m_ranges = kept;
}

} // namespace Ghar

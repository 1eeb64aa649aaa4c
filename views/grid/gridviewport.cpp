// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridviewport.h"

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {
/// Above this number of rows the thumb moves by whole rows.
constexpr qint64 fineThumbRows = 10'000;
} // namespace

void GridViewport::setRowCount(qint64 rows)
{
    m_rowCount = std::max<qint64>(rows, 0);
    clamp();
}

void GridViewport::setRowHeight(int pixels)
{
    pixels = std::max(pixels, 1);
    if (pixels == m_rowHeight)
        return;
    m_offset = int(qint64(m_offset) * pixels / m_rowHeight);
    m_rowHeight = pixels;
    clamp();
}

void GridViewport::setHeight(int pixels)
{
    m_height = std::max(pixels, 0);
    clamp();
}

qint64 GridViewport::lastRow() const
{
    if (m_rowCount == 0 || m_height == 0)
        return -1;
    const qint64 last = m_firstRow + (qint64(m_offset) + m_height - 1) / m_rowHeight;
    return std::min(last, m_rowCount - 1);
}

int GridViewport::wholeRows() const
{
    return std::max(1, m_height / m_rowHeight);
}

qint64 GridViewport::maximumPosition() const
{
    return std::max<qint64>(0, m_rowCount * m_rowHeight - m_height);
}

bool GridViewport::setPosition(qint64 pixels)
{
    const qint64 bounded = std::clamp<qint64>(pixels, 0, maximumPosition());
    const qint64 row = bounded / m_rowHeight;
    const int offset = int(bounded % m_rowHeight);
    if (row == m_firstRow && offset == m_offset)
        return false;
    m_firstRow = row;
    m_offset = offset;
    return true;
}

bool GridViewport::scrollBy(qint64 pixels)
{
    // Bounded first, so that no sum can overflow.
    const qint64 maximum = maximumPosition();
    return setPosition(position() + std::clamp<qint64>(pixels, -maximum, maximum));
}

bool GridViewport::showAtTop(qint64 row)
{
    return setPosition(std::clamp<qint64>(row, 0, std::max<qint64>(0, m_rowCount - 1)) * m_rowHeight);
}

bool GridViewport::ensureVisible(qint64 row)
{
    if (row < 0 || row >= m_rowCount)
        return false;
    const qint64 top = rowTop(row);
    if (top < 0)
        return scrollBy(top);
    const qint64 beyond = top + m_rowHeight - m_height;
    // A row that is taller than the viewport shows its upper edge.
    return beyond > 0 && scrollBy(std::min(beyond, top));
}

double GridViewport::fraction() const
{
    const qint64 maximum = maximumPosition();
    return maximum == 0 ? 0.0 : double(position()) / double(maximum);
}

bool GridViewport::setFraction(double fraction)
{
    if (!(fraction > 0.0))
        return setPosition(0);
    const qint64 maximum = maximumPosition();
    if (fraction >= 1.0)
        return setPosition(maximum);
    const auto pixels = qint64(std::floor(fraction * double(maximum)));
    return setPosition(m_rowCount > fineThumbRows ? pixels / m_rowHeight * m_rowHeight : pixels);
}

double GridViewport::visibleFraction() const
{
    const qint64 total = m_rowCount * m_rowHeight;
    return total == 0 ? 1.0 : std::min(1.0, double(m_height) / double(total));
}

qint64 GridViewport::rowAt(int y) const
{
    if (y < 0 || y >= m_height)
        return -1;
    const qint64 row = m_firstRow + (qint64(m_offset) + y) / m_rowHeight;
    return row < m_rowCount ? row : -1;
}

void GridViewport::insertRows(qint64 first, qint64 count)
{
    m_rowCount += count;
    // At the very top new rows come into view; anywhere else they push nothing away.
    if (first <= m_firstRow && position() > 0)
        m_firstRow += count;
    clamp();
}

void GridViewport::removeRows(qint64 first, qint64 count)
{
    m_rowCount = std::max<qint64>(0, m_rowCount - count);
    if (first + count <= m_firstRow)
        m_firstRow -= count;
    else if (first <= m_firstRow)
        m_firstRow = first;
    clamp();
}

} // namespace Ghar

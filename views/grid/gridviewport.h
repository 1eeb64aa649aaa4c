// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Ghar {

/// Where the grid stands vertically, in whole device pixels and 64-bit rows.
///
/// Pure arithmetic without floating point, apart from the fraction of the scroll bar: Qt Quick's own views lose pixels
/// beyond 2^23 because they keep the content position as a float. Knows nothing about painting.
class GridViewport
{
public:
    qint64 rowCount() const { return m_rowCount; }
    int rowHeight() const { return m_rowHeight; }
    int height() const { return m_height; }

    void setRowCount(qint64 rows);
    /// Keeps the first visible row, and the part of it that is hidden in proportion.
    void setRowHeight(int pixels);
    void setHeight(int pixels);

    /// First row of which a pixel is visible.
    qint64 firstRow() const { return m_firstRow; }
    /// Pixels of firstRow() that are hidden above the upper edge, 0 <= offset < rowHeight().
    int offset() const { return m_offset; }
    /// Last row of which a pixel is visible, -1 without rows.
    qint64 lastRow() const;
    /// Rows that fit completely, at least 1.
    int wholeRows() const;

    /// Pixels above the upper edge; exact, as it never leaves 64-bit integers.
    qint64 position() const { return m_firstRow * m_rowHeight + m_offset; }
    qint64 maximumPosition() const;

    /// The moving functions return whether anything moved.
    bool setPosition(qint64 pixels);
    bool scrollBy(qint64 pixels);
    bool showAtTop(qint64 row);
    /// Moves as little as possible until the whole row is visible.
    bool ensureVisible(qint64 row);

    /// 0 at the top, 1 at the end.
    double fraction() const;
    /// Lands on row = fraction x (rows - visible rows). Long tables stop at the upper edge of a row, since one pixel of
    /// the thumb stands for many rows anyway.
    bool setFraction(double fraction);
    /// Part of all rows that is visible, 0..1.
    double visibleFraction() const;

    /// Upper edge of a row relative to the upper edge of the viewport.
    qint64 rowTop(qint64 row) const { return (row - m_firstRow) * m_rowHeight - m_offset; }
    /// Row at a pixel of the viewport, -1 outside of the rows.
    qint64 rowAt(int y) const;

    /// What is visible stays where it is when rows come or go above it.
    void insertRows(qint64 first, qint64 count);
    void removeRows(qint64 first, qint64 count);

private:
    void clamp() { setPosition(position()); }

    qint64 m_rowCount = 0;
    qint64 m_firstRow = 0;
    int m_offset = 0;
    int m_rowHeight = 28;
    int m_height = 0;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>

namespace Ghar {

/// A cell by model row and *visual* column; -1 is nowhere.
struct GridCell
{
    qint64 row = -1;
    int visual = -1;

    bool isValid() const { return row >= 0 && visual >= 0; }
    friend bool operator==(const GridCell &, const GridCell &) = default;
};

/// A rectangle of selected cells, both ends included. Columns are visual; whole rows reach from 0 to the largest int.
class GridRange
{
    Q_GADGET
    Q_PROPERTY(qlonglong firstRow MEMBER firstRow)
    Q_PROPERTY(qlonglong lastRow MEMBER lastRow)
    Q_PROPERTY(int firstColumn MEMBER firstColumn)
    Q_PROPERTY(int lastColumn MEMBER lastColumn)
    Q_PROPERTY(bool wholeRows READ wholeRows)

public:
    qlonglong firstRow = 0;
    qlonglong lastRow = -1;
    int firstColumn = 0;
    int lastColumn = -1;

    bool wholeRows() const;
    bool contains(GridCell cell) const;
    friend bool operator==(const GridRange &, const GridRange &) = default;
};

/// Current cell and selected ranges. Pure state without a model: ranges, never lists of cells, so that selecting a
/// hundred million rows costs nothing.
class GridSelection
{
public:
    GridCell current() const { return m_current; }
    const QList<GridRange> &ranges() const { return m_ranges; }
    bool contains(GridCell cell) const;
    bool rowIsSelected(qint64 row) const;
    /// Rows with a selected cell; rows in two ranges count once.
    qint64 rowCount() const;

    /// Selects only this cell; an invalid one selects nothing.
    void select(GridCell cell);
    /// Spans the last range from its anchor to this cell, which becomes the current one.
    void extendTo(GridCell cell);
    /// Adds the cell, or takes a range away of which it is the only cell.
    void toggle(GridCell cell);
    void selectRow(GridCell cell);
    void extendRowsTo(GridCell cell);
    void toggleRow(GridCell cell);
    /// Columns a to b in all rows.
    void selectColumns(int a, int b, qint64 rowCount);
    void selectAll(qint64 rowCount);
    /// Keeps the current cell.
    void clearRanges();
    /// Moves the current cell only.
    void setCurrent(GridCell cell) { m_current = cell; }

    void insertRows(qint64 first, qint64 count);
    void removeRows(qint64 first, qint64 count);

private:
    GridCell m_current;
    GridCell m_anchor;
    QList<GridRange> m_ranges;
};

} // namespace Ghar

Q_DECLARE_METATYPE(Ghar::GridRange)

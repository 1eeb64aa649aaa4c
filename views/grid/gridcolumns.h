// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <vector>

namespace Ghar {

/// Where the columns stand horizontally, in whole device pixels.
///
/// *Logical* is the column of the model, *visual* its place from the left. Columns that are missing in the order are
/// hidden. The first pinned() visual columns do not scroll. Knows nothing about painting.
class GridColumns
{
public:
    /// Neighbouring columns that are painted into one texture, so that scrolling sideways paints few new ones.
    struct Group
    {
        int firstVisual;
        int lastVisual;
        int left; ///< like left()
        int width;
        bool pinned;
    };

    int columnCount() const { return m_columnCount; }
    void setColumnCount(int count);
    void setDevicePixelRatio(qreal ratio);

    /// Logical pixels.
    qreal logicalWidth(int column) const;
    void setLogicalWidth(int column, qreal width);
    void setDefaultWidth(qreal width);
    qreal defaultWidth() const { return m_defaultWidth; }

    /// Visual to logical; empty means all columns in the model's order.
    const QList<int> &order() const { return m_order; }
    void setOrder(const QList<int> &order);
    int pinned() const { return m_pinned; }
    void setPinned(int count);

    int visualCount() const { return int(m_logical.size()); }
    /// -1 when there is no such column, or it is hidden.
    int logicalAt(int visual) const;
    int visualOf(int column) const;

    /// Device pixels from the left edge of the first column, as if nothing were scrolled.
    int left(int visual) const { return m_left[size_t(visual)]; }
    int width(int visual) const { return m_left[size_t(visual) + 1] - m_left[size_t(visual)]; }
    int pinnedWidth() const { return m_left[size_t(m_visiblePinned)]; }
    int visiblePinned() const { return m_visiblePinned; }
    int totalWidth() const { return m_left.back(); }
    /// Visual column at such a position, -1 beyond the last.
    int visualAt(int x) const;

    const std::vector<Group> &groups() const { return m_groups; }

private:
    void rebuild();

    int m_columnCount = 0;
    int m_pinned = 0;
    int m_visiblePinned = 0;
    qreal m_ratio = 1.0;
    qreal m_defaultWidth = 140.0;
    std::vector<qreal> m_width; ///< by logical column, negative: the default
    QList<int> m_order;
    std::vector<int> m_logical; ///< by visual column
    std::vector<int> m_visual;  ///< by logical column
    std::vector<int> m_left{0}; ///< by visual column, and one more for the right edge of the last
    std::vector<Group> m_groups;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridcolumns.h"

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {
/// Device pixels of a texture, where columns allow. Measured on llvmpipe: 480 costs 4 ms of processor time more per
/// frame in draw calls, and 1700 gains nothing over this but repaints more.
constexpr int groupWidth = 1024;
constexpr qreal minimumWidth = 16.0;
/// Four times this fits the 16,384 pixels that software rasterisers accept for a texture.
constexpr qreal maximumWidth = 4000.0;
} // namespace

void GridColumns::setColumnCount(int count)
{
    m_columnCount = std::max(count, 0);
    m_width.resize(size_t(m_columnCount), -1.0);
    rebuild();
}

void GridColumns::setDevicePixelRatio(qreal ratio)
{
    if (ratio == m_ratio || !(ratio > 0))
        return;
    m_ratio = ratio;
    rebuild();
}

qreal GridColumns::logicalWidth(int column) const
{
    if (column < 0 || column >= int(m_width.size()))
        return 0.0;
    const qreal width = m_width[size_t(column)];
    return width < 0 ? m_defaultWidth : width;
}

void GridColumns::setLogicalWidth(int column, qreal width)
{
    if (column < 0)
        return;
    // Kept for columns that the model does not have yet: saved widths often come before the rows.
    if (column >= int(m_width.size()))
        m_width.resize(size_t(column) + 1, -1.0);
    m_width[size_t(column)] = std::clamp(width, minimumWidth, maximumWidth);
    rebuild();
}

void GridColumns::setDefaultWidth(qreal width)
{
    m_defaultWidth = std::clamp(width, minimumWidth, maximumWidth);
    rebuild();
}

void GridColumns::setOrder(const QList<int> &order)
{
    m_order = order;
    rebuild();
}

void GridColumns::setPinned(int count)
{
    m_pinned = std::max(count, 0);
    rebuild();
}

int GridColumns::logicalAt(int visual) const
{
    return visual >= 0 && visual < visualCount() ? m_logical[size_t(visual)] : -1;
}

int GridColumns::visualOf(int column) const
{
    return column >= 0 && column < int(m_visual.size()) ? m_visual[size_t(column)] : -1;
}

int GridColumns::visualAt(int x) const
{
    if (x < 0 || x >= totalWidth())
        return -1;
    return int(std::upper_bound(m_left.begin(), m_left.end(), x) - m_left.begin()) - 1;
}

void GridColumns::rebuild()
{
    m_visual.assign(size_t(m_columnCount), -1);
    m_logical.clear();
    const auto append = [this](int column) {
        if (column < 0 || column >= m_columnCount || m_visual[size_t(column)] != -1)
            return; // unknown or named twice
        m_visual[size_t(column)] = int(m_logical.size());
        m_logical.push_back(column);
    };
    if (m_order.isEmpty()) {
        for (int column = 0; column < m_columnCount; ++column)
            append(column);
    } else {
        std::for_each(m_order.cbegin(), m_order.cend(), append);
    }
    m_visiblePinned = std::min(m_pinned, visualCount());

    m_left.assign(1, 0);
    m_groups.clear();
    for (int visual = 0; visual < visualCount(); ++visual) {
        const int left = m_left.back();
        const int width = std::max(1, int(std::lround(logicalWidth(logicalAt(visual)) * m_ratio)));
        m_left.push_back(left + width);
        const bool pinned = visual < m_visiblePinned;
        if (m_groups.empty() || m_groups.back().pinned != pinned || m_groups.back().width + width > groupWidth)
            m_groups.push_back({visual, visual, left, width, pinned});
        else {
            m_groups.back().lastVisual = visual;
            m_groups.back().width += width;
        }
    }
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/rowindex.h"

#include <algorithm>

namespace Ghar {

void RowIndex::reset(Kind kind)
{
    m_kind = kind;
    m_jumpKeys.clear();
    m_keys = {}; // gives the memory back, which clear() would keep
    m_total = -1;
}

void RowIndex::append(std::vector<RecordOrder::Key> keys)
{
    std::move(keys.begin(), keys.end(), std::back_inserter(m_jumpKeys));
}

void RowIndex::append(const std::vector<qint64> &keys)
{
    m_keys.insert(m_keys.end(), keys.begin(), keys.end());
}

void RowIndex::finish(qint64 total)
{
    m_total = total;
    m_keys.shrink_to_fit();
}

qint64 RowIndex::coveredRows() const
{
    if (m_total >= 0)
        return m_total;
    return m_kind == Kind::KeyList ? qint64(m_keys.size()) : qint64(m_jumpKeys.size()) * step;
}

std::optional<RowIndex::Jump> RowIndex::jumpTo(qint64 row) const
{
    const size_t index = size_t(row / step);
    if (m_kind != Kind::JumpKeys || index >= m_jumpKeys.size())
        return std::nullopt;
    return Jump{m_jumpKeys.at(index), row % step};
}

std::vector<qint64> RowIndex::keysAt(qint64 row, qint64 count) const
{
    const qint64 end = std::min<qint64>(row + count, qint64(m_keys.size()));
    if (row >= end)
        return {};
    return {m_keys.begin() + row, m_keys.begin() + end};
}

} // namespace Ghar

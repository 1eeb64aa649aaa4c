// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/recordreader.h"

#include <optional>
#include <vector>

namespace Ghar {

/// Where rows are: the jump keys or the key list of one order, as far as they are known. Pure data; GUI thread.
class RowIndex
{
public:
    enum class Kind {
        JumpKeys, ///< every step-th key; an index delivers the order
        KeyList   ///< every primary key; the order had to be sorted once
    };

    static constexpr int step = 1000;

    void reset(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void append(std::vector<RecordOrder::Key> keys);
    void append(const std::vector<qint64> &keys);
    /// All keys are there; `total` is the exact number of rows.
    void finish(qint64 total);

    [[nodiscard]] bool isComplete() const { return m_total >= 0; }
    [[nodiscard]] qint64 total() const { return m_total; }
    /// Rows up to which positions are known.
    [[nodiscard]] qint64 coveredRows() const;

    /// How to reach a row by jump keys: the key and how many rows to skip after it.
    struct Jump
    {
        RecordOrder::Key key;
        qint64 offset;
    };
    [[nodiscard]] std::optional<Jump> jumpTo(qint64 row) const;
    /// The primary keys of the rows [row, row + count), as far as the list has them.
    [[nodiscard]] std::vector<qint64> keysAt(qint64 row, qint64 count) const;

private:
    Kind m_kind = Kind::JumpKeys;
    std::vector<RecordOrder::Key> m_jumpKeys;
    std::vector<qint64> m_keys;
    qint64 m_total = -1;
};

} // namespace Ghar

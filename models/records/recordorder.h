// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/dialect.h"
#include "database/liveschema.h"
#include "records/tablequery.h"

namespace Ghar {

/// The total order of a query's rows and the SQL around it: every row has a place, and a place can be found again by
/// key. NULL comes last in both directions, and so does what SQLite's text order would misplace (infinity, years BC).
///
/// The rows are split into segments by the leading column: ordinary values, misplaced values, NULL. Within a segment
/// the leading column needs no special case, so that an index on it serves both the order and the position.
class RecordOrder
{
public:
    RecordOrder(const LiveTable &table, const TableQuery &query, const Dialect &dialect);

    struct Term
    {
        Column column;
        bool descending = false;
        bool nullable = false;
    };

    /// A place: the values of all terms, in their order, in canonical text.
    struct Key
    {
        int segment = 0;
        Row values;
        bool operator==(const Key &) const = default;
    };

    [[nodiscard]] const QList<Term> &terms() const { return m_terms; }
    [[nodiscard]] int segmentCount() const { return int(m_segments.size()); }
    /// True when an index delivers the rows of the first segment in this order, or nearly (one leading column).
    [[nodiscard]] bool isIndexed() const { return m_indexed; }
    /// True when the rows can be told apart: there is a primary key or a hidden one.
    [[nodiscard]] bool isTotal() const { return m_total; }

    /// True when rows with one leading value stand in the index in the order of the key that follows, as SQLite's rowid
    /// does in each of its indexes: then it pays to read SameLeading and Beyond one after the other.
    [[nodiscard]] bool isWalkable() const { return m_walkable; }

    /// Which of the rows on one side of a key.
    enum class Part {
        Whole,       ///< all of them
        SameLeading, ///< those with the key's own leading value
        Beyond       ///< those with another one
    };

    /// ` WHERE …` of the filters and the segment, plus the rows from the key on (`key` may be nullptr). With
    /// `backwards`, the rows up to the key. `inclusive` says whether the key's own row belongs to them.
    [[nodiscard]] QString where(Sql &sql, int segment, const Key *key, bool backwards = false, bool inclusive = true,
                                Part part = Part::Whole) const;
    /// ` ORDER BY …` within a segment.
    [[nodiscard]] QString orderBy(int segment, bool backwards = false) const;
    /// Select list that reads all terms, comma-separated.
    [[nodiscard]] QString keyColumns() const;
    /// The names of the term columns, comma-separated and quoted.
    [[nodiscard]] QString keyNames() const;
    /// Turns what keyColumns() read, starting at `from` of the row, into a key.
    [[nodiscard]] Key keyOf(int segment, const Row &row, qsizetype from = 0) const;
    /// The segment a row belongs to, from its key values.
    [[nodiscard]] int segmentOf(const Row &keyValues) const;
    /// Condition of the filters alone; empty when there are none.
    [[nodiscard]] QString filterCondition(Sql &sql) const;

private:
    enum class Segment { All, Ordinary, Misplaced, Null };

    enum class Bounds { Both, Lower, Upper, None };
    QString segmentCondition(Segment segment, Bounds bounds) const;
    QString comparison(Sql &sql, qsizetype term, const Key &key, bool backwards, bool inclusive) const;

    const LiveTable &m_table;
    const TableQuery m_query;
    const Dialect &m_dialect;
    QList<Term> m_terms;
    QList<Segment> m_segments;
    bool m_indexed = false;
    bool m_total = false;
    bool m_walkable = false;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datehabit.h"
#include "core/value.h"
#include "database/liveschema.h"
#include "transfer/rowsource.h"

#include <QHash>

namespace Ghar {

/// Turns the cells of one column of a file into values that the table's column can keep, before anything is sent: its
/// type, length, digits, labels and shape of JSON. Enum values may be given by their stored label or as the web API
/// spells them, in any case and with blanks. Everything that leaves room for doubt is refused with a sentence.
class ValueParser
{
public:
    /// `live` must outlive this.
    ValueParser(const LiveSchema &live, const Column &column);

    enum class Outcome {
        Value,
        NeedsOrder, ///< a date whose order must be told from the whole column first: setDateOrder()
        Problem
    };
    /// `value` or `problem` (translated) is set by it. An absent cell is none of its business.
    [[nodiscard]] Outcome parse(const SourceCell &cell, Value &value, QString &problem) const;

    /// Whether the cell has no value: nothing in it, or nothing but blanks or the word NULL where the column is no
    /// text.
    [[nodiscard]] static bool isBlank(const SourceCell &cell, const Column &column);

    [[nodiscard]] const Column &column() const { return m_column; }
    [[nodiscard]] bool isDate() const
    {
        return m_column.type == ColumnType::Date || m_column.type == ColumnType::DateTime;
    }
    void setDateOrder(DateOrder order) { m_order = order; }
    [[nodiscard]] DateOrder dateOrder() const { return m_order; }
    /// Whether an apostrophe before what looks like a formula is a guard that is taken off.
    void setUnguards(bool unguards) { m_unguards = unguards; }
    /// Whether the file is JSON itself, so that a text for a column that holds any JSON is a text there and no
    /// document.
    void setReadsJson(bool reads) { m_readsJson = reads; }
    /// Whether JSON has to be of the form that the platform writes.
    void setChecksShape(bool checks) { m_checksShape = checks; }

private:
    [[nodiscard]] Outcome parseText(const SourceCell &cell, Value &value, QString &problem) const;
    [[nodiscard]] Outcome parseNumber(const SourceCell &cell, Value &value, QString &problem) const;
    /// Whether a plain decimal has as many digits as the column writes, and no more than it takes.
    [[nodiscard]] bool fitsAsItIs(const QString &text) const;
    [[nodiscard]] Outcome parseBoolean(const QString &text, Value &value, QString &problem) const;
    [[nodiscard]] Outcome parseDate(const SourceCell &cell, Value &value, QString &problem) const;
    [[nodiscard]] Outcome parseLabel(const QString &text, Value &value, QString &problem) const;
    [[nodiscard]] Outcome parseOther(const SourceCell &cell, Value &value, QString &problem) const;

    const LiveSchema &m_live;
    const Column m_column;
    QStringList m_labels;
    QHash<QString, QString> m_spellings; ///< without case, blanks and dashes -> stored label
    const int m_lengthLimit;
    DateOrder m_order = DateOrder::Unknown;
    bool m_unguards = false;
    bool m_readsJson = false;
    bool m_checksShape = true;
};

} // namespace Ghar

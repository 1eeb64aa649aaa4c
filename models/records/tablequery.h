// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"
#include "schema/schema.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Ghar {

/// One condition on one column.
struct Filter
{
    enum class Op {
        Equals,
        NotEquals,
        AnyOf,      ///< equals one of `values`; NULL among them matches NULL
        Contains,   ///< text, ignoring case
        StartsWith, ///< text, ignoring case
        AtLeast,
        AtMost,
        Between, ///< two values, both included; a NULL bound is open
        IsNull,
        IsNotNull,
        IsEmpty ///< NULL or the empty text
    };

    QString column;
    Op op = Op::Equals;
    QList<Value> values;

    bool operator==(const Filter &) const = default;
};

/// Which rows of one table, in which order. All names must exist in the LiveTable it is used with.
struct TableQuery
{
    QList<SortColumn> sort; ///< the primary key is always added as the last term
    QList<Filter> filters;  ///< all must hold
    QString text;           ///< must occur in one of the text columns; empty = no condition

    [[nodiscard]] bool isFiltered() const { return !filters.isEmpty() || !text.isEmpty(); }
    bool operator==(const TableQuery &) const = default;
};

} // namespace Ghar

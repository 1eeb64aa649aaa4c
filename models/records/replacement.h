// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/rowlabels.h"
#include "records/stagedrow.h"
#include "records/tablequery.h"

#include <QRegularExpression>

#include <functional>

namespace Ghar {

class Connection;

/// What is to be replaced by what in one column.
struct ReplaceRule
{
    QString column;
    QString find;
    QString replace; ///< with a pattern, `\1` stands for its first group
    bool matchCase = false;
    bool wholeValue = false; ///< only values that are nothing but what is looked for
    bool isPattern = false;  ///< `find` is a regular expression

    /// The expression that finds it; the error says what is wrong with the pattern.
    [[nodiscard]] Result<QRegularExpression> expression() const;
    /// The text after replacing, or nothing when the text has nothing of what is looked for.
    [[nodiscard]] std::optional<QString> applied(const QRegularExpression &expression, const QString &text) const;
};

/// A row whose value is another one afterwards.
struct Replacement
{
    OriginalRow original;
    RowLabel label;
    Value before; ///< as it is seen, which may be staged
    Value after;
    QString problem; ///< the rule that the new value breaks; empty when it keeps all
};

struct ReplacementList
{
    QList<Replacement> found;
    qint64 searched = 0; ///< rows that were looked at
    bool more = false;   ///< there are more than the limit
};

/// Searches the rows of a query. NULL has no text and is never replaced. At most `limit` rows are returned. `goOn` gets
/// the number of rows searched so far and returns false to stop; then the error is ErrorKind::Cancelled.
[[nodiscard]] Result<ReplacementList> findReplacements(Connection &connection, const LiveSchemaPtr &live,
                                                       const LiveTable &table, const TableQuery &query,
                                                       const ReplaceRule &rule, qsizetype limit,
                                                       const std::function<bool(qint64)> &goOn = {});

} // namespace Ghar

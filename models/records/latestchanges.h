// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/rowlabels.h"

#include <QList>

namespace Ghar {

class Connection;

/// A row that was made or changed lately.
struct LatestChange
{
    QString table;
    RowLabel row;
    QString at; ///< canonical instant
};

/// The latest rows over all tables that tell when they were changed or made, newest first. One short statement per
/// table.
[[nodiscard]] Result<QList<LatestChange>> readLatestChanges(Connection &connection, const LiveSchema &live, int limit);

/// How many rows a table has, as far as that is worth knowing at a glance.
struct TableCount
{
    qint64 rows = 0;
    bool exact = true; ///< false: an estimate, or at least that many
};

/// Above this tables are not counted for an overview.
inline constexpr qint64 overviewCountLimit = 100'000;

/// Row counts of the readable tables: exact up to overviewCountLimit, the database's own estimate beyond. Costs little
/// whatever the tables hold.
[[nodiscard]] Result<QHash<QString, TableCount>> readTableCounts(Connection &connection, const LiveSchema &live);

} // namespace Ghar

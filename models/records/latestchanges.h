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

/// Exact row counts of the readable tables.
[[nodiscard]] Result<QHash<QString, qint64>> readTableCounts(Connection &connection, const LiveSchema &live);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "database/liveschema.h"

#include <QList>

#include <utility>

namespace Ghar {

class Connection;

/// What removing the demo data does.
struct ClearDemoPlan
{
    /// Foreign-key columns of staying rows that are set to null because their target goes.
    struct ClearedReference
    {
        QString table;
        QString column;
        qint64 rows = 0;
        bool operator==(const ClearedReference &) const = default;
    };
    /// A demo user who stays because a real listing is theirs.
    struct KeptOwner
    {
        Value propertyId;
        QString propertyLabel;
        Value ownerId;
        QString ownerLabel;
        bool operator==(const KeptOwner &) const = default;
    };

    QList<std::pair<QString, qint64>> deletedRows; ///< table and count, catalogue order, only tables that lose rows
    QList<ClearedReference> clearedReferences;
    QList<KeptOwner> keptOwners;

    bool operator==(const ClearDemoPlan &) const = default;
};

/// Finds out by doing it and rolling back, so that cascades and triggers count as the database does them. Needs a
/// read-write connection without a transaction.
[[nodiscard]] Result<ClearDemoPlan> planClearDemo(Connection &connection, const LiveSchema &live);

/// Carries the plan out in one transaction. Refused when the database has changed so that the plan no longer holds.
[[nodiscard]] Result<void> clearDemoData(Connection &connection, const LiveSchema &live, const ClearDemoPlan &plan);

/// The plan as translated lines.
[[nodiscard]] QStringList describe(const ClearDemoPlan &plan);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"

#include <QString>
#include <QStringList>

namespace Ghar {

class Connection;
class DeletePlanDraft;
class DoomedRows;

/// Columns of the table that hold rupees.
[[nodiscard]] QStringList moneyColumns(const LiveTable &table);

/// The sum of such a column in paise, as SQL. Exact in both databases: rupees become whole paise before they are added
/// up.
[[nodiscard]] QString sumOfPaise(const QString &column);

/// Adds up the money of all rows that go: of those that are known one by one, and of those that were counted only.
[[nodiscard]] Result<void> sumDeletedMoney(Connection &connection, const LiveSchema &live, const DoomedRows &doomed,
                                           DeletePlanDraft &draft);

} // namespace Ghar

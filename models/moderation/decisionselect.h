// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/dialect.h"
#include "database/liveschema.h"
#include "moderation/moderationqueue.h"

namespace Ghar {

/// Parts of statements over the desk's decisions, whose table is called `d` in them. Values are bound in the order of
/// the text.

/// FROM with the table of decisions.
[[nodiscard]] QString fromDecisions(const Dialect &dialect);

/// The first of the items that a decision is about.
[[nodiscard]] QString itemOfDecision(const Dialect &dialect);

/// What the item was there for: the reason of the report, or `listing` or `profile`; the words of
/// ModerationPolicy::dueHours. NULL where the report is gone.
[[nodiscard]] QString causeOfDecision(const Dialect &dialect, const LiveSchema &live);

/// The condition that the filter makes on decisions.
[[nodiscard]] QString decisionCondition(Sql &sql, const Dialect &dialect, const LiveSchema &live,
                                        const QueueFilter &filter);

/// The states of decisions that were carried out, whether they still stand or not, as a list of SQL.
[[nodiscard]] QString carriedOutStates();

} // namespace Ghar

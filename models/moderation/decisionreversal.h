// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "moderation/decisionstore.h"
#include "records/stagedrow.h"

#include <functional>

namespace Ghar {

class Connection;

/// Rows that bring every column of the changes back to what it was before. In JSON only the keys that were changed go
/// back, so that what somebody has written beside them stays. Notices that went out stay, and so do notes and columns
/// that the platform stamps at every update. What somebody has changed since is an error; with `skipped` it is left as
/// it is instead, and named there.
[[nodiscard]] Result<QList<StagedRow>> reversalOf(Connection &connection, const LiveSchema &live,
                                                  const QList<ColumnChange> &changes, QStringList *skipped = nullptr);

} // namespace Ghar

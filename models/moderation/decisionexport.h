// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "moderation/moderationqueue.h"

#include <functional>

class QIODevice;

namespace Ghar {

class Connection;

/// Writes the decisions that fit the filter, the latest first, as CSV: one line each, a heading first. People are
/// told by their ids only; moderators also by name. `progress` gets the number of decisions so far and returns false to
/// stop, which is ErrorKind::Cancelled. Returns their number.
[[nodiscard]] Result<qint64> exportDecisions(Connection &connection, const LiveSchema &live, const QueueFilter &filter,
                                             QIODevice &out, const std::function<bool(qint64)> &progress = {});

/// The same into a file, which is there whole or not at all, and readable by its owner only.
[[nodiscard]] Result<qint64> exportDecisionsToFile(Connection &connection, const LiveSchema &live,
                                                   const QueueFilter &filter, const QString &path,
                                                   const std::function<bool(qint64)> &progress = {});

} // namespace Ghar

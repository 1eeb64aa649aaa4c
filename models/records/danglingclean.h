// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <functional>

namespace Ghar {

class Connection;

/// Edits that empty the references which the staged deletions would leave behind, where nothing is lost by it
/// (LooseReference::mayBeCleaned): to be staged and reviewed like all others, and so committed in the same transaction.
/// What is already staged for such a row is the base. `goOn` returns false to stop; then the error is
/// ErrorKind::Cancelled.
[[nodiscard]] Result<QList<RowEdit>> cleanDangling(Connection &connection, const LiveSchema &live,
                                                   const QList<StagedRow> &staged,
                                                   const std::function<bool()> &goOn = {});

} // namespace Ghar

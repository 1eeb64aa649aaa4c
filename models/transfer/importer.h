// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "records/journal.h"
#include "transfer/importplan.h"
#include "transfer/rowsource.h"

namespace Ghar {

class Connection;
class LiveSchema;

/// Reads the rows of a file into a table, in one transaction with its journal: one entry for every 1,000 rows, with
/// their keys, a hash of what came in and, of rows that were there, what they were before. All of it is written or
/// nothing, unless the plan keeps the good rows. A dry run does the same and takes it back before COMMIT; on a server
/// the numbers that it took for keys are not given again. The member of staff of the header may do only what StaffScope
/// allows, and some tables want a reason, as for every change.
///
/// `live` is what the member sees. The factory opens the same file each time it is called. An error means that nothing
/// was written and no row is to blame. `rowSink` gets every row with its outcome.
[[nodiscard]] Result<ImportReport> importRows(Connection &connection, const LiveSchema &live, const ImportPlan &plan,
                                              const RowSourceFactory &factory, const ChangeHeader &header,
                                              const ImportProgressFunction &progress = {},
                                              const ImportRowSink &rowSink = {});

} // namespace Ghar

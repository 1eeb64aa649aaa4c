// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/journal.h"

#include <functional>

class QIODevice;

namespace Ghar {

/// Writes the entries that fit the query, newest first, as CSV (RFC 4180, UTF-8): one line per entry, a heading first.
/// A text that a spreadsheet would take for a formula gets an apostrophe before it. The query's limit is not heeded;
/// pages are read one after the other, so that memory stays small. `progress` gets the number of entries so far and
/// returns false to stop. With `masked` the values of persons are dots, by the columns that this schema knows. Returns
/// the number of entries.
[[nodiscard]] Result<qint64> exportJournalCsv(Connection &journal, JournalQuery query, QIODevice &out,
                                              const std::function<bool(qint64)> &progress = {},
                                              const LiveSchemaPtr &masked = {});

/// The same of this database's journal into a file, which is there whole or not at all, and readable by its owner only.
[[nodiscard]] Result<qint64> exportJournalToFile(Connection &connection, const LiveSchema &live,
                                                 const JournalQuery &query, const QString &path,
                                                 const std::function<bool(qint64)> &progress = {},
                                                 const LiveSchemaPtr &masked = {});

} // namespace Ghar

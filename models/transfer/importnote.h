// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/journal.h"
#include "transfer/importwriter.h"

#include <optional>

namespace Ghar {

/// The journal's entry for rows that were written together (see JournalAction::Import); nothing when none was made or
/// changed. Touches no database.
[[nodiscard]] std::optional<JournalNote> importNote(const QString &table, const QList<Column> &columns,
                                                    const QList<ImportRow> &rows, const ImportWriter::Changes &changes);

} // namespace Ghar

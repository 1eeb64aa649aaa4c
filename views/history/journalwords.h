// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid/cellroles.h"
#include "records/journal.h"
#include "schema/schema.h"
#include "support/cellformatter.h"

#include <QMap>
#include <QString>

namespace Ghar {

/// What was done to a row, in a word.
[[nodiscard]] QString actionText(JournalAction action);
[[nodiscard]] CellTone actionTone(JournalAction action);

/// Who did it: the member of staff, or the database's role where none was chosen. May be empty.
[[nodiscard]] QString whoText(const ChangeHeader &header);

/// `22 Nov 2026, 14:05:33` in the local zone.
[[nodiscard]] QString momentText(const QDateTime &instant);

/// A value of a journal's image as a person reads it; the column may be gone from the table.
[[nodiscard]] QString imageText(const Table *table, const QString &column, const Value &value, Privacy privacy);

/// What an import brought, a label and a text each; `table` says what its columns are called, or nullptr.
[[nodiscard]] QMap<QString, Value> importSummary(const Table *table, const JournalNote &note);

} // namespace Ghar

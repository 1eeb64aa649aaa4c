// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/journal.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace Ghar {

/// What an entry of the kind JournalAction::Import says.
struct ImportContent
{
    using Values = QMap<QString, Value>; ///< by column

    QStringList columns;           ///< that the file gave
    QStringList keys;              ///< of the rows that were made or changed, in the order of the file
    QHash<QString, Values> before; ///< by key: of changed rows, what was changed
    QHash<QString, Values> after;
    QString hash; ///< SHA-256, see JournalAction::Import

    /// The row was made by the import, not changed.
    [[nodiscard]] bool isNew(const QString &key) const { return !after.contains(key); }
};

[[nodiscard]] ImportContent importContentOf(const JournalNote &note);
/// What the import did to one of its rows, in the form of an entry of that row alone: `before` and `after` are the
/// values that it changed, NULL for a new row.
[[nodiscard]] JournalNote rowNoteOf(const JournalNote &note, const QString &key);
/// The other way: the entry for rows of this table.
[[nodiscard]] JournalNote noteOf(const QString &table, const ImportContent &content);

} // namespace Ghar

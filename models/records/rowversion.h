// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/journal.h"

#include <QMap>
#include <QString>

namespace Ghar {

class Connection;

/// A row of a table at some moment: as it is, or as a change left it.
struct RowMoment
{
    QString table;
    QString rowKey;
    std::optional<JournalPlace> after; ///< right after this journal entry; nothing is now
};

/// All values of the row at that moment, by column; nothing when there was no such row. What was changed since is taken
/// back step by step from the journal, so changes that no desk made are seen in older moments too.
[[nodiscard]] Result<std::optional<QMap<QString, Value>>> readVersion(Connection &connection, const LiveSchema &live,
                                                                      const RowMoment &moment);

/// The values that an image of the journal (JournalNote::before, after) holds.
[[nodiscard]] QMap<QString, Value> valuesOfImage(const Value &image);

} // namespace Ghar

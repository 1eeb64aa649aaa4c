// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"

#include <QHash>
#include <QStringList>

namespace Ghar {

/// Where one column of the file goes.
struct MappedColumn
{
    QString name;           ///< in the file
    QString column;         ///< in the table; empty = left out
    bool isByLabel = false; ///< its cells name rows by their labels only, never by their keys
    bool operator==(const MappedColumn &) const = default;
};

/// How the columns of a file become columns of a table: one entry for each of the file's, in its order.
using ImportMapping = QList<MappedColumn>;

/// Finds for each name of the file the column that is meant: the one of that name or label, whatever the case, blanks
/// and dashes. A name that fits none is left out, for the person to say; no column is given twice.
[[nodiscard]] ImportMapping mappingByName(const LiveTable &table, const QStringList &names);

/// The columns that a file may give: all but those that the server makes.
[[nodiscard]] QStringList importableColumns(const LiveTable &table);

/// Whether it can be imported like that: the columns exist, none is given twice, at least one is given. The error says
/// what to mend.
[[nodiscard]] Result<void> checkMapping(const LiveTable &table, const ImportMapping &mapping);

} // namespace Ghar

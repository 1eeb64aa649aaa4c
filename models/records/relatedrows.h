// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "database/sql.h"
#include "records/rowlabels.h"

#include <QList>

namespace Ghar {

class Connection;

/// Rows of another table that refer to one row by one column.
struct Relation
{
    QString table;        ///< the table that refers
    QString column;       ///< its referring column
    QString targetColumn; ///< the column of the row it refers to
    bool isForeignKey = true;
    qint64 count = 0; ///< at most countLimit + 1, which stands for "more"
};

inline constexpr qint64 relationCountLimit = 9999;

/// The relations of the row from the other side, with counts; those without rows too. Keys of several columns are left
/// out.
[[nodiscard]] Result<QList<Relation>> readRelations(Connection &connection, const LiveSchema &live,
                                                    const LiveTable &table, const Row &row);

/// The first rows of a relation, as labels.
[[nodiscard]] Result<QList<RowLabel>> readRelated(Connection &connection, const LiveSchema &live,
                                                  const Relation &relation, const Value &key, int limit);

} // namespace Ghar

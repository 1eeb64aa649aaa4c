// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace Ghar {

class Connection;

/// Sees to it that rows which come back are as they were, and that what they belong to stays as it is, although
/// triggers fire when they are inserted (the last message of a conversation). For use inside the commit's transaction.
/// What the platform stamps at every update is left to it.
class RestoredRows
{
public:
    RestoredRows(Connection &connection, const LiveSchema &live, const QDateTime &now)
        : m_connection(connection), m_live(live), m_now(now)
    { }

    /// Before anything is inserted: keeps the rows that the new ones belong to, other than those that are staged too.
    [[nodiscard]] Result<void> keepParents(const QList<StagedRow> &rows);
    /// After everything was inserted: gives the row with this key the values that were sent.
    [[nodiscard]] Result<void> settle(const StagedRow &row, const Row &key);
    /// At the end: gives the kept rows their values back.
    [[nodiscard]] Result<void> settleParents();

private:
    [[nodiscard]] Result<void> makeSo(const LiveTable &table, const Row &key, const QMap<QString, Value> &wanted);

    Connection &m_connection;
    const LiveSchema &m_live;
    const QDateTime m_now;
    QHash<QString, OriginalRow> m_parents; ///< by `table key`
};

} // namespace Ghar

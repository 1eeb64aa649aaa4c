// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <QList>
#include <QString>

namespace Ghar {

class Connection;

/// Why a row of a change cannot be brought back to how it was.
struct UndoConflict
{
    QString table;
    QString key;
    QString sentence; ///< translated: what stands in the way
};

/// What takes a change back: rows to stage, reviewed and committed like any others. With conflicts it is not whole.
struct UndoPlan
{
    QString changeId;
    QList<StagedRow> rows;
    QList<UndoConflict> conflicts;
};

/// Plans the way back of one change from its entries in this database's journal: rows that it made are deleted, values
/// that it changed go back when they still are as it left them, rows that it deleted come back with their keys and
/// references. Columns that the platform stamps at every update are left to it. Nothing is written.
[[nodiscard]] Result<UndoPlan> planUndoOf(Connection &connection, const LiveSchema &live, const QString &changeId);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <functional>

namespace Ghar {

class Connection;

/// What the database, or a rule that the services keep, will have against a staged row.
struct RowProblem
{
    QString table;
    QString id;       ///< StagedRow::id
    QString column;   ///< never empty
    QString sentence; ///< translated; says the rule
    bool operator==(const RowProblem &) const = default;
};

/// Looks at staged rows before anything is sent: values that are missing, unique keys that are taken (in the database
/// or by another staged row), rows that keys lead to and that do not exist, CHECKs and the advised ones (asked of the
/// database itself with the staged values), and JSON that does not fit its known shape. Deletions are planned
/// elsewhere. Only staged columns are looked at, so that an old fault elsewhere in the row is no obstacle. The last
/// word has the database, at commit. `goOn` returns false to stop; then what was found so far is the answer.
[[nodiscard]] Result<QList<RowProblem>> checkStagedRows(Connection &connection, const LiveSchema &live,
                                                        const QList<StagedRow> &rows,
                                                        const std::function<bool()> &goOn = {});

} // namespace Ghar

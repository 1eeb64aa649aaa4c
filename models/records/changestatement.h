// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <QDateTime>

namespace Ghar {

class Connection;

/// The statement that carries out a staged row, exactly as it runs: the review shows the same. An insert returns the
/// new primary key. The version is not among its conditions, because it is compared before, under a lock.
///
/// What a trigger of the platform does on the server is added where the database lacks the trigger (`updated_at`), and
/// what no trigger does is added everywhere: `location` follows edited coordinates. `now` is UTC.
[[nodiscard]] Result<Sql> statementFor(Connection &connection, const LiveTable &table, const StagedRow &row,
                                       const QDateTime &now);

/// The statement with its values in place of the placeholders, for people to read; never to be run.
[[nodiscard]] QString readableStatement(const Sql &sql);

/// What a default of the catalogue comes to, the computed ones included.
[[nodiscard]] Value valueOfDefault(const Column &column, const QJsonValue &given, const QDateTime &now);

/// Values that a new row of the table starts with: keys that are made here (UUID), and what the platform's writers
/// send when nothing was given and the database would not fill it in.
[[nodiscard]] QMap<QString, StagedValue> startOfRow(const LiveTable &table, const QDateTime &now);

/// Values of a new row that is to be like this one: all but its key, time stamps that the database keeps, and the
/// last column of each unique key, which no second row can have.
[[nodiscard]] QMap<QString, StagedValue> duplicateOf(const LiveTable &table, const OriginalRow &row,
                                                     const QDateTime &now);

} // namespace Ghar

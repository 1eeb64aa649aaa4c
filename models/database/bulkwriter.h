// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/sql.h"

#include <QList>

namespace Ghar {

/// Adds many rows to one table, as fast as the database takes them, inside the caller's transaction. Rows that the
/// database refuses are named and left out; those around them are there. Belongs to the connection that made it.
class BulkWriter
{
public:
    virtual ~BulkWriter() = default;
    BulkWriter(const BulkWriter &) = delete;
    BulkWriter &operator=(const BulkWriter &) = delete;

    struct Refusal
    {
        qsizetype row = 0; ///< index in the list that was given
        Error error;
    };
    /// Each row has a canonical text (see Value) for each of the writer's columns. An error is about none of them:
    /// connection, rights, cancelled.
    [[nodiscard]] virtual Result<QList<Refusal>> write(const QList<Row> &rows) = 0;

protected:
    BulkWriter() = default;
    /// Errors that a row is to blame for.
    [[nodiscard]] static bool isRowsFault(ErrorKind kind)
    {
        return kind == ErrorKind::Constraint || kind == ErrorKind::BadInput;
    }
};

} // namespace Ghar

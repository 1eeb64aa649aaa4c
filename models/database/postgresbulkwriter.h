// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/bulkwriter.h"
#include "schema/schema.h"

namespace Ghar {

class PostgresConnection;

/// COPY, in portions behind savepoints. A portion that is refused is sent again in smaller ones, until the rows that
/// are to blame stand alone.
class PostgresBulkWriter final : public BulkWriter
{
public:
    PostgresBulkWriter(PostgresConnection &connection, const QString &table, const QList<Column> &columns);
    Result<QList<Refusal>> write(const QList<Row> &rows) override;

private:
    /// One portion; the error is the database's.
    [[nodiscard]] Result<void> copy(const QList<Row> &rows, qsizetype from, qsizetype count);
    void append(const Value &value, const Column &column);

    PostgresConnection &m_connection;
    const QList<Column> m_columns;
    QString m_statement;
    QByteArray m_data;
};

} // namespace Ghar

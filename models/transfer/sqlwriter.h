// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/dialect.h"
#include "transfer/rowsink.h"

namespace Ghar {

/// Writes INSERT statements of many rows each, in one transaction, in the words of the database that they came from.
class SqlWriter final : public RowSink
{
public:
    SqlWriter(QIODevice &device, const Dialect &dialect) : m_buffer(device), m_dialect(dialect) { }

    Result<void> begin(const QString &table, const QList<Column> &columns) override;
    /// Without it a server does not take keys for an identity column that gives them itself.
    void setGivesIdentity(bool gives) { m_givesIdentity = gives; }
    Result<void> add(const Row &row) override;
    Result<void> finish() override;

private:
    SinkBuffer m_buffer;
    const Dialect &m_dialect;
    QList<Column> m_columns;
    QByteArray m_head;
    int m_inStatement = 0;
    bool m_givesIdentity = false;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/sql.h"
#include "schema/schema.h"

#include <QIODevice>
#include <QList>
#include <QString>

namespace Ghar {

/// Takes rows one after the other and writes them somewhere; keeps no more of them than it must. Values are canonical
/// texts (see Value), one for each column. After an error nothing else may be called.
class RowSink
{
public:
    virtual ~RowSink() = default;
    RowSink(const RowSink &) = delete;
    RowSink &operator=(const RowSink &) = delete;

    [[nodiscard]] virtual Result<void> begin(const QString &table, const QList<Column> &columns) = 0;
    [[nodiscard]] virtual Result<void> add(const Row &row) = 0;
    /// Writes what is left.
    [[nodiscard]] virtual Result<void> finish() = 0;

protected:
    RowSink() = default;
};

/// Collects what is written and passes it on in large pieces.
class SinkBuffer
{
public:
    explicit SinkBuffer(QIODevice &device) : m_device(device) { }

    QByteArray &bytes() { return m_bytes; }
    /// Writes what was collected once it is worth while, or all of it when `everything` is set.
    [[nodiscard]] Result<void> pass(bool everything = false);

private:
    QIODevice &m_device;
    QByteArray m_bytes;
};

} // namespace Ghar

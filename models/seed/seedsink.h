// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Ghar {

/// Receives generated rows; the database writer implements it, tests record with it.
class SeedSink
{
public:
    virtual ~SeedSink() = default;
    /// Adds rows of one table. Every inner list has one value per column, in canonical text (see Value).
    virtual Result<void> insert(const QString &table, const QStringList &columns, const QList<QList<Value>> &rows) = 0;
    /// Sets columns of one row found by its single-column primary key: for the keys that form a cycle.
    virtual Result<void> update(const QString &table, const Value &key, const QStringList &columns,
                                const QList<Value> &values) = 0;
};

} // namespace Ghar

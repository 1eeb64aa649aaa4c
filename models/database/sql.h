// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <QList>
#include <QString>

namespace Ghar {

/// A statement with its bound values. Placeholders are written by Dialect::bind(), identifiers by Dialect::quote().
struct Sql
{
    QString text;
    QList<Value> values;
};

/// One result row, column by column as in the SELECT list.
using Row = QList<Value>;

} // namespace Ghar

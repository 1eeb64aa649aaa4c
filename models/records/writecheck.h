// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "database/liveschema.h"

#include <QStringList>

namespace Ghar {

/// Turns what a person typed into a value that the column can keep, before anything is sent: its type, length, digits,
/// labels and form of JSON. Money may be typed with a rupee sign and grouped digits; times without an offset are local.
/// The empty text is NULL where the column is not textual. `labels` are those of an enum. The error is one sentence
/// that says the rule.
[[nodiscard]] Result<Value> valueToWrite(const Column &column, const QStringList &labels, const QString &input);

/// Whether the column may be NULL; the error says the rule.
[[nodiscard]] Result<void> checkNull(const Column &column, const Value &value);

/// Whether a new row must be given a value of this column, because nothing fills it in.
[[nodiscard]] bool needsValue(const LiveTable &table, const Column &column);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "schema/schema.h"

namespace Ghar {

/// Turns what a person typed into a value of the column, in canonical text. `NULL` in capitals is NULL; so is the empty
/// text where the column is not textual. The error names the column and says what it takes.
[[nodiscard]] Result<Value> valueFromInput(const Column &column, const QString &input);

/// Which end of a range a typed value is.
enum class Bound { Lower, Upper };

/// Like valueFromInput(), for the ends of a range. Times without an offset are in the local zone, as they are shown,
/// and a day alone means all of it: its first instant as the lower bound, its last microsecond as the upper one.
[[nodiscard]] Result<Value> boundFromInput(const Column &column, const QString &input, Bound bound);

/// The other way: what a person would type for the bound.
[[nodiscard]] QString inputOfBound(const Column &column, const Value &value, Bound bound);

} // namespace Ghar

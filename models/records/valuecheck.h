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

} // namespace Ghar

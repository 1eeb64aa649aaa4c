// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"
#include "schema/schema.h"

#include <QJsonValue>

namespace Ghar {

/// A value for JSON output: booleans and numbers as such, numeric as a string (JSON numbers are binary fractions),
/// JSON columns as what they hold, everything else as its canonical text.
[[nodiscard]] QJsonValue jsonOf(const Column &column, const Value &value);

} // namespace Ghar

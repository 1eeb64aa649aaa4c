// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace Ghar {

/// A number as people and spreadsheets write it, in plain digits: `₹ 1,23,456.50`, `Rs. 500/-`, `(1,000)` for what is
/// owed, Indian or western grouping. Commas that stand where neither groups digits are refused rather than guessed at,
/// and so is a number that a spreadsheet has shortened (`1.2E+11`), unless `mayHaveExponent`.
[[nodiscard]] Result<QString> plainNumber(const QString &text, bool mayHaveExponent = false);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"

#include <QString>

namespace Ghar {

/// What of a JSON text does not fit the known shape of its column: one sentence that names the key and the rule; empty
/// when it fits, when no shape is known for certain, or when the text is no JSON. Unknown keys fit, and so does null.
[[nodiscard]] QString shapeProblem(const LiveSchema &live, const Column &column, const QString &json);

} // namespace Ghar

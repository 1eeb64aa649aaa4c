// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"

#include <QString>

namespace Ghar {

/// The column that the database complains about: by the constraint that it names, else by the column itself. Empty when
/// it names neither.
[[nodiscard]] QString columnBlamedBy(const LiveTable &table, const Error &error);

} // namespace Ghar

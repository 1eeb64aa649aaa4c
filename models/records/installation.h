// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace Ghar {

/// The id of this installation of the desk for this user, made when it is first asked for: each writes a chain of the
/// journal of its own.
[[nodiscard]] Result<QString> installationId();

} // namespace Ghar

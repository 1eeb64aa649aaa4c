// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace Ghar {

/// `records export TABLE` and `records import TABLE FILE`.
[[nodiscard]] QList<Command> transferCommands();

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace Ghar {

/// `records list TABLE` and `records delete-plan TABLE KEY`.
[[nodiscard]] QList<Command> recordsCommands();

} // namespace Ghar

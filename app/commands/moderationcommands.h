// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace Ghar {

/// `moderation queue`, `decide`, `revise`, `confirm` and `refuse`.
[[nodiscard]] QList<Command> moderationCommands();

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace Ghar {

/// `journal list` and `journal verify`.
[[nodiscard]] QList<Command> journalCommands();

} // namespace Ghar

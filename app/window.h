// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

class QIODevice;

namespace Ghar {

/// Whether the arguments of the running application make sense for a window; problems are told on `err`. Needs no
/// display.
ExitCode checkWindow(QIODevice &err);

/// Opens the window, or makes its pictures (`--pictures`), or loads everything once (`--self-test`, which needs no
/// display). Call checkWindow() before.
ExitCode runWindow(int &argc, char **argv, QIODevice &out, QIODevice &err);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

class QIODevice;

namespace Ghar {

/// Opens the window, or makes its pictures (`--pictures`), or loads everything once (`--self-test`). Problems with the
/// arguments are told on `err`.
ExitCode runWindow(int &argc, char **argv, QIODevice &err);

} // namespace Ghar

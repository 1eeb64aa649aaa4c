// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

namespace Ghar {

/// Whether the arguments, which runCommandLine() has found right, want a picture of the map. Needs an application
/// object.
[[nodiscard]] bool wantsMapPicture();

/// Draws it without a display, in the colours of the window, with an application object of its own.
ExitCode runMapPicture(int &argc, char **argv, QIODevice &out, QIODevice &err);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

class QQuickWindow;

namespace Ghar {

class Desk;

/// The screens of the window, in the order of the rail.
[[nodiscard]] QStringList screenNames();

/// Saves one picture per screen, named after it, and returns.
ExitCode takePictures(Desk &desk, QQuickWindow &window, const QString &folder, CommandContext &context);

/// Shows every screen once and waits until each has its data.
ExitCode visitScreens(Desk &desk, CommandContext &context);

} // namespace Ghar

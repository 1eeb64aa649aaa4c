// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "geo/mapviewport.h"

namespace Ghar {

/// A picture of the map, as `map render` wants it.
struct MapPictureRequest
{
    MapViewport viewport;
    bool isDark = false;
    QString file;
};

/// The request in the arguments of `map render`, or what is wrong with them.
[[nodiscard]] Result<MapPictureRequest> mapPictureRequest(const Arguments &arguments);

/// `map render`, which the program draws itself: see Command::needsFonts.
[[nodiscard]] QList<Command> mapCommands();

} // namespace Ghar

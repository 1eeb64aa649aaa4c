// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/mapviewport.h"
#include "mapstyle.h"

#include <QImage>

namespace Ghar {

/// What must be read wherever the map is shown, translated.
[[nodiscard]] QString mapAttribution();

/// The embedded base map as a picture, with names, scale and attribution. It takes its time: tens of milliseconds, and
/// some hundred for the first. Any thread.
[[nodiscard]] QImage mapPicture(const MapViewport &viewport, const MapLook &look);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/tilecover.h"
#include "mapstyle.h"

#include <QImage>

namespace Ghar {

/// Draws a tile of the embedded base map, without labels. Reads the map's files when called for the first time. Any
/// thread.
[[nodiscard]] QImage baseMapTile(const TileId &id, int pixels, const MapLook &look);

} // namespace Ghar

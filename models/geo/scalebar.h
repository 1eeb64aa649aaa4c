// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Ghar {

/// A length that reads well, for the scale of a map.
struct ScaleBar
{
    double metres = 0; ///< 1, 2 or 5 times a power of ten; 0 where there is no scale
    double pixels = 0; ///< its length in the map
};

/// The longest round length that fits into `maximalPixels`. Nothing for values that are not above 0.
[[nodiscard]] ScaleBar scaleBar(double metresPerPixel, double maximalPixels);

/// "200 m", "5 km".
[[nodiscard]] QString distanceText(double metres);

} // namespace Ghar

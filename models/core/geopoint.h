// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Ghar {

/// A place on the Earth in degrees of WGS 84.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;
    bool operator==(const GeoPoint &) const = default;
};

/// Whether both are within the Earth's bounds.
[[nodiscard]] bool isOnEarth(const GeoPoint &point);

/// Reads what people have of a place: `28.4595, 77.0266`, with `N` and `E`, the address of a map that names a point
/// (`@lat,lon`, `q=lat,lon`, `ll=`, `!3dlat!4dlon`, `geo:`, `#map=z/lat/lon`), and the stored form `POINT(lon lat)`.
/// Nothing for anything else and for places off the Earth.
[[nodiscard]] std::optional<GeoPoint> geoPointFromInput(const QString &input);

/// The stored form, see Value.
[[nodiscard]] QString storedText(const GeoPoint &point);

} // namespace Ghar

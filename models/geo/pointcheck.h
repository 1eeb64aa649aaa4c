// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geopoint.h"

#include <QString>

#include <optional>

namespace Ghar {

/// What is odd about the place of a listing.
enum class PointConcern {
    None,
    Missing,     ///< there is none
    Zero,        ///< (0, 0): in the sea, and what an empty form sends
    OffTheEarth, ///< a number that is no angle
    Swapped,     ///< outside India, inside with latitude and longitude exchanged
    OutsideIndia
};

/// Whether a place is within the rectangle around India, in which a part of its neighbours lies too: the base map's
/// boundary decides nothing.
[[nodiscard]] bool isAroundIndia(const GeoPoint &point);

/// What is odd about a place; latitude and longitude may be any numbers.
[[nodiscard]] PointConcern pointConcern(const std::optional<GeoPoint> &point);

/// Where a listing is, by its point where it has one, by its latitude and longitude otherwise.
struct ListingPlace
{
    std::optional<GeoPoint> point; ///< as it is stored
    PointConcern concern = PointConcern::Missing;
    double apart = 0; ///< metres between the point and latitude and longitude; 0 where there is only one of the two
};

/// From the texts of the columns `location`, `latitude` and `longitude`, which may be empty.
[[nodiscard]] ListingPlace listingPlace(const QString &location, const QString &latitude, const QString &longitude);

} // namespace Ghar

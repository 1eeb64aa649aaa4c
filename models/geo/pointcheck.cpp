// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/pointcheck.h"

#include <QGeoCoordinate>

namespace Ghar {

bool isAroundIndia(const GeoPoint &point)
{
    return point.latitude >= 6 && point.latitude <= 38 && point.longitude >= 68 && point.longitude <= 98;
}

PointConcern pointConcern(const std::optional<GeoPoint> &point)
{
    if (!point)
        return PointConcern::Missing;
    if (point->latitude == 0 && point->longitude == 0)
        return PointConcern::Zero;
    if (isAroundIndia(*point))
        return PointConcern::None;
    // Before the next: a longitude may be no latitude.
    if (isAroundIndia({point->longitude, point->latitude}))
        return PointConcern::Swapped;
    return isOnEarth(*point) ? PointConcern::OutsideIndia : PointConcern::OffTheEarth;
}

ListingPlace listingPlace(const QString &location, const QString &latitude, const QString &longitude)
{
    bool hasLatitude = false;
    bool hasLongitude = false;
    const GeoPoint columns{latitude.toDouble(&hasLatitude), longitude.toDouble(&hasLongitude)};
    const std::optional<GeoPoint> stored = geoPointFromInput(location);
    ListingPlace place;
    if (stored)
        place.point = stored;
    else if (hasLatitude && hasLongitude)
        place.point = columns;
    place.concern = pointConcern(place.point);
    if (!place.point && !location.trimmed().isEmpty())
        place.concern = PointConcern::OffTheEarth; // there is one, only it cannot be one
    if (stored && hasLatitude && hasLongitude && isOnEarth(columns))
        place.apart = QGeoCoordinate(stored->latitude, stored->longitude)
                          .distanceTo(QGeoCoordinate(columns.latitude, columns.longitude));
    return place;
}

} // namespace Ghar

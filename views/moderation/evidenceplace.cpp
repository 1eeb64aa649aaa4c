// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the evidence says of where a listing is.
#include "evidencelistmodel.h"
#include "geo/pointcheck.h"
#include "geo/scalebar.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Ghar {

void EvidenceListModel::addPlace(const QMap<QString, Value> &listing)
{
    // From here on the point and the columns are said to differ, in metres.
    constexpr double farApart = 250;
    ListingPlace place = listingPlace(listing.value(u"location"_s).text(), listing.value(u"latitude"_s).text(),
                                      listing.value(u"longitude"_s).text());
    QString words;
    switch (place.concern) {
    case PointConcern::None:
        if (place.apart >= farApart)
            words = tr("The point and the latitude and longitude are %1 apart; the map shows the point.")
                        .arg(distanceText(std::round(place.apart)));
        break;
    case PointConcern::Missing:
        words = tr("The listing has no point.");
        break;
    case PointConcern::Zero:
        words = tr("The point is 0, 0, in the sea off Africa: the form was sent without a place.");
        place.point.reset();
        break;
    case PointConcern::OffTheEarth:
        words = tr("The stored point is not a place on the Earth.");
        place.point.reset();
        break;
    case PointConcern::Swapped:
        words = tr("The point lies outside India; latitude and longitude look swapped. "
                   "The map shows where it is with the two exchanged.");
        place.point = GeoPoint{place.point->longitude, place.point->latitude};
        break;
    case PointConcern::OutsideIndia:
        words = tr("The point lies outside India.");
        break;
    }
    Line line{Kind::Map,
              tr("Map of the address"),
              words,
              {},
              words.isEmpty() ? QString() : tr("Check"),
              CellTone::Warning,
              {},
              {},
              false};
    line.point = place.point;
    m_lines.append(line);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/placesreader.h"

#include <QByteArrayView>
#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Ghar {

Result<QList<Place>> readPlaces(const QByteArray &text, const QString &name)
{
    const auto broken = [&name](const QString &what) {
        return Error{
            ErrorKind::BadInput,
            QCoreApplication::translate("Ghar::Places", "The list of places %1 cannot be read: %2.").arg(name, what),
            {}};
    };
    const QList<QByteArray> lines = text.split('\n');
    QHash<QByteArray, qsizetype> columns;
    const QList<QByteArray> names = lines.first().split('\t');
    for (qsizetype i = 0; i < names.size(); ++i)
        columns.insert(names.at(i), i);
    for (const char *needed : {"name", "name_hi", "country", "lat", "lon", "population", "kind", "min_zoom"}) {
        if (!columns.contains(needed))
            return broken(
                QCoreApplication::translate("Ghar::Places", "it has no column %1").arg(QLatin1StringView(needed)));
    }
    QList<Place> places;
    places.reserve(lines.size());
    for (qsizetype number = 1; number < lines.size(); ++number) {
        if (lines.at(number).isEmpty())
            continue;
        const QList<QByteArray> cells = lines.at(number).split('\t');
        bool isRead = cells.size() == names.size();
        const auto cell = [&](const char *column) { return isRead ? cells.at(columns.value(column)) : QByteArray(); };
        const auto numeric = [&](const char *column) {
            bool isNumber = false;
            const double value = cell(column).toDouble(&isNumber);
            isRead = isRead && isNumber;
            return value;
        };
        Place place;
        place.name = QString::fromUtf8(cell("name"));
        place.nameHindi = QString::fromUtf8(cell("name_hi"));
        place.country = QString::fromUtf8(cell("country"));
        place.latitude = numeric("lat");
        place.longitude = numeric("lon");
        place.population = qint64(numeric("population"));
        place.isCapital = cell("kind") == "capital";
        place.minimalZoom = numeric("min_zoom");
        isRead = isRead && !place.name.isEmpty() && qAbs(place.latitude) <= 90 && qAbs(place.longitude) <= 180;
        if (!isRead)
            return broken(QCoreApplication::translate("Ghar::Places", "line %1 is not a place").arg(number + 1));
        places.append(place);
    }
    return places;
}

} // namespace Ghar

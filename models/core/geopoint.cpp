// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geopoint.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

bool isOnEarth(const GeoPoint &point)
{
    return qAbs(point.latitude) <= 90 && qAbs(point.longitude) <= 180; // false for NaN
}

std::optional<GeoPoint> geoPointFromInput(const QString &input)
{
    struct Form
    {
        QRegularExpression expression;
        int latitude;
        int longitude;
    };
    static const QString number = u"([+-]?\\d+(?:\\.\\d+)?)"_s;
    static const QList<Form> forms{
        {QRegularExpression(u"^\\s*(?:SRID=4326;)?\\s*POINT\\s*\\(\\s*%1\\s+%1\\s*\\)\\s*$"_s.arg(number),
                            QRegularExpression::CaseInsensitiveOption),
         2, 1},
        {QRegularExpression(u"^\\s*(?:geo:)?%1\\s*[,;\\s]\\s*%1\\s*$"_s.arg(number)), 1, 2},
        // The pin of a map's address counts more than the middle of what it shows.
        {QRegularExpression(u"!3d%1!4d%1"_s.arg(number)), 1, 2},
        {QRegularExpression(u"[?&](?:q|query|ll|center|daddr)=(?:loc:)?"_s + number + u"(?:,|%2C)\\+?"_s + number), 1,
         2},
        {QRegularExpression(u"@%1,%1"_s.arg(number)), 1, 2},
        {QRegularExpression(u"#map=\\d+/%1/%1"_s.arg(number)), 1, 2},
        {QRegularExpression(u"^geo:%1,%1"_s.arg(number)), 1, 2}};
    for (const Form &form : forms) {
        const QRegularExpressionMatch match = form.expression.match(input);
        if (!match.hasMatch())
            continue;
        const GeoPoint point{match.captured(form.latitude).toDouble(), match.captured(form.longitude).toDouble()};
        return isOnEarth(point) ? std::optional(point) : std::nullopt;
    }
    // `28.4595° N, 77.0266° E`, in either order.
    static const QRegularExpression marked(
        u"^\\s*(\\d+(?:\\.\\d+)?)\\s*°?\\s*([NSEW])\\s*[,;\\s]\\s*(\\d+(?:\\.\\d+)?)\\s*°?\\s*([NSEW])\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = marked.match(input);
    if (!match.hasMatch())
        return std::nullopt;
    GeoPoint point{qQNaN(), qQNaN()};
    for (const int part : {1, 3}) {
        const QChar side = match.captured(part + 1).at(0).toUpper();
        const double angle = match.captured(part).toDouble() * (side == u'S' || side == u'W' ? -1 : 1);
        (side == u'N' || side == u'S' ? point.latitude : point.longitude) = angle;
    }
    return isOnEarth(point) ? std::optional(point) : std::nullopt;
}

QString storedText(const GeoPoint &point)
{
    const auto shortest = [](double angle) { return QString::number(angle, 'f', QLocale::FloatingPointShortest); };
    return u"SRID=4326;POINT(%1 %2)"_s.arg(shortest(point.longitude), shortest(point.latitude));
}

} // namespace Ghar

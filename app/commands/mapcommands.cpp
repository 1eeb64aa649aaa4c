// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/mapcommands.h"

#include "core/geopoint.h"
#include "geo/webmercator.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapCommands)
};

constexpr int smallestSide = 64;
constexpr int largestSide = 8192;

Error wrong(const QString &sentence)
{
    return {ErrorKind::BadInput, sentence, {}};
}

/// Says what is wrong with the arguments; the drawing is the program's.
ExitCode check(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("map render takes no further words, but “%1” was given.").arg(rest.first()));
    const Result<MapPictureRequest> request = mapPictureRequest(context.arguments());
    return request ? ExitCode::Done : context.fail(request.error());
}

} // namespace

Result<MapPictureRequest> mapPictureRequest(const Arguments &arguments)
{
    for (const QString &needed : {u"center"_s, u"zoom"_s, u"size"_s, u"out"_s}) {
        if (!arguments.has(needed))
            return wrong(Text::tr("map render needs --%1. See “ghar-desk --help”.").arg(needed));
    }
    MapPictureRequest request;
    const QString center = arguments.value(u"center"_s);
    const std::optional<GeoPoint> point = geoPointFromInput(center);
    if (!point)
        return wrong(Text::tr("--center %1 is not a place. Write it as 28.4595,77.0266.").arg(center));
    request.viewport.center = WebMercator::worldOf(point->latitude, point->longitude);
    bool isNumber = false;
    const QString zoom = arguments.value(u"zoom"_s);
    request.viewport.zoom = zoom.toDouble(&isNumber);
    if (!isNumber || !(request.viewport.zoom >= 0 && request.viewport.zoom <= WebMercator::maximalZoom))
        return wrong(Text::tr("--zoom %1 is not between 0 and %2.").arg(zoom).arg(WebMercator::maximalZoom));
    const QString size = arguments.value(u"size"_s);
    const QStringList sides = size.split(u'x');
    bool isWidth = false;
    bool isHeight = false;
    const QSize pixels(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    if (sides.size() != 2 || !isWidth || !isHeight)
        return wrong(Text::tr("--size %1 is not of the form 1280x800.").arg(size));
    for (const int side : {pixels.width(), pixels.height()}) {
        if (side < smallestSide || side > largestSide)
            return wrong(
                Text::tr("--size %1: each side is from %2 to %3 pixels.").arg(size).arg(smallestSide).arg(largestSide));
    }
    request.viewport.size = pixels;
    request.viewport = request.viewport.bounded();
    request.isDark = arguments.has(u"dark"_s);
    request.file = arguments.value(u"out"_s);
    if (!request.file.endsWith(u".png"_s, Qt::CaseInsensitive))
        return wrong(Text::tr("%1 does not end in .png; the map is written as PNG.").arg(request.file));
    return request;
}

QList<Command> mapCommands()
{
    return {{{u"map"_s, u"render"_s},
             u"--out FILE"_s,
             Text::tr("draw the base map around a place into a PNG file"),
             {u"center"_s, u"zoom"_s, u"size"_s, u"dark"_s, u"out"_s},
             check,
             true}};
}

} // namespace Ghar

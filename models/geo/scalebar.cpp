// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/scalebar.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Ghar {

ScaleBar scaleBar(double metresPerPixel, double maximalPixels)
{
    const double longest = metresPerPixel * maximalPixels;
    if (!(longest > 0) || !std::isfinite(longest))
        return {};
    const double power = std::pow(10.0, std::floor(std::log10(longest)));
    double metres = power;
    for (const double step : {5.0, 2.0}) {
        if (step * power <= longest) {
            metres = step * power;
            break;
        }
    }
    return {metres, metres / metresPerPixel};
}

QString distanceText(double metres)
{
    const QLocale english(QLocale::English, QLocale::India);
    if (metres < 1000)
        return QCoreApplication::translate("Ghar::ScaleBar", "%1 m").arg(english.toString(metres, 'g', 3));
    const double kilometres = metres / 1000;
    return QCoreApplication::translate("Ghar::ScaleBar", "%1 km")
        .arg(english.toString(kilometres, 'f', kilometres < 10 && kilometres != std::floor(kilometres) ? 1 : 0));
}

} // namespace Ghar

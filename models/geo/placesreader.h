// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Ghar {

/// A town or city to write on a map.
struct Place
{
    QString name;
    QString nameHindi; ///< may be empty
    QString country;   ///< two letters
    double latitude = 0;
    double longitude = 0;
    qint64 population = 0;
    bool isCapital = false;
    double minimalZoom = 0; ///< from which it should be named
};

/// Reads the list of places: UTF-8, tabs between columns, whose names stand in the first line. A line that does not fit
/// is an Error with its number. `name` is that of the file, for people. Any thread.
[[nodiscard]] Result<QList<Place>> readPlaces(const QByteArray &text, const QString &name);

} // namespace Ghar

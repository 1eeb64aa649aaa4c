// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QPointF>

namespace Ghar {

/// A geometry of a TopoJSON file as numbers of arcs: `~n` is arc n from its end to its beginning.
struct TopoShape
{
    enum class Kind { Lines, Polygon };
    Kind kind = Kind::Lines;
    /// Lines: each a list of arcs. Polygon: its rings, of all parts; where two overlap there is a hole.
    QList<QList<int>> paths;
    QJsonObject properties;
};

/// A TopoJSON file. Points are (longitude, latitude) in degrees.
struct Topology
{
    QList<QList<QPointF>> arcs;
    QMap<QString, QList<TopoShape>> objects;

    /// The points of a path; the point that two arcs share is there once.
    [[nodiscard]] QList<QPointF> points(const QList<int> &path) const;
};

/// Reads TopoJSON, quantised or not, with geometry collections of (multi-)polygons and (multi-)lines; other geometries
/// are left out. A broken file is an Error that names what is wrong and where. `name` is that of the file, for people.
/// Any thread.
[[nodiscard]] Result<Topology> readTopology(const QByteArray &json, const QString &name);

} // namespace Ghar

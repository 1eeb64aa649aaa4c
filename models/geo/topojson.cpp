// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/topojson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Where a file is wrong, as an exception within this file only would be: the first complaint wins.
class TopologyReader
{
    Q_DECLARE_TR_FUNCTIONS(Ghar::TopologyReader)

public:
    explicit TopologyReader(const QString &name) : m_name(name) { }

    Result<Topology> read(const QByteArray &json);

private:
    bool complain(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = what;
        return false;
    }
    bool readTransform(const QJsonValue &transform);
    bool readArcs(const QJsonValue &arcs);
    bool readObjects(const QJsonValue &objects);
    bool readShapes(const QJsonObject &geometry, const QString &where, QList<TopoShape> &shapes);
    bool readPath(const QJsonValue &path, const QString &where, TopoShape &shape);
    bool readPaths(const QJsonValue &paths, const QString &where, int depth, TopoShape &shape);

    QString m_name;
    QString m_problem;
    bool m_isQuantised = false;
    QPointF m_scale{1, 1};
    QPointF m_translate;
    Topology m_topology;
};

bool TopologyReader::readTransform(const QJsonValue &transform)
{
    if (transform.isUndefined())
        return true;
    const QJsonArray scale = transform[u"scale"_s].toArray();
    const QJsonArray translate = transform[u"translate"_s].toArray();
    for (const QJsonArray &pair : {scale, translate}) {
        if (pair.size() != 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble())
            return complain(tr("its transform is not two pairs of numbers"));
    }
    m_isQuantised = true;
    m_scale = {scale.at(0).toDouble(), scale.at(1).toDouble()};
    m_translate = {translate.at(0).toDouble(), translate.at(1).toDouble()};
    return true;
}

bool TopologyReader::readArcs(const QJsonValue &arcs)
{
    if (!arcs.isArray())
        return complain(tr("it has no list of arcs"));
    const QJsonArray list = arcs.toArray();
    m_topology.arcs.reserve(list.size());
    for (const QJsonValue &arc : list) {
        const qsizetype number = m_topology.arcs.size();
        const QJsonArray positions = arc.toArray();
        if (positions.size() < 2)
            return complain(tr("arc %1 has fewer than two points").arg(number));
        QList<QPointF> points;
        points.reserve(positions.size());
        QPointF sum;
        for (const QJsonValue &position : positions) {
            const QJsonArray pair = position.toArray();
            if (pair.size() < 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble())
                return complain(tr("arc %1 has a point that is not two numbers").arg(number));
            const QPointF read(pair.at(0).toDouble(), pair.at(1).toDouble());
            sum = m_isQuantised ? sum + read : read;
            const QPointF degrees(sum.x() * m_scale.x() + m_translate.x(), sum.y() * m_scale.y() + m_translate.y());
            // A little beyond is rounding.
            if (!(std::abs(degrees.x()) <= 180.01) || !(std::abs(degrees.y()) <= 90.01))
                return complain(tr("arc %1 leaves the Earth").arg(number));
            points.append(degrees);
        }
        m_topology.arcs.append(points);
    }
    return true;
}

bool TopologyReader::readPath(const QJsonValue &path, const QString &where, TopoShape &shape)
{
    if (!path.isArray() || path.toArray().isEmpty())
        return complain(tr("%1 has a line without arcs").arg(where));
    QList<int> arcs;
    for (const QJsonValue &number : path.toArray()) {
        const double read = number.toDouble(0.5);
        const double arc = read < 0 ? -1 - read : read;
        if (read != std::floor(read) || arc >= double(m_topology.arcs.size()))
            return complain(tr("%1 names an arc that is not there").arg(where));
        arcs.append(int(read));
    }
    shape.paths.append(arcs);
    return true;
}

bool TopologyReader::readPaths(const QJsonValue &paths, const QString &where, int depth, TopoShape &shape)
{
    if (depth == 0)
        return readPath(paths, where, shape);
    if (!paths.isArray())
        return complain(tr("%1 has no list of arcs").arg(where));
    for (const QJsonValue &path : paths.toArray()) {
        if (!readPaths(path, where, depth - 1, shape))
            return false;
    }
    return true;
}

bool TopologyReader::readShapes(const QJsonObject &geometry, const QString &where, QList<TopoShape> &shapes)
{
    struct Type
    {
        QLatin1StringView name;
        TopoShape::Kind kind;
        int depth; ///< of the lists around a path
    };
    static constexpr Type types[]{{"LineString"_L1, TopoShape::Kind::Lines, 0},
                                  {"MultiLineString"_L1, TopoShape::Kind::Lines, 1},
                                  {"Polygon"_L1, TopoShape::Kind::Polygon, 1},
                                  {"MultiPolygon"_L1, TopoShape::Kind::Polygon, 2}};
    const QString name = geometry.value(u"type"_s).toString();
    if (name == "GeometryCollection"_L1) {
        const QJsonValue members = geometry.value(u"geometries"_s);
        if (!members.isArray())
            return complain(tr("%1 has no list of geometries").arg(where));
        for (const QJsonValue &member : members.toArray()) {
            // Collections within collections are of no use here, and their depth would be the file's choice.
            if (member[u"type"_s].toString() == name)
                return complain(tr("%1 has a collection within a collection").arg(where));
            if (!readShapes(member.toObject(), tr("%1 %2").arg(where).arg(shapes.size()), shapes))
                return false;
        }
        return true;
    }
    for (const Type &type : types) {
        if (name != type.name)
            continue;
        TopoShape shape;
        shape.kind = type.kind;
        shape.properties = geometry.value(u"properties"_s).toObject();
        if (!readPaths(geometry.value(u"arcs"_s), where, type.depth, shape))
            return false;
        shapes.append(shape);
        return true;
    }
    return name.isEmpty() ? complain(tr("%1 has no type").arg(where)) : true;
}

bool TopologyReader::readObjects(const QJsonValue &objects)
{
    if (!objects.isObject())
        return complain(tr("it has no objects"));
    const QJsonObject all = objects.toObject();
    for (auto object = all.begin(); object != all.end(); ++object) {
        if (!readShapes(object.value().toObject(), object.key(), m_topology.objects[object.key()]))
            return false;
    }
    return true;
}

Result<Topology> TopologyReader::read(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Error{
            ErrorKind::BadInput,
            tr("The map file %1 cannot be read: it is not JSON from byte %2 on.").arg(m_name).arg(error.offset),
            error.errorString()};
    const QJsonObject root = document.object();
    if (root.value(u"type"_s) != "Topology"_L1)
        complain(tr("it is not TopoJSON"));
    else if (readTransform(root.value(u"transform"_s)) && readArcs(root.value(u"arcs"_s))
             && readObjects(root.value(u"objects"_s)))
        return m_topology;
    return Error{ErrorKind::BadInput, tr("The map file %1 cannot be read: %2.").arg(m_name, m_problem), {}};
}

} // namespace

QList<QPointF> Topology::points(const QList<int> &path) const
{
    QList<QPointF> result;
    for (const int number : path) {
        const QList<QPointF> &arc = arcs.at(number < 0 ? ~number : number);
        // The first point of an arc is the last of the one before.
        const qsizetype from = result.isEmpty() ? 0 : 1;
        for (qsizetype i = from; i < arc.size(); ++i)
            result.append(number < 0 ? arc.at(arc.size() - 1 - i) : arc.at(i));
    }
    return result;
}

Result<Topology> readTopology(const QByteArray &json, const QString &name)
{
    return TopologyReader(name).read(json);
}

} // namespace Ghar

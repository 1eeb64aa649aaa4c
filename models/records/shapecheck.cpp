// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/shapecheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShapeCheck)
};

/// Whether a value has a type as the shapes name it: `string`, `number or null`, `array of string`, an enum's name.
bool fits(const Schema &schema, const QString &type, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined() || type == "any"_L1)
        return true;
    if (type.startsWith("array of "_L1)) {
        const QString element = type.mid(9);
        const QJsonArray array = value.toArray();
        return value.isArray() && std::all_of(array.cbegin(), array.cend(), [&](const QJsonValue &entry) {
                   return fits(schema, element, entry);
               });
    }
    if (type.startsWith("object of "_L1)) {
        const QString element = type.mid(10);
        const QJsonObject object = value.toObject();
        return value.isObject() && std::all_of(object.begin(), object.end(), [&](const QJsonValue &entry) {
                   return fits(schema, element, entry);
               });
    }
    if (type.contains(" or "_L1)) {
        const QStringList either = type.split(u" or "_s);
        return std::any_of(either.cbegin(), either.cend(),
                           [&](const QString &one) { return fits(schema, one, value); });
    }
    if (type == "string HH:MM"_L1)
        return value.isString() && QTime::fromString(value.toString(), u"HH:mm"_s).isValid();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "integer"_L1)
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    if (type == "object"_L1)
        return value.isObject();
    if (const EnumType *known = schema.enumType(type))
        return value.isString()
            && (known->values.contains(value.toString()) || known->labels.contains(value.toString()));
    return true;
}

/// Follows the rest of a path (`a.b[].c`) and finds the first place that does not fit.
QString problemAt(const Schema &schema, const Column &column, const JsonKey &key, const QString &path,
                  const QString &walked, const QJsonValue &value)
{
    if (path.isEmpty()) {
        if (fits(schema, key.type, value))
            return {};
        const EnumType *known = schema.enumType(key.type);
        return Text::tr("In %1, “%2” is to be %3.")
            .arg(column.label, walked, known ? Text::tr("one of %1").arg(known->values.join(u", "_s)) : key.type);
    }
    if (value.isNull() || value.isUndefined())
        return {};
    if (path.startsWith("[]"_L1)) {
        const QJsonArray array = value.toArray();
        const QString rest = path.mid(path.startsWith("[]."_L1) ? 3 : 2);
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString found =
                problemAt(schema, column, key, rest, walked + u'[' + QString::number(i + 1) + u']', array.at(i));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    qsizetype end = 0;
    while (end < path.size() && path.at(end) != u'.' && path.at(end) != u'[')
        ++end;
    const QString name = path.first(end);
    if (!value.isObject())
        return {}; // what stands in the object's place is told by the key of the object
    const QString rest = path.mid(end + (end < path.size() && path.at(end) == u'.' ? 1 : 0));
    const QJsonValue next = value.toObject().value(name);
    if (next.isUndefined() && key.required && key.when.isEmpty() && rest.isEmpty())
        return Text::tr("%1 needs the key “%2”.").arg(column.label, key.key);
    return problemAt(schema, column, key, rest, walked.isEmpty() ? name : walked + u'.' + name, next);
}

} // namespace

QString shapeProblem(const LiveSchema &live, const Column &column, const QString &json)
{
    const JsonShape *shape = column.jsonShape.isEmpty() ? nullptr : live.catalogue->jsonShape(column.jsonShape);
    if (!shape || shape->confidence != "schema"_L1)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (document.isNull())
        return {};
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const JsonKey &key : shape->keys) {
        // Keys of one variant only are checked where it is edited.
        if (!key.when.isEmpty())
            continue;
        const QString problem = problemAt(*live.catalogue, column, key, key.key, {}, root);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace Ghar

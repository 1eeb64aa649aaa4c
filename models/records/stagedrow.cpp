// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/stagedrow.h"

#include "records/rowkey.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QString nameOf(StagedKind kind)
{
    switch (kind) {
    case StagedKind::Insert:
        return u"insert"_s;
    case StagedKind::Update:
        return u"update"_s;
    case StagedKind::Delete:
        break;
    }
    return u"delete"_s;
}

QJsonValue toJson(const Value &value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value.text());
}

std::optional<Value> valueFromJson(const QJsonValue &json)
{
    if (json.isNull())
        return Value::null();
    if (json.isString())
        return Value(json.toString());
    return {};
}

} // namespace

QString stagedIdOf(const Row &key)
{
    return u'=' + rowKeyText(key);
}

QJsonObject toJson(const StagedRow &row, bool withOriginal)
{
    QJsonObject object{{u"id"_s, row.id}, {u"kind"_s, nameOf(row.kind)}, {u"table"_s, row.table()}};
    QJsonObject values;
    for (auto it = row.values.cbegin(); it != row.values.cend(); ++it)
        values.insert(it.key(), it->isDefault ? QJsonValue(QJsonArray{}) : toJson(it->value)); // [] stands for DEFAULT
    object.insert(u"values"_s, values);
    if (!withOriginal)
        return object;
    QJsonArray key;
    for (const Value &part : row.original.key)
        key.append(toJson(part));
    QJsonObject original;
    for (auto it = row.original.values.cbegin(); it != row.original.values.cend(); ++it)
        original.insert(it.key(), toJson(*it));
    object.insert(u"key"_s, key);
    object.insert(u"original"_s, original);
    object.insert(u"version"_s, toJson(row.original.version));
    return object;
}

std::optional<StagedRow> stagedRowFromJson(const QJsonObject &object, bool &hasOriginal)
{
    StagedRow row;
    row.id = object.value(u"id"_s).toString();
    row.original.table = object.value(u"table"_s).toString();
    const QString kind = object.value(u"kind"_s).toString();
    bool isKnown = false;
    for (const StagedKind candidate : {StagedKind::Insert, StagedKind::Update, StagedKind::Delete}) {
        if (kind == nameOf(candidate)) {
            row.kind = candidate;
            isKnown = true;
        }
    }
    if (!isKnown || row.table().isEmpty() || row.id.size() < 2 || !object.value(u"values"_s).isObject())
        return {};
    const QJsonObject values = object.value(u"values"_s).toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        const std::optional<Value> value = valueFromJson(it.value());
        if (!value && !it.value().isArray())
            return {};
        row.values.insert(it.key(), {value.value_or(Value::null()), !value});
    }
    hasOriginal = object.contains(u"original"_s);
    if (!hasOriginal)
        return row;
    for (const QJsonValue part : object.value(u"key"_s).toArray()) {
        const std::optional<Value> value = valueFromJson(part);
        if (!value)
            return {};
        row.original.key.append(*value);
    }
    const QJsonObject original = object.value(u"original"_s).toObject();
    for (auto it = original.begin(); it != original.end(); ++it) {
        const std::optional<Value> value = valueFromJson(it.value());
        if (!value)
            return {};
        row.original.values.insert(it.key(), *value);
    }
    row.original.version = valueFromJson(object.value(u"version"_s)).value_or(Value::null());
    return row;
}

} // namespace Ghar

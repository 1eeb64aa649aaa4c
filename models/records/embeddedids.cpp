// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/embeddedids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

void collect(const QJsonValue &value, const QStringList &steps, qsizetype at, QStringList &ids)
{
    if (at == steps.size()) {
        if (value.isString())
            ids.append(value.toString());
        else if (value.isDouble())
            ids.append(QString::number(value.toInteger()));
        return;
    }
    QString name = steps.at(at);
    const bool isList = name.endsWith("[]"_L1);
    if (isList)
        name.chop(2);
    const QJsonValue inner = name.isEmpty() ? value : value.toObject().value(name);
    if (!isList) {
        collect(inner, steps, at + 1, ids);
        return;
    }
    for (const QJsonValue &element : inner.toArray())
        collect(element, steps, at + 1, ids);
}

/// Whether a key is reached from here without passing another list.
bool leadsToId(const QJsonValue &value, const QStringList &steps, qsizetype at, const QStringList &ids)
{
    for (qsizetype i = at; i < steps.size(); ++i) {
        if (steps.at(i).endsWith("[]"_L1))
            return false;
    }
    QStringList found;
    collect(value, steps, at, found);
    return std::any_of(found.cbegin(), found.cend(), [&ids](const QString &id) { return ids.contains(id); });
}

QJsonValue cleaned(const QJsonValue &value, const QStringList &steps, qsizetype at, const QStringList &ids)
{
    if (at == steps.size())
        return value;
    QString name = steps.at(at);
    const bool isList = name.endsWith("[]"_L1);
    if (isList)
        name.chop(2);
    QJsonObject object = value.toObject();
    const QJsonValue inner = name.isEmpty() ? value : object.value(name);
    if (inner.isUndefined())
        return value;
    QJsonValue after;
    if (isList) {
        QJsonArray kept;
        for (const QJsonValue &element : inner.toArray()) {
            if (!leadsToId(element, steps, at + 1, ids))
                kept.append(cleaned(element, steps, at + 1, ids));
        }
        after = kept;
    } else if (at + 1 == steps.size() && leadsToId(value, steps, at, ids)) {
        object.remove(name);
        return object;
    } else {
        after = cleaned(inner, steps, at + 1, ids);
    }
    if (name.isEmpty())
        return after;
    object.insert(name, after);
    return object;
}

} // namespace

QStringList embeddedIds(const QString &text, const QString &path)
{
    QStringList ids;
    if (path.isEmpty()) {
        static const QRegularExpression uuid(u"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        for (auto found = uuid.globalMatch(text); found.hasNext();)
            ids.append(found.next().captured().toLower());
        return ids;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    collect(root, path.split(u'.'), 0, ids);
    return ids;
}

Value withoutIds(const QString &text, const QString &path, const QStringList &ids)
{
    if (path.isEmpty())
        return Value::null();
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue after = cleaned(root, path.split(u'.'), 0, ids);
    const QJsonDocument kept = after.isArray() ? QJsonDocument(after.toArray()) : QJsonDocument(after.toObject());
    return Value(QString::fromUtf8(kept.toJson(QJsonDocument::Compact)));
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/embeddedids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVariant>

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

} // namespace Ghar

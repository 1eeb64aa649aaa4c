// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demotexts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

Result<QByteArray> fileOf(const QString &name)
{
    QFile file(u":/ghar/demo/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("DemoPlatform", "The demo texts are missing in this build."),
                     file.fileName()};
    return file.readAll();
}

/// Rows of a tab separated file without its heading.
Result<QList<QStringList>> tableOf(const QString &name)
{
    const Result<QByteArray> bytes = fileOf(name);
    if (!bytes)
        return bytes.error();
    QList<QStringList> rows;
    const QStringList lines = QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1))
        rows.append(line.split(u'\t'));
    return rows;
}

/// "28.4725" -> 28472500, without a detour through double.
int millionths(const QString &number)
{
    const QStringList parts = number.split(u'.');
    return parts.value(0).toInt() * 1000000 + parts.value(1).leftJustified(6, u'0').toInt();
}

} // namespace

Result<DemoTexts> DemoTexts::read()
{
    DemoTexts texts;
    for (const QString &name : {u"people"_s, u"listings"_s, u"amenities"_s, u"catalogs"_s, u"content"_s, u"social"_s,
                                u"leases"_s, u"datahub"_s, u"assistant"_s, u"tours"_s, u"tour-flat/tour"_s}) {
        if (const Result<void> done = texts.readTexts(name); !done)
            return done.error();
    }
    const Result<QList<QStringList>> names = tableOf(u"indian-names.tsv"_s);
    if (!names)
        return names.error();
    for (const QStringList &row : *names) {
        QStringList &target = row.value(0) == "male"_L1 ? texts.m_maleNames
            : row.value(0) == "female"_L1               ? texts.m_femaleNames
                                                        : texts.m_surnames;
        target.append(row.value(1));
    }
    const Result<QList<QStringList>> places = tableOf(u"ncr-localities.tsv"_s);
    if (!places)
        return places.error();
    for (const QStringList &row : *places) {
        texts.m_localities.append({row.value(0), row.value(1), row.value(2), row.value(3), millionths(row.value(4)),
                                   millionths(row.value(5))});
    }
    return texts;
}

Result<void> DemoTexts::readTexts(const QString &name)
{
    const Result<QByteArray> bytes = fileOf(name + u".json"_s);
    if (!bytes)
        return bytes.error();
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(*bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorKind::BadInput,
                     QCoreApplication::translate("DemoPlatform", "The demo texts are damaged in this build."),
                     u"%1.json: %2"_s.arg(name, problem.errorString())};
    for (auto entry = root.begin(); entry != root.end(); ++entry) {
        const QString key = name + u'.' + entry.key();
        if (entry->isObject()) {
            m_objects.insert(key, entry->toObject());
            continue;
        }
        const QJsonArray array = entry->toArray();
        if (!array.isEmpty() && array.first().isString()) {
            QStringList &list = m_lists[key];
            for (const QJsonValue &value : array)
                list.append(value.toString());
        } else {
            m_records.insert(key, array);
        }
    }
    return {};
}

const QStringList &DemoTexts::list(QStringView name) const
{
    static const QStringList none;
    const auto found = m_lists.constFind(name.toString());
    Q_ASSERT_X(found != m_lists.cend(), "DemoTexts::list", qUtf8Printable(name.toString()));
    return found == m_lists.cend() ? none : *found;
}

const QJsonArray &DemoTexts::records(QStringView name) const
{
    static const QJsonArray none;
    const auto found = m_records.constFind(name.toString());
    Q_ASSERT_X(found != m_records.cend(), "DemoTexts::records", qUtf8Printable(name.toString()));
    return found == m_records.cend() ? none : *found;
}

QJsonObject DemoTexts::object(QStringView name) const
{
    return m_objects.value(name.toString());
}

} // namespace Ghar

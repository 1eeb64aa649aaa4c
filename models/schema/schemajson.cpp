// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schemajson.h"

#include <QCoreApplication>

namespace Ghar {

using namespace Qt::StringLiterals;

namespace {

struct SchemaJsonText
{
    Q_DECLARE_TR_FUNCTIONS(Ghar::SchemaJson)
};

} // namespace

void SchemaProblems::add(const QString &where, const QString &sentence)
{
    if (!m_first)
        m_first = Error{ErrorKind::BadInput, where + u": "_s + sentence, {}};
}

SchemaObject::SchemaObject(QJsonObject object, QString where, SchemaProblems *problems)
    : m_object(std::move(object)), m_where(std::move(where)), m_problems(problems)
{ }

void SchemaObject::enter(const QString &place)
{
    m_where += u", "_s + place;
}

void SchemaObject::problem(const QString &sentence) const
{
    m_problems->add(m_where, sentence);
}

bool SchemaObject::has(QLatin1StringView key) const
{
    return m_object.contains(key);
}

QJsonValue SchemaObject::take(QLatin1StringView key)
{
    m_asked.insert(key);
    return m_object.value(key);
}

void SchemaObject::wrongType(QLatin1StringView key, const QString &expected) const
{
    if (has(key))
        problem(SchemaJsonText::tr("“%1” must be %2.").arg(key, expected));
    else
        problem(SchemaJsonText::tr("“%1” is missing.").arg(key));
}

void SchemaObject::unknownWord(QLatin1StringView key, const QString &word) const
{
    if (!word.isEmpty())
        problem(SchemaJsonText::tr("“%1” has the unknown value “%2”.").arg(key, word));
}

QString SchemaObject::text(QLatin1StringView key)
{
    const QJsonValue value = take(key);
    if (!value.isString())
        wrongType(key, SchemaJsonText::tr("a text"));
    return value.toString();
}

QString SchemaObject::text(QLatin1StringView key, const QString &fallback)
{
    m_asked.insert(key);
    return has(key) ? text(key) : fallback;
}

QString SchemaObject::name(QLatin1StringView key)
{
    const QString value = text(key);
    if (value.trimmed().isEmpty())
        problem(SchemaJsonText::tr("“%1” must not be empty.").arg(key));
    return value;
}

QStringList SchemaObject::texts(QLatin1StringView key)
{
    const QJsonValue value = take(key);
    QStringList list;
    if (!value.isArray())
        wrongType(key, SchemaJsonText::tr("a list of texts"));
    for (const QJsonValue element : value.toArray()) {
        if (!element.isString() || element.toString().isEmpty())
            wrongType(key, SchemaJsonText::tr("a list of texts"));
        list.append(element.toString());
    }
    if (list.isEmpty())
        problem(SchemaJsonText::tr("“%1” must not be empty.").arg(key));
    return list;
}

QStringList SchemaObject::texts(QLatin1StringView key, const QStringList &fallback)
{
    m_asked.insert(key);
    return has(key) ? texts(key) : fallback;
}

bool SchemaObject::boolean(QLatin1StringView key, bool fallback)
{
    const QJsonValue value = take(key);
    if (has(key) && !value.isBool())
        wrongType(key, SchemaJsonText::tr("true or false"));
    return value.toBool(fallback);
}

int SchemaObject::count(QLatin1StringView key)
{
    const QJsonValue value = take(key);
    const int number = value.toInt(-1); // -1 for fractions too
    if (has(key) && number < 0)
        wrongType(key, SchemaJsonText::tr("a whole number that is not negative"));
    return qMax(0, number);
}

QJsonValue SchemaObject::any(QLatin1StringView key, const QJsonValue &fallback)
{
    const QJsonValue value = take(key);
    return has(key) ? value : fallback;
}

std::optional<SchemaObject> SchemaObject::object(QLatin1StringView key)
{
    const QJsonValue value = take(key);
    if (!has(key))
        return {};
    if (!value.isObject())
        wrongType(key, SchemaJsonText::tr("an object"));
    return SchemaObject(value.toObject(), m_where + u", "_s + key, m_problems);
}

QList<SchemaObject> SchemaObject::objects(QLatin1StringView key)
{
    const QJsonValue value = take(key);
    QList<SchemaObject> list;
    if (has(key) && !value.isArray())
        wrongType(key, SchemaJsonText::tr("a list of objects"));
    for (const QJsonValue element : value.toArray()) {
        if (!element.isObject())
            wrongType(key, SchemaJsonText::tr("a list of objects"));
        list.append(SchemaObject(element.toObject(), m_where, m_problems));
    }
    return list;
}

void SchemaObject::finish() const
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_asked.contains(it.key()))
            problem(SchemaJsonText::tr("“%1” is an unknown key.").arg(it.key()));
    }
}

} // namespace Ghar

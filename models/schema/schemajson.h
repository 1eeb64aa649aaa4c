// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace Ghar {

/// Collects what is wrong with the schema files and keeps the first finding, which is usually the cause of the others.
class SchemaProblems
{
public:
    /// @param where file, table and column, from the outside to the inside
    void add(const QString &where, const QString &sentence);
    [[nodiscard]] bool isEmpty() const { return !m_first; }
    /// Only valid when there is one.
    [[nodiscard]] const Error &first() const { return *m_first; }

private:
    std::optional<Error> m_first;
};

/// Strict access to one JSON object of the schema files: what is missing, of the wrong type or unknown is a problem.
class SchemaObject
{
public:
    SchemaObject(QJsonObject object, QString where, SchemaProblems *problems);

    [[nodiscard]] const QString &where() const { return m_where; }
    /// Adds what the object is about to the place that problems name.
    void enter(const QString &place);
    void problem(const QString &sentence) const;

    [[nodiscard]] bool has(QLatin1StringView key) const;
    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QString text(QLatin1StringView key, const QString &fallback);
    /// A text that must not be empty.
    [[nodiscard]] QString name(QLatin1StringView key);
    [[nodiscard]] QStringList texts(QLatin1StringView key);
    [[nodiscard]] QStringList texts(QLatin1StringView key, const QStringList &fallback);
    [[nodiscard]] bool boolean(QLatin1StringView key, bool fallback);
    [[nodiscard]] int count(QLatin1StringView key);
    [[nodiscard]] QJsonValue any(QLatin1StringView key, const QJsonValue &fallback);
    [[nodiscard]] std::optional<SchemaObject> object(QLatin1StringView key);
    /// A list of objects; empty when the key is missing.
    [[nodiscard]] QList<SchemaObject> objects(QLatin1StringView key);

    /// The value that a word stands for. The first choice's value when the word is unknown, which is a problem.
    template <typename Choice, std::size_t Count>
    [[nodiscard]] Choice choice(QLatin1StringView key, const std::pair<QLatin1StringView, Choice> (&choices)[Count],
                                std::optional<Choice> fallback = {})
    {
        if (fallback && !has(key)) {
            take(key);
            return *fallback;
        }
        const QString word = text(key);
        for (const auto &[spelling, value] : choices) {
            if (word == spelling)
                return value;
        }
        unknownWord(key, word);
        return choices[0].second;
    }

    /// Call it last: every key that nobody asked for is a problem.
    void finish() const;

private:
    QJsonValue take(QLatin1StringView key);
    void wrongType(QLatin1StringView key, const QString &expected) const;
    void unknownWord(QLatin1StringView key, const QString &word) const;

    QJsonObject m_object;
    QString m_where;
    SchemaProblems *m_problems;
    QSet<QString> m_asked;
};

} // namespace Ghar

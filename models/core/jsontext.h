// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace Ghar {

/// A piece of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype start = -1;
    qsizetype length = 0;
    [[nodiscard]] bool isValid() const { return start >= 0; }
    bool operator==(const TextSpan &) const = default;
};

/// Where the value at a path of keys (of a list: positions) stands in a JSON text. Invalid when there is none or the
/// text is no JSON. Of a key that stands twice the last counts, as for every reader.
[[nodiscard]] TextSpan jsonSpan(const QString &json, const QStringList &path);

/// The value at a path; undefined when there is none.
[[nodiscard]] QJsonValue jsonMember(const QString &json, const QStringList &path);

/// Paths of the keys whose values differ between two objects, down to the innermost objects that both have; sorted.
[[nodiscard]] QList<QStringList> jsonDifferences(const QString &before, const QString &after);

/// The text with the value at a path of keys. Objects that are missing on the way are made, also for an empty text;
/// everything else stays as it was written, to the letter: order, spaces, digits of numbers. The error says what is no
/// object.
[[nodiscard]] Result<QString> withJsonMember(const QString &json, const QStringList &path, const QJsonValue &value);

/// The text without the key at the end of a path; unchanged when it is not there.
[[nodiscard]] Result<QString> withoutJsonMember(const QString &json, const QStringList &path);

} // namespace Ghar

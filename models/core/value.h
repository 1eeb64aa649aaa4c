// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace Ghar {

/// One database value as text; what the text means is said by the column it belongs to. NULL and the empty text are
/// different things. Canonical forms, the same for both databases: integer and numeric in decimal, boolean `true` or
/// `false`, date `YYYY-MM-DD`, instant `YYYY-MM-DD HH:MM:SS.ffffff+00:00` (UTC), enum by its stored label, JSON and
/// arrays as JSON text, point `SRID=4326;POINT(lon lat)`, vector `[f,f,…]`. `infinity`, `-infinity` and ` BC` survive.
class Value
{
public:
    /// NULL.
    Value() = default;
    explicit Value(QString text) : m_text(text.isNull() ? QString::fromLatin1("") : std::move(text)) { }
    [[nodiscard]] static Value null() { return {}; }
    [[nodiscard]] static Value integer(qint64 number) { return Value(QString::number(number)); }
    [[nodiscard]] static Value boolean(bool on) { return Value(on ? QStringLiteral("true") : QStringLiteral("false")); }

    [[nodiscard]] bool isNull() const { return m_text.isNull(); }
    /// The text; empty for NULL.
    [[nodiscard]] const QString &text() const { return m_text; }

    bool operator==(const Value &other) const { return isNull() == other.isNull() && m_text == other.m_text; }

private:
    QString m_text; // a null QString is SQL NULL
};

inline size_t qHash(const Value &value, size_t seed = 0) noexcept
{
    return qHashMulti(seed, value.isNull(), value.text());
}

} // namespace Ghar

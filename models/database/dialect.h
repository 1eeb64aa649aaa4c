// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sql.h"
#include "schema/schema.h"

#include <QString>

namespace Ghar {

/// What differs between the SQL of the two databases: quoting, placeholders, reading a column as text, comparing with
/// a value, ordering. Stateless; one instance per database kind lives as long as the program.
class Dialect
{
public:
    virtual ~Dialect() = default;

    [[nodiscard]] static const Dialect &sqlite();
    [[nodiscard]] static const Dialect &postgres();

    [[nodiscard]] virtual bool isPostgres() const = 0;

    /// A quoted identifier. Any text is a valid name; quotes inside are doubled.
    [[nodiscard]] static QString quote(const QString &identifier);
    /// A list of quoted identifiers, separated by commas.
    [[nodiscard]] static QString quoteAll(const QStringList &identifiers);
    /// `text` as a quoted SQL string literal, for DDL only: values of rows are bound.
    [[nodiscard]] static QString literal(const QString &text);

    /// Appends the value and returns its placeholder, cast so that it compares with and can be stored in the column.
    [[nodiscard]] virtual QString bind(Sql &sql, const Column &column, const Value &value) const = 0;
    /// Appends a text value and returns its placeholder.
    [[nodiscard]] virtual QString bindText(Sql &sql, const QString &text) const = 0;
    /// Appends a 64-bit integer and returns its placeholder.
    [[nodiscard]] virtual QString bindInteger(Sql &sql, qint64 number) const = 0;

    /// Expression that reads the column as text without loss. `prefix` is a quoted table alias with its dot, or empty.
    [[nodiscard]] virtual QString read(const Column &column, const QString &prefix = {}) const = 0;
    /// Like read(), but text and JSON are cut to `limit` characters: for grids.
    [[nodiscard]] QString readShort(const Column &column, int limit, const QString &prefix = {}) const;
    /// Brings what read() returned to the canonical text of Value.
    [[nodiscard]] virtual Value decode(const Column &column, const Value &raw) const = 0;

    /// The day of an instant in Asia/Kolkata, as text `YYYY-MM-DD`; `instant` is an expression of a column's type.
    [[nodiscard]] virtual QString dayInIndia(const QString &instant) const = 0;

    /// Whether rows can be ordered by the column at all.
    [[nodiscard]] static bool isSortable(const Column &column);
    /// Condition that is true for values which the plain order of the column puts in the wrong place although they
    /// are to come last (infinity and years BC in SQLite's texts); empty when the plain order is right.
    [[nodiscard]] virtual QString misplacedCondition(const Column &column, const QString &prefix = {}) const = 0;

    /// Condition that the column's text contains `text`, ignoring case, wildcards taken literally.
    [[nodiscard]] virtual QString contains(Sql &sql, const Column &column, const QString &text,
                                           const QString &prefix = {}) const = 0;
    /// Condition that the column's text starts with `text`, ignoring case.
    [[nodiscard]] virtual QString startsWith(Sql &sql, const Column &column, const QString &text) const = 0;

protected:
    /// Escapes the wildcards of LIKE with a backslash.
    [[nodiscard]] static QString escapeLike(const QString &text);
};

} // namespace Ghar

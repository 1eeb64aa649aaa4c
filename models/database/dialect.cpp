// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/dialect.h"

#include "core/instant.h"

using namespace Qt::StringLiterals;

namespace Ghar {

QString Dialect::quote(const QString &identifier)
{
    QString quoted = identifier;
    quoted.replace(u'"', u"\"\""_s);
    return u'"' + quoted + u'"';
}

QString Dialect::quoteAll(const QStringList &identifiers)
{
    QStringList quoted;
    for (const QString &identifier : identifiers)
        quoted.append(quote(identifier));
    return quoted.join(u", "_s);
}

QString Dialect::literal(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\'', u"''"_s);
    return u'\'' + quoted + u'\'';
}

QString Dialect::escapeLike(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return escaped;
}

bool Dialect::isSortable(const Column &column)
{
    switch (column.type) {
    case ColumnType::Json:
    case ColumnType::StringArray:
    case ColumnType::GeographyPoint:
    case ColumnType::TextSearchVector:
    case ColumnType::Vector:
        return false;
    default:
        return true;
    }
}

QString Dialect::readShort(const Column &column, int limit, const QString &prefix) const
{
    switch (column.type) {
    case ColumnType::String:
    case ColumnType::Text:
    case ColumnType::Json:
    case ColumnType::StringArray:
    case ColumnType::TextSearchVector:
    case ColumnType::Vector:
        return u"substr("_s + read(column, prefix) + u", 1, "_s + QString::number(limit) + u')';
    default:
        return read(column, prefix);
    }
}

namespace {

class SqliteDialect final : public Dialect
{
public:
    bool isPostgres() const override { return false; }

    QString bind(Sql &sql, const Column &column, const Value &value) const override
    {
        if (value.isNull()) {
            sql.values.append(value);
            return u"?"_s;
        }
        switch (column.type) {
        case ColumnType::Boolean:
            sql.values.append(Value(value.text() == u"true"_s || value.text() == u"1"_s ? u"1"_s : u"0"_s));
            return u"CAST(? AS INTEGER)"_s;
        case ColumnType::Integer:
            sql.values.append(value);
            return u"CAST(? AS INTEGER)"_s;
        case ColumnType::Numeric:
            sql.values.append(value);
            return u"CAST(? AS NUMERIC)"_s;
        case ColumnType::Float:
            // SQLite writes the infinities as numbers that are too large.
            if (value.text() == "Infinity"_L1)
                return u"9e999"_s;
            if (value.text() == "-Infinity"_L1)
                return u"-9e999"_s;
            sql.values.append(value);
            return u"CAST(? AS REAL)"_s;
        case ColumnType::Vector:
            return vectorLiteral(value);
        default:
            sql.values.append(value);
            return u"?"_s;
        }
    }

    QString bindText(Sql &sql, const QString &text) const override
    {
        sql.values.append(Value(text));
        return u"?"_s;
    }

    QString bindInteger(Sql &sql, qint64 number) const override
    {
        sql.values.append(Value::integer(number));
        return u"CAST(? AS INTEGER)"_s;
    }

    QString read(const Column &column, const QString &prefix) const override
    {
        const QString name = prefix + quote(column.name);
        switch (column.type) {
        case ColumnType::Numeric:
            // A file that other tools write may hold text here; it is shown, not turned into 0.00.
            return u"CASE WHEN typeof("_s + name + u") IN ('integer', 'real') THEN printf('%."_s
                + QString::number(column.scale) + u"f', "_s + name + u") ELSE CAST("_s + name + u" AS TEXT) END"_s;
        case ColumnType::Float:
            // As it is: SQLite's own decimal texts lose the last digits, the driver's do not.
            return name;
        case ColumnType::Vector:
            return u"CASE WHEN typeof("_s + name + u") = 'blob' THEN hex("_s + name + u") ELSE CAST("_s + name
                + u" AS TEXT) END"_s;
        case ColumnType::Text:
            // Columns of other programs may hold bytes, which no text can carry.
            if (column.serverType.isEmpty() || column.serverType.contains("BLOB"_L1, Qt::CaseInsensitive))
                return u"CASE WHEN typeof("_s + name + u") = 'blob' THEN 'x''' || hex("_s + name
                    + u") || '''' ELSE CAST("_s + name + u" AS TEXT) END"_s;
            return u"CAST("_s + name + u" AS TEXT)"_s;
        default:
            return u"CAST("_s + name + u" AS TEXT)"_s;
        }
    }

    Value decode(const Column &column, const Value &raw) const override
    {
        if (raw.isNull())
            return raw;
        if (column.type == ColumnType::Boolean) {
            if (raw.text() == u"1"_s)
                return Value::boolean(true);
            if (raw.text() == u"0"_s)
                return Value::boolean(false);
        }
        if (column.type == ColumnType::Float && raw.text().endsWith("inf"_L1))
            return Value(raw.text().startsWith(u'-') ? u"-Infinity"_s : u"Infinity"_s);
        if (column.type == ColumnType::Vector)
            return decodeVector(raw);
        return raw;
    }

    QString dayInIndia(const QString &instant) const override { return u"date("_s + instant + u", '+330 minutes')"_s; }

    QString misplacedCondition(const Column &column, const QString &prefix) const override
    {
        if (column.type != ColumnType::Date && column.type != ColumnType::DateTime)
            return {};
        const QString name = prefix + quote(column.name);
        // Each side of the OR is a range, so that an index answers in no time that there is nothing. Years before
        // 1000 BC stay among the others: nothing of the platform's is that old.
        return u"("_s + name + u" >= ':' OR ("_s + name + u" < '1000' AND ("_s + name + u" < '0' OR substr("_s + name
            + u", -3) = ' BC')))"_s;
    }

    QString contains(Sql &sql, const Column &column, const QString &text, const QString &prefix) const override
    {
        sql.values.append(Value(u'%' + escapeLike(text) + u'%'));
        return read(column, prefix) + u" LIKE ? ESCAPE '\\'"_s;
    }

    QString startsWith(Sql &sql, const Column &column, const QString &text) const override
    {
        sql.values.append(Value(escapeLike(text) + u'%'));
        return read(column, {}) + u" LIKE ? ESCAPE '\\'"_s;
    }

private:
    /// Values are bound as text, which a BLOB is not; the literal has nothing but hexadecimal digits.
    static QString vectorLiteral(const Value &value)
    {
        QByteArray bytes;
        const QString body = value.text().mid(1).chopped(1);
        for (const QString &part : body.split(u',', Qt::SkipEmptyParts)) {
            const float number = part.toFloat();
            bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
        }
        return u"x'"_s + QString::fromLatin1(bytes.toHex()) + u'\'';
    }

    static Value decodeVector(const Value &raw)
    {
        const QByteArray bytes = QByteArray::fromHex(raw.text().toLatin1());
        if (bytes.isEmpty() || bytes.size() % 4 != 0)
            return raw;
        QStringList numbers;
        for (qsizetype i = 0; i < bytes.size(); i += 4) {
            float number = 0;
            memcpy(&number, bytes.constData() + i, 4);
            numbers.append(QString::number(double(number), 'g', 9));
        }
        return Value(u'[' + numbers.join(u',') + u']');
    }
};

class PostgresDialect final : public Dialect
{
public:
    bool isPostgres() const override { return true; }

    QString bind(Sql &sql, const Column &column, const Value &value) const override
    {
        // Where the server has no vector type, embeddings are arrays, which are written with braces.
        if (column.type == ColumnType::Vector && column.serverType.endsWith("[]"_L1) && !value.isNull())
            sql.values.append(Value(u'{' + value.text().mid(1).chopped(1) + u'}'));
        else
            sql.values.append(value);
        return u"CAST($"_s + QString::number(sql.values.size()) + u" AS "_s + castType(column) + u')';
    }

    QString bindText(Sql &sql, const QString &text) const override
    {
        sql.values.append(Value(text));
        return u"CAST($"_s + QString::number(sql.values.size()) + u" AS text)"_s;
    }

    QString bindInteger(Sql &sql, qint64 number) const override
    {
        sql.values.append(Value::integer(number));
        return u"CAST($"_s + QString::number(sql.values.size()) + u" AS bigint)"_s;
    }

    QString read(const Column &column, const QString &prefix) const override
    {
        const QString name = prefix + quote(column.name);
        // The session's time zone is not ours behind a pooler, so the zone is named in the statement.
        if (column.serverType.startsWith("timestamp with time zone"_L1))
            return u"CAST("_s + name + u" AT TIME ZONE 'UTC' AS text)"_s;
        if (column.type == ColumnType::GeographyPoint && column.serverType.startsWith("geography"_L1))
            return u"ST_AsEWKT("_s + name + u')';
        return u"CAST("_s + name + u" AS text)"_s;
    }

    Value decode(const Column &column, const Value &raw) const override
    {
        if (raw.isNull())
            return raw;
        if (column.type == ColumnType::DateTime)
            return Value(canonicalInstant(raw.text()));
        if (column.type == ColumnType::Boolean)
            return Value::boolean(raw.text() == "true"_L1 || raw.text() == "t"_L1);
        if (column.type == ColumnType::Vector && raw.text().startsWith(u'{'))
            return Value(u'[' + raw.text().mid(1).chopped(1) + u']');
        return raw;
    }

    QString dayInIndia(const QString &instant) const override
    {
        return u"to_char("_s + instant + u" AT TIME ZONE 'Asia/Kolkata', 'YYYY-MM-DD')"_s;
    }

    QString misplacedCondition(const Column &, const QString &) const override { return {}; }

    QString contains(Sql &sql, const Column &column, const QString &text, const QString &prefix) const override
    {
        return read(column, prefix) + u" ILIKE "_s + bindText(sql, u'%' + escapeLike(text) + u'%');
    }

    QString startsWith(Sql &sql, const Column &column, const QString &text) const override
    {
        return read(column, {}) + u" ILIKE "_s + bindText(sql, escapeLike(text) + u'%');
    }

private:
    /// The type found on the server. It comes from format_type(), which quotes names itself. Without length and
    /// precision: a cast would cut what an assignment refuses, and a comparison is with the value as it was given.
    static QString castType(const Column &column)
    {
        const QString &type = column.serverType;
        if (type.isEmpty())
            return u"text"_s;
        if (type.endsWith(u']'))
            return type;
        if (type.startsWith("character varying("_L1))
            return u"character varying"_s;
        if (type.startsWith("character("_L1))
            return u"bpchar"_s;
        if (type.startsWith("numeric("_L1))
            return u"numeric"_s;
        return type;
    }
};

} // namespace

const Dialect &Dialect::sqlite()
{
    static const SqliteDialect dialect;
    return dialect;
}

const Dialect &Dialect::postgres()
{
    static const PostgresDialect dialect;
    return dialect;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/valuecheck.h"

#include "core/instant.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ValueCheck)
};

Error wrong(const Column &column, const QString &input, const QString &wanted)
{
    return {ErrorKind::BadInput,
            Text::tr("“%1” does not fit %2: it takes %3.").arg(input.left(80), column.name, wanted),
            {}};
}

bool isSpecialInstant(const QString &text)
{
    return text == "infinity"_L1 || text == "-infinity"_L1 || text.endsWith(" BC"_L1);
}

Result<Value> instantValue(const Column &column, const QString &text, const QString &input)
{
    if (isSpecialInstant(text))
        return Value(text);
    // Microseconds do not fit QDateTime, so a full text is kept as it is.
    static const QRegularExpression exact(u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00$"_s);
    if (exact.match(text).hasMatch() && instantFromText(text))
        return Value(text);
    QString spaced = text;
    if (spaced.size() > 10 && spaced.at(10) == u'T')
        spaced[10] = u' ';
    if (spaced.endsWith(u'Z'))
        spaced.replace(spaced.size() - 1, 1, u"+00:00"_s);
    if (QDate::fromString(spaced, Qt::ISODate).isValid() && spaced.size() == 10)
        spaced += u" 00:00:00"_s;
    if (spaced.size() == 16)
        spaced += u":00"_s;
    if (const auto time = instantFromText(spaced))
        return Value(instantText(*time));
    return wrong(column, input, Text::tr("a time such as 2026-11-30 18:05:00+05:30"));
}

} // namespace

Result<Value> valueFromInput(const Column &column, const QString &input)
{
    if (input == "NULL"_L1)
        return Value::null();
    const bool textual = column.type == ColumnType::String || column.type == ColumnType::Text;
    if (textual)
        return Value(input);
    const QString text = input.trimmed();
    if (text.isEmpty())
        return Value::null();
    bool ok = false;
    switch (column.type) {
    case ColumnType::Integer:
        (void)text.toLongLong(&ok);
        return ok ? Result<Value>(Value::integer(text.toLongLong())) : wrong(column, input, Text::tr("a whole number"));
    case ColumnType::Numeric: {
        static const QRegularExpression decimal(u"^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)$"_s);
        return decimal.match(text).hasMatch() ? Result<Value>(Value(text)) : wrong(column, input, Text::tr("a number"));
    }
    case ColumnType::Float:
        (void)text.toDouble(&ok);
        return ok ? Result<Value>(Value(text)) : wrong(column, input, Text::tr("a number"));
    case ColumnType::Boolean: {
        const QString lower = text.toLower();
        if (lower == "true"_L1 || lower == "1"_L1 || lower == "yes"_L1)
            return Value::boolean(true);
        if (lower == "false"_L1 || lower == "0"_L1 || lower == "no"_L1)
            return Value::boolean(false);
        return wrong(column, input, Text::tr("true or false"));
    }
    case ColumnType::Date:
        if (isSpecialInstant(text))
            return Value(text);
        // Qt takes other separators for ISO too, but what is stored has dashes.
        if (const QDate day = QDate::fromString(text, Qt::ISODate); text.size() == 10 && day.isValid())
            return Value(day.toString(Qt::ISODate));
        return wrong(column, input, Text::tr("a date such as 2026-11-30"));
    case ColumnType::DateTime:
        return instantValue(column, text, input);
    case ColumnType::Uuid: {
        static const QRegularExpression uuid(u"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"_s);
        return uuid.match(text).hasMatch() ? Result<Value>(Value(text.toLower()))
                                           : wrong(column, input, Text::tr("a UUID"));
    }
    default:
        return Value(text);
    }
}

namespace {

/// First or last instant of a day in the column's zone, in canonical text. Microseconds do not fit QDateTime.
QString dayBound(const Column &column, QDate day, Bound bound)
{
    const auto startOf = [&column](QDate date) {
        return column.dateOnly ? date.startOfDay(Qt::UTC) : date.startOfDay();
    };
    if (bound == Bound::Lower)
        return instantText(startOf(day).toUTC());
    QString text = instantText(startOf(day.addDays(1)).toUTC().addMSecs(-1));
    return text.replace(u".999000"_s, u".999999"_s);
}

} // namespace

Result<Value> boundFromInput(const Column &column, const QString &input, Bound bound)
{
    if (column.type != ColumnType::DateTime)
        return valueFromInput(column, input);
    const QString text = input.trimmed();
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
        return Value(dayBound(column, day, bound));
    for (const QString &format : {u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-dd HH:mm:ss"_s}) {
        const QDateTime local = QDateTime::fromString(QString(text).replace(u'T', u' '), format);
        if (local.isValid())
            return Value(instantText(local.toUTC()));
    }
    return valueFromInput(column, input);
}

QString inputOfBound(const Column &column, const Value &value, Bound bound)
{
    if (column.type != ColumnType::DateTime || value.isNull())
        return value.text();
    const auto instant = instantFromText(value.text());
    if (!instant)
        return value.text();
    const QDateTime shown = column.dateOnly ? instant->toUTC() : instant->toLocalTime();
    if (value.text() == dayBound(column, shown.date(), bound))
        return shown.date().toString(Qt::ISODate);
    for (const QString &format : {u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-dd HH:mm:ss"_s}) {
        const QString typed = shown.toString(format);
        if (const Result<Value> again = boundFromInput(column, typed, bound); again && *again == value)
            return typed;
    }
    return value.text();
}

} // namespace Ghar

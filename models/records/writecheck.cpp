// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/writecheck.h"

#include "core/datehabit.h"
#include "core/geopoint.h"
#include "records/valuecheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WriteCheck)
};

Error rule(const QString &sentence)
{
    return {ErrorKind::BadInput, sentence, {}};
}

/// Digits as a person writes them: `₹ 1,23,456.50`.
QString plainNumber(QString text)
{
    return text.remove(u'₹').remove(u',').remove(u' ').remove(QChar(0x00a0)).replace(QChar(0x2212), u'-').trimmed();
}

Result<Value> checkedNumeric(const Column &column, const Value &value)
{
    if (value.isNull() || column.precision == 0)
        return value;
    QString digits = value.text();
    digits.remove(u'-').remove(u'+');
    const qsizetype point = digits.indexOf(u'.');
    QString whole = point < 0 ? digits : digits.first(point);
    const QString part = point < 0 ? QString() : digits.mid(point + 1);
    while (whole.startsWith(u'0'))
        whole.remove(0, 1);
    if (whole.size() > column.precision - column.scale)
        return rule(Text::tr("%1 has at most %2 digits before the point.")
                        .arg(column.label)
                        .arg(column.precision - column.scale));
    if (part.size() > column.scale)
        return rule(Text::tr("%1 has at most %2 digits after the point.").arg(column.label).arg(column.scale));
    QString text = (value.text().startsWith(u'-') ? u"-"_s : QString()) + (whole.isEmpty() ? u"0"_s : whole);
    if (column.scale > 0)
        text += u'.' + part.leftJustified(column.scale, u'0');
    return Value(text);
}

Result<Value> checkedJson(const Column &column, const Value &value)
{
    if (value.isNull())
        return value;
    // A lone text or number is JSON too, but no document of Qt's: it is tried as the element of a list.
    QJsonParseError error;
    const QByteArray bytes = value.text().toUtf8();
    QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull()) {
        QJsonParseError inner;
        if (QJsonDocument::fromJson('[' + bytes + ']', &inner).array().size() != 1)
            return rule(
                Text::tr("%1 is JSON, and this is none: %2 at character %3.")
                    .arg(column.label, error.errorString())
                    .arg(QString::fromUtf8(bytes.first(std::clamp<qsizetype>(error.offset, 0, bytes.size()))).size()
                         + 1));
    }
    const bool wantsArray = column.type == ColumnType::StringArray || column.jsonRoot.startsWith("array"_L1);
    if (wantsArray && !document.isArray())
        return rule(Text::tr("%1 is a list: it begins with “[” and ends with “]”.").arg(column.label));
    if (column.jsonRoot == "object"_L1 && !document.isObject())
        return rule(Text::tr("%1 is an object: it begins with “{” and ends with “}”.").arg(column.label));
    if (column.type == ColumnType::StringArray || column.jsonRoot == "array_of_strings"_L1) {
        const QJsonArray array = document.array();
        if (!std::all_of(array.cbegin(), array.cend(), [](const QJsonValue &entry) { return entry.isString(); }))
            return rule(Text::tr("%1 is a list of texts, each in quotes.").arg(column.label));
    }
    return value;
}

Result<Value> checkedPoint(const Column &column, const Value &value)
{
    if (value.isNull())
        return value;
    const std::optional<GeoPoint> point = geoPointFromInput(value.text());
    if (!point)
        return rule(Text::tr("%1 is a place: a latitude from -90 to 90 and a longitude from -180 to 180, such as "
                             "“28.4595, 77.0266”.")
                        .arg(column.label));
    return Value(storedText(*point));
}

/// A date in another habit, as spreadsheets have it, in the usual form; an error when it may be one of two days.
Result<QString> plainDay(const Column &column, const QString &input)
{
    if (column.type != ColumnType::Date && column.type != ColumnType::DateTime)
        return input;
    // The usual form may have parts of a second, which stay as they are.
    static const QRegularExpression usual(u"^\\s*\\d{4}-\\d\\d-\\d\\d"_s);
    const std::optional<WrittenDate> written =
        usual.match(input).hasMatch() ? std::nullopt : writtenDate(input.trimmed());
    if (!written)
        return input;
    const QDate first = written->date(DateOrder::DayFirst);
    const QDate second = written->date(DateOrder::MonthFirst);
    if (first.isValid() && second.isValid() && first != second)
        return rule(Text::tr("%1: %2 may be %3 or %4. Write one of these.")
                        .arg(column.label, input.trimmed(), first.toString(Qt::ISODate), second.toString(Qt::ISODate)));
    const QString day = (first.isValid() ? first : second).toString(Qt::ISODate);
    return written->time.isValid() ? day + written->time.toString(u" HH:mm:ss"_s) : day;
}

} // namespace

Result<Value> valueToWrite(const Column &column, const QStringList &labels, const QString &input)
{
    const bool isNumber =
        column.type == ColumnType::Numeric || column.type == ColumnType::Integer || column.type == ColumnType::Float;
    const bool isTextual = column.type == ColumnType::String || column.type == ColumnType::Text;
    const Result<QString> day = plainDay(column, input);
    if (!day)
        return day.error();
    // NULL has a button of its own where texts are written, so the word may be a text.
    const Result<Value> read = isTextual      ? Result<Value>(Value(input))
        : column.type == ColumnType::DateTime ? boundFromInput(column, *day, Bound::Lower)
                                              : valueFromInput(column, isNumber ? plainNumber(input) : *day);
    if (!read)
        return read.error();
    if (const Result<void> allowed = checkNull(column, *read); !allowed)
        return allowed.error();
    if (!labels.isEmpty() && !read->isNull() && !labels.contains(read->text()))
        return rule(Text::tr("%1 is one of %2.").arg(column.label, labels.join(u", "_s)));
    if (column.length > 0 && isTextual) {
        const qsizetype length = read->text().toUcs4().size();
        if (length > column.length)
            return rule(Text::tr("%1 has at most %2 characters; these are %3.")
                            .arg(column.label)
                            .arg(column.length)
                            .arg(length));
    }
    if (column.isUuidText && !read->isNull() && !read->text().isEmpty()) {
        const QString text = read->text().trimmed().toLower();
        if (text.size() != 36 || QUuid::fromString(text).isNull())
            return rule(Text::tr("%1 is a UUID such as 123e4567-e89b-12d3-a456-426614174000.").arg(column.label));
        return Value(text);
    }
    switch (column.type) {
    case ColumnType::GeographyPoint:
        return checkedPoint(column, *read);
    case ColumnType::Numeric:
        return checkedNumeric(column, *read);
    case ColumnType::Json:
    case ColumnType::StringArray:
        return checkedJson(column, *read);
    default:
        return *read;
    }
}

Result<void> checkNull(const Column &column, const Value &value)
{
    if (value.isNull() && !column.nullable)
        return rule(Text::tr("%1 needs a value.").arg(column.label));
    return {};
}

bool needsValue(const LiveTable &table, const Column &column)
{
    if (column.nullable || !column.serverDefault.isNull() || column.type == ColumnType::TextSearchVector)
        return false;
    const bool isGeneratedKey = table.table.primaryKey == QStringList{column.name}
        && (table.table.keyGeneration == KeyGeneration::Sequence
            || table.table.keyGeneration == KeyGeneration::IdentityAlways);
    return !isGeneratedKey;
}

} // namespace Ghar

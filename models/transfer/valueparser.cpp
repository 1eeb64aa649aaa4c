// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/valueparser.h"

#include "core/formulaguard.h"
#include "records/shapecheck.h"
#include "records/writecheck.h"
#include "transfer/numberhabit.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ValueParser)
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Digits only, perhaps with a minus; short enough for 64 bits and without zeros at the start.
bool isPlainInteger(const QString &text)
{
    const qsizetype start = text.startsWith(u'-') ? 1 : 0;
    const qsizetype digits = text.size() - start;
    if (digits < 1 || digits > 18 || (text.at(start) == u'0' && text.size() > 1))
        return false;
    return std::all_of(text.cbegin() + start, text.cend(), isDigit);
}

/// Digits, perhaps with a point between them and a minus before: what every program writes.
bool isPlainDecimal(const QString &text)
{
    qsizetype points = 0;
    for (qsizetype i = text.startsWith(u'-') ? 1 : 0; i < text.size(); ++i) {
        if (text.at(i) == u'.')
            ++points;
        else if (!isDigit(text.at(i)))
            return false;
    }
    return points <= 1 && text.size() <= 17 && isDigit(text.back()) && !text.startsWith(u'.')
        && !text.startsWith(u"-."_s);
}

/// `0000-00-00` with the separators of a date.
bool hasShape(QStringView text, QStringView shape)
{
    if (text.size() != shape.size())
        return false;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        if (shape.at(i) == u'0' ? !isDigit(text.at(i)) : text.at(i) != shape.at(i))
            return false;
    }
    return true;
}

int numberAt(QStringView text, qsizetype at, int digits)
{
    int number = 0;
    for (int i = 0; i < digits; ++i)
        number = number * 10 + (text.at(at + i).unicode() - u'0');
    return number;
}

bool isCanonicalDay(QStringView text)
{
    return hasShape(text, u"0000-00-00")
        && QDate::isValid(numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2));
}

bool isCanonicalInstant(QStringView text)
{
    return hasShape(text, u"0000-00-00 00:00:00.000000+00:00") && isCanonicalDay(text.first(10))
        && numberAt(text, 11, 2) < 24 && numberAt(text, 14, 2) < 60 && numberAt(text, 17, 2) < 60;
}

/// A local time with parts of a second, which others would take for one in UTC; nothing for any other text.
std::optional<QString> localInstant(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)\\.(\\d{1,6})$"_s);
    if (text.size() < 21 || text.size() > 26)
        return std::nullopt;
    const QRegularExpressionMatch match = pattern.match(text);
    const QDateTime local = match.hasMatch()
        ? QDateTime::fromString(match.captured(1) + u' ' + match.captured(2), u"yyyy-MM-dd HH:mm:ss"_s)
        : QDateTime();
    if (!local.isValid())
        return std::nullopt;
    return local.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s) + u'.' + match.captured(3).leftJustified(6, u'0')
        + u"+00:00"_s;
}

QString spelling(const QString &label)
{
    QString plain;
    for (const QChar c : label.trimmed().toLower())
        plain += c == u' ' || c == u'-' ? QChar(u'_') : c;
    return plain;
}

} // namespace

ValueParser::ValueParser(const LiveSchema &live, const Column &column)
    : m_live(live), m_column(column), m_labels(live.enumLabels(column)), m_lengthLimit(column.lengthLimit())
{
    if (const EnumType *type = live.catalogue->enumType(column.enumName)) {
        for (qsizetype i = 0; i < type->labels.size() && i < type->values.size(); ++i)
            m_spellings.insert(spelling(type->values.at(i)), type->labels.at(i));
    }
    for (const QString &label : std::as_const(m_labels))
        m_spellings.insert(spelling(label), label);
}

bool ValueParser::isBlank(const SourceCell &cell, const Column &column)
{
    if (cell.kind == SourceKind::Null)
        return true;
    if (cell.kind != SourceKind::Text || column.type == ColumnType::String || column.type == ColumnType::Text)
        return false;
    const QString &text = cell.text;
    if (text.isEmpty() || (text.size() == 4 && text == "NULL"_L1))
        return true;
    return text.front().isSpace() && text.trimmed().isEmpty();
}

ValueParser::Outcome ValueParser::parse(const SourceCell &cell, Value &value, QString &problem) const
{
    if (cell.kind == SourceKind::Fault) {
        problem = Text::tr("The cell holds the error %1 of a spreadsheet.").arg(cell.text);
        return Outcome::Problem;
    }
    if (isBlank(cell, m_column)) {
        value = Value::null();
        if (const Result<void> allowed = checkNull(m_column, value); !allowed) {
            problem = allowed.error().userText;
            return Outcome::Problem;
        }
        return Outcome::Value;
    }
    if (cell.kind == SourceKind::Json && m_column.type != ColumnType::Json && m_column.type != ColumnType::StringArray
        && m_column.type != ColumnType::Vector) {
        problem = Text::tr("%1 takes one value, and here is an object or a list.").arg(m_column.label);
        return Outcome::Problem;
    }
    if (!m_labels.isEmpty())
        return parseLabel(cell.text, value, problem);
    switch (m_column.type) {
    case ColumnType::String:
    case ColumnType::Text:
        return parseText(cell, value, problem);
    case ColumnType::Integer:
    case ColumnType::Numeric:
        return parseNumber(cell, value, problem);
    case ColumnType::Boolean:
        return parseBoolean(cell.text, value, problem);
    case ColumnType::Date:
    case ColumnType::DateTime:
        return parseDate(cell, value, problem);
    default:
        return parseOther(cell, value, problem);
    }
}

ValueParser::Outcome ValueParser::parseText(const SourceCell &cell, Value &value, QString &problem) const
{
    const QString &text = cell.text;
    if (m_column.isUuidText)
        return parseOther(cell, value, problem);
    value = Value(m_unguards && text.startsWith(u'\'') ? unguardedText(text) : text);
    if (text.contains(QChar(u'\0'))) {
        problem = Text::tr("%1 has a NUL, which no database keeps in a text.").arg(m_column.label);
        return Outcome::Problem;
    }
    if (m_lengthLimit > 0 && value.text().size() > m_lengthLimit) {
        const qsizetype length = value.text().toUcs4().size();
        if (length > m_lengthLimit) {
            problem = Text::tr("%1 has at most %2 characters; these are %3.")
                          .arg(m_column.label)
                          .arg(m_lengthLimit)
                          .arg(length);
            return Outcome::Problem;
        }
    }
    return Outcome::Value;
}

bool ValueParser::fitsAsItIs(const QString &text) const
{
    const qsizetype start = text.startsWith(u'-') ? 1 : 0;
    const qsizetype point = text.indexOf(u'.');
    const qsizetype whole = (point < 0 ? text.size() : point) - start;
    const qsizetype part = point < 0 ? 0 : text.size() - point - 1;
    const bool isCanonical = text.at(start) != u'0' || whole == 1;
    return isCanonical && m_column.precision > 0 && part == m_column.scale
        && whole <= m_column.precision - m_column.scale;
}

ValueParser::Outcome ValueParser::parseNumber(const SourceCell &cell, Value &value, QString &problem) const
{
    QString text = cell.text;
    if (m_column.type == ColumnType::Integer && isPlainInteger(text)) {
        value = Value(text);
        return Outcome::Value;
    }
    if (m_column.type == ColumnType::Numeric && isPlainDecimal(text) && fitsAsItIs(text)) {
        value = Value(text);
        return Outcome::Value;
    }
    // JSON and workbooks write what is a round number with an exponent now and then.
    if (cell.kind == SourceKind::Number && text.contains(u'e', Qt::CaseInsensitive)) {
        const double number = text.toDouble();
        if (number == double(qint64(number)) && qAbs(number) < 1e15)
            text = QString::number(qint64(number));
    }
    const Result<QString> plain = plainNumber(text);
    if (!plain) {
        problem = plain.error().userText;
        return Outcome::Problem;
    }
    text = *plain;
    if (m_column.type == ColumnType::Integer && text.contains(u'.')) {
        const qsizetype point = text.indexOf(u'.');
        if (std::all_of(text.cbegin() + point + 1, text.cend(), [](QChar c) { return c == u'0'; }))
            text.truncate(point);
    }
    const Result<Value> written = valueToWrite(m_column, {}, text);
    if (!written) {
        problem = written.error().userText;
        return Outcome::Problem;
    }
    value = *written;
    return Outcome::Value;
}

ValueParser::Outcome ValueParser::parseBoolean(const QString &text, Value &value, QString &problem) const
{
    static const QStringList yes{u"true"_s, u"t"_s, u"yes"_s, u"y"_s, u"1"_s, u"on"_s};
    static const QStringList no{u"false"_s, u"f"_s, u"no"_s, u"n"_s, u"0"_s, u"off"_s};
    const QString word = text.trimmed().toLower();
    if (yes.contains(word) || no.contains(word)) {
        value = Value::boolean(yes.contains(word));
        return Outcome::Value;
    }
    problem = Text::tr("%1 is yes or no, and “%2” is neither.").arg(m_column.label, text.left(40));
    return Outcome::Problem;
}

ValueParser::Outcome ValueParser::parseDate(const SourceCell &cell, Value &value, QString &problem) const
{
    const QString &text = cell.text;
    const bool isDay = m_column.type == ColumnType::Date;
    if (isDay ? isCanonicalDay(text) : isCanonicalInstant(text)) {
        value = Value(text);
        return Outcome::Value;
    }
    if (cell.kind == SourceKind::Number) {
        problem =
            Text::tr("%1 is a date, and %2 is a number. Give the cells the form of a date.").arg(m_column.label, text);
        return Outcome::Problem;
    }
    if (const std::optional<QString> instant = isDay ? std::nullopt : localInstant(text)) {
        value = Value(*instant);
        return Outcome::Value;
    }
    const std::optional<WrittenDate> written = writtenDate(text);
    // Where the order says which day it is, the whole column decides and not this value alone.
    const Result<Value> exact = !written || written->isPlain() ? valueToWrite(m_column, {}, text)
                                                               : Result<Value>(Error{ErrorKind::BadInput, {}, {}});
    if (exact) {
        value = *exact;
        return Outcome::Value;
    }
    if (!written) {
        problem = Text::tr("%1 is a date, and “%2” is none.").arg(m_column.label, text.left(40));
        return Outcome::Problem;
    }
    if (!written->isPlain() && m_order == DateOrder::Unknown)
        return Outcome::NeedsOrder;
    const QDate date = written->date(m_order);
    if (!date.isValid()) {
        problem = m_order == DateOrder::DayFirst
            ? Text::tr("“%1” is no date with the day first, as the others of %2 are.")
                  .arg(text.left(40), m_column.label)
            : Text::tr("“%1” is no date with the month first, as the others of %2 are.")
                  .arg(text.left(40), m_column.label);
        return Outcome::Problem;
    }
    if (isDay && written->time.isValid() && written->time != QTime(0, 0)) {
        problem = Text::tr("%1 is a day, and “%2” has a time.").arg(m_column.label, text.left(40));
        return Outcome::Problem;
    }
    const QString day = date.toString(Qt::ISODate);
    const Result<Value> plain = valueToWrite(
        m_column, {}, !isDay && written->time.isValid() ? day + written->time.toString(u" HH:mm:ss"_s) : day);
    if (!plain) {
        problem = plain.error().userText;
        return Outcome::Problem;
    }
    value = *plain;
    return Outcome::Value;
}

ValueParser::Outcome ValueParser::parseLabel(const QString &text, Value &value, QString &problem) const
{
    const auto known = m_spellings.constFind(text);
    const QString label = known != m_spellings.cend() && *known == text ? text : m_spellings.value(spelling(text));
    if (label.isNull()) {
        problem =
            Text::tr("“%1” is no value of %2. It takes %3.").arg(text.left(40), m_column.label, m_labels.join(u", "_s));
        return Outcome::Problem;
    }
    value = Value(label);
    return Outcome::Value;
}

ValueParser::Outcome ValueParser::parseOther(const SourceCell &cell, Value &value, QString &problem) const
{
    if (cell.text.contains(QChar(u'\0'))) {
        problem = Text::tr("%1 has a NUL, which no database keeps in a text.").arg(m_column.label);
        return Outcome::Problem;
    }
    QString text = cell.text;
    if (m_column.type == ColumnType::Float) {
        if (isPlainDecimal(text)) {
            value = Value(text);
            return Outcome::Value;
        }
        const Result<QString> plain = plainNumber(text, true);
        const bool isSpecial = text == "Infinity"_L1 || text == "-Infinity"_L1 || text == "NaN"_L1;
        if (!plain && !isSpecial) {
            problem = plain.error().userText;
            return Outcome::Problem;
        }
        if (plain)
            text = *plain;
    }
    // The columns with a known root hold no lone texts, so a text for them is JSON that was written as one.
    if (m_column.type == ColumnType::Json && m_readsJson && cell.kind == SourceKind::Text
        && (m_column.jsonRoot.isEmpty() || m_column.jsonRoot == "any"_L1))
        text = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).sliced(1).chopped(1));
    const Result<Value> written = valueToWrite(m_column, {}, text);
    if (!written) {
        problem = written.error().userText;
        return Outcome::Problem;
    }
    value = *written;
    if (m_column.type == ColumnType::Json && m_checksShape) {
        problem = shapeProblem(m_live, m_column, value.text());
        if (!problem.isEmpty())
            return Outcome::Problem;
    }
    return Outcome::Value;
}

} // namespace Ghar

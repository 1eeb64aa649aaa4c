// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datehabit.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DateHabit)
};

int yearOf(QStringView digits)
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    return year < 70 ? 2000 + year : 1900 + year;
}

/// 1 to 12 for an English name of three letters or more; 0 for anything else.
int monthNamed(const QString &name)
{
    static const QStringList names{u"january"_s,   u"february"_s, u"march"_s,    u"april"_s,
                                   u"may"_s,       u"june"_s,     u"july"_s,     u"august"_s,
                                   u"september"_s, u"october"_s,  u"november"_s, u"december"_s};
    const QString wanted = name.toLower();
    for (int i = 0; i < 12; ++i) {
        if (wanted.size() >= 3 && (names.at(i).startsWith(wanted) || (i == 8 && wanted == "sept"_L1)))
            return i + 1;
    }
    return 0;
}

/// Takes the time of day off the end; an invalid one when there is none. Nothing when what stands there is no time.
std::optional<QTime> takeTime(QString &text)
{
    static const QRegularExpression pattern(
        u"[T,\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([AaPp])?\\.?(?:[Mm]\\.?)?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return QTime();
    int hour = match.capturedView(1).toInt();
    const QString half = match.captured(4).toLower();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == "p"_L1 ? 12 : 0);
    }
    const QTime time(hour, match.capturedView(2).toInt(), match.capturedView(3).toInt());
    if (!time.isValid())
        return std::nullopt;
    text.truncate(match.capturedStart());
    return time;
}

} // namespace

QDate WrittenDate::date(DateOrder order) const
{
    if (isPlain() || order == DateOrder::DayFirst)
        return dayFirst;
    return order == DateOrder::MonthFirst ? monthFirst : QDate();
}

std::optional<WrittenDate> writtenDate(const QString &input)
{
    QString text = input.trimmed();
    if (text.size() > 40)
        return std::nullopt;
    WrittenDate written;
    const std::optional<QTime> time = takeTime(text);
    if (!time)
        return std::nullopt;
    written.time = *time;
    static const QRegularExpression yearFirst(u"^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})$"_s);
    static const QRegularExpression numbers(u"^(\\d{1,2})\\s*([-/.])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4}|\\d{2})$"_s);
    static const QRegularExpression dayAndName(
        u"^(\\d{1,2})(?:st|nd|rd|th)?[-/. ]+([A-Za-z]{3,9})\\.?[-/., ]+(\\d{4}|\\d{2})$"_s);
    static const QRegularExpression nameAndDay(
        u"^([A-Za-z]{3,9})\\.?[-/ ]+(\\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\\d{4})$"_s);
    if (const QRegularExpressionMatch match = yearFirst.match(text); match.hasMatch()) {
        written.dayFirst =
            QDate(match.capturedView(1).toInt(), match.capturedView(3).toInt(), match.capturedView(4).toInt());
        written.monthFirst = written.dayFirst;
    } else if (const QRegularExpressionMatch both = numbers.match(text); both.hasMatch()) {
        const int first = both.capturedView(1).toInt();
        const int second = both.capturedView(3).toInt();
        const int year = yearOf(both.capturedView(4));
        written.dayFirst = QDate(year, second, first);
        written.monthFirst = QDate(year, first, second);
    } else if (const QRegularExpressionMatch day = dayAndName.match(text); day.hasMatch()) {
        written.dayFirst = QDate(yearOf(day.capturedView(3)), monthNamed(day.captured(2)), day.capturedView(1).toInt());
        written.monthFirst = written.dayFirst;
    } else if (const QRegularExpressionMatch name = nameAndDay.match(text); name.hasMatch()) {
        written.dayFirst =
            QDate(yearOf(name.capturedView(3)), monthNamed(name.captured(1)), name.capturedView(2).toInt());
        written.monthFirst = written.dayFirst;
    }
    if (!written.dayFirst.isValid() && !written.monthFirst.isValid())
        return std::nullopt;
    return written;
}

void DateEvidence::see(const QString &text, qint64 line)
{
    const std::optional<WrittenDate> written = writtenDate(text);
    if (!written || written->isPlain())
        return;
    std::optional<Sample> &sample = !written->monthFirst.isValid() ? m_onlyDayFirst
        : !written->dayFirst.isValid()                             ? m_onlyMonthFirst
                                                                   : m_either;
    if (!sample)
        sample = Sample{text.trimmed(), line};
}

Result<DateOrder> DateEvidence::order(const QString &column) const
{
    if (m_onlyDayFirst && m_onlyMonthFirst)
        return Error{
            ErrorKind::BadInput,
            Text::tr(
                "The dates of “%1” contradict each other: “%2” in line %3 has the day first and “%4” in line %5 the "
                "month. Write them all as 2025-12-31. Nothing was written.")
                .arg(column, m_onlyDayFirst->text)
                .arg(m_onlyDayFirst->line)
                .arg(m_onlyMonthFirst->text)
                .arg(m_onlyMonthFirst->line),
            {}};
    if (m_onlyDayFirst)
        return DateOrder::DayFirst;
    if (m_onlyMonthFirst)
        return DateOrder::MonthFirst;
    if (m_either)
        return Error{
            ErrorKind::BadInput,
            Text::tr("No date of “%1” tells whether the day or the month comes first, such as “%2” in line %3. Say "
                     "which. Nothing was written.")
                .arg(column, m_either->text)
                .arg(m_either->line),
            openOrder};
    return DateOrder::Unknown;
}

} // namespace Ghar

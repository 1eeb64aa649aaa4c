// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demotime.h"

namespace Ghar {

namespace {

constexpr qint64 epochJulianDay = 2440588;
constexpr qint64 secondsPerDay = 86400;

void putNumber(char16_t *target, int value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        target[i] = char16_t(u'0' + value % 10);
        value /= 10;
    }
}

void putDate(char16_t *target, QDate date)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    putNumber(target, year, 4);
    target[4] = u'-';
    putNumber(target + 5, month, 2);
    target[7] = u'-';
    putNumber(target + 8, day, 2);
}

qint64 dayOf(qint64 seconds)
{
    const qint64 day = seconds / secondsPerDay;
    return seconds % secondsPerDay < 0 ? day - 1 : day;
}

QString instantText(const DemoInstant &instant, char16_t between)
{
    // Hundreds of thousands of these are made for a benchmark platform: no format machinery here.
    char16_t text[] = u"YYYY-MM-DD HH:MM:SS.ffffff+00:00";
    const qint64 day = dayOf(instant.seconds);
    putDate(text, QDate::fromJulianDay(epochJulianDay + day));
    text[10] = between;
    const int second = int(instant.seconds - day * secondsPerDay);
    putNumber(text + 11, second / 3600, 2);
    putNumber(text + 14, second / 60 % 60, 2);
    putNumber(text + 17, second % 60, 2);
    putNumber(text + 20, instant.microseconds, 6);
    return QString(reinterpret_cast<const QChar *>(text), 32);
}

} // namespace

QDate DemoInstant::date() const
{
    return QDate::fromJulianDay(epochJulianDay + dayOf(seconds));
}

QString DemoInstant::text() const
{
    return instantText(*this, u' ');
}

QString DemoInstant::isoText() const
{
    return instantText(*this, u'T');
}

DemoClock::DemoClock(QDate today) : m_today(today), m_now(ago(0, 390)) { }

DemoInstant DemoClock::ago(int days, int minuteOfDay, int second) const
{
    const DemoInstant midnightToday = midnight(m_today);
    return {midnightToday.seconds - days * secondsPerDay + minuteOfDay * 60 + second, 0};
}

DemoInstant DemoClock::midnight(QDate date)
{
    return {(date.toJulianDay() - epochJulianDay) * secondsPerDay, 0};
}

QDate DemoClock::monthStart(int monthsBack) const
{
    return QDate(m_today.year(), m_today.month(), 1).addMonths(-monthsBack);
}

QString DemoMoney::text() const
{
    return DemoDecimal{paise, 2}.text();
}

QString DemoDecimal::text() const
{
    QString digits = QString::number(units < 0 ? -units : units);
    if (places > 0) {
        if (digits.size() <= places)
            digits.prepend(QString(places + 1 - digits.size(), u'0'));
        digits.insert(digits.size() - places, u'.');
    }
    if (units < 0)
        digits.prepend(u'-');
    return digits;
}

QString demoDateText(QDate date)
{
    char16_t text[] = u"YYYY-MM-DD";
    putDate(text, date);
    return QString(reinterpret_cast<const QChar *>(text), 10);
}

} // namespace Ghar

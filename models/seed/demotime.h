// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <QDate>

namespace Ghar {

/// A moment in UTC, in seconds since 1970.
struct DemoInstant
{
    qint64 seconds = 0;
    int microseconds = 0;

    [[nodiscard]] DemoInstant plusDays(int days) const { return {seconds + qint64(days) * 86400, microseconds}; }
    [[nodiscard]] DemoInstant plusMinutes(qint64 minutes) const { return {seconds + minutes * 60, microseconds}; }
    [[nodiscard]] QDate date() const;
    /// The canonical text of an instant column.
    [[nodiscard]] QString text() const;
    /// ISO 8601 as the platform writes it inside JSON.
    [[nodiscard]] QString isoText() const;
    bool operator<(const DemoInstant &other) const { return seconds < other.seconds; }
};

/// Time of the demo platform: everything hangs on one day, never on the real clock.
class DemoClock
{
public:
    explicit DemoClock(QDate today);

    [[nodiscard]] QDate today() const { return m_today; }
    /// Noon in India on that day.
    [[nodiscard]] DemoInstant now() const { return m_now; }
    /// A time of day in UTC on the day that lies `days` back (negative: ahead).
    [[nodiscard]] DemoInstant ago(int days, int minuteOfDay = 390, int second = 0) const;
    /// Midnight UTC of a calendar date.
    [[nodiscard]] static DemoInstant midnight(QDate date);
    /// First day of the month that lies `months` back.
    [[nodiscard]] QDate monthStart(int monthsBack = 0) const;

private:
    QDate m_today;
    DemoInstant m_now;
};

/// Rupees, exact to the paisa.
struct DemoMoney
{
    qint64 paise = 0;
    [[nodiscard]] static DemoMoney rupees(qint64 rupees) { return {rupees * 100}; }
    [[nodiscard]] QString text() const;
};

/// An exact decimal: `units` divided by ten to the power of `places`.
struct DemoDecimal
{
    qint64 units = 0;
    int places = 0;
    [[nodiscard]] QString text() const;
};

/// ISO text of a date, quicker than QDate::toString.
[[nodiscard]] QString demoDateText(QDate date);

} // namespace Ghar

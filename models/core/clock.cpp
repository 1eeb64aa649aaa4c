// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

namespace Ghar {

// India has one zone without daylight saving, so a fixed offset is exact and needs no zone database.
static constexpr int indiaOffsetSeconds = 5 * 3600 + 30 * 60;

Clock Clock::pinned(QDate today)
{
    Clock clock;
    clock.m_today = today;
    return clock;
}

QDateTime Clock::now() const
{
    if (m_today)
        return QDateTime(*m_today, QTime(12, 0), Qt::OffsetFromUTC, indiaOffsetSeconds).toUTC();
    return QDateTime::currentDateTimeUtc();
}

QDate Clock::today() const
{
    return m_today ? *m_today : dayOf(QDateTime::currentDateTimeUtc());
}

QDate Clock::dayOf(const QDateTime &time)
{
    return time.toOffsetFromUtc(indiaOffsetSeconds).date();
}

QDateTime Clock::startOf(QDate day)
{
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, indiaOffsetSeconds).toUTC();
}

} // namespace Ghar

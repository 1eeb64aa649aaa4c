// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>

#include <optional>

namespace Ghar {

/// Where "now" and "today" come from, so that tests and `--today` can pin them. Thread-safe, copyable.
class Clock
{
public:
    /// The system clock.
    Clock() = default;
    /// A clock on which it is always that day in India; the time of day is noon there.
    [[nodiscard]] static Clock pinned(QDate today);

    /// Now, in UTC.
    [[nodiscard]] QDateTime now() const;
    /// Today in Asia/Kolkata, where the platform's working day is.
    [[nodiscard]] QDate today() const;

    /// The day in Asia/Kolkata of an instant.
    [[nodiscard]] static QDate dayOf(const QDateTime &time);
    /// When a day begins there, in UTC.
    [[nodiscard]] static QDateTime startOf(QDate day);

private:
    std::optional<QDate> m_today;
};

} // namespace Ghar

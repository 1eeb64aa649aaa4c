// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>

namespace Ghar {

/// Which number of `05/06/2025` is the day.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

/// A date as people write it, taken apart: `31/12/2025`, `12-31-25`, `2025.12.31`, `31 Dec 2025`, `Dec 31, 2025`, and a
/// time of day behind it. Years of two digits are those from 1970 to 2069.
struct WrittenDate
{
    /// What it is when the day comes first, and when the month does; both are the same where the order is plain, and
    /// one is invalid where only the other is a date.
    QDate dayFirst;
    QDate monthFirst;
    QTime time; ///< invalid without one

    [[nodiscard]] bool isPlain() const { return dayFirst == monthFirst; }
    [[nodiscard]] QDate date(DateOrder order) const;
};

/// Nothing when the text is no date at all in any order.
[[nodiscard]] std::optional<WrittenDate> writtenDate(const QString &text);

/// What all values of one column together say about the order.
class DateEvidence
{
public:
    /// The detail of the error of order() where no value decides, so that whoever shows it can say how to.
    static constexpr QLatin1StringView openOrder{"the order of dates is open"};

    void see(const QString &text, qint64 line);
    /// The order, or a sentence that says why it cannot be told: no value decides, or two contradict each other.
    [[nodiscard]] Result<DateOrder> order(const QString &column) const;

private:
    struct Sample
    {
        QString text;
        qint64 line = 0;
    };
    std::optional<Sample> m_onlyDayFirst;
    std::optional<Sample> m_onlyMonthFirst;
    std::optional<Sample> m_either;
};

} // namespace Ghar

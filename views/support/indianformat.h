// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

namespace Ghar {

/// Digits of a decimal text in Indian grouping: `1234567.50` becomes `12,34,567.50`. Anything that is not a plain
/// decimal comes back unchanged. A minus sign becomes a real minus.
[[nodiscard]] QString groupedIndian(const QString &decimal);

/// Rupees with two places: `₹1,23,456.00`. Exact for any number of digits; more than two places are rounded half up.
[[nodiscard]] QString rupees(const QString &decimal);

/// A number of rows in Indian grouping; `~` before it when it is an estimate.
[[nodiscard]] QString rowCountText(qint64 rows, bool exact);

/// `22 Nov 2026`.
[[nodiscard]] QString dateText(QDate date);

/// `22 Nov 2026, 14:05` in the local zone.
[[nodiscard]] QString localTimeText(const QDateTime &instant);

/// `just now`, `5 min ago`, `3 h ago`, `4 d ago`, and the date for anything older than a month or in the future.
[[nodiscard]] QString agoText(const QDateTime &instant, const QDateTime &now);

} // namespace Ghar

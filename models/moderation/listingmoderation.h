// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "moderation/moderationitem.h"

#include <QDate>
#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace Ghar {

/// Types of listings that have a moderation life cycle (core-and-moderation.md 1.1).
[[nodiscard]] const QStringList &moderatedTypes();
/// The purpose that such a listing must have.
[[nodiscard]] QString moderatedPurpose();

/// Values of `listing_preferences.moderation_status`.
namespace ListingStatus {
[[nodiscard]] QString pending();
[[nodiscard]] QString live();
[[nodiscard]] QString rejected();
[[nodiscard]] QString paused();
} // namespace ListingStatus

/// A listing as far as its moderation is concerned.
struct ListingState
{
    QString type;
    QString purpose;
    bool isAvailable = false;
    QString preferences;                    ///< JSON text; may be empty, broken or of another shape
    std::optional<QDateTime> availableFrom; ///< the move-in date, UTC

    /// The stored status; empty where there is none or it is no text.
    [[nodiscard]] QString status() const;
    [[nodiscard]] bool isModerated() const;
    /// An instant that the preferences keep under a key, e.g. `moderated_at`.
    [[nodiscard]] std::optional<QDateTime> stamp(const QString &key) const;
    /// A moderator decided, and the owner has not switched the listing since (1.3).
    [[nodiscard]] bool isDecided() const;
    /// In the review queue: a missing status counts as pending there (1.2).
    [[nodiscard]] bool awaitsReview() const;
    /// What the public sees: a missing status counts as live here (1.2).
    [[nodiscard]] bool isPublic() const;
    /// The move-in date has passed, so that the platform pauses it at the next look (1.6). Days in UTC.
    [[nodiscard]] bool isExpired(QDate today) const;
};

/// The state in the values of a row of `properties`.
[[nodiscard]] ListingState listingStateOf(const QMap<QString, Value> &values);

/// Who decided when, and what the owner is told.
struct ListingVerdict
{
    ModerationAction action = ModerationAction::Approve;
    std::optional<qint64> moderator; ///< users.id
    QDateTime at;                    ///< UTC
    QString reason;                  ///< may be empty: then the old one stays, as on the platform (1.4)
};

/// The columns of `properties` that a verdict changes, by name (1.4). Everything else in the preferences stays as it
/// is. The error says what is wrong with the row.
[[nodiscard]] Result<QMap<QString, Value>> applyVerdict(const ListingState &listing, const ListingVerdict &verdict);

/// The columns that change when the person behind the listing is suspended: paused and unavailable, nothing else.
[[nodiscard]] Result<QMap<QString, Value>> takenDown(const ListingState &listing);

/// The columns that the platform's automatic pause changes (1.6).
[[nodiscard]] Result<QMap<QString, Value>> pausedForMoveInDate(const ListingState &listing, const QDateTime &at);

/// An instant as the platform writes it into JSON: `2026-11-22T06:30:00.250000+00:00`.
[[nodiscard]] QString isoInstant(const QDateTime &time);

} // namespace Ghar

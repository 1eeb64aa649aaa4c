// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "moderation/moderationitem.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Ghar {

class Connection;

/// Who works on an item, so that no two moderators do. It ends by itself.
struct ModerationClaim
{
    ModerationItem item;
    QString holder;      ///< one window or command of the desk
    Value staffId;       ///< users.id
    QString staffName;   ///< for the colleagues
    QDateTime claimedAt; ///< UTC
    QDateTime expiresAt; ///< UTC
};

/// How long a claim lasts when nobody renews it.
inline constexpr qint64 claimMinutes = 10;

/// Takes or renews the item for the holder, in one statement: of two who ask at once one gets it. What the same member
/// of staff has in another window, or had in one that is gone, comes to this one. The answer is the
/// claim that holds now, whose holder may be somebody else.
[[nodiscard]] Result<ModerationClaim> claimItem(Connection &connection, const ModerationClaim &wanted);

/// Gives the item back; nothing happens when somebody else has it.
[[nodiscard]] Result<void> releaseItem(Connection &connection, const ModerationItem &item, const QString &holder);

/// Ends everybody's claims on items that were decided, inside the caller's transaction.
[[nodiscard]] Result<void> endClaims(Connection &connection, const QList<ModerationItem> &items);

/// The claim of somebody else that holds at that time; nothing when the item is free for the holder.
[[nodiscard]] Result<std::optional<ModerationClaim>> claimOfOthers(Connection &connection, const ModerationItem &item,
                                                                   const QString &holder, const QDateTime &now);

} // namespace Ghar

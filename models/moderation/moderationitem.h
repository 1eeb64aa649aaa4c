// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace Ghar {

/// What is moderated.
enum class ItemKind {
    Report,  ///< a row of user_reports
    Listing, ///< a row of properties that core-and-moderation.md 1.1 moderates
    Profile  ///< a row of users, for its flatmate profile and its account
};

/// One thing to decide, written `report:12`, `listing:5`, `profile:7` with the primary key of its row.
struct ModerationItem
{
    ItemKind kind = ItemKind::Report;
    qint64 id = 0;

    [[nodiscard]] QString text() const;
    bool operator==(const ModerationItem &) const = default;
};

/// The other way of text(). The error says how items are written.
[[nodiscard]] Result<ModerationItem> itemFromText(const QString &text);

/// The word before the colon in an item's text.
[[nodiscard]] QString nameOf(ItemKind kind);
/// The platform's table of the item's row.
[[nodiscard]] QString tableOf(ItemKind kind);

/// What a moderator can decide.
enum class ModerationAction {
    Dismiss,  ///< reports: nothing is wrong
    Warn,     ///< reports: the reported person is told
    Suspend,  ///< the person's account is closed
    Escalate, ///< reports: somebody else has to look
    Restore,  ///< a suspension is lifted, and what came with it
    Approve,  ///< listings go live, profiles become active
    Reject,
    RequestEdit, ///< listings: the owner has to change something
    Pause,       ///< a listing, or the profile of a person
    Unpause
};

[[nodiscard]] const QList<ModerationAction> &allModerationActions();
/// The word of the command line and of the desk's tables, e.g. `request-edit`.
[[nodiscard]] QString nameOf(ModerationAction action);
[[nodiscard]] std::optional<ModerationAction> moderationActionNamed(const QString &name);
/// Whether the action can be decided of such an item.
[[nodiscard]] bool fits(ItemKind kind, ModerationAction action);

} // namespace Ghar

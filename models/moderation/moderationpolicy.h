// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "moderation/moderationitem.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace Ghar {

class Connection;
class LiveSchema;
struct ChangeHeader;

/// Beside actions, what can be held for a second person: suspending somebody with no end.
[[nodiscard]] QString suspensionWithoutEnd();

/// What a person is told. Placeholders stand in braces; a part in square brackets is left out when one of its own has
/// no value, and anywhere else a missing value keeps the notice from going out.
struct NoticeTemplate
{
    QString title;
    QString body;
    bool operator==(const NoticeTemplate &) const = default;
};

/// How the team moderates: the same for everybody on a database, kept in the desk's own tables.
struct ModerationPolicy
{
    // What comes with suspending somebody (core-and-moderation.md 1.8, recommended).
    bool pausesProfile = true;
    bool pausesListings = true;
    bool closesConversations = false;
    bool closesMatches = false;
    bool writesNotices = true;
    bool tellsOwnerToEdit = false;         ///< also of a request to edit, of which the platform tells nobody (1.4)
    QMap<QString, int> dueHours;           ///< by reason of a report, and for `listing` and `profile`
    QMap<QString, int> severity;           ///< by reason of a report
    QStringList secondPerson;              ///< actions that somebody else confirms; also `suspend-without-end`
    int secondPersonBulk = 0;              ///< so many items at once wait for somebody else as well; 0 = never
    int forgottenDays = 7;                 ///< escalated reports are forgotten after so many
    QMap<QString, NoticeTemplate> notices; ///< by type of notification

    [[nodiscard]] static ModerationPolicy standard();
    /// Only what differs from the standard.
    [[nodiscard]] QJsonObject toJson() const;
    /// The standard with what the object says otherwise. The error names what cannot be read.
    [[nodiscard]] static Result<ModerationPolicy> fromJson(const QJsonObject &object);
    /// What of it cannot be used, in a sentence; empty when all can.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool needsSecondPerson(ModerationAction action, bool hasEnd, qsizetype items) const;
    bool operator==(const ModerationPolicy &) const = default;
};

/// The policy of a database that has the desk's own tables.
[[nodiscard]] Result<ModerationPolicy> readModerationPolicy(Connection &connection);
[[nodiscard]] Result<void> writeModerationPolicy(Connection &connection, const ModerationPolicy &policy);

/// Writes it with its entry in the journal, in one transaction. `expected` is what was read: where somebody else has
/// changed the policy since, that is an error and nothing is written.
[[nodiscard]] Result<void> changeModerationPolicy(Connection &connection, const LiveSchema &live,
                                                  const ModerationPolicy &expected, const ModerationPolicy &wanted,
                                                  const ChangeHeader &header);

} // namespace Ghar

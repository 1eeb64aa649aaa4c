// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "moderation/decisionstore.h"
#include "moderation/moderationpolicy.h"
#include "records/stagedrow.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace Ghar {

class Connection;

/// What a moderator wants to decide.
struct DecisionRequest
{
    QList<ModerationItem> items; ///< one, or several reports about the same person
    ModerationAction action = ModerationAction::Dismiss;
    QString reason; ///< what the person is told; may be empty. The record has the reason of the change's header.
    QString note;   ///< appended below what the reporter wrote
    std::optional<QDate> until; ///< last day of a suspension or pause, in India
    /// With the approval of a listing whose move-in date has passed: the new one, or NULL for none.
    std::optional<Value> availableFrom;
    /// An approval of a listing whose move-in date has passed is refused without a new one; otherwise it only warns. A
    /// window asks for the date where it knows that it has passed, and may not know it yet.
    bool needsMoveInDate = false;
    // Beside a warning or a pause of the profile; with a suspension the policy says so. See DecisionEffect.
    bool takesListingsDown = false;
    bool closesConversations = false;
    bool closesMatches = false;
    /// How many items are decided at once, of which this is one; for the policy's second person.
    qsizetype together = 1;
    bool isAgain = false;            ///< also a report that was closed outside of the desk is decided anew, on purpose
    std::optional<qint64> moderator; ///< users.id
    QString moderatorName;
    QDateTime now; ///< UTC
    ModerationPolicy policy = ModerationPolicy::standard();

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<DecisionRequest> fromJson(const QJsonObject &object);
};

/// Somebody who is told in the app, or why not.
struct PlannedNotice
{
    qint64 userId = 0;
    QString userName;
    QString title;
    QString body;
    QString whyNot; ///< translated; empty when the notice goes out
};

/// Everything that a decision does, before it does it.
struct DecisionPlan
{
    QList<StagedRow> rows;
    QList<PlannedNotice> notices;
    QStringList warnings;              ///< translated: what the moderator should know, though nothing is in the way
    Value subject;                     ///< users.id of whom it is about
    std::optional<QDateTime> openedAt; ///< when the oldest item came in, UTC
    QString revises;                   ///< a decision of which a part is taken back
};

/// Reads what the request is about and plans every column that changes: the rules of core-and-moderation.md 1.3 to 1.8
/// and what the policy adds. Nothing is written. The error says what is in the way, e.g. that somebody has decided
/// already.
[[nodiscard]] Result<DecisionPlan> planDecision(Connection &connection, const LiveSchema &live,
                                                const DecisionRequest &request);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "moderation/moderationitem.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace Ghar {

class Connection;
class LiveSchema;

/// One value that a decision changed. A new row has NULL before.
struct ColumnChange
{
    QString table;
    QString key; ///< primary key as text
    QString column;
    Value before;
    Value after;
    bool operator==(const ColumnChange &) const = default;
};

[[nodiscard]] QJsonArray toJson(const QList<ColumnChange> &changes);
[[nodiscard]] QList<ColumnChange> columnChangesFromJson(const QJsonArray &array);

/// How far a decision is.
enum class DecisionState {
    Pending, ///< waits for a second person; nothing was done yet
    Done,
    Revised, ///< was done and taken back
    Refused  ///< the second person said no
};

/// A decision as the desk's own tables keep it. Its id is that of its change in the journal.
struct StoredDecision
{
    QString id;
    QList<ModerationItem> items;
    Value subject;  ///< users.id of whom it is about; NULL where nobody owns the item
    QString action; ///< nameOf(ModerationAction), or `revise`
    QString reason;
    QString note;
    std::optional<QDate> until; ///< last day of a suspension or pause, in India
    DecisionState state = DecisionState::Done;
    Value staffId;
    QString staffName;
    std::optional<QDateTime> openedAt; ///< when the oldest item came in, UTC
    QDateTime decidedAt;               ///< UTC
    Value confirmedBy;                 ///< the second person, where there was one
    QString confirmedName;
    QString revises;     ///< the decision that this one takes back, wholly or in part
    QString revisedBy;   ///< the decision that took this one back
    QJsonObject request; ///< as it was asked for, with the policy
    QList<ColumnChange> changes;
};

/// Whether the database can keep decisions: it has the desk's own tables in the version that brought them.
[[nodiscard]] bool keepsDecisions(const LiveSchema &live);
/// The error for one that does not.
[[nodiscard]] Error noRoomForDecisions();

/// Inside the caller's transaction.
[[nodiscard]] Result<void> insertDecision(Connection &connection, const StoredDecision &decision);
/// Marks a pending decision as carried out, or as refused.
[[nodiscard]] Result<void> settleDecision(Connection &connection, const StoredDecision &decision);
/// Names the decision that took this one back; `isWhole` is false where a part of it still stands.
[[nodiscard]] Result<void> markRevised(Connection &connection, const QString &id, const QString &by, bool isWhole);

/// The other way: the decision stands as it was, because what took it back was taken back.
[[nodiscard]] Result<void> markStanding(Connection &connection, const QString &id);

[[nodiscard]] Result<std::optional<StoredDecision>> readDecision(Connection &connection, const QString &id);
/// The latest decision of an item that still stands or waits; nothing when there is none.
[[nodiscard]] Result<std::optional<StoredDecision>> latestDecisionOf(Connection &connection,
                                                                     const ModerationItem &item);
/// Decisions about a person, the latest first, at most fifty; without their items.
[[nodiscard]] Result<QList<StoredDecision>> decisionsAbout(Connection &connection, qint64 userId);
/// Somebody who decided.
struct Decider
{
    Value staffId; ///< users.id; NULL for decisions without a name
    QString name;
    bool operator==(const Decider &) const = default;
};
/// Everybody who ever decided, by name.
[[nodiscard]] Result<QList<Decider>> readDeciders(Connection &connection);
/// The latest suspension of the person that stands and was not lifted.
[[nodiscard]] Result<std::optional<StoredDecision>> standingSuspension(Connection &connection, qint64 userId);
/// The same of a pause: of a listing, or of the profile of the person that a report or profile is about.
[[nodiscard]] Result<std::optional<StoredDecision>> standingPause(Connection &connection, const ModerationItem &item,
                                                                  qint64 userId);

} // namespace Ghar

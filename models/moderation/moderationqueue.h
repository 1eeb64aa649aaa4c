// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "database/liveschema.h"
#include "moderation/moderationitem.h"
#include "moderation/moderationpolicy.h"
#include "records/rowlabels.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace Ghar {

class Connection;

/// What a moderator works through (core-and-moderation.md 10 and 11).
enum class ModerationQueue {
    Reports,      ///< open reports, one item for each reported person
    Escalated,    ///< reports in `reviewed`, which the platform's own queue forgets
    Listings,     ///< waiting for review; a missing status counts as waiting (1.2)
    Waiting,      ///< listings that wait for their owner: decided once, not edited since (1.4)
    Bypassed,     ///< listings that are live without a decision, invisible though live, or past their move-in date
    Profiles,     ///< waiting for review, paused by repeated reports, or opened again by themselves
    Restrictions, ///< everybody who is suspended, paused or blocked
    Decided       ///< what was decided, the latest first
};

[[nodiscard]] const QList<ModerationQueue> &allModerationQueues();
/// The word of the command line, e.g. `reports`.
[[nodiscard]] QString nameOf(ModerationQueue queue);
[[nodiscard]] std::optional<ModerationQueue> moderationQueueNamed(const QString &name);

/// One part of a score and how many points it gives.
struct ScorePart
{
    QString label; ///< translated
    int points = 0;
    bool operator==(const ScorePart &) const = default;
};

/// One line of a queue.
struct QueueItem
{
    ModerationItem item;
    QList<ModerationItem> group;        ///< all reports about the person, the oldest first; otherwise the item alone
    Value subjectId;                    ///< users.id of whom it is about
    RowLabel subject;                   ///< the person, or the listing
    QString reason;                     ///< of the report, or why it is in the queue: a word such as `spam` or `limbo`
    std::optional<QDateTime> createdAt; ///< since when it waits, UTC
    std::optional<QDateTime> dueAt;     ///< UTC; nothing where no time is set
    int score = 0;
    QList<ScorePart> parts; ///< whose points are the score
    int reporters = 0;      ///< distinct ones
    QString claimedBy;      ///< somebody else who works on it; or empty
    // Of decisions and restrictions:
    QString decisionId;
    QString action;
    Value deciderId; ///< users.id; null when no name was chosen
    QString decidedBy;
    std::optional<QDateTime> decidedAt; ///< UTC
    std::optional<QDate> until;
    QString state; ///< of the decision: pending, done, revised, refused
};

/// Which of a queue's items are wanted; what is not set leaves nothing out. Instants are in UTC.
struct QueueFilter
{
    /// The reason of a report, or the word why an item is in its queue. Of a decision: see causeOfDecision().
    QString reason;
    std::optional<QDateTime> waitsFrom;   ///< waits since then at the earliest
    std::optional<QDateTime> waitsBefore; ///< waits since before then
    std::optional<QDateTime> dueBy;       ///< due then or before
    // Only of decisions:
    std::optional<ItemKind> kind; ///< of the first item
    QString search;               ///< in the reason, note, item, moderator or person
    QString action;
    QString state;                ///< pending, done, revised, refused; or carriedOut()
    std::optional<Value> decider; ///< users.id; NULL for decisions that have no name
    std::optional<QDateTime> decidedFrom;
    std::optional<QDateTime> decidedBefore;

    [[nodiscard]] bool isEmpty() const { return *this == QueueFilter(); }
    bool operator==(const QueueFilter &) const = default;
};

/// The state of decisions that were carried out, whether they still stand or were taken back.
[[nodiscard]] QString carriedOut();

struct QueueQuery
{
    ModerationQueue queue = ModerationQueue::Reports;
    ModerationPolicy policy = ModerationPolicy::standard();
    QDateTime now;  ///< UTC
    QString holder; ///< whose claims are not those of somebody else
    QueueFilter filter;
    int limit = 200;
};

struct QueuePage
{
    QList<QueueItem> items; ///< overdue ones first, then by score, then the oldest
    bool hasMore = false;
};

/// The items that come next.
[[nodiscard]] Result<QueuePage> readQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query);

struct QueueCount
{
    qint64 items = 0;
    std::optional<QDateTime> oldest; ///< UTC
    std::optional<QDateTime> due;    ///< the next one; in the past when something is overdue
};

[[nodiscard]] Result<QueueCount> countQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query);

/// How many items each filter leaves, in one pass; the query's own filter does not count. Of queues whose items wait
/// for a decision, so not of restrictions and decisions.
[[nodiscard]] Result<QList<qint64>> countItems(Connection &connection, const LiveSchema &live, const QueueQuery &query,
                                               const QList<QueueFilter> &filters);

} // namespace Ghar

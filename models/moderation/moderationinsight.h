// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "moderation/moderationqueue.h"

#include <QDate>
#include <QList>
#include <QMap>

#include <optional>

namespace Ghar {

class Connection;

/// Days in India, both of them in it.
struct InsightPeriod
{
    QDate from;
    QDate to;

    [[nodiscard]] int days() const { return int(from.daysTo(to)) + 1; }
    /// Decisions that were carried out in it.
    [[nodiscard]] QueueFilter filter() const;
    bool operator==(const InsightPeriod &) const = default;
};

/// What was decided, counted by decision. What was taken back still was decided; what waits for a second person was
/// not.
struct DecisionTally
{
    int decided = 0;
    int revised = 0; ///< of them: taken back since, wholly
    int timed = 0;   ///< of them: it is known since when the item waited, and it had a due time
    int inTime = 0;  ///< of those: decided before it
    /// From the item's coming in to its decision; the mean of the middle two of an even number. Only of decisions of
    /// which it is known.
    std::optional<qint64> medianSeconds;
    bool operator==(const DecisionTally &) const = default;
};

struct ModeratorTally
{
    Value staffId; ///< users.id; NULL for decisions without a name
    QString name;  ///< the latest one of the period
    DecisionTally all;
    QMap<QString, int> byCause;
    QMap<QString, int> byAction;
};

/// What came and went on a day in India.
struct DayFlow
{
    QDate day;
    int arrived = 0; ///< rows that were made
    int settled = 0; ///< items of decisions that were carried out
    bool operator==(const DayFlow &) const = default;
};

struct DecisionInsight
{
    DecisionTally all;
    QList<ModeratorTally> moderators;      ///< the busiest first
    QMap<QString, DecisionTally> byCause;  ///< see causeOfDecision(); empty where that is not known any more
    QMap<QString, DecisionTally> byAction; ///< nameOf(ModerationAction)
    QList<DayFlow> reports;                ///< every day of the period
    QList<DayFlow> listings;               ///< of types that are moderated
};

/// What was decided in the period, and what came in. Taking back counts as no decision of its own.
[[nodiscard]] Result<DecisionInsight> readDecisionInsight(Connection &connection, const LiveSchema &live,
                                                          const InsightPeriod &period, const ModerationPolicy &policy);

/// What waits in a queue.
struct Backlog
{
    ModerationQueue queue = ModerationQueue::Reports;
    qint64 items = 0;
    QList<qint64> byAge; ///< as ageFilters()
    QList<qint64> dueBy; ///< as dueFilters()
};

/// The queues whose items wait for a moderator and have a due time.
[[nodiscard]] const QList<ModerationQueue> &backlogQueues();

/// Bounds between classes of age, in days: from 0 to the first, and so on, and more than the last.
[[nodiscard]] const QList<int> &ageBounds();
[[nodiscard]] QList<QueueFilter> ageFilters(const QDateTime &now);

/// In how many days from now overdue items are counted, if nothing is decided: 0 is what is overdue now.
[[nodiscard]] const QList<int> &forecastDays();
[[nodiscard]] QList<QueueFilter> dueFilters(const QDateTime &now);

/// One queue; `query` names it.
[[nodiscard]] Result<Backlog> readBacklog(Connection &connection, const LiveSchema &live, const QueueQuery &query);

/// Overdue items after so many days when `pace` of them are decided each day, those that are due first first.
[[nodiscard]] qint64 overdueAtPace(qint64 dueBy, double pace, int days);

} // namespace Ghar

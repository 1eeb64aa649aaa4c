// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationinsight.h"

#include "core/clock.h"
#include "core/instant.h"
#include "database/connection.h"
#include "database/deskmeta.h"
#include "moderation/decisionselect.h"
#include "moderation/decisionstore.h"
#include "moderation/listingmoderation.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// A tally while decisions are still being counted.
struct Counting
{
    DecisionTally tally;
    QList<qint64> seconds;

    void add(bool isRevised, std::optional<qint64> took, std::optional<int> dueHours)
    {
        ++tally.decided;
        tally.revised += isRevised ? 1 : 0;
        if (!took)
            return;
        seconds.append(*took);
        if (!dueHours)
            return;
        ++tally.timed;
        tally.inTime += *took <= qint64(*dueHours) * 3600 ? 1 : 0;
    }

    DecisionTally done()
    {
        if (!seconds.isEmpty()) {
            const qsizetype middle = seconds.size() / 2;
            std::nth_element(seconds.begin(), seconds.begin() + middle, seconds.end());
            const qint64 upper = seconds.at(middle);
            const qint64 lower =
                seconds.size() % 2 ? upper : *std::max_element(seconds.begin(), seconds.begin() + middle);
            tally.medianSeconds = (lower + upper) / 2;
        }
        return tally;
    }
};

struct CountingModerator
{
    ModeratorTally tally;
    Counting all;
};

QList<DayFlow> emptyDays(const InsightPeriod &period)
{
    QList<DayFlow> days;
    for (QDate day = period.from; day <= period.to; day = day.addDays(1))
        days.append({day, 0, 0});
    return days;
}

class InsightReader
{
public:
    InsightReader(Connection &connection, const LiveSchema &live, const InsightPeriod &period,
                  const ModerationPolicy &policy)
        : m_connection(connection), m_dialect(connection.dialect()), m_live(live), m_period(period), m_policy(policy)
    {
        m_insight.reports = emptyDays(period);
        m_insight.listings = emptyDays(period);
    }

    Result<DecisionInsight> read()
    {
        Result<void> done = keepsDecisions(m_live) ? readDecisions() : Result<void>();
        if (done)
            done = readArrivals(u"user_reports"_s, m_insight.reports);
        if (done)
            done = readArrivals(u"properties"_s, m_insight.listings);
        if (!done)
            return done.error();
        return m_insight;
    }

private:
    Result<void> readDecisions()
    {
        Sql sql;
        sql.text = u"SELECT d.staff_id, d.staff_name, d.action, d.state, d.opened_at, d.decided_at, "_s
            + itemOfDecision(m_dialect) + u", "_s + causeOfDecision(m_dialect, m_live) + u", (SELECT count(*) FROM "_s
            + itemsTable() + u" AS i WHERE i.decision_id = d.id)"_s + fromDecisions(m_dialect)
            + u" WHERE d.action <> 'revise' AND "_s + decisionCondition(sql, m_dialect, m_live, m_period.filter())
            + u" ORDER BY d.decided_at"_s;
        const Result<void> read = m_connection.forEach(sql, [this](const Row &row) {
            take(row);
            return true;
        });
        if (!read)
            return read;
        m_insight.all = m_all.done();
        for (auto it = m_causes.begin(); it != m_causes.end(); ++it)
            m_insight.byCause.insert(it.key(), it->done());
        for (auto it = m_actions.begin(); it != m_actions.end(); ++it)
            m_insight.byAction.insert(it.key(), it->done());
        for (CountingModerator &moderator : m_moderators) {
            moderator.tally.all = moderator.all.done();
            m_insight.moderators.append(moderator.tally);
        }
        std::stable_sort(m_insight.moderators.begin(), m_insight.moderators.end(),
                         [](const ModeratorTally &a, const ModeratorTally &b) {
                             return a.all.decided != b.all.decided
                                 ? a.all.decided > b.all.decided
                                 : a.staffId.text().toLongLong() < b.staffId.text().toLongLong();
                         });
        return {};
    }

    QString itemsTable() const { return deskTable(m_dialect, u"decision_items"_s); }

    void take(const Row &row)
    {
        const std::optional<QDateTime> opened = instantFromText(row.at(4).text());
        const std::optional<QDateTime> decided = instantFromText(row.at(5).text());
        if (!decided)
            return;
        const std::optional<qint64> took =
            opened ? std::optional(qMax<qint64>(0, opened->secsTo(*decided))) : std::nullopt;
        const QString cause = row.at(7).text();
        const QString action = row.at(2).text();
        const bool isRevised = row.at(3).text() == "revised"_L1;
        const std::optional<int> due =
            m_policy.dueHours.contains(cause) ? std::optional(m_policy.dueHours.value(cause)) : std::nullopt;
        m_all.add(isRevised, took, due);
        m_causes[cause].add(isRevised, took, due);
        m_actions[action].add(isRevised, took, due);
        CountingModerator &moderator = m_moderators[row.at(0)];
        moderator.tally.staffId = row.at(0);
        moderator.tally.name = row.at(1).text();
        moderator.all.add(isRevised, took, due);
        ++moderator.tally.byCause[cause];
        ++moderator.tally.byAction[action];
        const Result<ModerationItem> item = itemFromText(row.at(6).text());
        if (!item || item->kind == ItemKind::Profile)
            return;
        QList<DayFlow> &days = item->kind == ItemKind::Report ? m_insight.reports : m_insight.listings;
        const qint64 place = m_period.from.daysTo(Clock::dayOf(*decided));
        if (place >= 0 && place < days.size())
            days[place].settled += row.at(8).text().toInt();
    }

    Result<void> readArrivals(const QString &name, QList<DayFlow> &days)
    {
        const LiveTable *table = m_live.table(name);
        if (!table || !table->readable)
            return {};
        const Column *made = table->table.column(u"created_at"_s);
        if (!made)
            return {};
        Sql sql;
        const QString day = m_dialect.dayInIndia(u"created_at"_s);
        sql.text = u"SELECT "_s + day + u", count(*) FROM "_s + table->from() + u" WHERE created_at >= "_s;
        sql.text += m_dialect.bind(sql, *made, Value(instantText(Clock::startOf(m_period.from))));
        sql.text += u" AND created_at < "_s;
        sql.text += m_dialect.bind(sql, *made, Value(instantText(Clock::startOf(m_period.to.addDays(1)))));
        if (const Column *type = table->table.column(u"property_type"_s)) {
            QStringList types;
            sql.text += u" AND property_type IN ("_s;
            for (const QString &known : moderatedTypes())
                types.append(m_dialect.bind(sql, *type, Value(known)));
            sql.text += types.join(u", "_s) + u')';
            if (const Column *purpose = table->table.column(u"purpose"_s))
                sql.text += u" AND purpose = "_s + m_dialect.bind(sql, *purpose, Value(moderatedPurpose()));
        }
        sql.text += u" GROUP BY "_s + day;
        return m_connection.forEach(sql, [&](const Row &row) {
            const qint64 place = m_period.from.daysTo(QDate::fromString(row.at(0).text(), Qt::ISODate));
            if (place >= 0 && place < days.size())
                days[place].arrived = row.at(1).text().toInt();
            return true;
        });
    }

    Connection &m_connection;
    const Dialect &m_dialect;
    const LiveSchema &m_live;
    const InsightPeriod m_period;
    const ModerationPolicy &m_policy;
    DecisionInsight m_insight;
    Counting m_all;
    QMap<QString, Counting> m_causes;
    QMap<QString, Counting> m_actions;
    QHash<Value, CountingModerator> m_moderators;
};

} // namespace

QueueFilter InsightPeriod::filter() const
{
    QueueFilter filter;
    filter.state = carriedOut();
    filter.decidedFrom = Clock::startOf(from);
    filter.decidedBefore = Clock::startOf(to.addDays(1));
    return filter;
}

Result<DecisionInsight> readDecisionInsight(Connection &connection, const LiveSchema &live, const InsightPeriod &period,
                                            const ModerationPolicy &policy)
{
    return InsightReader(connection, live, period, policy).read();
}

const QList<ModerationQueue> &backlogQueues()
{
    static const QList<ModerationQueue> queues{ModerationQueue::Reports,  ModerationQueue::Escalated,
                                               ModerationQueue::Listings, ModerationQueue::Waiting,
                                               ModerationQueue::Bypassed, ModerationQueue::Profiles};
    return queues;
}

const QList<int> &ageBounds()
{
    static const QList<int> days{1, 3, 7, 14};
    return days;
}

QList<QueueFilter> ageFilters(const QDateTime &now)
{
    QList<QueueFilter> filters;
    QueueFilter filter;
    for (const int days : ageBounds()) {
        filter.waitsFrom = now.addDays(-days);
        filters.append(filter);
        filter.waitsBefore = filter.waitsFrom;
    }
    filter.waitsFrom.reset();
    filters.append(filter);
    return filters;
}

const QList<int> &forecastDays()
{
    static const QList<int> days{0, 1, 2, 3, 5, 7};
    return days;
}

QList<QueueFilter> dueFilters(const QDateTime &now)
{
    QList<QueueFilter> filters;
    for (const int days : forecastDays()) {
        QueueFilter filter;
        filter.dueBy = now.addDays(days);
        filters.append(filter);
    }
    return filters;
}

Result<Backlog> readBacklog(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    const QList<QueueFilter> ages = ageFilters(query.now);
    const QList<QueueFilter> dues = dueFilters(query.now);
    const Result<QList<qint64>> counts = countItems(connection, live, query, ages + dues);
    if (!counts)
        return counts.error();
    Backlog backlog;
    backlog.queue = query.queue;
    backlog.byAge = counts->first(ages.size());
    backlog.dueBy = counts->last(dues.size());
    for (const qint64 items : std::as_const(backlog.byAge))
        backlog.items += items;
    return backlog;
}

qint64 overdueAtPace(qint64 dueBy, double pace, int days)
{
    return qMax<qint64>(0, dueBy - qint64(std::floor(pace * days)));
}

} // namespace Ghar

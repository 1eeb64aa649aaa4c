// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderationbench.h"

#include "benchserver.h"
#include "core/clock.h"
#include "database/connection.h"
#include "database/databasesession.h"
#include "database/deskmeta.h"
#include "database/initializer.h"
#include "database/introspection.h"
#include "moderation/decision.h"
#include "moderation/evidence.h"
#include "moderation/moderationdesk.h"
#include "moderation/moderationinsight.h"
#include "moderation/moderationqueue.h"
#include "records/stagedchanges.h"
#include "schema/schemareader.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QUuid>

#include <optional>
#include <vector>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

QDateTime now()
{
    return {QDate(2026, 11, 22), QTime(6, 30), Qt::UTC};
}

qint64 reportsOf(const BenchOptions &options)
{
    return qMax<qint64>(100, options.rows / 50);
}

/// Open reports about two people of five, and as many decided ones, so that reporters have a past.
bool fill(Connection &connection, qint64 reports)
{
    const bool isServer = connection.dialect().isPostgres();
    const qint64 people = reports / 2;
    const QString series = isServer ? u"SELECT i FROM generate_series(1, %1) AS g(i)"_s
                                    : u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                                      "SELECT i FROM n"_s;
    const QString uuid = isServer
        ? u"CAST(CAST('00000000-0000-4000-8000-' || lpad(CAST(i AS text), 12, '0') AS uuid) AS text)"_s
        : u"printf('00000000-0000-4000-8000-%012d', i)"_s;
    const QString time = isServer
        ? u"TIMESTAMPTZ '2026-11-22 06:00:00+00' - (CAST(i AS bigint) * 7919 % 2000000) * INTERVAL '1 second'"_s
        : u"strftime('%Y-%m-%d %H:%M:%S', 1795327200 - i * 7919 % 2000000, 'unixepoch') || '.000000+00:00'"_s;
    const QString report =
        u"INSERT INTO user_reports (reporter_user_id, reported_user_id, reason, status, notes, created_at) "
        "SELECT 1 + CAST(i AS bigint) * 40503 % %1, 1 + i * 7 % (%1 * 2 / 5), CASE i % 5 WHEN 0 THEN 'spam' WHEN 1 "
        "THEN "
        "'abuse' WHEN 2 THEN 'fake_profile' WHEN 3 THEN 'inappropriate' ELSE 'other' END, %2, 'Words ' || "
        "i, %3 FROM (%4) AS s WHERE 1 + CAST(i AS bigint) * 40503 % %1 <> 1 + i * 7 % (%1 * 2 / 5)"_s;
    QStringList statements{
        u"BEGIN"_s,
        u"INSERT INTO users (supabase_user_id, full_name, is_active) SELECT %1, 'Person ' || i, %2 FROM (%3) AS s"_s
            .arg(uuid, isServer ? u"true"_s : u"1"_s, series.arg(people)),
        report.arg(QString::number(people), u"'open'"_s, time, series.arg(reports)),
        report.arg(QString::number(people), u"CASE i % 3 WHEN 0 THEN 'dismissed' ELSE 'actioned' END"_s, time,
                   series.arg(reports)),
        u"COMMIT"_s,
        isServer ? u"VACUUM ANALYZE"_s : u"ANALYZE"_s};
    for (const QString &statement : statements) {
        if (const Result<void> done = connection.run(statement); !done) {
            std::fprintf(stderr, "%s\n%s\n", qPrintable(done.error().detail), qPrintable(statement));
            return false;
        }
    }
    return true;
}

/// From the key press until the next item stands there with its evidence, as somebody works who looks at each for a
/// moment: what was read beforehand counts, and waiting for the moderator does not.
std::optional<std::vector<double>> timesToNextItem(const Profile &profile, const LiveSchemaPtr &live)
{
    DatabaseSession session(profile);
    session.setSchema(live);
    session.allowWriting();
    StagedChanges changes{Clock()};
    ModerationDesk desk(Clock(), changes);
    desk.setBounce(0);
    desk.setSession(&session, {});
    desk.activate();
    const auto rest = [&desk] {
        QDeadlineTimer deadline(30'000);
        QElapsedTimer quiet;
        quiet.start();
        // What comes after is asked for when this one is answered.
        while (!deadline.hasExpired() && quiet.elapsed() < 100) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            if (desk.isBusy() || desk.evidence()->count() == 0)
                quiet.restart();
        }
        return !deadline.hasExpired();
    };
    std::vector<double> times;
    bool isWell = rest();
    for (int i = 0; isWell && i < 20; ++i) {
        const QString before = desk.itemKey();
        QElapsedTimer timer;
        timer.start();
        desk.decide(u"dismiss"_s);
        while (timer.elapsed() < 5000
               && (desk.itemKey() == before || desk.isEvidenceLoading() || desk.evidence()->count() == 0))
            QCoreApplication::processEvents();
        times.push_back(milliseconds(timer));
        isWell = desk.itemKey() != before && rest();
    }
    desk.waiting()->clear(); // nothing of it is to be written
    desk.setSession(nullptr, {});
    const auto connection = Connection::open(profile, Access::ReadWrite);
    isWell = isWell && connection
        && (*connection)->run(u"DELETE FROM "_s + deskTable((*connection)->dialect(), u"claims"_s)).hasValue();
    return isWell ? std::optional(times) : std::nullopt;
}

QJsonObject measure(const BenchOptions &options, const Profile &profile)
{
    auto connection = Connection::open(profile, Access::ReadWrite);
    progress(options, u"making the reports"_s);
    if (!connection || !initializeDatabase(**connection, platformSchema(), {})
        || !fill(**connection, reportsOf(options)))
        return failed(u"the reports could not be made"_s);
    const Result<LiveSchemaPtr> live = introspect(**connection, platformSchema());
    if (!live)
        return failed(live.error().userText);
    QueueQuery query;
    query.now = now();
    std::vector<double> queue;
    std::vector<double> count;
    std::vector<double> evidence;
    std::vector<double> decision;
    std::vector<double> platform;
    qint64 items = 0;
    progress(options, u"going through the queue"_s);
    const std::optional<std::vector<double>> next = timesToNextItem(profile, *live);
    if (!next)
        return failed(u"the screen did not come to rest"_s);
    std::vector<double> backlog;
    std::vector<double> insight;
    for (int run = 0; run < options.runs; ++run) {
        progress(options, u"run %1"_s.arg(run + 1));
        QElapsedTimer timer;
        timer.start();
        const Result<QueuePage> page = readQueue(**connection, **live, query);
        queue.push_back(milliseconds(timer));
        if (!page || page->items.isEmpty())
            return failed(page ? u"the queue is empty"_s : page.error().userText + page.error().detail);
        timer.start();
        const Result<QueueCount> counted = countQueue(**connection, **live, query);
        count.push_back(milliseconds(timer));
        if (!counted)
            return failed(counted.error().userText);
        items = counted->items;
        timer.start();
        const Result<Backlog> waiting = readBacklog(**connection, **live, query);
        backlog.push_back(milliseconds(timer));
        timer.start();
        const InsightPeriod period{Clock::dayOf(now()).addDays(-29), Clock::dayOf(now())};
        const Result<DecisionInsight> numbers = readDecisionInsight(**connection, **live, period, query.policy);
        insight.push_back(milliseconds(timer));
        if (!waiting || !numbers)
            return failed(waiting ? numbers.error().userText : waiting.error().userText);
        timer.start();
        const Result<QList<Row>> oldest =
            (*connection)
                ->rows({u"SELECT id FROM user_reports WHERE status = 'open' ORDER BY created_at, id LIMIT 20"_s, {}});
        platform.push_back(milliseconds(timer));
        if (!oldest || oldest->size() != 20)
            return failed(u"the peer's page is short"_s);
        for (int i = 0; i < 5; ++i) {
            const QueueItem &item = page->items.at(i);
            timer.start();
            const Result<Evidence> read = readEvidence(**connection, **live, item.item);
            evidence.push_back(milliseconds(timer));
            DecisionRequest request;
            request.items = item.group;
            request.action = ModerationAction::Warn;
            request.now = now();
            ChangeHeader header;
            header.changeId = QUuid::createUuid().toString(QUuid::WithoutBraces);
            header.writerId = u"bench"_s;
            header.madeAt = now();
            header.origin = u"moderation"_s;
            header.reason = u"bench"_s;
            timer.start();
            const Result<DecisionOutcome> decided = decide(**connection, **live, request, header, u"bench"_s);
            decision.push_back(milliseconds(timer));
            if (!read || !decided)
                return failed(read ? decided.error().userText : read.error().userText);
        }
    }
    return {{u"reports"_s, reportsOf(options)},
            {u"items"_s, items},
            {u"queue_ms"_s, rounded(median(queue))},
            {u"count_ms"_s, rounded(median(count))},
            {u"next_item_ms"_s, rounded(median(*next))},
            {u"next_item_ms_99"_s, rounded(quantile(*next, 0.99))},
            {u"backlog_ms"_s, rounded(median(backlog))},
            {u"insight_ms"_s, rounded(median(insight))},
            {u"platform_page_ms"_s, rounded(median(platform))},
            {u"evidence_ms"_s, rounded(median(evidence))},
            {u"evidence_ms_99"_s, rounded(quantile(evidence, 0.99))},
            {u"decide_ms"_s, rounded(median(decision))}};
}

} // namespace

QJsonObject runModerationBench(const BenchOptions &options)
{
    return measureOnBoth(options, measure);
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "planbench.h"

#include "benchserver.h"
#include "database/connection.h"
#include "database/initializer.h"
#include "database/introspection.h"
#include "records/deleteplan.h"
#include "schema/schemareader.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

qint64 rowsOf(const BenchOptions &options)
{
    return qMax<qint64>(10, options.rows / 5);
}

/// Whether all statements ran.
bool runAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (!connection.run(statement))
            return false;
    }
    return true;
}

/// Fills a new platform database; an error's words, or nothing.
QString fill(const BenchOptions &options, const Profile &profile)
{
    const qint64 tours = rowsOf(options) / 10;
    const qint64 searches = rowsOf(options) - tours;
    auto writer = Connection::open(profile, Access::ReadWrite);
    if (!writer || !initializeDatabase(**writer, platformSchema(), {}))
        return u"the database could not be made"_s;
    const bool isServer = (*writer)->dialect().isPostgres();
    const QString series = isServer
        ? u"WITH n AS (SELECT i FROM generate_series(1, %1) AS g(i)) INSERT INTO "_s
        : u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO "_s;
    const auto uuid = [isServer](const QString &group) {
        return (isServer ? u"CAST('00000000-0000-4000-%1-' || lpad(CAST(i AS text), 12, '0') AS uuid)"_s
                         : u"printf('00000000-0000-4000-%1-%012d', i)"_s)
            .replace(u"%1"_s, group);
    };
    QStringList statements{u"INSERT INTO users (id, supabase_user_id) VALUES (1, 'bench')"_s,
                           u"BEGIN"_s,
                           series.arg(searches) + u"user_search_history (user_id) SELECT 1 FROM n"_s,
                           series.arg(tours) + u"tours (id, user_id, title) SELECT "_s + uuid(u"8000"_s)
                               + u", 1, 'T' FROM n"_s,
                           series.arg(tours) + u"scenes (id, tour_id, title, image_url) SELECT "_s + uuid(u"9000"_s)
                               + u", "_s + uuid(u"8000"_s) + u", 'S', 'x' FROM n"_s,
                           u"COMMIT"_s};
    // A server does this by itself some minutes later.
    if (isServer)
        statements.append(u"VACUUM ANALYZE"_s);
    return runAll(**writer, statements) ? QString() : u"the rows could not be made"_s;
}

qint64 count(Connection &connection, const QString &statement)
{
    const Result<Value> counted = connection.scalar({statement, {}});
    return counted ? counted->text().toLongLong() : -1;
}

/// The plan of the one user beside the bare counts of the direct rows.
QJsonObject measure(const BenchOptions &options, const Profile &profile)
{
    progress(options, u"making the rows"_s);
    if (const QString error = fill(options, profile); !error.isEmpty())
        return failed(error);
    auto connection = Connection::open(profile, Access::ReadOnly);
    if (!connection)
        return failed(connection.error().userText);
    const Result<LiveSchemaPtr> live = introspect(**connection, platformSchema());
    if (!live)
        return failed(live.error().userText);

    const qint64 tours = rowsOf(options) / 10;
    const qint64 searches = rowsOf(options) - tours;
    std::vector<double> direct;
    std::vector<double> whole;
    std::vector<double> raw;
    MemoryWatch memory;
    for (int run = 0; run < qMin(options.runs, 5); ++run) {
        progress(options, u"run %1"_s.arg(run + 1));
        QElapsedTimer timer;
        timer.start();
        double toldAt = -1;
        const Result<DeletePlan> plan = planDelete(**connection, **live, *(*live)->table(u"users"_s),
                                                   {{Value::integer(1)}}, [&](const DeletePlan &sofar) {
                                                       qint64 told = 0;
                                                       for (const DeleteStep &step : sofar.steps)
                                                           told += step.parent == 0 ? step.count : 0;
                                                       if (toldAt < 0 && told == rowsOf(options))
                                                           toldAt = milliseconds(timer);
                                                       memory.sample();
                                                       return true;
                                                   });
        if (!plan)
            return failed(plan.error().userText);
        whole.push_back(milliseconds(timer));
        direct.push_back(toldAt);
        if (plan->deletes.value(u"scenes"_s) != tours || plan->deletes.value(u"user_search_history"_s) != searches)
            return failed(u"the plan is wrong"_s);
        timer.start();
        if (count(**connection, u"SELECT count(*) FROM user_search_history WHERE user_id = 1"_s) != searches
            || count(**connection, u"SELECT count(*) FROM tours WHERE user_id = 1"_s) != tours)
            return failed(u"the counts are wrong"_s);
        raw.push_back(milliseconds(timer));
    }
    QJsonObject json{{u"rows"_s, rowsOf(options)},
                     {u"direct_ms"_s, rounded(median(direct))},
                     {u"whole_ms"_s, rounded(median(whole))},
                     {u"raw_direct_ms"_s, rounded(median(raw))}};
    if (MemoryWatch::isSupported())
        json.insert(u"rss_growth_mb"_s, rounded(memory.growth()));
    return json;
}

} // namespace

QJsonObject runPlanBench(const BenchOptions &options)
{
    return measureOnBoth(options, measure);
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "planbench.h"

#include "benchtable.h"
#include "database/connection.h"
#include "database/initializer.h"
#include "database/introspection.h"
#include "records/deleteplan.h"
#include "schema/schemareader.h"

#include <QTemporaryDir>

#include <sqlite3.h>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

QJsonObject failed(const QString &why)
{
    return {{u"error"_s, why}};
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

qint64 countRaw(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    const qint64 count = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    return count;
}

} // namespace

QJsonObject runPlanBench(const BenchOptions &options)
{
    const QTemporaryDir folder;
    Profile profile;
    profile.file = folder.filePath(u"plan.sqlite"_s);
    const qint64 tours = options.rows / 10;
    const qint64 searches = options.rows - tours;
    {
        auto writer = Connection::open(profile, Access::ReadWrite);
        if (!writer || !initializeDatabase(**writer, platformSchema(), {}))
            return failed(u"the database could not be made"_s);
        const QString series =
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT INTO "_s;
        progress(options, u"making the rows"_s);
        if (!runAll(
                **writer,
                {u"INSERT INTO users (id, supabase_user_id) VALUES (1, 'bench')"_s, u"BEGIN"_s,
                 series.arg(searches) + u"user_search_history (user_id) SELECT 1 FROM n"_s,
                 series.arg(tours)
                     + u"tours (id, user_id, title) SELECT printf('00000000-0000-4000-8000-%012d', i), 1, 'T' FROM n"_s,
                 series.arg(tours)
                     + u"scenes (id, tour_id, title, image_url) SELECT printf('00000000-0000-4000-9000-%012d', i), "
                       "printf('00000000-0000-4000-8000-%012d', i), 'S', 'x' FROM n"_s,
                 u"COMMIT"_s}))
            return failed(u"the rows could not be made"_s);
    }
    auto connection = Connection::open(profile, Access::ReadOnly);
    if (!connection)
        return failed(connection.error().userText);
    const Result<LiveSchemaPtr> live = introspect(**connection, platformSchema());
    if (!live)
        return failed(live.error().userText);

    std::vector<double> direct;
    std::vector<double> whole;
    std::vector<double> raw;
    MemoryWatch memory;
    const SqliteHandle handle = BenchTable::open(profile.file);
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
                                                       if (toldAt < 0 && told == options.rows)
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
        if (countRaw(handle.get(), "SELECT count(*) FROM user_search_history WHERE user_id = 1") != searches
            || countRaw(handle.get(), "SELECT count(*) FROM tours WHERE user_id = 1") != tours)
            return failed(u"the counts are wrong"_s);
        raw.push_back(milliseconds(timer));
    }
    QJsonObject json{{u"rows"_s, options.rows},
                     {u"direct_ms"_s, rounded(median(direct))},
                     {u"whole_ms"_s, rounded(median(whole))},
                     {u"raw_direct_ms"_s, rounded(median(raw))}};
    if (MemoryWatch::isSupported())
        json.insert(u"rss_growth_mb"_s, rounded(memory.growth()));
    return json;
}

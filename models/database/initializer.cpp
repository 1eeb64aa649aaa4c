// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/initializer.h"

#include "core/clock.h"
#include "core/instant.h"
#include "database/ddl.h"
#include "database/deskmeta.h"
#include "database/introspection.h"
#include "database/journalsetup.h"
#include "database/migration.h"
#include "database/transaction.h"
#include "seed/demoloader.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Initializer)
};

/// The first table, sequence, type or function of somebody else's in any schema; extensions bring theirs along.
const auto otherObjectSql = uR"sql(
    SELECT n.nspname || '.' || o.name
    FROM (
        SELECT 'pg_class'::regclass AS kind, oid, relnamespace AS space, relname AS name FROM pg_class
        WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        UNION ALL
        SELECT 'pg_type'::regclass, oid, typnamespace, typname FROM pg_type WHERE typtype IN ('e', 'd')
        UNION ALL
        SELECT 'pg_proc'::regclass, oid, pronamespace, proname FROM pg_proc
    ) AS o
    JOIN pg_namespace AS n ON n.oid = o.space
    WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
      AND NOT EXISTS (SELECT 1 FROM pg_depend AS d
                      WHERE d.classid = o.kind AND d.objid = o.oid AND d.deptype = 'e')
    ORDER BY 1
    LIMIT 1
)sql"_s;

QString whereOf(const Connection &connection)
{
    return connection.dialect().isPostgres() ? Text::tr("The database")
                                             : QDir::toNativeSeparators(connection.profile().file);
}

Result<void> runAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (Result<void> done = connection.run(statement); !done)
            return done;
    }
    return {};
}

/// PostGIS and pgvector where the server has them and lets us switch them on. A failed CREATE EXTENSION would abort the
/// transaction, so the rights are looked up first.
Result<ServerFeatures> enableExtensions(Connection &connection, QStringList &remarks)
{
    const auto enable = [&](const QString &extension, const QString &consequence) -> Result<bool> {
        Sql sql;
        sql.text = u"SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_extension WHERE extname = "_s
            + connection.dialect().bindText(sql, extension)
            + u") THEN 'there' WHEN EXISTS (SELECT 1 FROM pg_available_extension_versions AS v JOIN "
              "pg_available_extensions AS a ON a.name = v.name AND a.default_version = v.version WHERE v.name = "_s
            + connection.dialect().bindText(sql, extension)
            + u" AND (NOT v.superuser OR (v.trusted AND has_database_privilege(current_database(), 'CREATE')) OR "
              "(SELECT rolsuper FROM pg_roles WHERE rolname = current_user))) THEN 'offered' ELSE 'no' END"_s;
        const Result<Value> state = connection.scalar(sql);
        if (!state)
            return state.error();
        if (state->text() == "offered"_L1) {
            if (const Result<void> done = connection.run(u"CREATE EXTENSION "_s + Dialect::quote(extension)); !done)
                return done.error();
        }
        if (state->text() == "no"_L1)
            remarks.append(consequence);
        return state->text() != "no"_L1;
    };
    const Result<bool> postgis = enable(
        u"postgis"_s,
        Text::tr("The server offers no PostGIS: properties.location is kept as text and searched by its numbers."));
    if (!postgis)
        return postgis.error();
    const Result<bool> vector = enable(
        u"vector"_s,
        Text::tr("The server offers no pgvector: embeddings are kept as real[] and cannot be searched by nearness."));
    if (!vector)
        return vector.error();
    return ServerFeatures{*postgis, *vector};
}

} // namespace

Result<InitReport> initializeDatabase(Connection &connection, const SchemaPtr &schema,
                                      const std::optional<DemoRequest> &demo)
{
    const bool isPostgres = connection.dialect().isPostgres();
    if (!isPostgres) {
        // Files of the desk keep a write-ahead log, so that reading and writing do not wait for each other. The mode
        // stays with the file and cannot be changed inside a transaction.
        const Result<Value> objects = connection.scalar({u"SELECT count(*) FROM sqlite_master"_s, {}});
        if (!objects)
            return objects.error();
        if (objects->text() == "0"_L1) {
            if (const Result<void> logged = connection.run(u"PRAGMA journal_mode = WAL"_s); !logged)
                return logged.error();
        }
    }
    Transaction transaction(connection);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    const Result<FoundDatabase> found = isPostgres ? readPostgresTables(connection) : readSqliteTables(connection);
    if (!found)
        return found.error();
    InitReport report;
    if (const Result<void> known = refuseNewerSchema(connection, found->deskVersion); !known)
        return known.error();
    if (found->deskVersion == 0) {
        QString other = found->tables.isEmpty() ? QString() : found->tables.first().name;
        if (isPostgres && other.isEmpty()) {
            const Result<Value> object = connection.scalar({otherObjectSql, {}});
            if (!object)
                return object.error();
            other = object->text();
        }
        if (!other.isEmpty())
            return Error{ErrorKind::Refused,
                         Text::tr("%1 already holds something else (%2, …). Nothing was changed; name a new file or an "
                                  "empty database.")
                             .arg(whereOf(connection), other),
                         {}};
    }

    Ddl ddl;
    if (isPostgres) {
        ServerFeatures features{found->hasPostgis, found->hasVector};
        if (found->deskVersion == 0) {
            const Result<ServerFeatures> enabled = enableExtensions(connection, report.remarks);
            if (!enabled)
                return enabled.error();
            features = *enabled;
        }
        ddl = postgresDdl(*schema, features);
    } else {
        ddl = sqliteDdl(*schema);
    }

    if (found->deskVersion == 0) {
        const QStringList statements = deskTableStatements(connection.dialect());
        if (const Result<void> done = runAll(connection, statements + ddl.tables); !done)
            return done.error();
        if (!isPostgres && !demo) {
            if (const Result<void> done = runAll(connection, ddl.resumeTriggers); !done)
                return done.error();
        }
        if (const Result<void> done = writeMeta(connection, u"created_at"_s, instantText(Clock().now())); !done)
            return done.error();
        report.created = true;
    }
    for (const Migration &step : migrations()) {
        if (step.version <= found->deskVersion)
            continue;
        if (const Result<void> done = applyMigration(connection, step); !done)
            return done.error();
    }
    if (const Result<void> closed = closeJournal(connection); !closed)
        return closed.error();
    if (!report.created && found->deskVersion < currentSchemaVersion)
        report.updatedFrom = found->deskVersion;

    if (demo) {
        const Result<Value> users = connection.scalar({u"SELECT count(*) FROM users"_s, {}});
        if (!users)
            return users.error();
        if (users->text() != "0"_L1) {
            report.remarks.append(Text::tr("There are rows already, so no demo data was added."));
        } else {
            if (const Result<void> done = runAll(connection, ddl.pauseTriggers); !done)
                return done.error();
            const Result<qint64> rows = loadDemo(connection, schema, *demo);
            if (!rows)
                return rows.error();
            report.rows = *rows;
            report.demoFilled = true;
            if (const Result<void> done = runAll(connection, ddl.resumeTriggers); !done)
                return done.error();
            if (const Result<void> done = writeMeta(connection, u"demo_today"_s, demo->today.toString(Qt::ISODate));
                !done)
                return done.error();
            if (const Result<void> done = runAll(connection, ddl.refresh); !done)
                return done.error();
        }
    }
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    return report;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/journalsetup.h"

#include "core/instant.h"
#include "database/deskmeta.h"
#include "database/migration.h"
#include "database/transaction.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

// to_regclass() would fail where the schema is not ours to look into.
const auto roomSql = uR"sql(
    SELECT EXISTS (SELECT 1 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'ghar_desk' AND c.relname = 'journal' AND has_schema_privilege(n.oid, 'USAGE')
                     AND has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')),
           EXISTS (SELECT 1 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'ghar_desk' AND c.relname = 'journal'),
           CASE WHEN to_regnamespace('ghar_desk') IS NULL
                THEN has_database_privilege(current_database(), 'CREATE')
                ELSE has_schema_privilege('ghar_desk', 'CREATE') AND has_schema_privilege('ghar_desk', 'USAGE') END,
           pg_is_in_recovery()
)sql"_s;

const auto grantedSql = uR"sql(
    SELECT DISTINCT CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL aclexplode(c.relacl) AS a
    WHERE n.nspname = 'ghar_desk' AND c.relname = 'journal' AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
)sql"_s;

bool isTrue(const Value &value)
{
    return value.text() == "t"_L1 || value.text() == "true"_L1;
}

/// The version of the desk's own tables; 0 when there are none.
Result<int> presentVersion(Connection &connection)
{
    const QString exists = connection.dialect().isPostgres()
        ? u"SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'ghar_desk' AND c.relname = 'meta'"_s
        : u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'desk_meta'"_s;
    const Result<Value> count = connection.scalar({exists, {}});
    if (!count)
        return count.error();
    if (count->text() == "0"_L1)
        return 0;
    const Result<QString> version = readMeta(connection, u"schema_version"_s);
    if (!version)
        return version.error();
    // The first version did not write its number.
    return qMax(1, version->toInt());
}

} // namespace

Result<JournalRoom> journalRoom(Connection &connection)
{
    if (!connection.dialect().isPostgres()) {
        const Result<int> version = presentVersion(connection);
        if (!version)
            return version.error();
        if (*version == currentSchemaVersion)
            return JournalRoom::There;
        return QFileInfo(connection.profile().file).isWritable() ? JournalRoom::CanBeMade : JournalRoom::NoRights;
    }
    const Result<std::optional<Row>> row = connection.firstRow({roomSql, {}});
    if (!row)
        return row.error();
    const bool isUsable = isTrue((*row)->at(0));
    const bool isThere = isTrue((*row)->at(1));
    const bool mayMake = isTrue((*row)->at(2)) && !isTrue((*row)->at(3));
    if (isUsable)
        return JournalRoom::There;
    return !isThere && mayMake ? JournalRoom::CanBeMade : JournalRoom::NoRights;
}

QStringList deskTableStatements(const Dialect &dialect)
{
    QStringList statements;
    if (dialect.isPostgres())
        statements.append(u"CREATE SCHEMA IF NOT EXISTS ghar_desk"_s);
    statements.append(u"CREATE TABLE "_s + deskTable(dialect, u"meta"_s)
                      + u" (key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s);
    return statements;
}

QStringList journalStatements(const Dialect &dialect)
{
    QStringList statements = deskTableStatements(dialect);
    for (const Migration &step : migrations())
        statements += dialect.isPostgres() ? step.postgres : step.sqlite;
    return statements;
}

QStringList journalObjects(const Dialect &dialect)
{
    static const QRegularExpression made(u"^CREATE (SCHEMA|TABLE|FUNCTION) (?:IF NOT EXISTS )?([\\w.]+)"_s);
    QStringList names;
    for (const QString &statement : journalStatements(dialect)) {
        if (const QRegularExpressionMatch match = made.match(statement); match.hasMatch())
            names.append(match.captured(2));
    }
    return names;
}

Result<void> createJournal(Connection &connection, const QDateTime &now)
{
    Transaction transaction(connection);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun;
    const Result<int> version = presentVersion(connection);
    if (!version)
        return version.error();
    if (*version >= currentSchemaVersion)
        return refuseNewerSchema(connection, *version);
    if (*version == 0) {
        for (const QString &statement : deskTableStatements(connection.dialect())) {
            if (const Result<void> done = connection.run(statement); !done)
                return done;
        }
        if (const Result<void> done = writeMeta(connection, u"created_at"_s, instantText(now)); !done)
            return done;
    }
    for (const Migration &step : migrations()) {
        if (step.version <= *version)
            continue;
        if (const Result<void> done = applyMigration(connection, step); !done)
            return done;
    }
    if (const Result<void> closed = closeJournal(connection); !closed)
        return closed;
    return transaction.commit();
}

Result<void> closeJournal(Connection &connection)
{
    if (!connection.dialect().isPostgres())
        return {};
    const Result<QList<Row>> granted = connection.rows({grantedSql, {}});
    if (!granted)
        return granted.error();
    for (const Row &row : *granted) {
        const Result<void> done =
            connection.run(u"REVOKE UPDATE, DELETE, TRUNCATE ON ghar_desk.journal FROM "_s + row.first().text());
        if (!done)
            return done;
    }
    return {};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connection.h"
#include "database/deskmeta.h"
#include "database/introspection.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

// Aggregates come as JSON text: one form for lists of names whatever they contain.
QStringList namesOf(const Value &json)
{
    QStringList names;
    QString name;
    bool inside = false;
    const QString &text = json.text();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"') {
            if (inside)
                names.append(std::exchange(name, {}));
            inside = !inside;
        } else if (inside && c == u'\\' && i + 1 < text.size()) {
            name += text.at(++i);
        } else if (inside) {
            name += c;
        }
    }
    return names;
}

DeleteRule deleteRuleOf(const QString &code)
{
    if (code == "c"_L1)
        return DeleteRule::Cascade;
    if (code == "n"_L1)
        return DeleteRule::SetNull;
    return DeleteRule::NoAction;
}

const auto tablesSql = uR"sql(
    SELECT c.oid, c.relname, c.relkind IN ('v', 'm'), has_table_privilege(c.oid, 'SELECT')
             OR has_any_column_privilege(c.oid, 'SELECT'), c.reltuples::bigint
    FROM pg_class AS c
    WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema()))
      AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
)sql"_s;

const auto columnsSql = uR"sql(
    SELECT c.oid, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, a.attgenerated <> ''
    FROM pg_attribute AS a
    JOIN pg_class AS c ON c.oid = a.attrelid
    WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema()))
      AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
      AND (has_table_privilege(c.oid, 'SELECT') OR has_column_privilege(c.oid, a.attnum, 'SELECT')
           OR NOT has_any_column_privilege(c.oid, 'SELECT'))
    ORDER BY c.oid, a.attnum
)sql"_s;

const auto constraintsSql = uR"sql(
    SELECT k.conrelid, k.contype,
           (SELECT json_agg(a.attname ORDER BY n.position) FROM unnest(k.conkey) WITH ORDINALITY AS n(number, position)
            JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = n.number),
           t.relname,
           (SELECT json_agg(a.attname ORDER BY n.position) FROM unnest(k.confkey) WITH ORDINALITY AS n(number, position)
            JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = n.number),
           k.confdeltype, k.conname
    FROM pg_constraint AS k
    LEFT JOIN pg_class AS t ON t.oid = k.confrelid
    WHERE k.connamespace = to_regnamespace(quote_ident(current_schema())) AND k.contype IN ('p', 'f', 'c')
    ORDER BY k.conrelid, k.conname
)sql"_s;

const auto indexesSql = uR"sql(
    SELECT i.indrelid, c.relname, i.indisunique, i.indpred IS NOT NULL,
           (SELECT json_agg(coalesce(a.attname, '') ORDER BY n.position)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS n(number, position)
            LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = n.number AND n.number > 0)
    FROM pg_index AS i
    JOIN pg_class AS c ON c.oid = i.indexrelid
    JOIN pg_am AS m ON m.oid = c.relam
    WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND m.amname = 'btree' AND i.indisvalid
    ORDER BY i.indrelid, c.relname
)sql"_s;

const auto triggersSql = uR"sql(
    SELECT t.tgrelid, t.tgname FROM pg_trigger AS t
    WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') ORDER BY t.tgrelid, t.tgname
)sql"_s;

const auto enumsSql = uR"sql(
    SELECT format_type(e.enumtypid, NULL), e.enumlabel FROM pg_enum AS e ORDER BY e.enumtypid, e.enumsortorder
)sql"_s;

} // namespace

Result<FoundDatabase> readPostgresTables(Connection &connection)
{
    FoundDatabase found;
    const Result<std::optional<Row>> server = connection.firstRow(
        {u"SELECT current_setting('server_version'), to_regtype('geography') IS NOT NULL, "
         "to_regtype('vector') IS NOT NULL, EXISTS (SELECT 1 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
         "c.relnamespace WHERE n.nspname = 'ghar_desk' AND c.relname = 'meta' AND has_schema_privilege(n.oid, 'USAGE') "
         "AND has_table_privilege(c.oid, 'SELECT'))"_s,
         {}});
    if (!server)
        return server.error();
    const Row &facts = **server;
    found.server = u"PostgreSQL "_s + facts.at(0).text().section(u' ', 0, 0);
    found.hasPostgis = facts.at(1).text() == u"t"_s;
    found.hasVector = facts.at(2).text() == u"t"_s;
    const bool hasMeta = facts.at(3).text() == u"t"_s;

    QHash<QString, qsizetype> byOid;
    Result<void> done = connection.forEach({tablesSql, {}}, [&](const Row &row) {
        FoundTable table;
        table.name = row.at(1).text();
        table.isView = row.at(2).text() == u"t"_s;
        table.readable = row.at(3).text() == u"t"_s;
        table.estimatedRows = row.at(4).text().toLongLong(); // -1 = never analysed
        if (!table.isView)
            table.rowIdColumn = u"ctid"_s;
        byOid.insert(row.at(0).text(), found.tables.size());
        found.tables.append(table);
        return true;
    });
    const auto tableOf = [&](const Row &row) -> FoundTable * {
        const auto it = byOid.constFind(row.at(0).text());
        return it == byOid.cend() ? nullptr : &found.tables[*it];
    };
    if (done) {
        done = connection.forEach({columnsSql, {}}, [&](const Row &row) {
            if (FoundTable *table = tableOf(row))
                table->columns.append(
                    {row.at(1).text(), row.at(2).text(), row.at(3).text() == u"t"_s, row.at(4).text() == u"t"_s});
            return true;
        });
    }
    if (done) {
        done = connection.forEach({constraintsSql, {}}, [&](const Row &row) {
            FoundTable *table = tableOf(row);
            if (!table)
                return true;
            if (row.at(1).text() == u"p"_s)
                table->primaryKey = namesOf(row.at(2));
            else if (row.at(1).text() == u"c"_s)
                table->checks.append(row.at(6).text());
            else
                table->foreignKeys.append(
                    {namesOf(row.at(2)), row.at(3).text(), namesOf(row.at(4)), deleteRuleOf(row.at(5).text())});
            return true;
        });
    }
    if (done) {
        done = connection.forEach({indexesSql, {}}, [&](const Row &row) {
            if (FoundTable *table = tableOf(row))
                table->indexes.append(
                    {row.at(1).text(), namesOf(row.at(4)), row.at(2).text() == u"t"_s, row.at(3).text() == u"t"_s});
            return true;
        });
    }
    if (done) {
        done = connection.forEach({triggersSql, {}}, [&](const Row &row) {
            if (FoundTable *table = tableOf(row))
                table->triggers.append(row.at(1).text());
            return true;
        });
    }
    if (done) {
        done = connection.forEach({enumsSql, {}}, [&](const Row &row) {
            found.enums[row.at(0).text()].append(row.at(1).text());
            return true;
        });
    }
    if (!done)
        return done.error();
    if (hasMeta) {
        const Result<QString> number = readMeta(connection, u"schema_version"_s);
        if (!number)
            return number.error();
        found.deskVersion = number->toInt();
        const Result<QString> demoDay = readMeta(connection, u"demo_today"_s);
        if (!demoDay)
            return demoDay.error();
        found.isDemo = !demoDay->isEmpty();
    }
    return found;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connection.h"
#include "database/deskmeta.h"
#include "database/introspection.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

DeleteRule deleteRuleOf(const QString &text)
{
    if (text == "CASCADE"_L1)
        return DeleteRule::Cascade;
    if (text == "SET NULL"_L1)
        return DeleteRule::SetNull;
    return DeleteRule::NoAction;
}

Result<void> readColumns(Connection &connection, QHash<QString, FoundTable> &tables)
{
    // pk is the 1-based position inside the primary key; hidden 1 marks a virtual table's own columns.
    QHash<QString, QMap<int, QString>> keys;
    Result<void> done = connection.forEach(
        {u"SELECT l.name, c.name, c.type, c.\"notnull\", c.pk, c.hidden FROM pragma_table_list AS l, "
         "pragma_table_xinfo(l.name) AS c WHERE l.schema = 'main' AND l.type IN ('table', 'view') ORDER BY l.name, c.cid"_s,
         {}},
        [&](const Row &row) {
            const auto table = tables.find(row.at(0).text());
            if (table == tables.end() || row.at(5).text() == u"1"_s)
                return true;
            const int keyPosition = row.at(4).text().toInt();
            table->columns.append({row.at(1).text(), row.at(2).text(), row.at(3).text() == u"0"_s && keyPosition == 0,
                                   row.at(5).text() != u"0"_s});
            if (keyPosition > 0)
                keys[table->name].insert(keyPosition, row.at(1).text());
            return true;
        });
    if (!done)
        return done;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        tables[it.key()].primaryKey = it.value().values();
    return {};
}

Result<void> readForeignKeys(Connection &connection, QHash<QString, FoundTable> &tables)
{
    QHash<QString, int> lastId;
    return connection.forEach(
        {u"SELECT l.name, f.id, f.\"table\", f.\"from\", f.\"to\", f.on_delete FROM pragma_table_list AS l, "
         "pragma_foreign_key_list(l.name) AS f WHERE l.schema = 'main' AND l.type = 'table' ORDER BY l.name, f.id, f.seq"_s,
         {}},
        [&](const Row &row) {
            const auto table = tables.find(row.at(0).text());
            if (table == tables.end())
                return true;
            const int id = row.at(1).text().toInt();
            if (table->foreignKeys.isEmpty() || lastId.value(table->name, -1) != id)
                table->foreignKeys.append({{}, row.at(2).text(), {}, deleteRuleOf(row.at(5).text())});
            lastId.insert(table->name, id);
            ForeignKey &key = table->foreignKeys.last();
            key.columns.append(row.at(3).text());
            // SQLite leaves the target column empty when the key points to the primary key.
            const QStringList primary = tables.value(key.refTable).primaryKey;
            key.refColumns.append(row.at(4).isNull() ? primary.value(key.refColumns.size()) : row.at(4).text());
            return true;
        });
}

Result<void> readIndexes(Connection &connection, QHash<QString, FoundTable> &tables)
{
    return connection.forEach(
        {u"SELECT l.name, i.name, i.\"unique\", i.partial, x.name FROM pragma_table_list AS l, "
         "pragma_index_list(l.name) AS i, pragma_index_info(i.name) AS x WHERE l.schema = 'main' AND l.type = 'table' "
         "ORDER BY l.name, i.name, x.seqno"_s,
         {}},
        [&](const Row &row) {
            const auto table = tables.find(row.at(0).text());
            if (table == tables.end())
                return true;
            if (table->indexes.isEmpty() || table->indexes.last().name != row.at(1).text())
                table->indexes.append({row.at(1).text(), {}, row.at(2).text() == u"1"_s, row.at(3).text() == u"1"_s});
            table->indexes.last().columns.append(row.at(4).text());
            return true;
        });
}

Result<void> readRules(Connection &connection, QHash<QString, FoundTable> &tables)
{
    // SQLite has no list of constraints: their names stand in the statement that made the table only.
    static const QRegularExpression check(u"\\bCONSTRAINT\\s+\"?(\\w+)\"?\\s+CHECK\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return connection.forEach(
        {u"SELECT tbl_name, type, name, sql FROM sqlite_master WHERE type IN ('table', 'trigger') ORDER BY name"_s, {}},
        [&](const Row &row) {
            const auto table = tables.find(row.at(0).text());
            if (table == tables.end())
                return true;
            if (row.at(1).text() == u"trigger"_s)
                table->triggers.append(row.at(2).text());
            for (auto found = check.globalMatch(row.at(1).text() == u"table"_s ? row.at(3).text() : QString());
                 found.hasNext();)
                table->checks.append(found.next().captured(1));
            return true;
        });
}

Result<void> readEstimates(Connection &connection, QHash<QString, FoundTable> &tables)
{
    // The greatest rowid costs one step down the tree; it is never too small by much and exact on request.
    for (FoundTable &table : tables) {
        if (table.isView)
            continue;
        if (table.rowIdColumn.isEmpty())
            continue;
        const Result<Value> last = connection.scalar({u"SELECT max(rowid) FROM "_s + Dialect::quote(table.name), {}});
        if (!last)
            return last.error();
        table.estimatedRows = last->text().toLongLong();
    }
    return {};
}

} // namespace

Result<FoundDatabase> readSqliteTables(Connection &connection)
{
    FoundDatabase found;
    const Result<Value> version = connection.scalar({u"SELECT sqlite_version()"_s, {}});
    if (!version)
        return version.error();
    found.server = u"SQLite "_s + version->text();

    QHash<QString, FoundTable> tables;
    bool hasMeta = false;
    Result<void> done = connection.forEach(
        // Virtual tables and their shadows are indexes of ours, not tables of the platform.
        {u"SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s,
         {}},
        [&](const Row &row) {
            FoundTable table;
            table.name = row.at(0).text();
            table.isView = row.at(1).text() == u"view"_s;
            if (table.name.startsWith("desk_"_L1)) {
                hasMeta = hasMeta || table.name == "desk_meta"_L1;
                return true;
            }
            if (!table.isView && row.at(2).text() == u"0"_s)
                table.rowIdColumn = u"rowid"_s;
            tables.insert(table.name, table);
            return true;
        });
    if (!done)
        return done.error();
    using Step = Result<void> (*)(Connection &, QHash<QString, FoundTable> &);
    for (const Step step :
         {Step(&readColumns), Step(&readForeignKeys), Step(&readIndexes), Step(&readRules), Step(&readEstimates)}) {
        if (const Result<void> ready = step(connection, tables); !ready)
            return ready.error();
    }
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
    QStringList names = tables.keys();
    names.sort();
    for (const QString &name : std::as_const(names))
        found.tables.append(tables.value(name));
    return found;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/introspection.h"

#include "database/connection.h"
#include "database/migration.h"
#include "database/transaction.h"

using namespace Qt::StringLiterals;

namespace Ghar {

ColumnType columnTypeOf(const QString &serverType, bool isEnum)
{
    if (isEnum)
        return ColumnType::Enum;
    const QString type = serverType.toLower();
    const auto starts = [&type](QLatin1StringView prefix) { return type.startsWith(prefix); };
    if (type == "real[]"_L1) // what embeddings are where the server has no vector type
        return ColumnType::Vector;
    if (type.endsWith("[]"_L1))
        return ColumnType::Text;
    if (starts("smallint"_L1) || starts("int"_L1) || starts("bigint"_L1) || starts("serial"_L1)
        || starts("bigserial"_L1))
        return starts("interval"_L1) ? ColumnType::Text : ColumnType::Integer;
    if (starts("bool"_L1))
        return ColumnType::Boolean;
    if (starts("numeric"_L1) || starts("decimal"_L1))
        return ColumnType::Numeric;
    if (starts("real"_L1) || starts("double"_L1) || starts("float"_L1))
        return ColumnType::Float;
    if (starts("timestamp"_L1) || starts("datetime"_L1))
        return ColumnType::DateTime;
    if (type == "date"_L1)
        return ColumnType::Date;
    if (starts("json"_L1))
        return ColumnType::Json;
    if (starts("uuid"_L1))
        return ColumnType::Uuid;
    if (starts("geography"_L1) || starts("geometry"_L1))
        return ColumnType::GeographyPoint;
    if (starts("tsvector"_L1))
        return ColumnType::TextSearchVector;
    if (starts("vector"_L1))
        return ColumnType::Vector;
    if (starts("character varying"_L1) || starts("varchar"_L1))
        return ColumnType::String;
    return ColumnType::Text;
}

namespace {

/// Whether values of the type found can be treated as what the catalogue says. Text may stand for an enum and single
/// precision for money; a boolean for an integer may not.
bool isCompatible(ColumnType known, ColumnType found)
{
    const auto family = [](ColumnType type) {
        switch (type) {
        case ColumnType::Integer:
        case ColumnType::Numeric:
        case ColumnType::Float:
            return 0;
        case ColumnType::Boolean:
            return 1;
        case ColumnType::Date:
        case ColumnType::DateTime:
            return 2;
        case ColumnType::Vector:
            return 3;
        default:
            return 4;
        }
    };
    return family(known) == family(found);
}

int scaleOf(const QString &serverType)
{
    const qsizetype comma = serverType.indexOf(u',');
    return comma < 0 ? 2 : serverType.mid(comma + 1).chopped(1).toInt();
}

Table mergedTable(const FoundTable &found, const Table *known, bool isPostgres,
                  const QHash<QString, QStringList> &enums, LiveTable &live)
{
    Table table;
    if (known)
        table = *known;
    else {
        table.name = found.name;
        table.module = u"other"_s;
        table.label = found.name;
        table.labelOne = found.name;
        table.icon = u"table"_s;
    }
    table.columns.clear();

    QHash<QString, const FoundColumn *> byName;
    for (const FoundColumn &column : found.columns)
        byName.insert(column.name, &column);

    if (known) {
        for (const Column &column : known->columns) {
            const auto it = byName.constFind(column.name);
            if (it == byName.cend()) {
                if (!column.serverOnly || isPostgres)
                    live.missingColumns.append(column.name);
                continue;
            }
            Column merged = column;
            merged.length = column.lengthLimit();
            merged.serverType = (*it)->type;
            merged.length = merged.lengthLimit();
            merged.nullable = column.nullable && (*it)->nullable;
            if (!column.nullable && (*it)->nullable)
                live.looseColumns.append(column.name);
            if (isPostgres) {
                const ColumnType foundType = columnTypeOf((*it)->type, enums.contains((*it)->type));
                // Without pgvector embeddings are kept as arrays; the dialect knows both forms.
                const bool arrayForVector = column.type == ColumnType::Vector && (*it)->type.endsWith("[]"_L1);
                if (!arrayForVector && !isCompatible(column.type, foundType))
                    merged.type = foundType;
            }
            table.columns.append(merged);
            byName.remove(column.name);
        }
    }
    for (const FoundColumn &column : found.columns) {
        if (!byName.contains(column.name))
            continue;
        Column extra;
        extra.name = column.name;
        extra.label = column.name;
        extra.type = columnTypeOf(column.type, enums.contains(column.type));
        extra.serverType = column.type;
        extra.nullable = column.nullable;
        extra.length = extra.lengthLimit();
        if (extra.type == ColumnType::Numeric)
            extra.scale = scaleOf(column.type);
        if (extra.type == ColumnType::Enum)
            extra.enumStorage = EnumStorage::ServerType;
        table.columns.append(extra);
        if (known)
            live.extraColumns.append(column.name);
    }

    if (!found.primaryKey.isEmpty())
        table.primaryKey = found.primaryKey;
    else if (!known || !found.rowIdColumn.isEmpty())
        table.primaryKey.clear();
    if (table.primaryKey.isEmpty() && !found.rowIdColumn.isEmpty()) {
        Column hidden;
        hidden.name = found.rowIdColumn;
        hidden.label = found.rowIdColumn;
        hidden.type = isPostgres ? ColumnType::Text : ColumnType::Integer;
        hidden.serverType = isPostgres ? u"tid"_s : u"INTEGER"_s;
        hidden.nullable = false;
        table.columns.append(hidden);
        table.primaryKey = {found.rowIdColumn};
    }

    // The server's delete rules count, not the catalogue's (mismatches.md, section B).
    table.foreignKeys = found.foreignKeys;
    if (known) {
        for (const ForeignKey &key : known->foreignKeys) {
            const bool exists = std::any_of(found.foreignKeys.cbegin(), found.foreignKeys.cend(),
                                            [&key](const ForeignKey &other) { return other.columns == key.columns; });
            if (!exists && key.columns.size() == 1 && table.column(key.columns.first()))
                table.looseReferences.append({key.columns.first(), key.refTable, key.refColumns.value(0)});
        }
    }
    table.looseReferences.removeIf(
        [&table](const LooseReference &reference) { return !table.column(reference.column); });
    table.embeddedReferences.removeIf(
        [&table](const EmbeddedReference &reference) { return !table.column(reference.column); });
    table.defaultColumns.removeIf([&table](const QString &name) { return !table.column(name); });
    table.defaultOrder.removeIf([&table](const SortColumn &sort) { return !table.column(sort.column); });
    if (table.defaultColumns.isEmpty()) {
        for (const Column &column : std::as_const(table.columns)) {
            if (table.defaultColumns.size() < 12)
                table.defaultColumns.append(column.name);
        }
    }
    return table;
}

} // namespace

LiveSchemaPtr mergeWithCatalogue(const FoundDatabase &found, const SchemaPtr &catalogue)
{
    auto live = std::make_shared<LiveSchema>();
    live->catalogue = catalogue;
    live->server = found.server;
    live->serverEnums = found.enums;
    live->deskVersion = found.deskVersion;
    live->isDemo = found.isDemo;
    live->hasPostgis = found.hasPostgis;
    live->hasVector = found.hasVector;

    QHash<QString, const FoundTable *> byName;
    for (const FoundTable &table : found.tables)
        byName.insert(table.name, &table);
    const bool isPostgres = found.server.startsWith("PostgreSQL"_L1);
    const auto add = [&](const FoundTable &table, const Table *known) {
        LiveTable merged;
        merged.inCatalogue = known != nullptr;
        merged.isView = table.isView;
        merged.readable = table.readable;
        merged.estimatedRows = table.estimatedRows;
        merged.indexes = table.indexes;
        merged.triggers = table.triggers;
        merged.checks = table.checks;
        merged.table = mergedTable(table, known, isPostgres, found.enums, merged);
        live->tables.append(merged);
    };
    for (const Table &known : catalogue->tables()) {
        if (const FoundTable *table = byName.value(known.name))
            add(*table, &known);
        else
            live->missingTables.append(known.name);
    }
    for (const FoundTable &table : found.tables) {
        if (!catalogue->table(table.name))
            add(table, nullptr);
    }
    return live;
}

Result<LiveSchemaPtr> introspect(Connection &connection, const SchemaPtr &catalogue)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(); !begun)
        return begun.error();
    const Result<FoundDatabase> found =
        connection.dialect().isPostgres() ? readPostgresTables(connection) : readSqliteTables(connection);
    if (!found)
        return found.error();
    if (const Result<void> done = snapshot.commit(); !done)
        return done.error();
    if (const Result<void> known = refuseNewerSchema(connection, found->deskVersion); !known)
        return known.error();
    return mergeWithCatalogue(*found, catalogue);
}

} // namespace Ghar

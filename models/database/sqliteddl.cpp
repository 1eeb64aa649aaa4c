// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/ddl.h"
#include "database/dialect.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

const auto nowText = u"strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now')"_s;

// Version 4, variant 1, in lower case, as the platform writes its text keys.
const auto uuidText = u"lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) "
                      "|| '-' || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || "
                      "hex(randomblob(6)))"_s;

QString q(const QString &name)
{
    return Dialect::quote(name);
}

QString typeOf(const Column &column)
{
    switch (column.type) {
    case ColumnType::Integer:
    case ColumnType::Boolean:
        return u"INTEGER"_s;
    case ColumnType::Numeric:
        return u"NUMERIC"_s;
    case ColumnType::Float:
        return u"REAL"_s;
    case ColumnType::Vector:
        return u"BLOB"_s;
    default:
        return u"TEXT"_s;
    }
}

QString defaultOf(const Column &column)
{
    const QJsonValue &value = column.serverDefault;
    if (value.isNull() || value.isUndefined())
        return {};
    const QString text = defaultText(value);
    if (text == "now"_L1 && (column.type == ColumnType::DateTime || column.type == ColumnType::Date))
        return column.type == ColumnType::Date ? u"(date('now'))"_s : u'(' + nowText + u')';
    if (text == "uuid"_L1)
        return u'(' + uuidText + u')';
    switch (column.type) {
    case ColumnType::Boolean:
        return text == "true"_L1 ? u"1"_s : u"0"_s;
    case ColumnType::Integer:
    case ColumnType::Numeric:
    case ColumnType::Float:
        return text;
    default:
        return Dialect::literal(text);
    }
}

QString checkOf(const Schema &schema, const Column &column)
{
    const QString name = q(column.name);
    if (column.type == ColumnType::Boolean)
        return name + u" IN (0, 1)"_s;
    if (column.type == ColumnType::Json || column.type == ColumnType::StringArray) {
        // Before version 3.45 json_valid(NULL) is 0, not NULL.
        const QString valid = u"json_valid("_s + name + u')';
        return column.nullable ? name + u" IS NULL OR "_s + valid : valid;
    }
    if (column.type == ColumnType::Enum && column.enumStorage == EnumStorage::ServerType) {
        QStringList labels;
        for (const QString &label : schema.enumType(column.enumName)->labels)
            labels.append(Dialect::literal(label));
        return name + u" IN ("_s + labels.join(u", "_s) + u')';
    }
    if (column.type == ColumnType::String && column.length > 0)
        return u"length("_s + name + u") <= "_s + QString::number(column.length);
    return {};
}

QString columnSql(const Schema &schema, const Table &table, const Column &column)
{
    QString sql = q(column.name) + u' ' + typeOf(column);
    const bool isKey = table.primaryKey == QStringList{column.name};
    if (isKey && table.keyKind == KeyKind::Integer && table.keyGeneration != KeyGeneration::None)
        // AUTOINCREMENT as on the server: a number is never given twice, so old references stay unambiguous.
        return sql + u" PRIMARY KEY AUTOINCREMENT"_s;
    if (isKey)
        sql += u" PRIMARY KEY"_s;
    if (!column.nullable || isKey)
        sql += u" NOT NULL"_s;
    if (const QString value = defaultOf(column); !value.isEmpty())
        sql += u" DEFAULT "_s + value;
    if (const QString check = checkOf(schema, column); !check.isEmpty())
        sql += u" CHECK ("_s + check + u')';
    return sql;
}

QString deleteRule(DeleteRule rule)
{
    switch (rule) {
    case DeleteRule::Cascade:
        return u" ON DELETE CASCADE"_s;
    case DeleteRule::SetNull:
        return u" ON DELETE SET NULL"_s;
    case DeleteRule::NoAction:
        break;
    }
    return {};
}

QString tableSql(const Schema &schema, const Table &table)
{
    QStringList parts;
    for (const Column &column : table.columns) {
        if (!column.serverOnly)
            parts.append(columnSql(schema, table, column));
    }
    if (table.primaryKey.size() > 1)
        parts.append(u"PRIMARY KEY ("_s + Dialect::quoteAll(table.primaryKey) + u')');
    for (const Check &check : table.checks)
        parts.append(u"CONSTRAINT "_s + q(check.name) + u" CHECK ("_s + check.expression + u')');
    for (const ForeignKey &key : table.foreignKeys) {
        if (schema.table(key.refTable)) // accounts of the identity service are not in this database
            parts.append(u"FOREIGN KEY ("_s + Dialect::quoteAll(key.columns) + u") REFERENCES "_s + q(key.refTable)
                         + u" ("_s + Dialect::quoteAll(key.refColumns) + u')' + deleteRule(key.onDelete));
    }
    return u"CREATE TABLE "_s + q(table.name) + u" (\n    "_s + parts.join(u",\n    "_s) + u"\n)"_s;
}

bool fitsSqlite(const Table &table, const Index &index)
{
    if (!index.method.isEmpty() && index.method != "btree"_L1)
        return false;
    return std::none_of(index.columns.cbegin(), index.columns.cend(), [&table](const QString &name) {
        const Column *column = table.column(name);
        return !column || column->serverOnly;
    });
}

void addIndexes(const Table &table, QStringList &statements)
{
    for (const UniqueKey &key : table.uniqueKeys)
        statements.append(u"CREATE UNIQUE INDEX "_s + q(key.name) + u" ON "_s + q(table.name) + u" ("_s
                          + Dialect::quoteAll(key.columns) + u')'
                          + (key.where.isEmpty() ? QString() : u" WHERE "_s + key.where));
    for (const Index &index : table.indexes) {
        if (!fitsSqlite(table, index))
            continue;
        QStringList columns;
        for (const QString &column : index.columns)
            columns.append(q(column) + (index.descending.contains(column) ? u" DESC"_s : QString()));
        statements.append(u"CREATE INDEX "_s + q(index.name) + u" ON "_s + q(table.name) + u" ("_s
                          + columns.join(u", "_s) + u')'
                          + (index.where.isEmpty() ? QString() : u" WHERE "_s + index.where));
    }
    for (const QString &column : unindexedForeignKeyColumns(table))
        statements.append(u"CREATE INDEX "_s + q(u"fk_"_s + table.name + u'_' + column) + u" ON "_s + q(table.name)
                          + u" ("_s + q(column) + u')');
}

struct NamedTrigger
{
    QString table;
    QString name;
    QString sql;
};

QList<NamedTrigger> triggersOf(const Schema &schema)
{
    QList<NamedTrigger> triggers;
    for (const Table &table : schema.tables()) {
        for (const Column &column : table.columns) {
            if (!column.setOnUpdate)
                continue;
            // Columns that other triggers fill are left out, else an insert would count as an update.
            QStringList watched;
            for (const Column &other : table.columns) {
                const bool filled =
                    table.name == "properties"_L1 && (other.name == "owner_name"_L1 || other.name == "location"_L1);
                if (!filled && !other.serverOnly)
                    watched.append(q(other.name));
            }
            const QString name = u"update_"_s + table.name + u'_' + column.name;
            triggers.append({table.name, name,
                             u"CREATE TRIGGER "_s + q(name) + u" AFTER UPDATE OF "_s + watched.join(u", "_s) + u" ON "_s
                                 + q(table.name) + u" WHEN NEW."_s + q(column.name) + u" IS NOT "_s + nowText
                                 + u" BEGIN UPDATE "_s + q(table.name) + u" SET "_s + q(column.name) + u" = "_s
                                 + nowText + u" WHERE rowid = NEW.rowid; END"_s});
        }
    }
    const auto add = [&triggers](const QString &name, const QString &rest) {
        static const QRegularExpression target(u" ON (\\w+) "_s);
        triggers.append({target.match(rest).captured(1), name, u"CREATE TRIGGER "_s + q(name) + u' ' + rest});
    };
    // Copies of the owner's name (catalogue: trg_users_sync_owner_name, trg_properties_set_owner_name).
    add(u"users_sync_owner_name"_s,
        u"AFTER UPDATE OF full_name ON users WHEN NEW.full_name IS NOT OLD.full_name BEGIN "
        "UPDATE properties SET owner_name = NEW.full_name WHERE owner_id = NEW.id; END"_s);
    const auto ownerName = u"BEGIN UPDATE properties SET owner_name = (SELECT full_name FROM users WHERE id = "
                           "NEW.owner_id) WHERE id = NEW.id; END"_s;
    add(u"properties_insert_owner_name"_s, u"AFTER INSERT ON properties "_s + ownerName);
    add(u"properties_update_owner_name"_s, u"AFTER UPDATE OF owner_id ON properties "_s + ownerName);
    // The point follows the coordinates only while there is none (catalogue: properties_set_location_trigger).
    const auto location =
        u"WHEN NEW.location IS NULL AND NEW.latitude IS NOT NULL AND NEW.longitude IS NOT NULL BEGIN UPDATE properties "
        "SET location = printf('SRID=4326;POINT(%!.15g %!.15g)', NEW.longitude, NEW.latitude) WHERE id = NEW.id; END"_s;
    add(u"properties_insert_location"_s, u"AFTER INSERT ON properties "_s + location);
    add(u"properties_update_location"_s, u"AFTER UPDATE OF latitude, longitude ON properties "_s + location);
    // Full text over listings (catalogue: ts_vector_update).
    const auto addText = u"INSERT INTO properties_search (rowid, title, description, full_address, city, locality, "
                         "search_keywords) VALUES (NEW.id, NEW.title, NEW.description, NEW.full_address, NEW.city, "
                         "NEW.locality, NEW.search_keywords);"_s;
    const auto removeText =
        u"INSERT INTO properties_search (properties_search, rowid, title, description, full_address, "
        "city, locality, search_keywords) VALUES ('delete', OLD.id, OLD.title, OLD.description, "
        "OLD.full_address, OLD.city, OLD.locality, OLD.search_keywords);"_s;
    add(u"properties_insert_search"_s, u"AFTER INSERT ON properties BEGIN "_s + addText + u" END"_s);
    add(u"properties_delete_search"_s, u"AFTER DELETE ON properties BEGIN "_s + removeText + u" END"_s);
    add(u"properties_update_search"_s,
        u"AFTER UPDATE OF title, description, full_address, city, locality, search_keywords ON properties BEGIN "_s
            + removeText + u' ' + addText + u" END"_s);
    // The R*Tree mirrors the text of the point.
    const auto addPoint =
        u"INSERT INTO properties_location (id, min_lon, max_lon, min_lat, max_lat) SELECT id, lon, lon, lat, lat FROM "
        "(SELECT NEW.id AS id, CAST(substr(NEW.location, instr(NEW.location, '(') + 1) AS REAL) AS lon, "
        "CAST(substr(NEW.location, instr(NEW.location, ' ') + 1) AS REAL) AS lat) "
        "WHERE NEW.location LIKE 'SRID=4326;POINT(%';"_s;
    add(u"properties_insert_point"_s, u"AFTER INSERT ON properties BEGIN "_s + addPoint + u" END"_s);
    add(u"properties_update_point"_s,
        u"AFTER UPDATE OF location ON properties BEGIN DELETE FROM properties_location WHERE id = OLD.id; "_s + addPoint
            + u" END"_s);
    add(u"properties_delete_point"_s,
        u"AFTER DELETE ON properties BEGIN DELETE FROM properties_location WHERE id = OLD.id; END"_s);
    // A message moves its conversation to the top of the list.
    const auto touch = u"SET last_message_preview = substr(coalesce(NEW.body, ''), 1, 200), last_message_at = "
                       "NEW.created_at WHERE id = NEW.conversation_id; END"_s;
    add(u"user_messages_touch"_s, u"AFTER INSERT ON user_messages BEGIN UPDATE user_conversations "_s + touch);
    add(u"messages_touch"_s, u"AFTER INSERT ON messages BEGIN UPDATE conversations "_s + touch);
    return triggers;
}

} // namespace

Ddl sqliteDdl(const Schema &schema)
{
    Ddl ddl;
    for (const Table &table : schema.tables())
        ddl.tables.append(tableSql(schema, table));
    for (const Table &table : schema.tables())
        addIndexes(table, ddl.tables);
    ddl.tables.append(u"CREATE VIRTUAL TABLE properties_search USING fts5(title, description, full_address, city, "
                      "locality, search_keywords, content = 'properties', content_rowid = 'id', "
                      "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"_s);
    ddl.tables.append(
        u"CREATE VIRTUAL TABLE properties_location USING rtree(id, min_lon, max_lon, min_lat, max_lat)"_s);
    for (const NamedTrigger &trigger : triggersOf(schema)) {
        ddl.triggers.append({trigger.table, trigger.name});
        ddl.resumeTriggers.append(trigger.sql);
        ddl.pauseTriggers.append(u"DROP TRIGGER IF EXISTS "_s + q(trigger.name));
    }
    ddl.refresh = {
        u"INSERT INTO properties_search (properties_search) VALUES ('rebuild')"_s,
        u"DELETE FROM properties_location"_s,
        u"INSERT INTO properties_location (id, min_lon, max_lon, min_lat, max_lat) SELECT id, lon, lon, lat, lat FROM "
        "(SELECT id, CAST(substr(location, instr(location, '(') + 1) AS REAL) AS lon, "
        "CAST(substr(location, instr(location, ' ') + 1) AS REAL) AS lat FROM properties "
        "WHERE location LIKE 'SRID=4326;POINT(%')"_s,
        u"ANALYZE"_s,
    };
    return ddl;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/ddl.h"
#include "database/dialect.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QString q(const QString &name)
{
    return Dialect::quote(name);
}

class Writer
{
public:
    Writer(const Schema &schema, ServerFeatures features) : m_schema(schema), m_features(features) { }

    Ddl write() const
    {
        Ddl ddl;
        for (const EnumType &type : m_schema.enums()) {
            if (type.storage != EnumStorage::ServerType)
                continue;
            QStringList labels;
            for (const QString &label : type.labels)
                labels.append(Dialect::literal(label));
            ddl.tables.append(u"CREATE TYPE "_s + q(type.serverType) + u" AS ENUM ("_s + labels.join(u", "_s) + u')');
        }
        for (const Table &table : m_schema.tables())
            ddl.tables.append(tableSql(table));
        // Keys after all tables: some of them form cycles.
        for (const Table &table : m_schema.tables())
            addForeignKeys(table, ddl.tables);
        for (const Table &table : m_schema.tables())
            addIndexes(table, ddl.tables);
        addTriggers(ddl);
        ddl.refresh.append(u"ANALYZE"_s);
        return ddl;
    }

private:
    QString typeOf(const Column &column) const
    {
        switch (column.type) {
        case ColumnType::Integer:
            return u"bigint"_s;
        case ColumnType::Boolean:
            return u"boolean"_s;
        case ColumnType::String:
            return column.lengthLimit() > 0 ? u"character varying("_s + QString::number(column.lengthLimit()) + u')'
                                            : u"character varying"_s;
        case ColumnType::Text:
            return u"text"_s;
        case ColumnType::Numeric:
            return u"numeric("_s + QString::number(column.precision) + u',' + QString::number(column.scale) + u')';
        case ColumnType::Float:
            return u"double precision"_s;
        case ColumnType::Date:
            return u"date"_s;
        case ColumnType::DateTime:
            return u"timestamp with time zone"_s;
        case ColumnType::Json:
        case ColumnType::StringArray:
            return u"jsonb"_s;
        case ColumnType::Enum:
            return q(m_schema.enumType(column.enumName)->serverType);
        case ColumnType::GeographyPoint:
            return m_features.postgis ? u"geography(Point,4326)"_s : u"text"_s;
        case ColumnType::TextSearchVector:
            return u"tsvector"_s;
        case ColumnType::Uuid:
            return u"uuid"_s;
        case ColumnType::Vector:
            return m_features.vector ? column.serverType : u"real[]"_s;
        }
        Q_UNREACHABLE();
    }

    QString defaultOf(const Column &column) const
    {
        const QJsonValue &value = column.serverDefault;
        if (value.isNull() || value.isUndefined())
            return {};
        const QString text = defaultText(value);
        if (text == "now"_L1 && column.type == ColumnType::DateTime)
            return u"now()"_s;
        if (text == "now"_L1 && column.type == ColumnType::Date)
            return u"current_date"_s;
        if (text == "uuid"_L1)
            return column.type == ColumnType::Uuid ? u"gen_random_uuid()"_s : u"gen_random_uuid()::text"_s;
        switch (column.type) {
        case ColumnType::Boolean:
        case ColumnType::Integer:
        case ColumnType::Numeric:
        case ColumnType::Float:
            return text;
        default:
            return Dialect::literal(text) + u"::"_s + typeOf(column);
        }
    }

    QString columnSql(const Table &table, const Column &column) const
    {
        const bool isKey = table.primaryKey == QStringList{column.name};
        QString sql = q(column.name) + u' ';
        if (isKey && table.keyGeneration == KeyGeneration::Sequence && table.keyKind == KeyKind::Integer)
            return sql + u"bigserial PRIMARY KEY"_s;
        if (isKey && table.keyGeneration == KeyGeneration::IdentityAlways)
            return sql + u"bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"_s;
        sql += typeOf(column);
        if (isKey)
            sql += u" PRIMARY KEY"_s;
        else if (!column.nullable)
            sql += u" NOT NULL"_s;
        if (const QString value = defaultOf(column); !value.isEmpty())
            sql += u" DEFAULT "_s + value;
        return sql;
    }

    QString tableSql(const Table &table) const
    {
        QStringList parts;
        for (const Column &column : table.columns)
            parts.append(columnSql(table, column));
        if (table.primaryKey.size() > 1)
            parts.append(u"PRIMARY KEY ("_s + Dialect::quoteAll(table.primaryKey) + u')');
        for (const Check &check : table.checks) {
            if (!check.advised)
                parts.append(u"CONSTRAINT "_s + q(check.name) + u" CHECK ("_s + check.expression + u')');
        }
        return u"CREATE TABLE "_s + q(table.name) + u" (\n    "_s + parts.join(u",\n    "_s) + u"\n)"_s;
    }

    void addForeignKeys(const Table &table, QStringList &statements) const
    {
        for (const ForeignKey &key : table.foreignKeys) {
            if (!m_schema.table(key.refTable))
                continue; // accounts of the identity service are not in this database
            QString sql = u"ALTER TABLE "_s + q(table.name) + u" ADD CONSTRAINT "_s
                + q(table.name + u'_' + key.columns.join(u'_') + u"_fkey"_s) + u" FOREIGN KEY ("_s
                + Dialect::quoteAll(key.columns) + u") REFERENCES "_s + q(key.refTable) + u" ("_s
                + Dialect::quoteAll(key.refColumns) + u')';
            if (key.onDelete == DeleteRule::Cascade)
                sql += u" ON DELETE CASCADE"_s;
            else if (key.onDelete == DeleteRule::SetNull)
                sql += u" ON DELETE SET NULL"_s;
            statements.append(sql);
        }
    }

    void addIndexes(const Table &table, QStringList &statements) const
    {
        for (const UniqueKey &key : table.uniqueKeys)
            statements.append(u"CREATE UNIQUE INDEX "_s + q(key.name) + u" ON "_s + q(table.name) + u" ("_s
                              + Dialect::quoteAll(key.columns) + u')'
                              + (key.where.isEmpty() ? QString() : u" WHERE "_s + key.where));
        for (const Index &index : table.indexes) {
            if ((index.method == "gist"_L1 && !m_features.postgis) || (index.method == "hnsw"_L1 && !m_features.vector))
                continue;
            QStringList columns;
            for (const QString &column : index.columns)
                columns.append(q(column) + (index.descending.contains(column) ? u" DESC"_s : QString())
                               + (index.method == "hnsw"_L1 ? u" vector_cosine_ops"_s : QString()));
            statements.append(u"CREATE INDEX "_s + q(index.name) + u" ON "_s + q(table.name) + u" USING "_s
                              + (index.method.isEmpty() ? u"btree"_s : index.method) + u" ("_s + columns.join(u", "_s)
                              + u')' + (index.where.isEmpty() ? QString() : u" WHERE "_s + index.where));
        }
        for (const QString &column : unindexedForeignKeyColumns(table))
            statements.append(u"CREATE INDEX "_s + q(u"fk_"_s + table.name + u'_' + column) + u" ON "_s + q(table.name)
                              + u" ("_s + q(column) + u')');
    }

    void addTriggers(Ddl &ddl) const
    {
        QStringList &made = ddl.tables;
        const auto function = [&made](const QString &name, const QString &body) {
            made.append(u"CREATE OR REPLACE FUNCTION "_s + name
                        + u"() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN "_s + body + u" END $body$"_s);
        };
        function(u"ghar_set_updated_at"_s, u"NEW.updated_at := now(); RETURN NEW;"_s);
        for (const Table &table : m_schema.tables()) {
            for (const Column &column : table.columns) {
                if (!column.setOnUpdate)
                    continue;
                const QString name = q(u"update_"_s + table.name + u"_updated_at"_s);
                made.append(u"CREATE TRIGGER "_s + name + u" BEFORE UPDATE ON "_s + q(table.name)
                            + u" FOR EACH ROW EXECUTE FUNCTION ghar_set_updated_at()"_s);
                ddl.triggers.append({table.name, u"update_"_s + table.name + u"_updated_at"_s});
                ddl.pauseTriggers.append(u"ALTER TABLE "_s + q(table.name) + u" DISABLE TRIGGER "_s + name);
                ddl.resumeTriggers.append(u"ALTER TABLE "_s + q(table.name) + u" ENABLE TRIGGER "_s + name);
            }
        }
        ddl.triggers += {{u"users"_s, u"trg_users_sync_owner_name"_s},
                         {u"properties"_s, u"trg_properties_set_owner_name"_s},
                         {u"properties"_s, u"properties_set_location_trigger"_s},
                         {u"properties"_s, u"ts_vector_update"_s}};
        function(
            u"ghar_sync_owner_name"_s,
            u"IF NEW.full_name IS DISTINCT FROM OLD.full_name THEN UPDATE properties SET owner_name = NEW.full_name "
            "WHERE owner_id = NEW.id; END IF; RETURN NEW;"_s);
        made.append(u"CREATE TRIGGER trg_users_sync_owner_name AFTER UPDATE OF full_name ON users FOR EACH ROW EXECUTE "
                    "FUNCTION ghar_sync_owner_name()"_s);
        function(u"ghar_set_owner_name"_s,
                 u"NEW.owner_name := (SELECT full_name FROM users WHERE id = NEW.owner_id); RETURN NEW;"_s);
        made.append(
            u"CREATE TRIGGER trg_properties_set_owner_name BEFORE INSERT OR UPDATE OF owner_id ON properties FOR "
            "EACH ROW EXECUTE FUNCTION ghar_set_owner_name()"_s);
        function(
            u"ghar_set_location"_s,
            u"IF NEW.location IS NULL AND NEW.longitude IS NOT NULL AND NEW.latitude IS NOT NULL THEN NEW.location := "_s
                + (m_features.postgis ? u"ST_SetSRID(ST_MakePoint(NEW.longitude, NEW.latitude), 4326)::geography"_s
                                      : u"'SRID=4326;POINT(' || NEW.longitude || ' ' || NEW.latitude || ')'"_s)
                + u"; END IF; RETURN NEW;"_s);
        made.append(u"CREATE TRIGGER properties_set_location_trigger BEFORE INSERT OR UPDATE OF latitude, longitude ON "
                    "properties FOR EACH ROW EXECUTE FUNCTION ghar_set_location()"_s);
        function(u"ghar_set_ts_vector"_s,
                 u"NEW.\"__ts_vector__\" := setweight(to_tsvector('english', coalesce(NEW.title, '')), 'A') || "
                 "setweight(to_tsvector('english', coalesce(NEW.description, '')), 'B') || "
                 "setweight(to_tsvector('english', coalesce(NEW.search_keywords, '')), 'B') || "
                 "setweight(to_tsvector('english', concat_ws(' ', NEW.full_address, NEW.city, NEW.locality)), 'C'); "
                 "RETURN NEW;"_s);
        made.append(u"CREATE TRIGGER ts_vector_update BEFORE INSERT OR UPDATE OF title, description, search_keywords, "
                    "full_address, city, locality ON properties FOR EACH ROW EXECUTE FUNCTION ghar_set_ts_vector()"_s);
    }

    const Schema &m_schema;
    const ServerFeatures m_features;
};

} // namespace

Ddl postgresDdl(const Schema &schema, ServerFeatures features)
{
    return Writer(schema, features).write();
}

} // namespace Ghar

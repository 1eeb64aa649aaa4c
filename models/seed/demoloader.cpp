// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demoloader.h"

#include "database/connection.h"
#include "database/introspection.h"
#include "seed/demoplatform.h"
#include "seed/seedsink.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Writes generated rows with as few statements as the databases' limits on bound values allow.
class DatabaseSink final : public SeedSink
{
public:
    /// `live` tells the types that the tables really have: values are cast to those.
    DatabaseSink(Connection &connection, LiveSchemaPtr live) : m_connection(connection), m_live(std::move(live)) { }

    Result<void> insert(const QString &table, const QStringList &columns, const QList<QList<Value>> &rows) override
    {
        const Table *known = tableOf(table);
        const Result<QList<const Column *>> found = columnsOf(known, table, columns);
        if (!found)
            return found.error();
        const Dialect &dialect = m_connection.dialect();
        const qsizetype perStatement = qBound(qsizetype(1), qsizetype(16000) / columns.size(), qsizetype(200));
        for (qsizetype start = 0; start < rows.size(); start += perStatement) {
            Sql sql;
            sql.text = u"INSERT INTO "_s + Dialect::quote(table) + u" ("_s + Dialect::quoteAll(columns) + u')';
            // Demo rows bring their own numbers, also where the server would not take them from anybody.
            if (dialect.isPostgres() && known->keyGeneration == KeyGeneration::IdentityAlways)
                sql.text += u" OVERRIDING SYSTEM VALUE"_s;
            sql.text += u" VALUES "_s;
            const qsizetype end = qMin(start + perStatement, rows.size());
            for (qsizetype r = start; r < end; ++r) {
                QStringList placeholders;
                for (qsizetype c = 0; c < columns.size(); ++c)
                    placeholders.append(dialect.bind(sql, *found->at(c), rows.at(r).at(c)));
                sql.text += (r == start ? u"("_s : u", ("_s) + placeholders.join(u", "_s) + u')';
            }
            const Result<qint64> done = m_connection.execute(sql);
            if (!done)
                return Error{done.error().kind, done.error().userText, table + u": "_s + done.error().detail};
            m_rows += end - start;
        }
        if (!m_tables.contains(table))
            m_tables.append(table);
        return {};
    }

    Result<void> update(const QString &table, const Value &key, const QStringList &columns,
                        const QList<Value> &values) override
    {
        const Table *known = tableOf(table);
        const Result<QList<const Column *>> found = columnsOf(known, table, columns);
        if (!found)
            return found.error();
        Sql sql;
        QStringList assignments;
        for (qsizetype c = 0; c < columns.size(); ++c)
            assignments.append(Dialect::quote(columns.at(c)) + u" = "_s
                               + m_connection.dialect().bind(sql, *found->at(c), values.at(c)));
        const Column &keyColumn = *known->column(known->primaryKey.first());
        sql.text = u"UPDATE "_s + Dialect::quote(table) + u" SET "_s + assignments.join(u", "_s) + u" WHERE "_s
            + Dialect::quote(keyColumn.name) + u" = "_s + m_connection.dialect().bind(sql, keyColumn, key);
        const Result<qint64> done = m_connection.execute(sql);
        if (!done)
            return done.error();
        return {};
    }

    /// Sequences do not notice rows that bring their own number.
    Result<void> adjustSequences()
    {
        if (!m_connection.dialect().isPostgres())
            return {};
        for (const QString &name : std::as_const(m_tables)) {
            const Table *table = tableOf(name);
            if (table->keyGeneration != KeyGeneration::Sequence
                && table->keyGeneration != KeyGeneration::IdentityAlways)
                continue;
            const QString key = table->primaryKey.first();
            Sql sql;
            sql.text = u"SELECT setval(pg_get_serial_sequence("_s
                + m_connection.dialect().bindText(sql, Dialect::quote(name)) + u", "_s
                + m_connection.dialect().bindText(sql, key) + u"), coalesce((SELECT max("_s + Dialect::quote(key)
                + u") FROM "_s + Dialect::quote(name) + u"), 1))"_s;
            const Result<Value> done = m_connection.scalar(sql);
            if (!done)
                return done.error();
        }
        return {};
    }

    qint64 rowCount() const { return m_rows; }

private:
    const Table *tableOf(const QString &name) const
    {
        const LiveTable *live = m_live->table(name);
        return live ? &live->table : nullptr;
    }

    static Result<QList<const Column *>> columnsOf(const Table *table, const QString &name, const QStringList &columns)
    {
        QList<const Column *> found;
        for (const QString &column : columns) {
            const Column *known = table ? table->column(column) : nullptr;
            if (!known)
                return Error{ErrorKind::NotFound, name + u'.' + column, {}};
            found.append(known);
        }
        return found;
    }

    Connection &m_connection;
    const LiveSchemaPtr m_live;
    qint64 m_rows = 0;
    QStringList m_tables;
};

} // namespace

Result<qint64> loadDemo(Connection &connection, const SchemaPtr &schema, const DemoRequest &request)
{
    const Result<FoundDatabase> found =
        connection.dialect().isPostgres() ? readPostgresTables(connection) : readSqliteTables(connection);
    if (!found)
        return found.error();
    DatabaseSink sink(connection, mergeWithCatalogue(*found, schema));
    DemoOptions options;
    options.scale = request.scale;
    options.today = request.today;
    if (const Result<void> done = generateDemoPlatform(*schema, options, sink); !done)
        return done.error();
    if (const Result<void> done = sink.adjustSequences(); !done)
        return done.error();
    return sink.rowCount();
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/initializer.h"
#include "database/migration.h"
#include "database/schemacheck.h"
#include "records/recordreader.h"
#include "schema/schemareader.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QRegularExpression>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

/// What a check demands beyond its own column, so that a row of the table can be made at all.
RowMaker::Values extras(RowMaker &maker, const QString &table, const QString &column = {})
{
    if (table != u"user_swipes"_s)
        return {};
    if (column == u"target_user_id"_s)
        return {{u"target_type"_s, Value(u"user"_s)}};
    return {{u"target_type"_s, Value(u"property"_s)}, {u"property_id"_s, maker.id(u"properties"_s)}};
}

/// Values that break checks which are more than a list of words.
const QHash<QString, std::pair<QString, QString>> &breakers()
{
    static const QHash<QString, std::pair<QString, QString>> list{
        {u"agent_interactions_user_satisfaction_check"_s, {u"user_satisfaction"_s, u"6"_s}},
        {u"chk_properties_grace_period_days"_s, {u"grace_period_days"_s, u"-1"_s}},
        {u"chk_properties_payment_due_day"_s, {u"payment_due_day"_s, u"29"_s}},
        {u"ck_bookings_dates"_s, {u"check_out_date"_s, u"1999-01-01 00:00:00.000000+00:00"_s}},
        {u"ck_bookings_guest_rating"_s, {u"guest_rating"_s, u"6"_s}},
        {u"ck_fpve_scroll_depth"_s, {u"scroll_depth_percent"_s, u"101"_s}},
        {u"ck_ai_jobs_progress"_s, {u"progress"_s, u"-1"_s}},
        {u"ck_leases_dates"_s, {u"end_date"_s, u"1999-01-01"_s}},
    };
    return list;
}

bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Constraint || error.kind == ErrorKind::BadInput;
}

} // namespace

class tst_Initializer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
    }

    void cleanup()
    {
        m_maker.reset();
        m_connection.reset();
        m_live.reset();
        m_database.reset();
    }

    void makesEverythingInTheCatalogue()
    {
        make(TemporaryDatabase::Content::Empty);
        const Result<InitReport> made = initializeDatabase(*m_connection, platformSchema(), std::nullopt);
        GHAR_VERIFY(made);
        QVERIFY(made->created);
        QVERIFY(!made->demoFilled);
        const Result<LiveSchemaPtr> live = introspect(*m_connection, platformSchema());
        GHAR_VERIFY(live);
        QCOMPARE((*live)->deskVersion, currentSchemaVersion);
        QVERIFY((*live)->missingTables.isEmpty());
        QCOMPARE((*live)->tables.size(), platformSchema()->tables().size());
        for (const SchemaDifference &difference : compareWithCatalogue(**live, m_database->isPostgres()))
            QFAIL(qPrintable(describe(difference)));
        for (const LiveTable &table : (*live)->tables) {
            QVERIFY2(table.missingColumns.isEmpty() && table.extraColumns.isEmpty(), qPrintable(table.table.name));
            QVERIFY(table.inCatalogue && table.readable && !table.isView);
        }
    }

    void twiceChangesNothing()
    {
        make(TemporaryDatabase::Content::Platform);
        (void)m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Somebody"_s)}});
        const QString before = fingerprint();
        const Result<InitReport> again = initializeDatabase(*m_connection, platformSchema(), std::nullopt);
        GHAR_VERIFY(again);
        QVERIFY(!again->created);
        QCOMPARE(fingerprint(), before);
        // Demo data is for empty tables.
        const Result<InitReport> demo =
            initializeDatabase(*m_connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 30)});
        GHAR_VERIFY(demo);
        QVERIFY(!demo->demoFilled);
        QVERIFY(!demo->remarks.isEmpty());
        QCOMPARE(fingerprint(), before);
    }

    void refusesADatabaseWithOtherTables()
    {
        make(TemporaryDatabase::Content::Empty);
        must(*m_connection, u"CREATE TABLE recipes (id integer PRIMARY KEY, name text)"_s);
        must(*m_connection, u"INSERT INTO recipes VALUES (1, 'Dal')"_s);
        const QString before = fingerprint();
        const Result<InitReport> refused = initializeDatabase(*m_connection, platformSchema(), std::nullopt);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY2(refused.error().userText.contains(u"recipes"_s), qPrintable(refused.error().userText));
        QCOMPARE(fingerprint(), before);
        QCOMPARE(scalar(*m_connection, u"SELECT name FROM recipes"_s), u"Dal"_s);
    }

    void refusesANewerSchema()
    {
        make(TemporaryDatabase::Content::Platform);
        must(*m_connection,
             u"UPDATE %1 SET value = '%2' WHERE key = 'schema_version'"_s.arg(meta()).arg(currentSchemaVersion + 1));
        const QString before = fingerprint();
        const Result<InitReport> refused = initializeDatabase(*m_connection, platformSchema(), std::nullopt);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NewerSchema);
        QVERIFY(refused.error().userText.contains(QString::number(currentSchemaVersion + 1)));
        QCOMPARE(fingerprint(), before);
    }

    void failureLeavesNothingBehind()
    {
        make(TemporaryDatabase::Content::Empty);
        if (!m_database->isPostgres())
            return; // whatever stands in the way on SQLite is a table and refused before
        must(*m_connection, u"CREATE TYPE userrole AS ENUM ('someone')"_s);
        QString typeName;
        for (const EnumType &type : platformSchema()->enums()) {
            if (type.storage == EnumStorage::ServerType)
                typeName = type.serverType;
        }
        must(*m_connection, u"DROP TYPE userrole"_s);
        must(*m_connection, u"CREATE TYPE "_s + Dialect::quote(typeName) + u" AS ENUM ('someone')"_s);
        const QString before = fingerprint();
        QVERIFY(!initializeDatabase(*m_connection, platformSchema(), std::nullopt));
        QCOMPARE(fingerprint(), before);
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM pg_namespace WHERE nspname = 'ghar_desk'"_s), u"0"_s);
    }

    void fillsDefaults()
    {
        make(TemporaryDatabase::Content::Platform);
        const Value id = m_maker->id(u"users"_s);
        QCOMPARE(valueOf(u"users"_s, id, u"role"_s), u"user"_s);
        QCOMPARE(valueOf(u"users"_s, id, u"is_active"_s), u"true"_s);
        QCOMPARE(valueOf(u"users"_s, id, u"preferences"_s), u"{}"_s);
        const QString created = valueOf(u"users"_s, id, u"created_at"_s);
        QVERIFY2(QRegularExpression(u"^20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00$"_s)
                     .match(created)
                     .hasMatch(),
                 qPrintable(created));
        const Value device = m_maker->id(u"device_tokens"_s);
        QCOMPARE(device.text().size(), 36);
    }

    void demandsWhatMayNotBeNull()
    {
        make(TemporaryDatabase::Content::Platform);
        int tried = 0;
        for (const LiveTable &table : m_live->tables) {
            for (const Column &column : table.table.columns) {
                if (column.nullable || table.table.primaryKey.contains(column.name))
                    continue;
                RowMaker::Values given = extras(*m_maker, table.table.name);
                given.insert(column.name, Value::null());
                const Result<Row> row = m_maker->tryMake(table.table.name, given);
                QVERIFY2(!row, qPrintable(table.table.name + u'.' + column.name));
                QCOMPARE(row.error().kind, ErrorKind::Constraint);
                ++tried;
            }
        }
        QVERIFY(tried > 200);
    }

    void refusesValuesThatDoNotFit()
    {
        make(TemporaryDatabase::Content::Platform);
        int enums = 0;
        int lengths = 0;
        int documents = 0;
        for (const LiveTable &table : m_live->tables) {
            for (const Column &column : table.table.columns) {
                QString wrong;
                if (column.type == ColumnType::Enum && column.enumStorage == EnumStorage::ServerType) {
                    wrong = u"no_such_label"_s;
                    ++enums;
                } else if (const int length = enforcedLength(table.table.name, column); length > 0) {
                    wrong = QString(length + 1, u'x');
                    ++lengths;
                } else if (column.type == ColumnType::Json || column.type == ColumnType::StringArray) {
                    wrong = u"{not json"_s;
                    ++documents;
                } else {
                    continue;
                }
                RowMaker::Values given = extras(*m_maker, table.table.name);
                given.insert(column.name, Value(wrong));
                const Result<Row> row = m_maker->tryMake(table.table.name, given);
                QVERIFY2(!row, qPrintable(table.table.name + u'.' + column.name));
                QVERIFY2(isRefusal(row.error()), qPrintable(row.error().detail));
            }
        }
        QVERIFY(enums > 30 && lengths > 10 && documents > 50);
    }

    void enforcesChecks()
    {
        make(TemporaryDatabase::Content::Platform);
        int tried = 0;
        for (const LiveTable &table : m_live->tables) {
            for (const Check &check : table.table.checks) {
                if (check.advised && m_database->isPostgres())
                    continue; // the services keep it, the server does not
                RowMaker::Values given = extras(*m_maker, table.table.name);
                static const QRegularExpression list(u"\\b(\\w+) IN \\("_s);
                if (check.name == u"ck_user_swipes_target"_s)
                    given.insert(u"property_id"_s, Value::null());
                else if (breakers().contains(check.name))
                    given.insert(breakers()[check.name].first, Value(breakers()[check.name].second));
                else if (const auto match = list.match(check.expression); match.hasMatch())
                    given.insert(match.captured(1), Value(u"other"_s + u"_word"_s));
                else
                    QFAIL(qPrintable(u"No value is known that breaks "_s + check.name));
                const Result<Row> row = m_maker->tryMake(table.table.name, given);
                QVERIFY2(!row, qPrintable(check.name));
                QCOMPARE(row.error().kind, ErrorKind::Constraint);
                ++tried;
            }
        }
        QVERIFY(tried >= 14);
    }

    void enforcesUniqueKeys()
    {
        make(TemporaryDatabase::Content::Platform);
        int tried = 0;
        for (const LiveTable &table : m_live->tables) {
            for (const UniqueKey &key : table.table.uniqueKeys) {
                RowMaker::Values given = extras(*m_maker, table.table.name, key.columns.value(1));
                for (const QString &name : key.columns) {
                    const Column &column = *table.table.column(name);
                    if (given.contains(name))
                        continue;
                    const ForeignKey *reference = table.table.foreignKeyOf(name);
                    given.insert(name,
                                 reference ? m_maker->id(reference->refTable) : m_maker->valueFor(table.table, column));
                }
                static const QRegularExpression null(u"^(\\w+) IS NULL$"_s);
                static const QRegularExpression notNull(u"^(\\w+) IS NOT NULL$"_s);
                static const QRegularExpression equals(u"^(\\w+) = '(\\w+)'$"_s);
                QString conditionColumn;
                if (const auto match = null.match(key.where); match.hasMatch())
                    given.insert(conditionColumn = match.captured(1), Value::null());
                else if (const auto matchNot = notNull.match(key.where); matchNot.hasMatch())
                    conditionColumn = matchNot.captured(1);
                else if (const auto matchEquals = equals.match(key.where); matchEquals.hasMatch())
                    given.insert(conditionColumn = matchEquals.captured(1), Value(matchEquals.captured(2)));
                else
                    QVERIFY2(key.where.isEmpty(), qPrintable(key.where));
                GHAR_VERIFY(m_maker->tryMake(table.table.name, given));
                const Result<Row> twice = m_maker->tryMake(table.table.name, given);
                QVERIFY2(!twice, qPrintable(key.name));
                QCOMPARE(twice.error().kind, ErrorKind::Constraint);
                ++tried;
                // Outside its condition the key does not hold; checked where nothing else holds there either.
                if (key.name == u"uq_leases_property_active"_s) {
                    given.insert(u"status"_s, Value(u"expired"_s));
                    GHAR_VERIFY(m_maker->tryMake(table.table.name, given));
                    GHAR_VERIFY(m_maker->tryMake(table.table.name, given));
                } else if (key.name == u"uq_users_email"_s) {
                    GHAR_VERIFY(m_maker->tryMake(table.table.name, {{u"email"_s, Value::null()}}));
                    GHAR_VERIFY(m_maker->tryMake(table.table.name, {{u"email"_s, Value::null()}}));
                }
            }
        }
        QCOMPARE(tried, 43);
    }

    void deletesAsTheCatalogueSays()
    {
        make(TemporaryDatabase::Content::Platform);
        int cascades = 0;
        int nulls = 0;
        int blocks = 0;
        for (const Table &table : platformSchema()->tables()) {
            for (const ForeignKey &key : table.foreignKeys) {
                if (!platformSchema()->table(key.refTable) || key.columns.size() != 1)
                    continue;
                const QString place = table.name + u'.' + key.columns.first();
                const Value parent = m_maker->id(key.refTable);
                RowMaker::Values given = extras(*m_maker, table.name, key.columns.first());
                given.insert(key.columns.first(), parent);
                const Result<Row> child = m_maker->tryMake(table.name, given);
                QVERIFY2(child.hasValue(), qPrintable(place + u' ' + whyNot(child)));
                const Result<qint64> deleted = deleteRow(*platformSchema()->table(key.refTable), {parent});
                const bool stays = rowExists(table, *child);
                switch (key.onDelete) {
                case DeleteRule::Cascade:
                    QVERIFY2(deleted.hasValue() && !stays, qPrintable(place + whyNot(deleted)));
                    ++cascades;
                    break;
                case DeleteRule::SetNull:
                    QVERIFY2(deleted.hasValue() && stays, qPrintable(place + whyNot(deleted)));
                    QVERIFY2(isNull(table, *child, key.columns.first()), qPrintable(place));
                    ++nulls;
                    break;
                case DeleteRule::NoAction:
                    QVERIFY2(!deleted && stays, qPrintable(place));
                    QCOMPARE(deleted.error().kind, ErrorKind::Constraint);
                    ++blocks;
                    break;
                }
            }
        }
        QVERIFY(cascades > 30 && nulls > 10 && blocks > 5);
    }

    void keepsTheOwnersName()
    {
        make(TemporaryDatabase::Content::Platform);
        const Value asha = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Asha Rao"_s)}});
        const Value ravi = m_maker->id(u"users"_s, {{u"full_name"_s, Value(u"Ravi"_s)}});
        const Value listing = m_maker->id(u"properties"_s, {{u"owner_id"_s, asha}});
        QCOMPARE(valueOf(u"properties"_s, listing, u"owner_name"_s), u"Asha Rao"_s);
        update(u"users"_s, asha, u"full_name = 'Asha Menon'"_s);
        QCOMPARE(valueOf(u"properties"_s, listing, u"owner_name"_s), u"Asha Menon"_s);
        update(u"properties"_s, listing, u"owner_id = "_s + ravi.text());
        QCOMPARE(valueOf(u"properties"_s, listing, u"owner_name"_s), u"Ravi"_s);
        update(u"users"_s, ravi, u"full_name = NULL"_s);
        QCOMPARE(valueOf(u"properties"_s, listing, u"owner_name"_s), u"NULL"_s);
    }

    void placesTheListing()
    {
        make(TemporaryDatabase::Content::Platform);
        const Value listing =
            m_maker->id(u"properties"_s, {{u"latitude"_s, Value(u"28.4595"_s)}, {u"longitude"_s, Value(u"77.0266"_s)}});
        QCOMPARE(valueOf(u"properties"_s, listing, u"location"_s), u"SRID=4326;POINT(77.0266 28.4595)"_s);
        // As on the server: a point that is there stays when the coordinates change.
        update(u"properties"_s, listing, u"latitude = 12.97, longitude = 77.59"_s);
        QCOMPARE(valueOf(u"properties"_s, listing, u"location"_s), u"SRID=4326;POINT(77.0266 28.4595)"_s);
        const Value later = m_maker->id(u"properties"_s);
        QCOMPARE(valueOf(u"properties"_s, later, u"location"_s), u"NULL"_s);
        update(u"properties"_s, later, u"latitude = -12.5, longitude = -0.25"_s);
        QCOMPARE(valueOf(u"properties"_s, later, u"location"_s), u"SRID=4326;POINT(-0.25 -12.5)"_s);
        if (m_database->isPostgres())
            return;
        const auto around = [&](double longitude, double latitude) {
            return scalar(
                *m_connection,
                u"SELECT group_concat(id) FROM properties_location WHERE min_lon <= %1 + 0.001 AND max_lon >= %1 - "
                "0.001 AND min_lat <= %2 + 0.001 AND max_lat >= %2 - 0.001"_s.arg(longitude)
                    .arg(latitude));
        };
        QCOMPARE(around(77.0266, 28.4595), listing.text());
        QCOMPARE(around(-0.25, -12.5), later.text());
        update(u"properties"_s, later, u"location = 'SRID=4326;POINT(10 20)'"_s);
        QCOMPARE(around(-0.25, -12.5), u"NULL"_s);
        QCOMPARE(around(10, 20), later.text());
        GHAR_VERIFY(deleteRow(*platformSchema()->table(u"properties"), {later}));
        QCOMPARE(around(10, 20), u"NULL"_s);
    }

    void findsListingsByTheirWords()
    {
        make(TemporaryDatabase::Content::Platform);
        const QString match = m_database->isPostgres()
            ? u"SELECT count(*) FROM properties WHERE \"__ts_vector__\" @@ to_tsquery('english', '%1')"_s
            : u"SELECT count(*) FROM properties_search WHERE properties_search MATCH '%1'"_s;
        const auto hits = [&](const QString &word) { return scalar(*m_connection, match.arg(word)); };
        const Value listing = m_maker->id(u"properties"_s,
                                          {{u"title"_s, Value(u"Sunny penthouse"_s)},
                                           {u"locality"_s, Value(u"Chattarpur"_s)},
                                           {u"search_keywords"_s, Value(u"terrace"_s)}});
        for (const QString &word : {u"penthouse"_s, u"chattarpur"_s, u"terrace"_s})
            QCOMPARE(hits(word), u"1"_s);
        QCOMPARE(hits(u"villa"_s), u"0"_s);
        update(u"properties"_s, listing, u"title = 'Quiet villa'"_s);
        QCOMPARE(hits(u"penthouse"_s), u"0"_s);
        QCOMPARE(hits(u"villa"_s), u"1"_s);
        GHAR_VERIFY(deleteRow(*platformSchema()->table(u"properties"), {listing}));
        QCOMPARE(hits(u"villa"_s), u"0"_s);
    }

    void stampsUpdatesAndNothingElse()
    {
        make(TemporaryDatabase::Content::Platform);
        const Value old(u"2001-02-03 04:05:06.000000+00:00"_s);
        int tried = 0;
        for (const Table &table : platformSchema()->tables()) {
            for (const Column &column : table.columns) {
                if (!column.setOnUpdate || table.primaryKey.size() != 1)
                    continue;
                RowMaker::Values given = extras(*m_maker, table.name);
                given.insert(column.name, old);
                const Value id = m_maker->id(table.name, given);
                QCOMPARE(valueOf(table.name, id, column.name), old.text()); // inserting is no update
                const Column &other = *std::find_if(table.columns.cbegin(), table.columns.cend(), [&](const Column &c) {
                    return !table.primaryKey.contains(c.name) && c.name != column.name && !c.serverOnly;
                });
                update(table.name, id, Dialect::quote(other.name) + u" = "_s + Dialect::quote(other.name));
                const QString now = valueOf(table.name, id, column.name);
                QVERIFY2(now > u"2026"_s && now.size() == old.text().size(), qPrintable(table.name + u' ' + now));
                ++tried;
            }
        }
        QVERIFY(tried > 20);
    }

    void messageMovesItsConversation()
    {
        make(TemporaryDatabase::Content::Platform);
        if (m_database->isPostgres())
            return; // the services do it there
        const Value at(u"2026-05-06 07:08:09.000000+00:00"_s);
        for (const auto &[messages, conversations] :
             {std::pair(u"messages"_s, u"conversations"_s), std::pair(u"user_messages"_s, u"user_conversations"_s)}) {
            const Value conversation = m_maker->id(conversations);
            (void)m_maker->id(messages,
                              {{u"conversation_id"_s, conversation},
                               {u"body"_s, Value(u"नमस्ते "_s + QString(300, u'x'))},
                               {u"created_at"_s, at}});
            QCOMPARE(valueOf(conversations, conversation, u"last_message_at"_s), at.text());
            QCOMPARE(valueOf(conversations, conversation, u"last_message_preview"_s),
                     (u"नमस्ते "_s + QString(300, u'x')).left(200));
        }
    }

private:
    void make(TemporaryDatabase::Content content)
    {
        QFETCH_GLOBAL(Backend, backend);
        m_database = std::make_unique<TemporaryDatabase>(backend, content);
        m_live = m_database->introspected();
        m_connection = m_database->open();
        m_maker = std::make_unique<RowMaker>(*m_connection, m_live);
    }

    /// The most characters that the database itself takes: a file keeps to the model's own limits only.
    [[nodiscard]] int enforcedLength(const QString &table, const Column &column) const
    {
        if (column.type != ColumnType::String)
            return 0;
        return m_database->isPostgres() ? column.length : m_live->catalogue->table(table)->column(column.name)->length;
    }

    [[nodiscard]] QString meta() const { return m_database->isPostgres() ? u"ghar_desk.meta"_s : u"desk_meta"_s; }

    /// What the database has: its objects, and what it says of itself.
    QString fingerprint()
    {
        const QString objects = m_database->isPostgres()
            ? u"SELECT string_agg(n.nspname || '.' || c.relname || ':' || c.oid::text, ',' ORDER BY c.oid) FROM "
              u"pg_class AS c "
              "JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'ghar_desk')"_s
            : u"SELECT group_concat(name || ':' || rootpage || ':' || coalesce(sql, '')) FROM sqlite_master"_s;
        QString text = scalar(*m_connection, objects);
        const QString hasMeta = m_database->isPostgres()
            ? u"SELECT count(*) FROM pg_tables WHERE schemaname = 'ghar_desk'"_s
            : u"SELECT count(*) FROM sqlite_master WHERE name = 'desk_meta'"_s;
        if (scalar(*m_connection, hasMeta) != u"0"_s) {
            const Result<QList<Row>> rows =
                m_connection->rows({u"SELECT key, value FROM "_s + meta() + u" ORDER BY key"_s, {}});
            for (const Row &row : *rows)
                text += u';' + row.at(0).text() + u'=' + row.at(1).text();
        }
        return text;
    }

    QString valueOf(const QString &tableName, const Value &id, const QString &column)
    {
        const LiveTable &table = *m_live->table(tableName);
        const Result<std::optional<Row>> row = readRow(*m_connection, table, {id});
        if (!row || !*row)
            qFatal("There is no row %s in %s.", qPrintable(id.text()), qPrintable(tableName));
        for (qsizetype i = 0; i < table.table.columns.size(); ++i) {
            if (table.table.columns.at(i).name == column)
                return (*row)->at(i).isNull() ? u"NULL"_s : (*row)->at(i).text();
        }
        qFatal("There is no column %s in %s.", qPrintable(column), qPrintable(tableName));
    }

    void update(const QString &table, const Value &id, const QString &assignments)
    {
        const Table &definition = m_live->table(table)->table;
        Sql sql;
        const Column &key = *definition.column(definition.primaryKey.first());
        const QString bound = m_connection->dialect().bind(sql, key, id);
        sql.text = u"UPDATE "_s + Dialect::quote(table) + u" SET "_s + assignments + u" WHERE "_s
            + Dialect::quote(key.name) + u" = "_s + bound;
        const Result<qint64> done = m_connection->execute(sql);
        if (!done || *done != 1)
            qFatal("%s: %s", qPrintable(sql.text), qPrintable(whyNot(done)));
    }

    QString keyCondition(const QString &table, const Row &key, Sql &sql)
    {
        const Table &definition = m_live->table(table)->table;
        QStringList parts;
        for (qsizetype i = 0; i < definition.primaryKey.size(); ++i)
            parts.append(
                Dialect::quote(definition.primaryKey.at(i)) + u" = "_s
                + m_connection->dialect().bind(sql, *definition.column(definition.primaryKey.at(i)), key.at(i)));
        return parts.join(u" AND "_s);
    }

    Result<qint64> deleteRow(const Table &table, const Row &key)
    {
        Sql sql;
        const QString condition = keyCondition(table.name, key, sql);
        sql.text = u"DELETE FROM "_s + Dialect::quote(table.name) + u" WHERE "_s + condition;
        return m_connection->execute(sql);
    }

    bool rowExists(const Table &table, const Row &key)
    {
        Sql sql;
        const QString condition = keyCondition(table.name, key, sql);
        sql.text = u"SELECT count(*) FROM "_s + Dialect::quote(table.name) + u" WHERE "_s + condition;
        return m_connection->scalar(sql)->text() == u"1"_s;
    }

    bool isNull(const Table &table, const Row &key, const QString &column)
    {
        Sql sql;
        const QString condition = keyCondition(table.name, key, sql);
        sql.text =
            u"SELECT "_s + Dialect::quote(column) + u" FROM "_s + Dialect::quote(table.name) + u" WHERE "_s + condition;
        return m_connection->scalar(sql)->isNull();
    }

    std::unique_ptr<TemporaryDatabase> m_database;
    LiveSchemaPtr m_live;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<RowMaker> m_maker;
};

QTEST_GUILESS_MAIN(tst_Initializer)
#include "tst_initializer.moc"

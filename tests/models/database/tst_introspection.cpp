// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/introspection.h"
#include "database/schemacheck.h"
#include "records/recordreader.h"
#include "schema/schemareader.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

const QStringList missing{u"bank_rates"_s,     u"blog_posts"_s,    u"blog_post_categories"_s,
                          u"blog_post_tags"_s, u"device_tokens"_s, u"leases"_s};
const QString odd = u"odd \"name\"; DROP TABLE users;--"_s;

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

/// The desk works with what a database really has.
class tst_Introspection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        if (qstrcmp(QTest::currentTestFunction(), "judgesTypesByTheirNames") == 0)
            return; // needs none
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void worksWithAnotherDatabaseThanExpected()
    {
        makeDifferent();
        const LiveSchemaPtr live = m_database->introspected();
        QCOMPARE(sorted(live->missingTables), sorted(missing));
        QCOMPARE(live->tables.size(), platformSchema()->tables().size() - missing.size() + 3);
        for (const QString &name : missing)
            QVERIFY(!live->table(name));

        // Unknown tables come after the known ones, by name, with the columns they have.
        const LiveTable &plain = *live->table(u"audit_notes"_s);
        QVERIFY(!plain.inCatalogue);
        QCOMPARE(plain.table.primaryKey, QStringList{u"id"_s});
        QCOMPARE(plain.table.column(u"amount")->type, ColumnType::Numeric);
        QCOMPARE(plain.table.column(u"amount")->scale, 3);
        QVERIFY(live->table(odd));
        const LiveTable &keyless = *live->table(u"keyless"_s);
        QCOMPARE(keyless.table.primaryKey.size(), 1); // a hidden one tells its rows apart
        QVERIFY(!live->tables.last().inCatalogue && live->tables.first().inCatalogue);

        const LiveTable &users = *live->table(u"users"_s);
        QCOMPARE(users.extraColumns, (QStringList{u"nickname"_s, u"shoe size"_s}));
        QVERIFY(users.missingColumns.contains(u"flatmates_bio"_s));
        QVERIFY(!users.table.column(u"flatmates_bio"));
        QCOMPARE(users.table.column(u"shoe size")->type, ColumnType::Integer);
        for (const QString &column : users.table.defaultColumns)
            QVERIFY(users.table.column(column));
    }

    void everyTableCanBeRead()
    {
        makeDifferent();
        const LiveSchemaPtr live = m_database->introspected();
        const std::unique_ptr<Connection> reader = m_database->open(Access::ReadOnly);
        for (const LiveTable &table : live->tables) {
            QStringList names;
            for (const Column &column : table.table.columns)
                names.append(column.name);
            for (const Column &column : table.table.columns) {
                if (!Dialect::isSortable(column))
                    continue;
                const RecordSource source(live, table, {{{column.name, true}}, {}, {}}, reader->dialect(), names);
                const Result<RecordPage> page = readForward(*reader, source, nullptr, true, 0, 5);
                QVERIFY2(page.hasValue(), qPrintable(table.table.name + u'.' + column.name + u' ' + whyNot(page)));
            }
            const RecordSource source(live, table, {{}, {}, u"7 hostile'\"\\%"_s}, reader->dialect(), names);
            const Result<qint64> count = countRows(*reader, source);
            QVERIFY2(count.hasValue(), qPrintable(table.table.name + whyNot(count)));
        }
        const RecordSource source(live, *live->table(odd), {}, reader->dialect(), {u"col\"umn"_s});
        QCOMPARE(readForward(*reader, source, nullptr, true, 0, 5)->rows.first().first().text(), u"value"_s);
        const RecordSource keyless(live, *live->table(u"keyless"_s), {}, reader->dialect(), {u"word"_s});
        QCOMPARE(readForward(*reader, keyless, nullptr, true, 0, 5)->rows.size(), 2);
    }

    void unknownEnumValueIsShownAndKept()
    {
        makeDifferent();
        const LiveSchemaPtr live = m_database->introspected();
        const LiveTable &users = *live->table(u"users"_s);
        const Column &role = *users.table.column(u"role");
        const QStringList labels = live->enumLabels(role);
        if (m_database->isPostgres()) {
            QCOMPARE(labels.last(), u"auditor"_s);
            QCOMPARE(labels.count(u"auditor"_s), 1);
        } else {
            QVERIFY(!labels.contains(u"auditor"_s)); // a file has no list of its own
        }
        const Result<std::optional<Row>> row = readRow(*m_connection, users, {Value(m_auditor)});
        GHAR_VERIFY(row);
        for (qsizetype i = 0; i < users.table.columns.size(); ++i) {
            if (users.table.columns.at(i).name == u"role"_s)
                QCOMPARE((*row)->at(i).text(), u"auditor"_s);
        }
        const RecordSource source(live, users, {{}, {{u"role"_s, Filter::Op::Equals, {Value(u"auditor"_s)}}}, {}},
                                  m_connection->dialect(), {u"id"_s});
        QCOMPARE(*countRows(*m_connection, source), 1);
    }

    void checkTellsEveryDifferenceAndBlocksNone()
    {
        makeDifferent();
        const LiveSchemaPtr live = m_database->introspected();
        const QList<SchemaDifference> differences = compareWithCatalogue(*live, m_database->isPostgres());
        QStringList found;
        for (const SchemaDifference &difference : differences) {
            found.append(difference.kind + u' ' + difference.table
                         + (difference.column.isEmpty() ? QString() : u'.' + difference.column));
            QVERIFY2(!difference.blocks, qPrintable(describe(difference)));
            QVERIFY(describe(difference).contains(difference.table));
        }
        for (const QString &name : missing)
            QVERIFY2(found.contains(u"missing_table "_s + name), qPrintable(name));
        for (const QString &name : {u"audit_notes"_s, odd, u"keyless"_s})
            QVERIFY2(found.contains(u"extra_table "_s + name), qPrintable(name));
        QVERIFY(found.contains(u"extra_column users.nickname"_s));
        QVERIFY(found.contains(u"missing_column users.flatmates_bio"_s));
        QCOMPARE(found.contains(u"extra_enum_label users.role"_s), m_database->isPostgres());
    }

    void checkTellsRulesThatNothingKeeps()
    {
        QVERIFY(compareWithCatalogue(*m_database->introspected(), m_database->isPostgres()).isEmpty());
        must(*m_connection, u"DROP INDEX idx_visits_agent_id"_s);
        const UniqueKey &unique = platformSchema()->table(u"leases"_s)->uniqueKeys.first();
        must(*m_connection, u"DROP INDEX "_s + Dialect::quote(unique.name));
        QStringList expected{u"missing_index visits.agent_id"_s,
                             u"missing_unique leases."_s + unique.columns.join(u", "_s),
                             u"missing_trigger users.update_users_updated_at"_s};
        if (m_database->isPostgres()) {
            must(*m_connection, u"ALTER TABLE users DISABLE TRIGGER update_users_updated_at"_s);
            must(*m_connection, u"ALTER TABLE users DROP CONSTRAINT ck_users_last_auth_method"_s);
            expected.append(u"missing_check users.ck_users_last_auth_method"_s);
            must(*m_connection, u"ALTER TABLE properties ALTER COLUMN title DROP NOT NULL"_s);
            expected.append(u"nullable properties.title"_s);
        } else {
            must(*m_connection, u"DROP TRIGGER update_users_updated_at"_s);
            const Check &check = platformSchema()->table(u"users"_s)->checks.first();
            must(*m_connection, u"PRAGMA writable_schema = ON"_s);
            must(
                *m_connection,
                u"UPDATE sqlite_master SET sql = replace(sql, 'CONSTRAINT \"%1\" CHECK', 'CHECK') WHERE name = 'users'"_s
                    .arg(check.name));
            must(*m_connection, u"PRAGMA writable_schema = RESET"_s);
            expected.append(u"missing_check users."_s + check.name);
        }
        QStringList found;
        for (const SchemaDifference &difference :
             compareWithCatalogue(*m_database->introspected(), m_database->isPostgres())) {
            QVERIFY(!difference.blocks);
            const bool isNamed = difference.kind == "missing_trigger"_L1 || difference.kind == "missing_check"_L1;
            found.append(difference.kind + u' ' + difference.table + u'.'
                         + (isNamed ? difference.expected : difference.column));
            QVERIFY(describe(difference).contains(isNamed ? difference.expected : difference.column));
        }
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
    }

    void emptyDatabaseLacksEverything()
    {
        const TemporaryDatabase empty(m_database->backend(), TemporaryDatabase::Content::Empty);
        const LiveSchemaPtr live = empty.introspected();
        QVERIFY(live->tables.isEmpty());
        QCOMPARE(live->missingTables.size(), platformSchema()->tables().size());
        QCOMPARE(live->deskVersion, 0);
        const QList<SchemaDifference> differences = compareWithCatalogue(*live, empty.isPostgres());
        QVERIFY(std::all_of(differences.cbegin(), differences.cend(), [](const auto &d) { return d.blocks; }));
    }

    void readsKeysAndDeleteRules()
    {
        const LiveSchemaPtr live = m_database->introspected();
        for (const Table &known : platformSchema()->tables()) {
            const LiveTable &table = *live->table(known.name);
            QCOMPARE(table.table.primaryKey, known.primaryKey);
            for (const ForeignKey &key : known.foreignKeys) {
                if (!platformSchema()->table(key.refTable))
                    continue;
                const auto found = std::find_if(table.table.foreignKeys.cbegin(), table.table.foreignKeys.cend(),
                                                [&](const ForeignKey &other) { return other.columns == key.columns; });
                QVERIFY2(found != table.table.foreignKeys.cend(), qPrintable(known.name + u'.' + key.columns.first()));
                QCOMPARE(found->refTable, key.refTable);
                QCOMPARE(found->refColumns, key.refColumns);
                QCOMPARE(found->onDelete, key.onDelete);
            }
        }
        QVERIFY(!live->referrersOf(u"users").isEmpty());
    }

    void showsViews()
    {
        must(*m_connection, u"CREATE VIEW busy_users AS SELECT id, full_name FROM users"_s);
        const LiveSchemaPtr live = m_database->introspected();
        const LiveTable *view = live->table(u"busy_users"_s);
        QVERIFY(view && view->isView && view->table.primaryKey.isEmpty());
        const RecordSource source(live, *view, {}, m_connection->dialect(), {u"full_name"_s});
        GHAR_VERIFY(readForward(*m_connection, source, nullptr, true, 0, 5));
    }

    void keysThatAreMissingBecomeLooseReferences()
    {
        if (!m_database->isPostgres())
            return; // a file's keys cannot be dropped
        must(*m_connection, u"ALTER TABLE properties DROP CONSTRAINT properties_owner_id_fkey"_s);
        const LiveSchemaPtr live = m_database->introspected();
        const Table &properties = live->table(u"properties")->table;
        QVERIFY(!properties.foreignKeyOf(u"owner_id"));
        const auto isOwner = [](const LooseReference &r) {
            return r.column == u"owner_id"_s && r.refTable == u"users"_s;
        };
        QVERIFY(std::any_of(properties.looseReferences.cbegin(), properties.looseReferences.cend(), isOwner));
    }

    void knowsWhatMayNotBeRead()
    {
        if (!m_database->isPostgres())
            return;
        must(*m_connection,
             u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ghar_partly') THEN CREATE ROLE "
             "ghar_partly LOGIN; END IF; END $$"_s);
        must(*m_connection, u"GRANT SELECT ON properties TO ghar_partly"_s);
        must(*m_connection, u"GRANT SELECT (id, full_name) ON users TO ghar_partly"_s);
        const auto partly = Connection::open(m_database->profileOf(u"ghar_partly"_s), Access::ReadOnly);
        GHAR_VERIFY(partly);
        const Result<LiveSchemaPtr> live = introspect(**partly, platformSchema());
        GHAR_VERIFY(live);
        QVERIFY((*live)->table(u"properties")->readable);
        QVERIFY(!(*live)->table(u"leases")->readable);
        const LiveTable &users = *(*live)->table(u"users");
        QVERIFY(users.readable);
        QVERIFY(users.table.column(u"full_name"));
        QVERIFY(!users.table.column(u"phone"));
        const RecordSource source(*live, users, {}, (*partly)->dialect(), {u"id"_s, u"full_name"_s});
        GHAR_VERIFY(readForward(**partly, source, nullptr, true, 0, 5));
    }

    void estimatesRows()
    {
        RowMaker maker(*m_connection, m_database->introspected());
        for (int i = 0; i < 30; ++i)
            (void)maker.make(u"amenities"_s);
        must(*m_connection, u"ANALYZE"_s);
        QCOMPARE(m_database->introspected()->table(u"amenities")->estimatedRows, 30);
    }

    void judgesTypesByTheirNames_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("expected");
        const auto add = [](const char *type, ColumnType expected) {
            QTest::newRow(type) << QString::fromLatin1(type) << int(expected);
        };
        add("integer", ColumnType::Integer);
        add("BIGINT", ColumnType::Integer);
        add("interval", ColumnType::Text);
        add("boolean", ColumnType::Boolean);
        add("numeric(10,2)", ColumnType::Numeric);
        add("double precision", ColumnType::Float);
        add("timestamp with time zone", ColumnType::DateTime);
        add("time without time zone", ColumnType::Text);
        add("date", ColumnType::Date);
        add("jsonb", ColumnType::Json);
        add("uuid", ColumnType::Uuid);
        add("geography(Point,4326)", ColumnType::GeographyPoint);
        add("tsvector", ColumnType::TextSearchVector);
        add("vector(1536)", ColumnType::Vector);
        add("real[]", ColumnType::Vector);
        add("text[]", ColumnType::Text);
        add("character varying(20)", ColumnType::String);
        add("xid", ColumnType::Text);
        add("", ColumnType::Text);
    }
    void judgesTypesByTheirNames()
    {
        QFETCH(QString, type);
        QFETCH(int, expected);
        QCOMPARE(int(columnTypeOf(type, false)), expected);
        QCOMPARE(columnTypeOf(type, true), ColumnType::Enum);
    }

private:
    /// Six tables fewer, three more, an unknown enum value, two unknown columns and one column less.
    void makeDifferent()
    {
        Connection &connection = *m_connection;
        const bool isPostgres = m_database->isPostgres();
        if (!isPostgres)
            must(connection, u"PRAGMA foreign_keys = OFF"_s);
        for (const QString &name : missing)
            must(connection, u"DROP TABLE "_s + name + (isPostgres ? u" CASCADE"_s : QString()));
        must(connection,
             u"CREATE TABLE audit_notes (id integer PRIMARY KEY, amount numeric(12,3), at timestamp, extra json)"_s);
        must(connection, u"CREATE TABLE keyless (word text, number double precision)"_s);
        must(connection, u"INSERT INTO keyless VALUES ('a', 1.5), ('a', 1.5)"_s);
        must(connection, u"CREATE TABLE "_s + Dialect::quote(odd) + u" (\"col\"\"umn\" text PRIMARY KEY)"_s);
        must(connection, u"INSERT INTO "_s + Dialect::quote(odd) + u" VALUES ('value')"_s);
        must(connection, u"ALTER TABLE users ADD COLUMN nickname text"_s);
        must(connection, u"ALTER TABLE users ADD COLUMN \"shoe size\" integer"_s);
        must(connection, u"ALTER TABLE users DROP COLUMN flatmates_bio"_s);
        if (isPostgres)
            must(connection,
                 u"ALTER TYPE "_s
                     + scalar(connection,
                              u"SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
                              "WHERE attrelid = 'users'::regclass AND attname = 'role'"_s)
                     + u" ADD VALUE 'auditor'"_s);
        else
            must(connection, u"PRAGMA ignore_check_constraints = ON"_s); // as in a file of another program
        RowMaker maker(connection, m_database->introspected());
        m_auditor = maker.id(u"users"_s, {{u"role"_s, Value(u"auditor"_s)}}).text();
    }

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    QString m_auditor;
};

QTEST_GUILESS_MAIN(tst_Introspection)
#include "tst_introspection.moc"

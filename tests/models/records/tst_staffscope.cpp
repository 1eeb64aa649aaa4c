// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/initializer.h"
#include "records/changecommit.h"
#include "records/deleteplan.h"
#include "records/latestchanges.h"
#include "records/openeddatabase.h"
#include "records/originalrow.h"
#include "records/recordreader.h"
#include "records/relatedrows.h"
#include "records/rowkey.h"
#include "records/staffscope.h"
#include "schema/schemareader.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What each role of staff sees and may change (core-and-moderation 0.4), in both databases.
class tst_StaffScope : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    LiveSchemaPtr m_live;
    Value m_agent;
    Value m_admin;
    Value m_mine;
    Value m_other;
    Value m_myProperty;
    Value m_otherProperty;
    int m_changes = 0;

    static StagedValue to(const QString &text) { return {Value(text), false}; }

    OpenedDatabase as(const Value &staffId)
    {
        const Result<OpenedDatabase> opened = lookIntoDatabase(*m_connection, staffId);
        if (!opened)
            qFatal("%s", qPrintable(whyNot(opened)));
        return *opened;
    }

    QStringList keysOf(const LiveSchemaPtr &live, const QString &name, const TableQuery &query = {})
    {
        const LiveTable &table = *live->table(name);
        if (!table.readable)
            return {u"hidden"_s};
        const RecordSource source(live, table, query, m_connection->dialect(), table.table.primaryKey);
        const Result<RecordPage> page = readForward(*m_connection, source, nullptr, true, 0, 1000);
        if (!page)
            qFatal("%s", qPrintable(whyNot(page)));
        const Result<qint64> count = countRows(*m_connection, source);
        if (!count || *count != page->rows.size())
            qFatal("The count differs from the rows of %s.", qPrintable(name));
        QStringList keys;
        for (const Row &row : page->rows)
            keys.append(row.first().text());
        return keys;
    }

    StagedRow update(const QString &table, const Value &id, const QMap<QString, StagedValue> &values)
    {
        const Result<std::optional<OriginalRow>> row = readOriginal(*m_connection, *m_live->table(table), {id});
        if (!row || !*row)
            qFatal("%s", qPrintable(table));
        return {stagedIdOf({id}), StagedKind::Update, **row, values};
    }

    StagedRow removal(const QString &table, const Value &id)
    {
        StagedRow row = update(table, id, {});
        row.kind = StagedKind::Delete;
        return row;
    }

    /// The sentence of the first thing that stands in the way; empty when it was committed.
    QString commitAs(const Value &staffId, const QList<StagedRow> &rows)
    {
        const ChangeHeader header{u"change-%1"_s.arg(++m_changes),
                                  u"desk-1"_s,
                                  QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC),
                                  {},
                                  staffId,
                                  Value(u"Somebody"_s),
                                  u"records"_s,
                                  u"asked for"_s,
                                  Value::null()};
        const Result<CommitOutcome> outcome = commitChanges(*m_connection, *m_live, rows, header);
        if (!outcome)
            return outcome.error().userText;
        return outcome->problems.isEmpty() ? QString() : outcome->problems.first().sentence;
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
        m_live = m_database->introspected();
        RowMaker maker(*m_connection, m_live);
        const Value first = maker.id(u"agents"_s);
        const Value second = maker.id(u"agents"_s);
        m_agent = maker.id(u"users"_s,
                           {{u"role"_s, Value(u"agent"_s)},
                            {u"agent_id"_s, first},
                            {u"full_name"_s, Value(u"Asha Agent"_s)},
                            {u"is_active"_s, Value(u"true"_s)}});
        m_admin = maker.id(u"users"_s,
                           {{u"role"_s, Value(u"admin"_s)},
                            {u"agent_id"_s, Value::null()},
                            {u"full_name"_s, Value(u"Ravi Admin"_s)},
                            {u"is_active"_s, Value(u"true"_s)}});
        const auto seeker = [&maker](const Value &agent, const QString &name) {
            return maker.id(u"users"_s,
                            {{u"role"_s, Value(u"user"_s)}, {u"agent_id"_s, agent}, {u"full_name"_s, Value(name)}});
        };
        m_mine = seeker(first, u"Meera Mine"_s);
        m_other = seeker(second, u"Omar Other"_s);
        m_myProperty = maker.id(u"properties"_s, {{u"owner_id"_s, m_mine}});
        m_otherProperty = maker.id(u"properties"_s, {{u"owner_id"_s, m_other}});
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void adminSeesAndChangesEverything()
    {
        const OpenedDatabase opened = as(m_admin);
        QVERIFY(opened.staff && !opened.staff->isAgent);
        QCOMPARE(opened.staff->name, u"Ravi Admin"_s);
        QVERIFY(!opened.schema->whole);
        QCOMPARE(keysOf(opened.schema, u"properties"_s).size(), 2);
        QCOMPARE(commitAs(m_admin, {update(u"users"_s, m_other, {{u"is_active"_s, to(u"false"_s)}})}), QString());
    }

    void agentSeesOwnUsersAndTheirPropertiesVisitsAndBookings()
    {
        RowMaker maker(*m_connection, m_live);
        for (const QString &table : {u"visits"_s, u"bookings"_s}) {
            const auto between = [&](const Value &user, const Value &property) {
                return maker.id(table, {{u"user_id"_s, user}, {u"property_id"_s, property}}).text();
            };
            const QString asGuest = between(m_mine, m_otherProperty);
            const QString asOwner = between(m_other, m_myProperty);
            (void)between(m_other, m_otherProperty);
            QCOMPARE(keysOf(as(m_agent).schema, table), (QStringList{asGuest, asOwner}));
        }
        const LiveSchemaPtr seen = as(m_agent).schema;
        // The agent's own login carries the agent's number too.
        QCOMPARE(keysOf(seen, u"users"_s), (QStringList{m_agent.text(), m_mine.text()}));
        QCOMPARE(keysOf(seen, u"properties"_s), QStringList{m_myProperty.text()});
        TableQuery sorted;
        sorted.sort = {{u"full_name"_s, true}};
        sorted.text = u"mine"_s;
        QCOMPARE(keysOf(seen, u"users"_s, sorted), QStringList{m_mine.text()});
        for (const LiveTable &table : seen->tables) {
            const bool isOpen =
                QStringList{u"users"_s, u"properties"_s, u"visits"_s, u"bookings"_s}.contains(table.table.name);
            QCOMPARE(table.readable, isOpen);
            QVERIFY(isOpen || table.hiddenBecause.contains(u"for admins"_s));
        }
    }

    void agentFindsOthersInNoOtherWay()
    {
        const LiveSchemaPtr seen = as(m_agent).schema;
        const LiveTable &users = *seen->table(u"users"_s);
        QCOMPARE(searchRows(*m_connection, *seen, users, u"Omar"_s, 10)->size(), 0);
        QCOMPARE(searchRows(*m_connection, *seen, users, m_other.text(), 10)->size(), 0);
        QCOMPARE(searchRows(*m_connection, *seen, users, u"Meera"_s, 10)->size(), 1);
        QVERIFY(!*readRow(*m_connection, users, {m_other}));
        QVERIFY(!*readOriginal(*m_connection, users, {m_other}));
        QVERIFY(*readOriginal(*m_connection, users, {m_mine}));
        QCOMPARE(readRowLabels(*m_connection, *seen, users, u"id"_s, {m_other, m_mine})->size(), 1);
        const Result<QHash<QString, TableCount>> counts = readTableCounts(*m_connection, *seen);
        GHAR_VERIFY(counts);
        QCOMPARE(counts->size(), 4);
        QCOMPARE(counts->value(u"users"_s).rows, 2);
        const Result<QList<LatestChange>> changes = readLatestChanges(*m_connection, *seen, 100);
        GHAR_VERIFY(changes);
        for (const LatestChange &change : *changes)
            QVERIFY(seen->table(change.table)->readable);
        // What a deletion really does is counted for everybody, but other people's names are not among the samples.
        RowMaker maker(*m_connection, m_live);
        (void)maker.id(u"visits"_s, {{u"user_id"_s, m_other}, {u"property_id"_s, m_myProperty}});
        (void)maker.id(u"property_images"_s, {{u"property_id"_s, m_myProperty}});
        const Result<DeletePlan> plan =
            planDelete(*m_connection, *seen, *seen->table(u"properties"_s), {{m_myProperty}});
        GHAR_VERIFY(plan);
        QCOMPARE(plan->deletes.value(u"property_images"_s), 1);
        for (const DeleteStep &step : plan->steps)
            QVERIFY(step.table != "property_images"_L1 || step.samples.isEmpty());
    }

    void agentChangesOnlyTheListedColumnsOfOwnUsers()
    {
        QCOMPARE(commitAs(m_agent, {update(u"users"_s, m_mine, {{u"full_name"_s, to(u"Meera Rao"_s)}})}), QString());
        QVERIFY(commitAs(m_agent, {update(u"users"_s, m_mine, {{u"role"_s, to(u"admin"_s)}})}).contains(u"Role"_s));
        QVERIFY(commitAs(m_agent, {update(u"users"_s, m_mine, {{u"is_active"_s, to(u"false"_s)}})})
                    .contains(u"works as an agent"_s));
        QVERIFY(commitAs(m_agent, {removal(u"users"_s, m_mine)}).contains(u"neither make nor delete"_s));
        QVERIFY(commitAs(m_agent, {update(u"users"_s, m_other, {{u"full_name"_s, to(u"X Y"_s)}})})
                    .contains(u"none of the users"_s));
        QCOMPARE(scalar(*m_connection, u"SELECT full_name FROM users WHERE id = "_s + m_other.text()), u"Omar Other"_s);
    }

    void agentChangesOnlyOwnRowsAndKeepsThem()
    {
        QCOMPARE(commitAs(m_agent, {update(u"properties"_s, m_myProperty, {{u"title"_s, to(u"Sunny flat"_s)}})}),
                 QString());
        QVERIFY(commitAs(m_agent, {update(u"properties"_s, m_otherProperty, {{u"title"_s, to(u"Mine now"_s)}})})
                    .contains(u"none of the users"_s));
        QVERIFY(commitAs(m_agent, {update(u"properties"_s, m_myProperty, {{u"owner_id"_s, to(m_other.text())}})})
                    .contains(u"After this change"_s));
        QVERIFY(commitAs(m_agent, {update(u"agents"_s, Value(u"1"_s), {{u"name"_s, to(u"X"_s)}})})
                    .contains(u"for admins"_s));
        RowMaker maker(*m_connection, m_live);
        (void)maker.id(u"property_images"_s, {{u"property_id"_s, m_myProperty}});
        QVERIFY(commitAs(m_agent, {removal(u"properties"_s, m_myProperty)}).contains(u"agent may not change"_s));
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM properties"_s), u"2"_s);
        must(*m_connection, u"DELETE FROM property_images"_s);
        QCOMPARE(commitAs(m_agent, {removal(u"properties"_s, m_myProperty)}), QString());
        QCOMPARE(scalar(*m_connection, u"SELECT count(*) FROM properties"_s), u"1"_s);
    }

    void roleOfTheMomentCounts()
    {
        must(*m_connection, u"UPDATE users SET role = 'user' WHERE id = "_s + m_admin.text());
        QVERIFY(commitAs(m_admin, {update(u"properties"_s, m_myProperty, {{u"title"_s, to(u"X"_s)}})})
                    .contains(u"no member of staff"_s));
        must(*m_connection,
             u"UPDATE users SET role = 'admin', is_active = %1 WHERE id = %2"_s.arg(
                 m_database->isPostgres() ? u"false"_s : u"0"_s, m_admin.text()));
        QVERIFY(commitAs(m_admin, {update(u"properties"_s, m_myProperty, {{u"title"_s, to(u"X"_s)}})})
                    .contains(u"not active"_s));
    }

    void agentWithoutNumberSeesNothing()
    {
        must(*m_connection, u"UPDATE users SET agent_id = NULL WHERE id = "_s + m_agent.text());
        const OpenedDatabase opened = as(m_agent);
        QVERIFY(opened.staff);
        for (const LiveTable &table : opened.schema->tables) {
            QVERIFY(!table.readable);
            QVERIFY(table.hiddenBecause.contains(u"sees nothing"_s));
        }
        QVERIFY(commitAs(m_agent, {update(u"properties"_s, m_myProperty, {{u"title"_s, to(u"X"_s)}})})
                    .contains(u"sees nothing"_s));
    }

    void choosesNobodyWhoIsNotStaff()
    {
        QVERIFY(as(m_mine).staffProblem.contains(u"no member of staff"_s));
        QVERIFY(as(Value(u"999999"_s)).staffProblem.contains(u"no user 999999"_s));
        must(*m_connection,
             u"UPDATE users SET is_active = %1 WHERE id = %2"_s.arg(m_database->isPostgres() ? u"false"_s : u"0"_s,
                                                                    m_agent.text()));
        const OpenedDatabase opened = as(m_agent);
        QVERIFY(opened.staffProblem.contains(u"not active"_s));
        QVERIFY(!opened.staff);
        QCOMPARE(keysOf(opened.schema, u"users"_s), QStringList{u"hidden"_s});
        QVERIFY(as(Value::null()).staffProblem.isEmpty());
    }

    void findsStaffByNamePhoneEmailAndNumber()
    {
        must(*m_connection,
             u"UPDATE users SET phone = '+919876500001', email = 'asha@desk.test' WHERE id = "_s + m_agent.text());
        const auto found = [&](const QString &text) {
            QStringList names;
            const Result<QList<StaffMember>> members = searchStaff(*m_connection, *m_live, text, 10);
            if (!members)
                qFatal("%s", qPrintable(whyNot(members)));
            for (const StaffMember &member : *members)
                names.append(member.name);
            return names;
        };
        QCOMPARE(found({}), (QStringList{u"Asha Agent"_s, u"Ravi Admin"_s}));
        for (const QString &text : {u"asha a"_s, u"98765"_s, u"ASHA@desk"_s, m_agent.text()})
            QVERIFY2(found(text).contains(u"Asha Agent"_s), qPrintable(text));
        QCOMPARE(found(u"Meera"_s), QStringList());
        // An agent may hand the desk over to anybody of the team, although those rows are not the agent's to see.
        const LiveSchemaPtr seen = as(m_agent).schema;
        QCOMPARE(searchStaff(*m_connection, *seen, u"Ravi"_s, 10)->size(), 1);
    }

    void everyAgentOfTheDemoSeesWhatTheRuleSays()
    {
        QFETCH_GLOBAL(Backend, backend);
        TemporaryDatabase database(backend, TemporaryDatabase::Content::Empty);
        m_connection = database.open();
        GHAR_VERIFY(initializeDatabase(*m_connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)}));
        const Result<QList<Row>> agents = m_connection->rows(
            {u"SELECT CAST(id AS text), CAST(agent_id AS text) FROM users WHERE role = 'agent' AND is_active AND agent_id IS NOT NULL"_s,
             {}});
        GHAR_VERIFY(agents);
        QVERIFY(agents->size() > 1);
        for (const Row &agent : *agents) {
            const LiveSchemaPtr seen = as(agent.at(0)).schema;
            const QString own = u"(SELECT id FROM users WHERE agent_id = "_s + agent.at(1).text() + u')';
            const QString through = u"user_id IN "_s + own
                + u" OR property_id IN (SELECT id FROM properties WHERE owner_id IN "_s + own + u')';
            for (const auto &[table, condition] :
                 std::initializer_list<std::pair<QString, QString>>{{u"users"_s, u"agent_id = "_s + agent.at(1).text()},
                                                                    {u"properties"_s, u"owner_id IN "_s + own},
                                                                    {u"visits"_s, through},
                                                                    {u"bookings"_s, through}}) {
                QCOMPARE(QString::number(keysOf(seen, table).size()),
                         scalar(*m_connection, u"SELECT count(*) FROM "_s + table + u" WHERE "_s + condition));
            }
        }
        m_connection.reset();
    }
};

QTEST_MAIN(tst_StaffScope)
#include "tst_staffscope.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/initializer.h"
#include "database/transaction.h"
#include "records/deleteplan.h"
#include "records/embeddedids.h"
#include "records/rowkey.h"
#include "schema/schemareader.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QRandomGenerator>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The plan of a deletion says what the database then really does, count for count.
class tst_DeletePlan : public QObject
{
    Q_OBJECT

    using Counts = QMap<QString, qint64>;

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    LiveSchemaPtr m_live;

    Result<DeletePlan> plan(const QString &table, const QStringList &keys, const DeletePlanProgress &progress = {})
    {
        const LiveTable &live = *m_live->table(table);
        QList<Row> rows;
        for (const QString &key : keys) {
            const Result<Row> row = rowKeyFromText(live, key);
            if (!row)
                return row.error();
            rows.append(*row);
        }
        return planDelete(*m_connection, *m_live, live, rows, progress);
    }

    Result<DeletePlan> plan(const QString &table, const QString &key, const DeletePlanProgress &progress = {})
    {
        return plan(table, QStringList{key}, progress);
    }

    /// Every row of every table: key text -> which foreign-key columns hold a value.
    using State = QHash<QString, QHash<QString, QSet<QString>>>;

    State state()
    {
        State all;
        for (const LiveTable &table : m_live->tables) {
            if (table.isView)
                continue;
            QStringList selected;
            QStringList columns;
            for (const QString &name : table.table.primaryKey)
                selected.append(m_connection->dialect().read(*table.table.column(name)));
            const qsizetype keySize = selected.size();
            for (const ForeignKey &key : table.table.foreignKeys) {
                for (const QString &name : key.columns) {
                    selected.append(m_connection->dialect().read(*table.table.column(name)));
                    columns.append(name);
                }
            }
            QHash<QString, QSet<QString>> &rows = all[table.table.name];
            const Result<void> done = m_connection->forEach(
                {u"SELECT "_s + selected.join(u", "_s) + u" FROM "_s + Dialect::quote(table.table.name), {}},
                [&](const Row &row) {
                    QSet<QString> filled;
                    for (qsizetype i = keySize; i < row.size(); ++i) {
                        if (!row.at(i).isNull())
                            filled.insert(columns.at(i - keySize));
                    }
                    rows.insert(rowKeyText(row.first(keySize)), filled);
                    return true;
                });
            if (!done)
                qFatal("%s", qPrintable(whyNot(done)));
        }
        return all;
    }

    static void compare(const State &before, const State &after, Counts &deletes, Counts &nulls)
    {
        for (auto table = before.cbegin(); table != before.cend(); ++table) {
            const QHash<QString, QSet<QString>> &rows = after.value(table.key());
            for (auto row = table->cbegin(); row != table->cend(); ++row) {
                const auto now = rows.constFind(row.key());
                if (now == rows.cend()) {
                    ++deletes[table.key()];
                    continue;
                }
                for (const QString &column : row.value()) {
                    if (!now->contains(column))
                        ++nulls[table.key() + u'.' + column];
                }
            }
        }
    }

    Result<qint64> reallyDelete(const QString &table, const QStringList &keys)
    {
        const LiveTable &live = *m_live->table(table);
        Sql sql;
        QStringList rows;
        for (const QString &key : keys) {
            const Row row = *rowKeyFromText(live, key);
            QStringList conditions;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const Column &column = *live.table.column(live.table.primaryKey.at(i));
                conditions.append(Dialect::quote(column.name) + u" = "_s
                                  + m_connection->dialect().bind(sql, column, row.at(i)));
            }
            rows.append(u'(' + conditions.join(u" AND "_s) + u')');
        }
        sql.text = u"DELETE FROM "_s + Dialect::quote(table) + u" WHERE "_s + rows.join(u" OR "_s);
        return m_connection->execute(sql);
    }

    /// Plans, deletes for real, compares, and takes the deletion back.
    void check(const QString &table, const QStringList &keys)
    {
        const QString what = table + u' ' + keys.join(u", "_s);
        const Result<DeletePlan> planned = plan(table, keys);
        GHAR_VERIFY(planned);
        QVERIFY(planned->isComplete);
        Transaction transaction(*m_connection);
        GHAR_VERIFY(transaction.begin());
        const State before = state();
        const Result<qint64> deleted = reallyDelete(table, keys);
        QVERIFY2(deleted.hasValue() == planned->blocks.isEmpty(),
                 qPrintable(what + u": planned blocks "_s + planned->blocks.keys().join(u", "_s) + u"; the database: "_s
                            + whyNot(deleted)));
        if (!deleted) {
            QCOMPARE(deleted.error().kind, ErrorKind::Constraint);
            ++m_blocked;
            return;
        }
        Counts deletes;
        Counts nulls;
        compare(before, state(), deletes, nulls);
        if (deletes != planned->deletes || nulls != planned->nulls)
            qWarning() << what << "planned" << planned->deletes << planned->nulls << "real" << deletes << nulls;
        QCOMPARE(planned->deletes, deletes);
        QCOMPARE(planned->nulls, nulls);
        ++m_deleted;
        if (!nulls.isEmpty())
            ++m_nulled;
    }
    void check(const QString &table, const QString &key) { check(table, QStringList{key}); }

    int m_deleted = 0;
    int m_blocked = 0;
    int m_nulled = 0;

    void use(TemporaryDatabase::Content content)
    {
        QFETCH_GLOBAL(Backend, backend);
        m_connection.reset();
        m_database = std::make_unique<TemporaryDatabase>(backend, content);
        m_connection = m_database->open();
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
    }

    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
        m_live.reset();
    }

    void saysWhatTheDatabaseThenDoes()
    {
        use(TemporaryDatabase::Content::Empty);
        GHAR_VERIFY(initializeDatabase(*m_connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)}));
        m_live = m_database->introspected();
        m_deleted = m_blocked = m_nulled = 0;
        const State all = state();
        QRandomGenerator random(20261122);
        for (const LiveTable &table : m_live->tables) {
            QStringList keys = all.value(table.table.name).keys();
            keys.sort();
            QVERIFY2(!keys.isEmpty(), qPrintable(table.table.name));
            // Most that can be refused or set to null hangs on these.
            const bool isHub = QStringList{u"users"_s, u"agents"_s, u"properties"_s}.contains(table.table.name);
            for (int i = 0; i < (isHub ? 40 : 3); ++i) {
                // One row, and now and then several at once.
                QStringList chosen{keys.at(random.bounded(keys.size()))};
                while (i % 3 == 2 && chosen.size() < 4) {
                    const QString &more = keys.at(random.bounded(keys.size()));
                    if (keys.size() < 8)
                        break;
                    if (!chosen.contains(more))
                        chosen.append(more);
                }
                check(table.table.name, chosen);
                if (QTest::currentTestFailed())
                    return;
            }
        }
        qInfo("%d deleted, %d of them set references to null; %d refused", m_deleted, m_nulled, m_blocked);
        QVERIFY(m_deleted + m_blocked >= 300);
        QVERIFY(m_blocked >= 10);
        QVERIFY(m_nulled >= 10);
    }

    /// tours.md T5.
    void namesReferencesWithoutAKey()
    {
        use(TemporaryDatabase::Content::Platform);
        m_live = m_database->introspected();
        RowMaker maker(*m_connection, m_live);
        const Value tour = maker.id(u"tours"_s);
        const Value scene = maker.id(u"scenes"_s, {{u"tour_id"_s, tour}});
        const Value other = maker.id(u"scenes"_s, {{u"tour_id"_s, tour}});
        must(*m_connection,
             u"UPDATE tours SET settings = '{\"initial_scene_id\": \"%1\", \"floor_plans\": [{\"markers\": "
             "[{\"scene_id\": \"%1\"}]}]}'"_s.arg(scene.text()));
        maker.id(u"hotspots"_s, {{u"scene_id"_s, scene}, {u"target_scene_id"_s, other}});
        maker.id(u"hotspots"_s, {{u"scene_id"_s, other}, {u"target_scene_id"_s, scene}});
        maker.id(u"floor_plans"_s,
                 {{u"tour_id"_s, tour},
                  {u"markers"_s, Value(u"[{\"scene_id\": \"%1\", \"x\": 10, \"y\": 20}]"_s.arg(scene.text()))}});
        maker.id(u"floor_plans"_s,
                 {{u"tour_id"_s, tour},
                  {u"markers"_s, Value(u"[{\"scene_id\": \"%1\", \"x\": 10, \"y\": 20}]"_s.arg(other.text()))}});
        maker.id(u"ai_jobs"_s, {{u"tour_id"_s, tour}, {u"scene_id"_s, scene}});
        const Result<DeletePlan> planned = plan(u"scenes"_s, scene.text());
        GHAR_VERIFY(planned);
        QCOMPARE(planned->deletes, (Counts{{u"hotspots"_s, 1}, {u"scenes"_s, 1}}));
        QCOMPARE(planned->blocks, Counts());
        QCOMPARE(planned->dangling,
                 (Counts{{u"ai_jobs.scene_id"_s, 1},
                         {u"floor_plans.markers"_s, 1},
                         {u"hotspots.target_scene_id"_s, 1},
                         {u"tours.settings"_s, 1}}));
        // The tour takes all of it along; the listing that shows it does not go.
        maker.id(u"properties"_s,
                 {{u"virtual_tour_url"_s, Value(u"https://tours.example.com/t/%1?x=1"_s.arg(tour.text()))}});
        const Result<DeletePlan> whole = plan(u"tours"_s, tour.text());
        GHAR_VERIFY(whole);
        QCOMPARE(whole->deletes,
                 (Counts{{u"floor_plans"_s, 2}, {u"hotspots"_s, 2}, {u"scenes"_s, 2}, {u"tours"_s, 1}}));
        QCOMPARE(
            whole->dangling,
            (Counts{{u"ai_jobs.scene_id"_s, 1}, {u"ai_jobs.tour_id"_s, 1}, {u"properties.virtual_tour_url"_s, 1}}));
    }

    void addsUpTheMoneyThatWouldVanish()
    {
        use(TemporaryDatabase::Content::Platform);
        m_live = m_database->introspected();
        RowMaker maker(*m_connection, m_live);
        const Value lease = maker.id(u"leases"_s, {{u"monthly_rent"_s, Value(u"25000.10"_s)}});
        for (const QString &amount : {u"25000.10"_s, u"0.20"_s})
            maker.id(u"rent_charges"_s, {{u"lease_id"_s, lease}, {u"amount_due"_s, Value(amount)}});
        const Result<DeletePlan> planned = plan(u"leases"_s, lease.text());
        GHAR_VERIFY(planned);
        const auto paiseOf = [&](const QString &table, const QString &column) {
            qint64 paise = 0;
            for (const DeletedMoney &money : planned->money)
                paise += money.table == table && money.column == column ? money.paise : 0;
            return paise;
        };
        QCOMPARE(paiseOf(u"leases"_s, u"monthly_rent"_s), 25'000'10);
        QCOMPARE(paiseOf(u"rent_charges"_s, u"amount_due"_s), 25'000'30);
    }

    void endsInCyclesAndCountsEachRowOnce()
    {
        use(TemporaryDatabase::Content::Empty);
        must(*m_connection,
             u"CREATE TABLE a (id integer PRIMARY KEY, next_id integer REFERENCES a (id) ON DELETE CASCADE)"_s);
        must(
            *m_connection,
            u"CREATE TABLE b (x integer, y integer, a_id integer REFERENCES a (id) ON DELETE CASCADE, PRIMARY KEY (x, y))"_s);
        must(
            *m_connection,
            u"CREATE TABLE c (id integer PRIMARY KEY, x integer, y integer, a_id integer REFERENCES a (id) ON DELETE SET NULL, FOREIGN KEY (x, y) REFERENCES b (x, y) ON DELETE CASCADE)"_s);
        must(*m_connection, u"INSERT INTO a VALUES (1, NULL), (2, 1), (3, 2), (4, 4)"_s);
        must(*m_connection, u"UPDATE a SET next_id = 3 WHERE id = 1"_s);
        must(*m_connection, u"INSERT INTO b VALUES (1, 1, 1), (1, 2, 3), (2, 1, 4)"_s);
        must(*m_connection, u"INSERT INTO c VALUES (1, 1, 1, 4), (2, 1, 2, 2), (3, 2, 1, 3), (4, NULL, 1, 1)"_s);
        m_live = m_database->introspected();
        const Result<DeletePlan> planned = plan(u"a"_s, u"1"_s);
        GHAR_VERIFY(planned);
        QCOMPARE(planned->deletes, (Counts{{u"a"_s, 3}, {u"b"_s, 2}, {u"c"_s, 2}}));
        QCOMPARE(planned->nulls, (Counts{{u"c.a_id"_s, 2}}));
        QCOMPARE(planned->steps.first().samples.size(), 1);
        // Keys without an index of their own are named.
        QVERIFY(planned->missingIndexes.contains(u"c.a_id"_s));
        for (const QString &key : {u"1"_s, u"4"_s})
            check(u"a"_s, key);
        check(u"b"_s, u"1/2"_s);
        QCOMPARE(plan(u"b"_s, u"1"_s).error().kind, ErrorKind::BadInput);
    }

    /// A unique key may be NULL in part, and then nothing refers to it.
    void boundValuesKeepTheirPlaces()
    {
        use(TemporaryDatabase::Content::Empty);
        must(*m_connection, u"CREATE TABLE a (id integer PRIMARY KEY, p integer, q integer, UNIQUE (p, q))"_s);
        must(*m_connection,
             u"CREATE TABLE b (id integer PRIMARY KEY, p integer, q integer, FOREIGN KEY (p, q) REFERENCES a (p, q) ON "
             "DELETE CASCADE)"_s);
        must(*m_connection, u"INSERT INTO a VALUES (1, 7, NULL), (2, 5, 6)"_s);
        must(*m_connection, u"INSERT INTO b VALUES (10, 5, 6), (11, 7, NULL)"_s);
        m_live = m_database->introspected();
        const Result<DeletePlan> planned =
            planDelete(*m_connection, *m_live, *m_live->table(u"a"_s), {{Value::integer(1)}, {Value::integer(2)}});
        GHAR_VERIFY(planned);
        QCOMPARE(planned->deletes, (Counts{{u"a"_s, 2}, {u"b"_s, 1}}));
        check(u"a"_s, u"1"_s);
        check(u"a"_s, u"2"_s);
    }

    /// A server checks NO ACTION while it works down the levels; SQLite at the end of the statement.
    void knowsTheOrderOfTheServer()
    {
        use(TemporaryDatabase::Content::Empty);
        must(*m_connection, u"CREATE TABLE top (id integer PRIMARY KEY)"_s);
        must(*m_connection,
             u"CREATE TABLE mid (id integer PRIMARY KEY, top_id integer REFERENCES top (id) ON DELETE CASCADE)"_s);
        must(
            *m_connection,
            u"CREATE TABLE low (id integer PRIMARY KEY, mid_id integer REFERENCES mid (id) ON DELETE CASCADE, top_id integer REFERENCES top (id))"_s);
        must(
            *m_connection,
            u"CREATE TABLE early (id integer PRIMARY KEY, top_id integer REFERENCES top (id) ON DELETE CASCADE, again_id integer REFERENCES top (id))"_s);
        must(*m_connection, u"INSERT INTO top VALUES (1), (2), (3)"_s);
        must(*m_connection, u"INSERT INTO mid VALUES (10, 1)"_s);
        must(*m_connection, u"INSERT INTO low VALUES (100, 10, 1)"_s);
        must(*m_connection, u"INSERT INTO early VALUES (7, 2, 2), (8, 3, 2)"_s);
        m_live = m_database->introspected();
        const Result<DeletePlan> first = plan(u"top"_s, u"1"_s);
        GHAR_VERIFY(first);
        QCOMPARE(first->blocks, (m_database->isPostgres() ? Counts{{u"low.top_id"_s, 1}} : Counts()));
        const Result<DeletePlan> second = plan(u"top"_s, u"2"_s);
        GHAR_VERIFY(second);
        QCOMPARE(second->blocks, (Counts{{u"early.again_id"_s, 1}}));
        QCOMPARE(second->deletes, (Counts{{u"early"_s, 1}, {u"top"_s, 1}}));
        for (const QString &key : {u"1"_s, u"2"_s, u"3"_s})
            check(u"top"_s, key);
    }

    void canBeStoppedAndTellsDirectRowsFirst()
    {
        use(TemporaryDatabase::Content::Platform);
        m_live = m_database->introspected();
        RowMaker maker(*m_connection, m_live);
        const Value user = maker.id(u"users"_s);
        for (int i = 0; i < 3; ++i)
            maker.id(u"user_search_history"_s, {{u"user_id"_s, user}});
        int calls = 0;
        const Result<DeletePlan> stopped = plan(u"users"_s, user.text(), [&](const DeletePlan &sofar) {
            ++calls;
            return sofar.deletes.value(u"user_search_history"_s) == 0;
        });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QVERIFY(calls > 0);
        // The connection is as good as before.
        GHAR_VERIFY(plan(u"users"_s, user.text()));
    }

    void refusesWhatIsNoKey()
    {
        use(TemporaryDatabase::Content::Platform);
        m_live = m_database->introspected();
        QCOMPARE(plan(u"users"_s, u"x"_s).error().kind, ErrorKind::BadInput);
        const Result<DeletePlan> gone = plan(u"users"_s, u"999"_s);
        GHAR_VERIFY(gone);
        QCOMPARE(gone->deletes, Counts());
    }

    void findsKeysInsideTexts()
    {
        const QString id = u"6f1c2a3b-0000-4000-8000-00000000000a"_s;
        QCOMPARE(embeddedIds(u"https://x.example.com/"_s + id.toUpper() + u"/view"_s, {}), QStringList{id});
        QCOMPARE(embeddedIds(u"[{\"scene_id\": \"a\"}, {\"scene_id\": 7}, {}, 3, null]"_s, u"[].scene_id"_s),
                 (QStringList{u"a"_s, u"7"_s}));
        QCOMPARE(embeddedIds(u"{\"a\": {\"b\": [{\"c\": \"1\"}]}}"_s, u"a.b[].c"_s), QStringList{u"1"_s});
        QCOMPARE(embeddedIds(u"not JSON"_s, u"a"_s), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_DeletePlan)
#include "tst_deleteplan.moc"

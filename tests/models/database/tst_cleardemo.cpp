// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schemareader.h"
#include "seed/cleardemo.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Demo rows go, real rows stay, also where they are mixed.
class tst_ClearDemo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_live = m_database->introspected();
        m_connection = m_database->open();
        m_maker = std::make_unique<RowMaker>(*m_connection, m_live);
    }

    void cleanup()
    {
        m_maker.reset();
        m_connection.reset();
        m_live.reset();
        m_database.reset();
    }

    void removesDemoRowsAndNothingElse()
    {
        mix();
        const QString before = rowCounts();
        const Result<ClearDemoPlan> plan = planClearDemo(*m_connection, *m_live);
        GHAR_VERIFY(plan);
        QCOMPARE(rowCounts(), before); // planning changes nothing
        const QHash<QString, qint64> countsBefore = counts();
        GHAR_VERIFY(clearDemoData(*m_connection, *m_live, *plan));
        const QHash<QString, qint64> countsAfter = counts();

        // The plan said exactly what happened.
        QHash<QString, qint64> planned;
        for (const auto &[table, rows] : plan->deletedRows)
            planned.insert(table, rows);
        for (auto it = countsBefore.cbegin(); it != countsBefore.cend(); ++it)
            QVERIFY2(it.value() - countsAfter.value(it.key()) == planned.value(it.key()), qPrintable(it.key()));

        // Flagged rows are gone, but for the demo owner of a real listing.
        QCOMPARE(count(u"properties WHERE is_seed_data = %1"_s), u"0"_s);
        QCOMPARE(count(u"agents WHERE is_seed_data = %1"_s), u"0"_s);
        QCOMPARE(count(u"users WHERE is_seed_data = %1"_s), u"1"_s);
        QCOMPARE(count(u"users WHERE id = "_s + m_keptOwner.text()), u"1"_s);
        QCOMPARE(count(u"properties WHERE id = "_s + m_keptListing.text() + u" AND owner_id = "_s + m_keptOwner.text()),
                 u"1"_s);
        QCOMPARE(plan->keptOwners.size(), 1);
        QCOMPARE(plan->keptOwners.first().ownerId, m_keptOwner);
        QCOMPARE(plan->keptOwners.first().propertyId, m_keptListing);

        // What only pointed to them stays without them.
        QCOMPARE(count(u"users WHERE id = "_s + m_realUser.text() + u" AND agent_id IS NULL"_s), u"1"_s);
        QCOMPARE(count(u"visits WHERE id = "_s + m_realVisit.text() + u" AND agent_id IS NULL"_s), u"1"_s);
        QCOMPARE(count(u"bug_reports WHERE id = "_s + m_bug.text() + u" AND user_id IS NULL AND assigned_to IS NULL"_s),
                 u"1"_s);
        QCOMPARE(count(u"pages WHERE id = "_s + m_page.text() + u" AND created_by IS NULL AND updated_by IS NULL"_s),
                 u"1"_s);
        const auto cleared = [&](const QString &table, const QString &column) {
            return plan->clearedReferences.contains({table, column, 1});
        };
        QVERIFY(cleared(u"users"_s, u"agent_id"_s) && cleared(u"visits"_s, u"agent_id"_s));
        QVERIFY(cleared(u"bug_reports"_s, u"user_id"_s) && cleared(u"bug_reports"_s, u"assigned_to"_s));
        QVERIFY(cleared(u"pages"_s, u"created_by"_s) && cleared(u"pages"_s, u"updated_by"_s));

        // What belonged to a demo owner goes; reference tables and the rows of real people stay.
        QCOMPARE(count(u"documents WHERE id = "_s + m_demoDocument.text()), u"0"_s);
        QCOMPARE(count(u"documents WHERE id = "_s + m_realDocument.text()), u"1"_s);
        QCOMPARE(count(u"rental_application_forms WHERE id = "_s + m_demoForm.text()), u"0"_s);
        QCOMPARE(count(u"amenities"_s), u"2"_s);
        QCOMPARE(count(u"bank_rates"_s), u"1"_s);
        QCOMPARE(count(u"users WHERE id = "_s + m_otherUser.text()), u"1"_s);

        // Nothing points into the void.
        if (!m_database->isPostgres())
            QCOMPARE(m_connection->rows({u"PRAGMA foreign_key_check"_s, {}})->size(), 0);

        const Result<ClearDemoPlan> again = planClearDemo(*m_connection, *m_live);
        GHAR_VERIFY(again);
        QVERIFY(again->deletedRows.isEmpty());
        QCOMPARE(describe(*again).size(), 1);
    }

    void realDatabaseLosesNothing()
    {
        for (const QString &table : {u"users"_s, u"agents"_s, u"properties"_s, u"leases"_s, u"visits"_s})
            (void)m_maker->make(table);
        const QString before = rowCounts();
        const Result<ClearDemoPlan> plan = planClearDemo(*m_connection, *m_live);
        GHAR_VERIFY(plan);
        QVERIFY(plan->deletedRows.isEmpty() && plan->clearedReferences.isEmpty() && plan->keptOwners.isEmpty());
        GHAR_VERIFY(clearDemoData(*m_connection, *m_live, *plan));
        QCOMPARE(rowCounts(), before);
    }

    void everyKeyToADemoRowIsRespected()
    {
        // One row for each key of each table, leading to a demo row of its own.
        int rows = 0;
        for (const Table &table : platformSchema()->tables()) {
            for (const ForeignKey &key : table.foreignKeys) {
                if (key.columns.size() != 1
                    || !QStringList{u"users"_s, u"agents"_s, u"properties"_s}.contains(key.refTable))
                    continue;
                RowMaker::Values given{{key.columns.first(), m_maker->id(key.refTable, demo())}};
                if (table.name == u"user_swipes"_s && key.columns.first() == u"target_user_id"_s)
                    given.insert(u"target_type"_s, Value(u"user"_s));
                else if (table.name == u"user_swipes"_s) {
                    given.insert(u"target_type"_s, Value(u"property"_s));
                    if (key.columns.first() != u"property_id"_s)
                        given.insert(u"property_id"_s, m_maker->id(u"properties"_s));
                }
                const Result<Row> row = m_maker->tryMake(table.name, given);
                QVERIFY2(row.hasValue(), qPrintable(table.name + u'.' + key.columns.first() + whyNot(row)));
                ++rows;
            }
        }
        QVERIFY(rows > 50);
        const Result<ClearDemoPlan> plan = planClearDemo(*m_connection, *m_live);
        GHAR_VERIFY(plan);
        GHAR_VERIFY(clearDemoData(*m_connection, *m_live, *plan));
        QCOMPARE(count(u"agents WHERE is_seed_data = %1"_s), u"0"_s);
        QCOMPARE(count(u"properties WHERE is_seed_data = %1"_s), u"0"_s);
        QCOMPARE(count(u"users WHERE is_seed_data = %1"_s), QString::number(plan->keptOwners.size()));
    }

    void planThatNoLongerHoldsIsRefused()
    {
        mix();
        const Result<ClearDemoPlan> plan = planClearDemo(*m_connection, *m_live);
        GHAR_VERIFY(plan);
        (void)m_maker->id(u"users"_s, demo());
        const QString before = rowCounts();
        const Result<void> refused = clearDemoData(*m_connection, *m_live, *plan);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QCOMPARE(rowCounts(), before);
    }

    void refusedWhereRowsCannotBeTold()
    {
        mix();
        must(*m_connection, u"DROP TABLE IF EXISTS agent_interactions"_s);
        must(*m_connection, u"ALTER TABLE agents DROP COLUMN is_seed_data"_s);
        const LiveSchemaPtr live = m_database->introspected();
        const QString before = rowCounts();
        const Result<ClearDemoPlan> refused = planClearDemo(*m_connection, *live);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().userText.contains(u"agents"_s));
        QCOMPARE(rowCounts(), before);
    }

private:
    static RowMaker::Values demo(RowMaker::Values values = {})
    {
        values.insert(u"is_seed_data"_s, Value::boolean(true));
        return values;
    }

    void mix()
    {
        RowMaker &make = *m_maker;
        const Value demoUser = make.id(u"users"_s, demo());
        const Value demoAgent = make.id(u"agents"_s, demo());
        m_keptOwner = make.id(u"users"_s, demo({{u"full_name"_s, Value(u"Demo Owner"_s)}}));
        m_realUser = make.id(u"users"_s, {{u"agent_id"_s, demoAgent}});
        m_otherUser = make.id(u"users"_s);
        m_keptListing = make.id(u"properties"_s, {{u"owner_id"_s, m_keptOwner}, {u"title"_s, Value(u"Real flat"_s)}});
        const Value realListing = make.id(u"properties"_s, {{u"owner_id"_s, m_realUser}});
        const Value demoListing = make.id(u"properties"_s, demo({{u"owner_id"_s, m_realUser}}));
        (void)make.id(u"properties"_s, demo({{u"owner_id"_s, demoUser}}));
        m_realVisit = make.id(
            u"visits"_s, {{u"user_id"_s, m_realUser}, {u"property_id"_s, realListing}, {u"agent_id"_s, demoAgent}});
        (void)make.id(u"visits"_s, {{u"user_id"_s, m_realUser}, {u"property_id"_s, demoListing}});
        m_bug = make.id(u"bug_reports"_s, {{u"user_id"_s, demoUser}, {u"assigned_to"_s, demoUser}});
        m_page = make.id(u"pages"_s, {{u"created_by"_s, demoUser}, {u"updated_by"_s, demoUser}});
        m_demoDocument = make.id(u"documents"_s, {{ownerColumn(u"documents"_s), demoUser}});
        m_realDocument = make.id(u"documents"_s, {{ownerColumn(u"documents"_s), m_realUser}});
        m_demoForm = make.id(u"rental_application_forms"_s, {{ownerColumn(u"rental_application_forms"_s), demoUser}});
        const Value amenity = make.id(u"amenities"_s);
        (void)make.id(u"amenities"_s);
        (void)make.id(u"property_amenities"_s, {{u"property_id"_s, demoListing}, {u"amenity_id"_s, amenity}});
        (void)make.id(u"bank_rates"_s);
    }

    /// The column that says whose the row is: the first that must lead to a user.
    [[nodiscard]] QString ownerColumn(const QString &table) const
    {
        const Table &definition = m_live->table(table)->table;
        for (const ForeignKey &key : definition.foreignKeys) {
            if (key.refTable == u"users"_s && !definition.column(key.columns.first())->nullable)
                return key.columns.first();
        }
        qFatal("No row of %s belongs to a user.", qPrintable(table));
    }

    [[nodiscard]] QString count(const QString &what)
    {
        const QString text = what.contains(u"%1"_s) ? what.arg(m_database->isPostgres() ? u"true"_s : u"1"_s) : what;
        return scalar(*m_connection, u"SELECT count(*) FROM "_s + text);
    }

    [[nodiscard]] QHash<QString, qint64> counts()
    {
        QHash<QString, qint64> all;
        for (const LiveTable &table : m_live->tables)
            all.insert(table.table.name, count(table.table.name).toLongLong());
        return all;
    }

    [[nodiscard]] QString rowCounts()
    {
        QStringList all;
        const LiveSchemaPtr live = m_database->introspected(); // not m_live: a test changes tables
        for (const LiveTable &table : live->tables)
            all.append(table.table.name + u'=' + count(table.table.name));
        return all.join(u' ');
    }

    std::unique_ptr<TemporaryDatabase> m_database;
    LiveSchemaPtr m_live;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<RowMaker> m_maker;
    Value m_keptOwner, m_keptListing, m_realUser, m_otherUser, m_realVisit, m_bug, m_page, m_demoDocument,
        m_realDocument, m_demoForm;
};

QTEST_GUILESS_MAIN(tst_ClearDemo)
#include "tst_cleardemo.moc"

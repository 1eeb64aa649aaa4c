// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connection.h"
#include "database/initializer.h"
#include "schema/schemareader.h"
#include "seed/cleardemo.h"
#include "support/temporarydatabase.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The demo platform in a real database, with every key, check and trigger that db init makes.
class tst_DemoLoader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void fillsEveryTableAndObeysEveryKey()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        const TemporaryDatabase database(backend, TemporaryDatabase::Content::Empty);
        const auto connection = database.open();
        const Result<InitReport> report =
            initializeDatabase(*connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)});
        GHAR_VERIFY(report);
        QVERIFY(report->demoFilled);
        QVERIFY(report->rows > 5000);
        const LiveSchemaPtr live = database.introspected();
        QVERIFY(live);
        for (const Table &table : platformSchema()->tables()) {
            const Result<Value> count =
                connection->scalar({u"SELECT count(*) FROM "_s + Dialect::quote(table.name), {}});
            GHAR_VERIFY(count);
            QVERIFY2(count->text().toInt() > 0, qPrintable(table.name));
        }
        if (!database.isPostgres())
            QCOMPARE(scalar(*connection, u"SELECT count(*) FROM pragma_foreign_key_check"_s), u"0"_s);

        // A row that the platform adds afterwards gets a number of its own.
        must(*connection,
             u"INSERT INTO amenities (title, is_active, created_at) VALUES ('Later', "_s
                 + (database.isPostgres() ? u"true"_s : u"1"_s) + u", "_s
                 + (database.isPostgres() ? u"now()"_s : u"'2026-11-22 00:00:00.000000+00:00'"_s) + u')');
    }

    void findsListingsByTextAndPlaceOnSqlite()
    {
        QFETCH_GLOBAL(Backend, backend);
        if (backend != Backend::Sqlite)
            return; // the structures are SQLite's
        const TemporaryDatabase database(backend, TemporaryDatabase::Content::Empty);
        const auto connection = database.open();
        GHAR_VERIFY(initializeDatabase(*connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)}));
        QVERIFY(
            scalar(*connection, u"SELECT count(*) FROM properties_search WHERE properties_search MATCH 'Gurugram'"_s)
                .toInt()
            > 10);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM properties_location"_s),
                 scalar(*connection, u"SELECT count(*) FROM properties WHERE location IS NOT NULL"_s));
    }

    void isRemovedWithoutTheReferenceTables()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        const TemporaryDatabase database(backend, TemporaryDatabase::Content::Empty);
        const auto connection = database.open();
        GHAR_VERIFY(initializeDatabase(*connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)}));
        const LiveSchemaPtr live = database.introspected();
        const Result<ClearDemoPlan> plan = planClearDemo(*connection, *live);
        GHAR_VERIFY(plan);
        QVERIFY(plan->keptOwners.isEmpty());
        GHAR_VERIFY(clearDemoData(*connection, *live, *plan));
        for (const QString &table : {u"users"_s, u"agents"_s, u"properties"_s, u"leases"_s, u"tours"_s, u"hotspots"_s})
            QCOMPARE(scalar(*connection, u"SELECT count(*) FROM "_s + table), u"0"_s);
        for (const QString &table : {u"amenities"_s, u"app_catalogs"_s, u"circle_rates"_s, u"bank_rates"_s, u"faqs"_s})
            QVERIFY2(scalar(*connection, u"SELECT count(*) FROM "_s + table).toInt() > 0, qPrintable(table));
    }
};

QTEST_GUILESS_MAIN(tst_DemoLoader)
#include "tst_demoloader.moc"

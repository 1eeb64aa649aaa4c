// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demofixture.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Tours and public records of the demo platform.
class tst_DemoPlaces : public DemoFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QCOMPARE(generate(), QString()); }
    void shipsTheFlatTourWhole();
    void showsToursInEveryState();
    void shipsEveryPictureItNames();
    void showsQuirksOfPublicRecords();
    void showsRunsThatMislead();
};

void tst_DemoPlaces::shipsTheFlatTourWhole()
{
    const Rows &tours = table(u"tours"_s);
    const Rows &scenes = table(u"scenes"_s);
    const Rows &spots = table(u"hotspots"_s);
    const QString tour = tours.text(0, u"id");
    QCOMPARE(tours.text(0, u"status"), u"published"_s);
    QCOMPARE(tours.text(0, u"visibility"), u"public"_s);
    QSet<QString> keys;
    for (qsizetype row = 0; row < scenes.rows.size(); ++row) {
        if (scenes.text(row, u"tour_id") == tour)
            keys.insert(scenes.text(row, u"id"));
    }
    QCOMPARE(keys.size(), 4);
    QVERIFY(keys.contains(json(tours, 0, u"settings").value(u"initial_scene_id"_s).toString()));
    int links = 0;
    for (qsizetype row = 0; row < spots.rows.size(); ++row) {
        if (!keys.contains(spots.text(row, u"scene_id")))
            continue;
        const bool isLink = spots.text(row, u"type") == "navigation"_L1;
        links += isLink;
        QCOMPARE(spots.at(row, u"target_scene_id").isNull(), !isLink);
        if (isLink)
            QVERIFY(keys.contains(spots.text(row, u"target_scene_id")));
        const QJsonObject position = json(spots, row, u"position");
        QVERIFY(qAbs(position.value(u"yaw"_s).toDouble()) <= 180 && qAbs(position.value(u"pitch"_s).toDouble()) <= 90);
    }
    QCOMPARE(links, 6);
    const Rows &plans = table(u"floor_plans"_s);
    QCOMPARE(plans.text(0, u"tour_id"), tour);
    const QJsonArray markers = QJsonDocument::fromJson(plans.text(0, u"markers").toUtf8()).array();
    QCOMPARE(markers.size(), 4);
    for (const QJsonValue &marker : markers)
        QVERIFY(keys.contains(marker[u"scene_id"_s].toString()));
    QCOMPARE(table(u"video_metadata"_s).text(0, u"width"), u"960"_s);
}

void tst_DemoPlaces::showsToursInEveryState()
{
    const Rows &tours = table(u"tours"_s);
    QSet<QString> states;
    for (qsizetype row = 0; row < tours.rows.size(); ++row)
        states.insert(tours.text(row, u"status") + u'/' + tours.text(row, u"visibility"));
    for (const QString &state : {u"published/public"_s, u"published/unlisted"_s, u"published/private"_s,
                                 u"draft/private"_s, u"archived/private"_s})
        QVERIFY2(states.contains(state), qPrintable(state));
    QCOMPARE(count(tours, [&](qsizetype row) { return !tours.at(row, u"deleted_at").isNull(); }), 1);
    QSet<QString> scenes;
    const Rows &all = table(u"scenes"_s);
    for (qsizetype row = 0; row < all.rows.size(); ++row)
        scenes.insert(all.text(row, u"id"));
    const Rows &spots = table(u"hotspots"_s);
    QCOMPARE(count(spots,
                   [&](qsizetype row) {
                       return !spots.at(row, u"target_scene_id").isNull()
                           && !scenes.contains(spots.text(row, u"target_scene_id"));
                   }),
             1);
    QCOMPARE(count(all, [&](qsizetype row) { return !all.at(row, u"processing_error").isNull(); }), 1);
    QCOMPARE_GE(
        count(spots,
              [&](qsizetype row) { return json(spots, row, u"custom_data").value(u"auto_generated"_s).toBool(); }),
        1);
    // Clicks name spots that exist, apart from those of scenes that are gone.
    QSet<QString> spotKeys;
    for (qsizetype row = 0; row < spots.rows.size(); ++row)
        spotKeys.insert(spots.text(row, u"id"));
    const Rows &events = table(u"tour_analytics_events"_s);
    QCOMPARE_GE(count(events, [&](qsizetype row) { return spotKeys.contains(events.text(row, u"hotspot_id")); }), 5);
}

void tst_DemoPlaces::shipsEveryPictureItNames()
{
    static const QRegularExpression address(u"ghar-demo:(/[\\w./-]+)"_s);
    QSet<QString> missing;
    int named = 0;
    for (const Table &entry : m_schema->tables()) {
        for (const QList<Value> &row : table(entry.name).rows) {
            for (const Value &value : row) {
                for (auto found = address.globalMatch(value.text()); found.hasNext(); ++named) {
                    const QString path = found.next().captured(1);
                    if (!QFile::exists(u":/ghar/demo"_s + path))
                        missing.insert(path);
                }
            }
        }
    }
    QCOMPARE_GT(named, 100);
    QCOMPARE(missing, QSet<QString>{u"/tour-flat/missing.jpg"_s}); // the scene that lost its picture
}

void tst_DemoPlaces::showsQuirksOfPublicRecords()
{
    QCOMPARE_GE(count(u"bank_auctions"_s, u"auction_date", u"1970-01-01"_s), 5);
    QCOMPARE_GE(count(u"court_auctions"_s, u"auction_date", u"1970-01-01"_s), 2);
    QCOMPARE(count(u"bank_auctions"_s, u"is_active", u"true"_s), int(table(u"bank_auctions"_s).rows.size()));
    const Rows &rates = table(u"circle_rates"_s);
    QCOMPARE_GE(count(rates,
                      [&](qsizetype row) {
                          return rates.at(row, u"rate_per_sqyd").isNull() && rates.at(row, u"rate_per_sqft").isNull()
                              && rates.at(row, u"rate_per_sqm").isNull();
                      }),
                1);
    // The number of complaints is the builder's, on each of the builder's projects.
    const Rows &projects = table(u"rera_projects"_s);
    const Rows &orders = table(u"rera_complaints"_s);
    for (qsizetype row = 0; row < projects.rows.size(); ++row) {
        if (projects.at(row, u"developer_name").isNull())
            continue;
        const QString slug = projects.text(row, u"developer_slug");
        QCOMPARE(projects.text(row, u"complaint_count").toInt(), count(u"rera_complaints"_s, u"builder_slug", slug));
    }
    QCOMPARE_GE(count(orders,
                      [&](qsizetype row) {
                          return !orders.at(row, u"rera_number").isNull()
                              && count(u"rera_projects"_s, u"rera_number", orders.text(row, u"rera_number")) == 0;
                      }),
                1);
    const Rows &land = table(u"jamabandi_cache"_s);
    QCOMPARE_GE(count(land, [&](qsizetype row) { return land.text(row, u"expires_at") < m_today; }), 3);
    const Rows &auctions = table(u"bank_auctions"_s);
    QHash<QString, int> hashes;
    for (qsizetype row = 0; row < auctions.rows.size(); ++row)
        ++hashes[auctions.text(row, u"normalized_address_hash")];
    QCOMPARE_GE(std::count_if(hashes.cbegin(), hashes.cend(), [](int number) { return number > 1; }), 2);
}

void tst_DemoPlaces::showsRunsThatMislead()
{
    const Rows &runs = table(u"scraper_runs"_s);
    const auto number = [&](qsizetype row, QStringView column) { return runs.text(row, column).toInt(); };
    const auto isSuccess = [&](qsizetype row) { return runs.text(row, u"status") == "success"_L1; };
    QCOMPARE_GE(count(runs, [&](qsizetype row) { return isSuccess(row) && number(row, u"records_found") == 0; }), 3);
    QCOMPARE_GE(count(runs,
                      [&](qsizetype row) {
                          return isSuccess(row) && number(row, u"records_found") > 0
                              && number(row, u"records_upserted") == 0;
                      }),
                1);
    QCOMPARE_GE(count(runs, [&](qsizetype row) { return isSuccess(row) && number(row, u"records_failed") > 0; }), 1);
    QCOMPARE_GE(count(runs,
                      [&](qsizetype row) {
                          return runs.text(row, u"status") == "running"_L1 && runs.at(row, u"finished_at").isNull();
                      }),
                1);
}

QTEST_GUILESS_MAIN(tst_DemoPlaces)

#include "tst_demoplaces.moc"

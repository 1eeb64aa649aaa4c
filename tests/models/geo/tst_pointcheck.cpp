// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/pointcheck.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What is said about the place of a listing.
class tst_PointCheck : public QObject
{
    Q_OBJECT

private slots:
    void concerns()
    {
        QCOMPARE(pointConcern(std::nullopt), PointConcern::Missing);
        QCOMPARE(pointConcern(GeoPoint{0, 0}), PointConcern::Zero);
        QCOMPARE(pointConcern(GeoPoint{28.4595, 77.0266}), PointConcern::None);
        QCOMPARE(pointConcern(GeoPoint{77.0266, 28.4595}), PointConcern::Swapped);
        // A longitude beyond 90 is no latitude, but it is one exchanged.
        QCOMPARE(pointConcern(GeoPoint{91.7, 26.1}), PointConcern::Swapped);
        QCOMPARE(pointConcern(GeoPoint{51.5, -0.12}), PointConcern::OutsideIndia);
        QCOMPARE(pointConcern(GeoPoint{120, 200}), PointConcern::OffTheEarth);
        QCOMPARE(pointConcern(GeoPoint{qQNaN(), 77}), PointConcern::OffTheEarth);
    }

    void thePointCountsMoreThanTheColumns()
    {
        const ListingPlace both = listingPlace(u"SRID=4326;POINT(77.0266 28.4595)"_s, u"28.4595"_s, u"77.1266"_s);
        QCOMPARE(both.point, (GeoPoint{28.4595, 77.0266}));
        QCOMPARE(both.concern, PointConcern::None);
        QVERIFY2(qAbs(both.apart - 9775) < 50, qPrintable(QString::number(both.apart)));
        const ListingPlace columns = listingPlace({}, u"28.4595"_s, u"77.0266"_s);
        QCOMPARE(columns.point, (GeoPoint{28.4595, 77.0266}));
        QCOMPARE(columns.apart, 0.0);
        QCOMPARE(listingPlace({}, u"28.4"_s, {}).concern, PointConcern::Missing);
        QCOMPARE(listingPlace(u"POINT(77 99)"_s, {}, {}).concern, PointConcern::OffTheEarth);
        QCOMPARE(listingPlace({}, u"0"_s, u"0.0"_s).concern, PointConcern::Zero);
    }

    void theEdgesBelongToIt()
    {
        QVERIFY(isAroundIndia({6, 68}));
        QVERIFY(isAroundIndia({38, 98}));
        QVERIFY(!isAroundIndia({5.99, 80}));
        QVERIFY(!isAroundIndia({20, 98.01}));
    }
};

QTEST_APPLESS_MAIN(tst_PointCheck)
#include "tst_pointcheck.moc"

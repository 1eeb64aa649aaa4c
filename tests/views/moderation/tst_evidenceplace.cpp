// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/evidencelistmodel.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The map below the facts of a listing, and what is said of a point that is odd.
class tst_EvidencePlace : public QObject
{
    Q_OBJECT

private slots:
    void theMapShowsThePlaceOrSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("latitude");
        QTest::addColumn<QString>("longitude");
        QTest::addColumn<QString>("words"); // empty: nothing is wrong
        QTest::addColumn<bool>("isShown");
        QTest::addColumn<QPointF>("shown"); // longitude, latitude
        const QString gurugram = u"SRID=4326;POINT(77.0266 28.4595)"_s;
        QTest::newRow("good") << gurugram << u"28.4595"_s << u"77.0266"_s << QString() << true
                              << QPointF(77.0266, 28.4595);
        QTest::newRow("columns only") << QString() << u"12.97"_s << u"77.59"_s << QString() << true
                                      << QPointF(77.59, 12.97);
        QTest::newRow("nothing") << QString() << QString() << QString() << u"has no point"_s << false << QPointF();
        QTest::newRow("zero") << QString() << u"0"_s << u"0"_s << u"0, 0"_s << false << QPointF();
        QTest::newRow("swapped") << u"SRID=4326;POINT(28.4595 77.0266)"_s << QString() << QString() << u"look swapped"_s
                                 << true << QPointF(77.0266, 28.4595);
        QTest::newRow("London") << u"SRID=4326;POINT(-0.12 51.5)"_s << QString() << QString() << u"outside India."_s
                                << true << QPointF(-0.12, 51.5);
        QTest::newRow("no place") << QString() << u"300"_s << u"400"_s << u"not a place"_s << false << QPointF();
        QTest::newRow("two places") << gurugram << u"28.6"_s << u"77.2"_s << u"23 km apart"_s << true
                                    << QPointF(77.0266, 28.4595);
    }

    void theMapShowsThePlaceOrSaysWhatIsWrong()
    {
        QFETCH(QString, location);
        QFETCH(QString, latitude);
        QFETCH(QString, longitude);
        QFETCH(QString, words);
        QFETCH(bool, isShown);
        QFETCH(QPointF, shown);
        Evidence evidence;
        evidence.item.kind = ItemKind::Listing;
        evidence.item.id = 1;
        evidence.listing = EvidenceListing();
        evidence.listing->values = {{u"id"_s, Value::integer(1)},
                                    {u"location"_s, location.isEmpty() ? Value::null() : Value(location)},
                                    {u"latitude"_s, latitude.isEmpty() ? Value::null() : Value(latitude)},
                                    {u"longitude"_s, longitude.isEmpty() ? Value::null() : Value(longitude)}};
        EvidenceListModel model;
        model.setEvidence(std::make_shared<const LiveSchema>(), evidence,
                          QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC), Privacy::Revealed);
        QList<QModelIndex> maps;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            if (index.data(EvidenceListModel::KindRole).value<EvidenceListModel::Kind>()
                == EvidenceListModel::Kind::Map)
                maps.append(index);
        }
        QCOMPARE(maps.size(), 1);
        const QString body = maps.first().data(EvidenceListModel::BodyRole).toString();
        QVERIFY2(words.isEmpty() ? body.isEmpty() : body.contains(words), qPrintable(body));
        QCOMPARE(maps.first().data(EvidenceListModel::BadgeRole).toString().isEmpty(), words.isEmpty());
        QCOMPARE(maps.first().data(EvidenceListModel::MapShownRole).toBool(), isShown);
        QCOMPARE(QPointF(maps.first().data(EvidenceListModel::LongitudeRole).toDouble(),
                         maps.first().data(EvidenceListModel::LatitudeRole).toDouble()),
                 shown);
    }
};

QTEST_MAIN(tst_EvidencePlace)
#include "tst_evidenceplace.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QProcess>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Two moderators on one server who decide the same 200 items at the same time.
class tst_ModerationRace : public QObject
{
    Q_OBJECT

    static constexpr int items = 200;

private slots:
    void decidesEachItemOnce_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("with claims") << u"claim"_s;
        QTest::newRow("without claims") << u"blind"_s;
    }
    void decidesEachItemOnce()
    {
        GHAR_NEEDS_DATABASE(Backend::Postgres);
        QFETCH(QString, mode);
        const TemporaryDatabase database(Backend::Postgres);
        const auto connection = database.open();
        RowMaker rows(*connection, database.introspected());
        const Value first = rows.id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value(u"true"_s)}});
        const Value second = rows.id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value(u"true"_s)}});
        const Value reporter = rows.id(u"users"_s);
        for (int i = 0; i < items; ++i)
            (void)rows.id(u"user_reports"_s,
                          {{u"reporter_user_id"_s, reporter},
                           {u"reported_user_id"_s, rows.id(u"users"_s)},
                           {u"status"_s, Value(u"open"_s)},
                           {u"notes"_s, Value(u"Words of the reporter."_s)}});
        QProcess deciders[2];
        const Value people[2] = {first, second};
        for (int i = 0; i < 2; ++i) {
            deciders[i].setProcessChannelMode(QProcess::MergedChannels);
            deciders[i].start(QString::fromUtf8(GHAR_DECIDER), {database.profile().connInfo, people[i].text(), mode});
        }
        for (QProcess &decider : deciders) {
            QVERIFY(decider.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(decider.canReadLine() || decider.state() == QProcess::NotRunning, 30'000);
            QCOMPARE(decider.readLine().trimmed(), QByteArray("ready"));
        }
        for (QProcess &decider : deciders)
            decider.write("\n");
        QStringList decided;
        for (QProcess &decider : deciders) {
            QVERIFY(decider.waitForFinished(180'000));
            QCOMPARE(decider.exitCode(), 0);
            decided += QString::fromUtf8(decider.readAll()).split(u'\n', Qt::SkipEmptyParts);
        }
        QVERIFY2(decided.filter(u"failed"_s).isEmpty(), qPrintable(decided.filter(u"failed"_s).value(0)));
        QCOMPARE(decided.size(), items);
        QCOMPARE(QSet<QString>(decided.cbegin(), decided.cend()).size(), items);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM user_reports WHERE status = 'actioned'"_s),
                 QString::number(items));
        // One note each: nothing was decided twice.
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM user_reports WHERE notes LIKE '%warn] by %warn] by %'"_s),
                 u"0"_s);
        QCOMPARE(scalar(*connection, u"SELECT count(*) FROM ghar_desk.decisions"_s), QString::number(items));
        QCOMPARE(scalar(*connection, u"SELECT count(DISTINCT item) FROM ghar_desk.decision_items"_s),
                 QString::number(items));
    }
};

QTEST_GUILESS_MAIN(tst_ModerationRace)
#include "tst_moderationrace.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

#include <QTest>
#include <QTimeZone>

using namespace Ghar;

class tst_Clock : public QObject
{
    Q_OBJECT

private slots:
    void pinnedClockStandsStill()
    {
        const Clock clock = Clock::pinned(QDate(2026, 11, 30));
        QCOMPARE(clock.today(), QDate(2026, 11, 30));
        QCOMPARE(clock.now(), QDateTime(QDate(2026, 11, 30), QTime(6, 30), Qt::UTC));
        QCOMPARE(clock.now().timeSpec(), Qt::UTC);
        QCOMPARE(clock.now(), clock.now());
    }

    void todayIsIndiasDayWhateverTheZone()
    {
        const Clock clock;
        // Midnight may pass between two looks, so the day is compared with both.
        const QDate before = clock.now().toOffsetFromUtc(19800).date();
        const QDate today = clock.today();
        const QDate after = clock.now().toOffsetFromUtc(19800).date();
        QVERIFY(today == before || today == after);
    }

    void nowIsInUtc()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const QDateTime now = Clock().now();
        QCOMPARE(now.timeSpec(), Qt::UTC);
        QVERIFY(now >= before && now <= QDateTime::currentDateTimeUtc());
    }
};

QTEST_GUILESS_MAIN(tst_Clock)
#include "tst_clock.moc"

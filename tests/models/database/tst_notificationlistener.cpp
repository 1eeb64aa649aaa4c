// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/notificationlistener.h"
#include "support/temporarydatabase.h"

#include <QSignalSpy>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What is sent to a channel of the server is heard, also after the way was lost; a file tells nothing.
class tst_NotificationListener : public QObject
{
    Q_OBJECT

private slots:
    void hearsWhatOthersSend()
    {
        GHAR_NEEDS_DATABASE(Backend::Postgres);
        const TemporaryDatabase database(Backend::Postgres, TemporaryDatabase::Content::Empty);
        NotificationListener listener(database.profile(), u"Odd \"channel\""_s);
        NotificationListener other(database.profile(), u"another"_s);
        QSignalSpy heard(&listener, &NotificationListener::heard);
        QSignalSpy heardByOther(&other, &NotificationListener::heard);
        QVERIFY(!listener.isHearing());
        QTRY_VERIFY(listener.isHearing() && other.isHearing());
        QCOMPARE(heard.count(), 0); // not itself
        const auto sender = database.open();
        GHAR_VERIFY(sender->run(u"SELECT pg_notify('Odd \"channel\"', 'one ₹')"_s));
        QTRY_COMPARE(heard.count(), 1);
        QCOMPARE(heard.first().first().toString(), u"one ₹"_s);
        // What is taken back is not told.
        GHAR_VERIFY(sender->run(u"BEGIN"_s));
        GHAR_VERIFY(sender->run(u"SELECT pg_notify('Odd \"channel\"', 'no')"_s));
        GHAR_VERIFY(sender->run(u"ROLLBACK"_s));
        GHAR_VERIFY(sender->run(u"SELECT pg_notify('Odd \"channel\"', 'two')"_s));
        QTRY_COMPARE(heard.count(), 2);
        QCOMPARE(heard.last().first().toString(), u"two"_s);
        QCOMPARE(heardByOther.count(), 0);
    }

    void hearsAgainAfterTheWayWasLost()
    {
        GHAR_NEEDS_DATABASE(Backend::Postgres);
        const TemporaryDatabase database(Backend::Postgres, TemporaryDatabase::Content::Empty);
        NotificationListener listener(database.profile(), u"news"_s);
        QSignalSpy heard(&listener, &NotificationListener::heard);
        QSignalSpy changed(&listener, &NotificationListener::hearingChanged);
        QTRY_VERIFY(listener.isHearing());
        const auto sender = database.open();
        GHAR_VERIFY(sender->run(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                                "current_database() AND pid <> pg_backend_pid()"_s));
        QTRY_COMPARE(changed.count(), 2);
        QVERIFY(!listener.isHearing());
        QTRY_VERIFY_WITH_TIMEOUT(listener.isHearing(), 10'000);
        // Something may have been sent meanwhile.
        QTRY_COMPARE(heard.count(), 1);
        QCOMPARE(heard.first().first().toString(), QString());
        GHAR_VERIFY(sender->run(u"SELECT pg_notify('news', 'back')"_s));
        QTRY_COMPARE(heard.count(), 2);
    }

    void aServerThatCannotBeReachedKeepsNobodyWaiting()
    {
        // Nobody listens on this port of this computer.
        Profile profile;
        profile.kind = Profile::Kind::Postgres;
        profile.connInfo = u"host=127.0.0.1 port=1 dbname=nothing"_s;
        NotificationListener listener(profile, u"news"_s);
        QSignalSpy changed(&listener, &NotificationListener::hearingChanged);
        QVERIFY(!listener.isHearing());
        QVERIFY(!changed.wait(300));
    }

    void aFileTellsNothing()
    {
        const TemporaryDatabase database(Backend::Sqlite, TemporaryDatabase::Content::Empty);
        NotificationListener listener(database.profile(), u"news"_s);
        QSignalSpy changed(&listener, &NotificationListener::hearingChanged);
        QVERIFY(!changed.wait(300));
        QVERIFY(!listener.isHearing());
    }
};

QTEST_GUILESS_MAIN(tst_NotificationListener)
#include "tst_notificationlistener.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseimage.h"
#include "moderation/evidence.h"
#include "support/platformfixture.h"

#include <QUuid>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What stands beside an item, in both databases.
class tst_Evidence : public PlatformFixture
{
    Q_OBJECT

    Value user(const QString &name, const QString &phone = {}, const QString &email = {})
    {
        const auto orNull = [](const QString &text) { return text.isEmpty() ? Value::null() : Value(text); };
        return m_rows->id(u"users"_s,
                          {{u"full_name"_s, Value(name)}, {u"phone"_s, orNull(phone)}, {u"email"_s, orNull(email)}});
    }

    Value report(const Value &reporter, const Value &reported, const QString &status, int day, const Value &talk = {})
    {
        return m_rows->id(
            u"user_reports"_s,
            {{u"reporter_user_id"_s, reporter},
             {u"reported_user_id"_s, reported},
             {u"reason"_s, Value(u"spam"_s)},
             {u"status"_s, Value(status)},
             {u"conversation_id"_s, talk},
             {u"created_at"_s, Value(u"2026-11-%1 06:30:00.000000+00:00"_s.arg(day, 2, 10, QChar(u'0')))}});
    }

    Evidence read(ItemKind kind, const Value &id)
    {
        const Result<Evidence> evidence = readEvidence(*m_connection, *m_live, {kind, id.text().toLongLong()});
        if (!evidence)
            qFatal("%s", qPrintable(whyNot(evidence)));
        return *evidence;
    }

    static QStringList textsOf(const QList<RowLabel> &labels)
    {
        QStringList texts;
        for (const RowLabel &label : labels)
            texts.append(label.text);
        return texts;
    }

    Value talkOf(const Value &a, const Value &b)
    {
        const bool isOrdered = a.text().toLongLong() < b.text().toLongLong();
        return m_rows->id(u"user_conversations"_s,
                          {{u"user_one_id"_s, isOrdered ? a : b}, {u"user_two_id"_s, isOrdered ? b : a}});
    }

private slots:
    void tellsBothPeoplesPast()
    {
        const Value ravi = user(u"Ravi"_s);
        const Value rita = user(u"Rita"_s, {}, u"rita_k@example.in"_s);
        (void)user(u"Rita again"_s, {}, u"rita_k+x@example.in"_s);
        (void)user(u"Not Rita"_s, {}, u"ritaXk+x@example.in"_s); // the underscore is one
        const Value sita = user(u"Sita"_s);
        const Value talk = talkOf(ravi, rita);
        const Value open = report(rita, ravi, u"open"_s, 20);
        (void)report(sita, ravi, u"actioned"_s, 10);
        (void)report(sita, ravi, u"dismissed"_s, 12);
        (void)report(ravi, sita, u"dismissed"_s, 12);
        // Rita was right once in three.
        for (int i = 0; i < 3; ++i)
            (void)report(rita, sita, i == 0 ? u"actioned"_s : u"dismissed"_s, 1 + i);
        (void)m_rows->id(u"user_blocks"_s, {{u"blocker_user_id"_s, sita}, {u"blocked_user_id"_s, ravi}});
        const Evidence evidence = read(ItemKind::Report, open);
        QVERIFY(!evidence.isGone);
        QCOMPARE(evidence.subject->label.text, u"Ravi"_s);
        QCOMPARE(evidence.subject->reportsReceived, 3);
        QCOMPARE(evidence.subject->reportsActioned, 1);
        QCOMPARE(evidence.subject->reportsDismissed, 1);
        QCOMPARE(evidence.subject->reportsMade, 1);
        QCOMPARE(evidence.subject->blockedBy, 1);
        QCOMPARE(evidence.subject->blocksMade, 0);
        // Of who reports the same is told, of reports that are decided by now nothing.
        QCOMPARE(evidence.reporters.size(), 1);
        const EvidencePerson &reporter = evidence.reporters.first();
        QCOMPARE(reporter.label.text, u"Rita"_s);
        QCOMPARE(reporter.reportsMade, 4);
        QCOMPARE(reporter.reportsReceived, 0);
        QCOMPARE(textsOf(reporter.otherAccounts), QStringList{u"Rita again"_s});
        (void)report(sita, ravi, u"reviewed"_s, 21);
        const Evidence two = read(ItemKind::Report, open);
        QCOMPARE(two.reporters.size(), 2);
        QCOMPARE(two.reporters.last().label.text, u"Sita"_s);
        QCOMPARE(two.reporters.last().reportsReceived, 4);
        QCOMPARE(two.reporters.last().blocksMade, 1);
        QVERIFY(read(ItemKind::Profile, ravi).reporters.isEmpty());
        QCOMPARE(evidence.reports.size(), 3);
        QCOMPARE(evidence.reports.first().id, open.text().toLongLong());
        QCOMPARE(evidence.reports.first().reporterRight, 1);
        QCOMPARE(evidence.reports.first().reporterDecided, 3);
        // The report names no conversation, but the two have one.
        QCOMPARE(evidence.reports.first().conversationId, talk);
        QVERIFY(evidence.reports.at(1).conversationId.isNull());
        QCOMPARE(*evidence.reports.at(1).createdAt, QDateTime(QDate(2026, 11, 12), QTime(6, 30), Qt::UTC));
    }

    void findsOtherAccountsOfTheSamePerson()
    {
        const Value ravi = user(u"Ravi"_s, u"+919812345678"_s, u"ravi@example.in"_s);
        (void)user(u"Same phone"_s, u"919812345678_dup_2"_s);
        (void)user(u"Same number"_s, u"09812345678"_s);
        (void)user(u"Same box"_s, {}, u"Ravi+2@example.in"_s);
        (void)user(u"Other number"_s, u"+919812345679"_s);
        (void)user(u"Other box"_s, {}, u"ravin@example.in"_s);
        (void)user(u"Other house"_s, {}, u"ravi@example.org"_s);
        QCOMPARE(textsOf(read(ItemKind::Profile, ravi).subject->otherAccounts),
                 (QStringList{u"Same phone"_s, u"Same number"_s, u"Same box"_s}));
        QCOMPARE(textsOf(read(ItemKind::Profile, user(u"Nobody"_s)).subject->otherAccounts), QStringList());
    }

    void showsAListingWithItsPhotosFlagsAndDuplicates()
    {
        const Value owner = user(u"Ravi"_s);
        const auto listing = [&](const QString &title, const QString &address) {
            return m_rows->id(u"properties"_s,
                              {{u"owner_id"_s, owner},
                               {u"title"_s, Value(title)},
                               {u"property_type"_s, Value(u"pg"_s)},
                               {u"purpose"_s, Value(u"rent"_s)},
                               {u"full_address"_s, Value(address)},
                               {u"latitude"_s, Value(u"28.5"_s)},
                               {u"longitude"_s, Value(u"77.25"_s)},
                               {u"bedrooms"_s, Value(u"2"_s)},
                               {u"description"_s, Value(u"Casino next door"_s)},
                               {u"main_image_url"_s, Value(u"https://media.example/main.jpg"_s)}});
        };
        const Value id = listing(u"Room"_s, u"Plot 1"_s);
        (void)listing(u"Room again"_s, u"Plot 1"_s);
        (void)listing(u"Another room"_s, u"Plot 2"_s);
        for (const QString &url : {u"https://media.example/b.jpg"_s, u"https://media.example/main.jpg"_s})
            (void)m_rows->id(u"property_images"_s, {{u"property_id"_s, id}, {u"image_url"_s, Value(url)}});
        const Evidence evidence = read(ItemKind::Listing, id);
        QCOMPARE(evidence.listing->photos,
                 (QStringList{u"https://media.example/main.jpg"_s, u"https://media.example/b.jpg"_s}));
        QCOMPARE(textsOf(evidence.listing->duplicates).size(), 1);
        QVERIFY(textsOf(evidence.listing->duplicates).first().contains(u"Room again"_s));
        QVERIFY(std::any_of(evidence.listing->flags.cbegin(), evidence.listing->flags.cend(),
                            [](const PrescreenFlag &flag) { return flag.code == "commercial_spam"_L1; }));
        QCOMPARE(evidence.subject->listings.size(), 3);
    }

    void saysWhatIsGone()
    {
        QVERIFY(read(ItemKind::Report, Value(u"77"_s)).isGone);
        const Value ravi = user(u"Ravi"_s);
        must(*m_connection,
             u"UPDATE users SET supabase_user_id = '__deleted__%1', full_name = NULL WHERE id = %1"_s.arg(ravi.text()));
        const Evidence evidence = read(ItemKind::Profile, ravi);
        QVERIFY(!evidence.isGone);
        QVERIFY(evidence.subject->isDeleted);
    }

    void readsAWindowOfALongConversation()
    {
        const Value ravi = user(u"Ravi"_s);
        const Value rita = user(u"Rita"_s);
        const Value talk = talkOf(ravi, rita);
        must(
            *m_connection,
            m_database->isPostgres()
                ? u"INSERT INTO user_messages (conversation_id, sender_id, body, created_at) SELECT %1, %2, 'Line ' || "
                  u"i, "
                  "TIMESTAMPTZ '2026-11-01 00:00:00+00' + i * INTERVAL '1 minute' FROM generate_series(1, 50000) AS g(i)"_s
                      .arg(talk.text(), ravi.text())
                : u"INSERT INTO user_messages (conversation_id, sender_id, body, created_at) SELECT %1, %2, 'Line ' || "
                  u"i, "
                  "strftime('%Y-%m-%d %H:%M:%S', 1793491200 + i * 60, 'unixepoch') || '.000000+00:00' FROM (WITH "
                  "RECURSIVE "
                  "n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT i FROM n)"_s.arg(
                      talk.text(), ravi.text()));
        const DatabaseImage before = DatabaseImage::take(*m_connection, *m_live);
        ChangeHeader header;
        header.changeId = u"look"_s;
        header.writerId = u"test"_s;
        header.madeAt = QDateTime(QDate(2026, 11, 22), QTime(6, 30), Qt::UTC);
        header.origin = u"moderation"_s;
        const QDateTime around = QDateTime(QDate(2026, 11, 1), QTime(10, 0), Qt::UTC); // line 600
        const Result<ConversationWindow> window = openConversation(*m_connection, *m_live, talk, around, header);
        GHAR_VERIFY(window);
        QCOMPARE(window->messages.size(), 120);
        QCOMPARE(window->messages.first().body, u"Line 501"_s);
        QCOMPARE(window->messages.last().body, u"Line 620"_s);
        QCOMPARE(window->messages.first().sender.text, u"Ravi"_s);
        QVERIFY(window->hasEarlier && window->hasLater);
        // Nothing is marked as read; the look itself is kept.
        QCOMPARE(before.differencesTo(DatabaseImage::take(*m_connection, *m_live)), QStringList());
        JournalQuery query;
        query.changeId = u"look"_s;
        QCOMPARE(readJournal(*m_connection, query)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Evidence)
#include "tst_evidence.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decision.h"
#include "moderation/moderationclaim.h"
#include "moderation/moderationqueue.h"
#include "support/platformfixture.h"

#include <QUuid>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What is in each queue, in which order and why, in both databases (core-and-moderation.md 1.3 to 1.9, 10, 11).
class tst_ModerationQueue : public PlatformFixture
{
    Q_OBJECT

    Value m_owner;

    static QDateTime now() { return {QDate(2026, 11, 22), QTime(6, 30), Qt::UTC}; }
    static Value ago(int hours)
    {
        return Value(now().addSecs(-hours * 3600).toString(u"yyyy-MM-dd HH:mm:ss"_s) + u".000000+00:00"_s);
    }

    Value report(const Value &reporter, const Value &reported, const QString &reason, int hours,
                 const QString &status = u"open"_s)
    {
        return m_rows->id(u"user_reports"_s,
                          {{u"reporter_user_id"_s, reporter},
                           {u"reported_user_id"_s, reported},
                           {u"reason"_s, Value(reason)},
                           {u"status"_s, Value(status)},
                           {u"created_at"_s, ago(hours)}});
    }

    Value listing(const QString &preferences, bool isAvailable, int hours = 1, const Value &from = Value::null(),
                  const QString &type = u"pg"_s, const QString &purpose = u"rent"_s)
    {
        return m_rows->id(u"properties"_s,
                          {{u"owner_id"_s, m_owner},
                           {u"property_type"_s, Value(type)},
                           {u"purpose"_s, Value(purpose)},
                           {u"is_available"_s, Value::boolean(isAvailable)},
                           {u"available_from"_s, from},
                           {u"created_at"_s, ago(hours)},
                           {u"listing_preferences"_s, preferences.isNull() ? Value::null() : Value(preferences)}});
    }

    Value user(const QString &profile, const QString &preferences = u"{}"_s, bool isActive = true)
    {
        return m_rows->id(u"users"_s,
                          {{u"flatmates_profile_status"_s, Value(profile)},
                           {u"preferences"_s, Value(preferences)},
                           {u"is_active"_s, Value::boolean(isActive)},
                           {u"created_at"_s, ago(200)},
                           {u"flatmates_last_active_at"_s, Value::null()}});
    }

    QueueQuery query(ModerationQueue queue) const
    {
        QueueQuery query;
        query.queue = queue;
        query.now = now();
        query.holder = u"me"_s;
        return query;
    }

    QList<QueueItem> items(ModerationQueue queue)
    {
        const Result<QueuePage> page = readQueue(*m_connection, *m_live, query(queue));
        if (!page)
            qFatal("%s", qPrintable(whyNot(page)));
        const Result<QueueCount> count = countQueue(*m_connection, *m_live, query(queue));
        if (!count)
            qFatal("%s", qPrintable(whyNot(count)));
        if (count->items != page->items.size())
            qFatal("The count is %lld and the items are %lld.", count->items, (long long)page->items.size());
        return page->items;
    }

    /// `item why` of each.
    QStringList lines(ModerationQueue queue)
    {
        QStringList list;
        for (const QueueItem &item : items(queue))
            list.append(item.item.text() + u' ' + item.reason);
        return list;
    }

    static QString line(const char *kind, const Value &id, const char *why)
    {
        return QString::fromLatin1(kind) + u':' + id.text() + u' ' + QString::fromLatin1(why);
    }

    void prepare() override { m_owner = user(u"draft"_s); }

private slots:
    void emptyQueuesAreEmpty()
    {
        for (const ModerationQueue queue : allModerationQueues()) {
            QCOMPARE(moderationQueueNamed(nameOf(queue)), queue);
            QCOMPARE(lines(queue), QStringList());
        }
    }

    void groupsReportsByThePersonAndPutsTheWorstFirst()
    {
        const Value a = user(u"draft"_s);
        const Value b = user(u"draft"_s);
        const Value c = user(u"draft"_s);
        const Value rita = user(u"draft"_s);
        const Value sita = user(u"draft"_s);
        (void)report(rita, a, u"spam"_s, 2);
        const Value abuse = report(rita, b, u"abuse"_s, 1);
        const Value spam = report(sita, b, u"spam"_s, 3);
        const Value late = report(rita, c, u"other"_s, 80); // due after 72 hours
        (void)report(rita, a, u"abuse"_s, 500, u"dismissed"_s);
        const QList<QueueItem> list = items(ModerationQueue::Reports);
        QCOMPARE(list.size(), 3);
        // Overdue first; then by score.
        QCOMPARE(list.at(0).item.text(), u"report:"_s + late.text());
        QCOMPARE(list.at(0).subjectId, c);
        QCOMPARE(*list.at(0).dueAt, now().addSecs(-8 * 3600));
        const QueueItem &worst = list.at(1);
        QCOMPARE(worst.subjectId, b);
        QCOMPARE(worst.reason, u"abuse"_s);
        QCOMPARE(worst.reporters, 2);
        // The oldest beneath comes first, and the item is due when the first of them is.
        QCOMPARE(worst.group,
                 (QList<ModerationItem>{{ItemKind::Report, spam.text().toLongLong()},
                                        {ItemKind::Report, abuse.text().toLongLong()}}));
        QCOMPARE(*worst.createdAt, now().addSecs(-3 * 3600));
        QCOMPARE(*worst.dueAt, now().addSecs(3 * 3600));
        QCOMPARE(worst.score, 50 + 8);
        QCOMPARE(list.at(2).subjectId, a);
        QCOMPARE(list.at(2).score, 20);
        const Result<QueueCount> count = countQueue(*m_connection, *m_live, query(ModerationQueue::Reports));
        GHAR_VERIFY(count);
        QCOMPARE(*count->oldest, now().addSecs(-80 * 3600));
        QCOMPARE(*count->due, now().addSecs(-8 * 3600));
    }

    void believesReportersWhoWereRightBefore()
    {
        const Value honest = user(u"draft"_s);
        const Value liar = user(u"draft"_s);
        const Value target = user(u"draft"_s);
        const Value other = user(u"draft"_s);
        for (int i = 0; i < 4; ++i) {
            (void)report(honest, target, u"spam"_s, 900 + i, u"actioned"_s);
            (void)report(liar, target, u"spam"_s, 900 + i, u"dismissed"_s);
        }
        (void)report(liar, target, u"spam"_s, 2);
        (void)report(honest, other, u"spam"_s, 1);
        const QList<QueueItem> list = items(ModerationQueue::Reports);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).subjectId, other);
        QCOMPARE(list.at(0).score, 30);
        QCOMPARE(list.at(1).score, 10);
        QCOMPARE(list.at(1).parts.size(), 2);
        QCOMPARE(list.at(1).parts.at(1).points, -10);
    }

    void waitingRaisesTheScore()
    {
        const Value target = user(u"draft"_s);
        (void)report(m_owner, target, u"other"_s, 24 * 8);
        QCOMPARE(items(ModerationQueue::Reports).first().score, 10 + 15);
        (void)report(m_owner, target, u"other"_s, 24 * 20, u"reviewed"_s);
        const QList<QueueItem> escalated = items(ModerationQueue::Escalated);
        QCOMPARE(escalated.size(), 1);
        QCOMPARE(escalated.first().group.size(), 1);
        QCOMPARE(escalated.first().score, 10 + 20);
    }

    void aPageHasAnEnd()
    {
        for (int i = 0; i < 5; ++i)
            (void)report(m_owner, user(u"draft"_s), u"spam"_s, i);
        QueueQuery short_ = query(ModerationQueue::Reports);
        short_.limit = 3;
        const Result<QueuePage> page = readQueue(*m_connection, *m_live, short_);
        GHAR_VERIFY(page);
        QCOMPARE(page->items.size(), 3);
        QVERIFY(page->hasMore);
    }

    void sortsListingsIntoTheirQueues()
    {
        const QString decided = u"\"moderated_at\":\"2026-11-20T06:30:00.000000+00:00\""_s;
        const QString pending = u"\"moderation_status\":\"pending_review\""_s;
        const QString live = u"\"moderation_status\":\"live\""_s;
        const Value waits = listing(u'{' + pending + u'}', false, 9);
        const Value missing = listing(u"{}"_s, false, 8);
        const Value nothing = listing(QString(), true, 7);
        const Value asked = listing(u'{' + pending + u',' + decided + u'}', false, 6);
        const Value edited = listing(
            u'{' + pending + u',' + decided + u",\"ai_prescreened_at\":\"2026-11-21T06:30:00+00:00\"}"_s, false, 5);
        const Value screened =
            listing(u'{' + pending + u',' + decided
                        + u",\"ai_prescreened_at\":\"2026-11-21T06:30:00+00:00\",\"ai_prescreened_by\":1}"_s,
                    false, 4);
        const Value bypassed = listing(u'{' + live + u'}', true, 9);
        const Value limbo = listing(u'{' + live + u'}', false, 8);
        const Value switched = listing(
            u'{' + live + u',' + decided + u",\"owner_status_updated_at\":\"2026-11-21T06:30:00+00:00\"}"_s, true, 7);
        const Value expired =
            listing(u'{' + live + u',' + decided + u'}', true, 6, Value(u"2026-11-21 00:00:00.000000+00:00"_s));
        // In none of them.
        (void)listing(u'{' + live + u',' + decided + u'}', true, 5, Value(u"2026-11-22 00:00:00.000000+00:00"_s));
        (void)listing(u"{\"moderation_status\":\"rejected\","_s + decided + u'}', false);
        (void)listing(u"{\"moderation_status\":\"paused\"}"_s, false, 1, Value(u"2026-01-01 00:00:00.000000+00:00"_s));
        (void)listing(u"{}"_s, true, 1, Value::null(), u"apartment"_s);
        QCOMPARE(lines(ModerationQueue::Listings),
                 (QStringList{line("listing", waits, "pending"), line("listing", missing, "pending"),
                              line("listing", nothing, "pending-and-public"), line("listing", edited, "edited")}));
        QCOMPARE(
            lines(ModerationQueue::Waiting),
            (QStringList{line("listing", asked, "waiting-for-owner"), line("listing", screened, "waiting-for-owner")}));
        QCOMPARE(lines(ModerationQueue::Bypassed),
                 (QStringList{line("listing", bypassed, "never-reviewed"), line("listing", limbo, "limbo"),
                              line("listing", switched, "switched-by-owner"), line("listing", expired, "expired")}));
        const QueueItem first = items(ModerationQueue::Listings).first();
        QCOMPARE(first.subjectId, m_owner);
        QCOMPARE(*first.dueAt, now().addSecs(15 * 3600));
    }

    void foreignPreferencesStopNobody()
    {
        const Value list = listing(u"[1, 2]"_s, false);
        QStringList expected{line("listing", list, "pending")};
        if (!m_database->isPostgres()) {
            const Value broken = listing(u"{}"_s, false);
            must(*m_connection, u"PRAGMA ignore_check_constraints = ON"_s);
            must(*m_connection, u"UPDATE properties SET listing_preferences = '{\"mod' WHERE id = "_s + broken.text());
            expected.append(line("listing", broken, "pending"));
        }
        QCOMPARE(lines(ModerationQueue::Listings), expected);
    }

    void findsProfilesThatNeedALook()
    {
        const QString paused = u"{\"flatmates\":{\"auto_paused_reason\":\"repeat_reports\"}}"_s;
        const Value pending = user(u"pending_review"_s);
        const Value reported = user(u"paused"_s, paused);
        const Value opened = user(u"active"_s, paused);
        (void)user(u"paused"_s);
        (void)user(u"active"_s);
        QCOMPARE(lines(ModerationQueue::Profiles),
                 (QStringList{line("profile", pending, "pending_review"), line("profile", reported, "repeat_reports"),
                              line("profile", opened, "unpaused-by-user")}));
    }

    void keepsARegisterOfRestrictions()
    {
        const Value suspended = user(u"active"_s, u"{}"_s, false);
        const Value paused = user(u"paused"_s);
        const Value blocked = user(u"active"_s);
        (void)m_rows->id(u"user_blocks"_s, {{u"blocker_user_id"_s, m_owner}, {u"blocked_user_id"_s, blocked}});
        const Value gone = user(u"draft"_s, u"{}"_s, false);
        must(*m_connection, u"UPDATE users SET supabase_user_id = '__deleted__%1' WHERE id = %1"_s.arg(gone.text()));
        QCOMPARE(lines(ModerationQueue::Restrictions),
                 (QStringList{line("profile", suspended, "suspended"), line("profile", paused, "profile-paused"),
                              line("profile", blocked, "blocked")}));
        // What the desk decided is told with it.
        const Value victim = user(u"active"_s);
        DecisionRequest request;
        request.items = {{ItemKind::Profile, victim.text().toLongLong()}};
        request.action = ModerationAction::Suspend;
        request.reason = u"Fraud"_s;
        request.until = QDate(2027, 1, 31);
        request.now = now();
        ChangeHeader header;
        header.changeId = u"one"_s;
        header.writerId = u"test"_s;
        header.madeAt = now();
        header.origin = u"moderation"_s;
        header.reason = u"Fraud"_s;
        header.staffName = Value(u"Asha"_s);
        GHAR_VERIFY(decide(*m_connection, *m_live, request, header, u"me"_s));
        const QueueItem item = items(ModerationQueue::Restrictions).first();
        QCOMPARE(item.subjectId, victim);
        QCOMPARE(item.decidedBy, u"Asha"_s);
        QCOMPARE(item.until, std::optional(QDate(2027, 1, 31)));
        QCOMPARE(item.decisionId, u"one"_s);
        const QList<QueueItem> decided = items(ModerationQueue::Decided);
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided.first().item, request.items.first());
        QCOMPARE(decided.first().action, u"suspend"_s);
        QCOMPARE(decided.first().reason, u"Fraud"_s);
        QCOMPARE(decided.first().state, u"done"_s);
        // By reason, moderator, action, item and person; anything else finds nothing.
        must(*m_connection, u"UPDATE users SET full_name = 'Kavya Rao' WHERE id = %1"_s.arg(victim.text()));
        for (const QString &text : {u"frau"_s, u"ASHA"_s, u"suspend"_s, request.items.first().text(), u"kavya"_s}) {
            QueueQuery searched = query(ModerationQueue::Decided);
            searched.filter.search = text;
            const Result<QueuePage> found = readQueue(*m_connection, *m_live, searched);
            GHAR_VERIFY(found);
            QVERIFY2(found->items.size() == 1, qPrintable(text));
        }
        QueueQuery other = query(ModerationQueue::Decided);
        other.filter.search = u"Fra_d"_s;
        QVERIFY(readQueue(*m_connection, *m_live, other)->items.isEmpty());
    }

    void showsWhoWorksOnAnItem()
    {
        const Value first = report(m_owner, user(u"draft"_s), u"spam"_s, 2);
        const ModerationItem item{ItemKind::Report, first.text().toLongLong()};
        GHAR_VERIFY(claimItem(*m_connection, {item, u"other"_s, Value::null(), u"Bina"_s, now(), now().addSecs(600)}));
        QCOMPARE(items(ModerationQueue::Reports).first().claimedBy, u"Bina"_s);
        QueueQuery theirs = query(ModerationQueue::Reports);
        theirs.holder = u"other"_s;
        QCOMPARE(readQueue(*m_connection, *m_live, theirs)->items.first().claimedBy, QString());
        QueueQuery later = query(ModerationQueue::Reports);
        later.now = now().addSecs(600);
        QCOMPARE(readQueue(*m_connection, *m_live, later)->items.first().claimedBy, QString());
    }
};

QTEST_GUILESS_MAIN(tst_ModerationQueue)
#include "tst_moderationqueue.moc"

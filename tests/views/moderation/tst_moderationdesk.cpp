// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decision.h"
#include "moderation/moderationclaim.h"
#include "moderationdeskfixture.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The moderators' screen without its pixels, on both databases.
class tst_ModerationDesk : public ModerationDeskFixture
{
    Q_OBJECT

private slots:
    void showsTheFirstItemWithItsEvidence()
    {
        QCOMPARE(m_desk->items()->count(), 4);
        QCOMPARE(m_desk->current(), 0);
        QTRY_VERIFY(m_desk->evidence()->count() > 0);
        QCOMPARE(m_desk->evidence()->title(), u"Person 0"_s);
        // What people write is text, whatever is in it.
        QCOMPARE(evidence(EvidenceListModel::Kind::Report), QStringList{u"&lt;b&gt;Words 0&lt;/b&gt;"_s});
        QTRY_COMPARE(m_desk->queues()->index(0).data(QueueListModel::CountTextRole).toString(), u"4"_s);
        QVERIFY(m_desk->queues()->index(0).data(QueueListModel::OverdueRole).toBool());
    }

    void aDecisionWaitsAndCanBeCalledBack()
    {
        QCOMPARE(m_desk->undoSeconds(), 6);
        m_desk->setProperty("note", u"Seen."_s);
        m_desk->decide(u"warn"_s);
        QCOMPARE(m_desk->waiting()->count(), 1);
        QVERIFY(m_desk->waiting()->secondsLeft() > 0);
        QCOMPARE(m_desk->items()->count(), 3);
        // The next one is in hand, and nothing typed for the first goes to it.
        QCOMPARE(subject(m_desk->current()), u"Person 1"_s);
        QCOMPARE(m_desk->property("note").toString(), QString());
        QCOMPARE(statusOf(0), u"open"_s);
        m_desk->undo();
        QCOMPARE(m_desk->waiting()->count(), 0);
        QCOMPARE(m_desk->items()->count(), 4);
        QCOMPARE(subject(m_desk->current()), u"Person 0"_s);
        QCOMPARE(m_desk->property("note").toString(), u"Seen."_s);
        waitForDesk();
        QCOMPARE(statusOf(0), u"open"_s);
        QCOMPARE(scalar(*m_colleague,
                        u"SELECT count(*) FROM "_s
                            + (m_database->isPostgres() ? u"ghar_desk.decisions"_s : u"desk_decisions"_s)),
                 u"0"_s);
    }

    void whatWaitsIsDoneBeforeTheWindowCloses()
    {
        m_desk->decide(u"dismiss"_s);
        m_desk->decide(u"warn"_s);
        QCOMPARE(m_desk->waiting()->count(), 2);
        QSignalSpy finished(m_desk.get(), &ModerationDesk::finished);
        m_desk->finish();
        QTRY_VERIFY(finished.size() > 0 && !m_desk->isBusy());
        QCOMPARE(statusOf(0), u"dismissed"_s);
        QCOMPARE(statusOf(1), u"actioned"_s);
    }

    void oneBouncingKeyDecidesOnce()
    {
        m_desk->setBounce(60'000);
        m_desk->decide(u"dismiss"_s);
        m_desk->decide(u"dismiss"_s);
        QCOMPARE(m_desk->waiting()->count(), 1);
    }

    void nothingCanBeDecidedThatIsNotOffered()
    {
        m_desk->decide(u"approve"_s);
        m_desk->decide(u"nonsense"_s);
        QCOMPARE(m_desk->waiting()->count(), 0);
        QCOMPARE(m_desk->actions()->actionOfKey(u"s"_s), u"suspend"_s);
        QCOMPARE(m_desk->actions()->actionOfKey(u"A"_s), QString());
    }

    void theConsequencesAreShownBefore()
    {
        m_desk->preview(u"suspend"_s);
        QTRY_VERIFY(!m_desk->isPreviewLoading());
        QCOMPARE(m_desk->previewError(), QString());
        QStringList lines;
        for (int row = 0; row < m_desk->consequences()->count(); ++row) {
            const QModelIndex index = m_desk->consequences()->index(row);
            lines.append(index.data(ConsequenceListModel::WhatRole).toString() + u": "_s
                         + index.data(ConsequenceListModel::OldTextRole).toString() + u" > "_s
                         + index.data(ConsequenceListModel::NewTextRole).toString().left(20));
        }
        QVERIFY2(lines.contains(u"Active: Yes > No"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(u"Status: Open > Actioned"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(u"Account Suspended:  > Your account is susp"_s), qPrintable(lines.join(u'\n')));
        QCOMPARE(statusOf(0), u"open"_s);
        m_desk->select(1);
        QCOMPARE(m_desk->previewAction(), QString());
    }

    void aColleaguesItemIsLeftToThem()
    {
        const ModerationItem item{ItemKind::Report, m_reports.at(2).text().toLongLong()};
        const QDateTime now = clock().now();
        GHAR_VERIFY(claimItem(*m_colleague, {item, u"other"_s, Value::null(), u"Bina"_s, now, now.addSecs(600)}));
        m_desk->select(2);
        QTRY_VERIFY(m_desk->claimText().contains(u"Bina"_s));
        QSignalSpy failed(m_desk.get(), &ModerationDesk::failed);
        m_desk->decide(u"dismiss"_s);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_desk->waiting()->count(), 0);
        // What is in hand here is claimed for the others to see.
        m_desk->select(0);
        QTRY_COMPARE(
            scalar(*m_colleague,
                   u"SELECT count(*) FROM %1 WHERE item = 'report:%2'"_s.arg(
                       m_database->isPostgres() ? u"ghar_desk.claims"_s : u"desk_claims"_s, m_reports.at(0).text())),
            u"1"_s);
    }

    void whatAColleagueDecidesLeavesTheQueueAndNothingElseMoves()
    {
        m_desk->select(2);
        QTRY_COMPARE(m_desk->evidence()->title(), u"Person 2"_s);
        must(*m_colleague, u"UPDATE user_reports SET status = 'dismissed' WHERE id = "_s + m_reports.at(0).text());
        m_desk->reload();
        waitForDesk();
        QCOMPARE(m_desk->items()->count(), 3);
        QCOMPARE(m_desk->current(), 1);
        QCOMPARE(subject(1), u"Person 2"_s);
        QCOMPARE(m_desk->evidence()->title(), u"Person 2"_s);
        // And the one in hand too: it is said, what is read stays, and no key meets another person by accident.
        must(*m_colleague, u"UPDATE user_reports SET status = 'dismissed' WHERE id = "_s + m_reports.at(2).text());
        m_desk->reload();
        QTRY_VERIFY(m_desk->settledText().contains(m_reports.at(2).text()));
        waitForDesk();
        QCOMPARE(m_desk->items()->count(), 2);
        QCOMPARE(m_desk->current(), -1);
        QCOMPARE(m_desk->evidence()->title(), u"Person 2"_s);
        QCOMPARE(m_desk->actions()->count(), 0);
        m_desk->decide(u"dismiss"_s);
        QCOMPARE(m_desk->waiting()->count(), 0);
        m_desk->selectNext(1);
        QCOMPARE(subject(m_desk->current()), u"Person 3"_s);
        QCOMPARE(m_desk->settledText(), QString());
        QVERIFY(m_desk->actions()->count() > 0);
    }

    void aStaleDecisionIsRefusedAndTheQueueTellsTheTruth()
    {
        m_desk->setProperty("reason", u"Rude"_s);
        m_desk->decide(u"suspend"_s);
        must(*m_colleague, u"UPDATE user_reports SET status = 'dismissed' WHERE id = "_s + m_reports.at(0).text());
        QSignalSpy failed(m_desk.get(), &ModerationDesk::failed);
        m_desk->finish();
        QTRY_COMPARE(failed.size(), 1);
        waitForDesk();
        QCOMPARE(statusOf(0), u"dismissed"_s);
        QCOMPARE(scalar(*m_colleague, u"SELECT count(*) FROM users WHERE NOT is_active"_s), u"0"_s);
        QCOMPARE(m_desk->items()->count(), 3);
    }

    void decisionsAreTakenBackFromTheirQueue()
    {
        m_desk->setUndoSeconds(0);
        m_desk->setProperty("reason", u"Rude"_s);
        m_desk->decide(u"suspend"_s);
        QTRY_COMPARE(statusOf(0), u"actioned"_s);
        waitForDesk();
        m_desk->setQueueIndex(int(ModerationQueue::Restrictions));
        waitForDesk();
        QCOMPARE(m_desk->items()->count(), 1);
        QCOMPARE(m_desk->actions()->actions(),
                 (QList<ModerationAction>{ModerationAction::Restore, ModerationAction::Suspend}));
        QSignalSpy wanted(m_desk.get(), &ModerationDesk::reasonWanted);
        m_desk->decide(u"restore"_s);
        QCOMPARE(wanted.size(), 1);
        m_desk->setQueueIndex(int(ModerationQueue::Decided));
        waitForDesk();
        QCOMPARE(m_desk->items()->count(), 1);
        QVERIFY(m_desk->isRevisable());
        QVERIFY(!m_desk->isRefusable());
        // What is not searched for leaves the list without being called settled.
        QSignalSpy told(m_desk.get(), &ModerationDesk::decided);
        m_desk->setSearch(u"no such words"_s);
        QTRY_COMPARE(m_desk->items()->count(), 0);
        QVERIFY(m_desk->emptyText().contains(u"no such words"_s));
        m_desk->setSearch(u" susp "_s);
        QTRY_COMPARE(m_desk->items()->count(), 1);
        waitForDesk();
        QCOMPARE(m_desk->current(), 0);
        QCOMPARE(told.size(), 0);
        // What it would do is seen before, and nothing is done by looking.
        m_desk->preview(u"revise"_s);
        QCOMPARE(m_desk->previewLabel(), u"Take back"_s);
        QTRY_VERIFY(m_desk->consequences()->count() > 0);
        QCOMPARE(m_desk->previewError(), QString());
        waitForDesk();
        m_desk->preview(u"confirm"_s); // it does not wait for anybody
        QCOMPARE(m_desk->previewAction(), QString());
        m_desk->revise(u"A mistake"_s);
        QTRY_COMPARE(statusOf(0), u"open"_s);
        waitForDesk();
        QCOMPARE(scalar(*m_colleague, u"SELECT count(*) FROM users WHERE NOT is_active"_s), u"0"_s);
        m_desk->setSearch({}); // the reversal is a decision of its own, without those words
        QTRY_COMPARE(m_desk->items()->count(), 2);
    }

    void listingsShowWhatThePrescreenFinds()
    {
        (void)m_rows->id(u"properties"_s,
                         {{u"owner_id"_s, m_people.first()},
                          {u"title"_s, Value(u"A &amp; B&#x27;s &amp;lt; room"_s)},
                          {u"description"_s, Value(u"<p>Earn money &amp; play <b>casino</b></p>"_s)},
                          {u"property_type"_s, Value(u"pg"_s)},
                          {u"purpose"_s, Value(u"rent"_s)},
                          {u"is_available"_s, Value::boolean(false)},
                          {u"listing_preferences"_s, Value(u"{\"moderation_status\":\"pending_review\"}"_s)}});
        m_desk->setQueueIndex(int(ModerationQueue::Listings));
        waitForDesk();
        QTRY_VERIFY(m_desk->evidence()->count() > 0);
        QCOMPARE(evidence(EvidenceListModel::Kind::Words).first(),
                 u"<b><u>Earn money</u></b> &amp; play <b><u>casino</u></b>"_s);
        QCOMPARE(evidence(EvidenceListModel::Kind::Words, EvidenceListModel::TitleRole).first(),
                 u"A & B's &lt; room"_s);
        QVERIFY(evidence(EvidenceListModel::Kind::Flag, EvidenceListModel::BadgeRole).contains(u"High"_s));
        // Nobody is told why the desk listed it.
        m_desk->preview(u"approve"_s);
        QTRY_VERIFY(!m_desk->isPreviewLoading());
        QVERIFY(m_desk->consequences()->count() > 0);
        for (int row = 0; row < m_desk->consequences()->count(); ++row)
            QVERIFY(m_desk->consequences()->index(row).data(ConsequenceListModel::WhatRole) != u"Moderation reason"_s);
        QSignalSpy wanted(m_desk.get(), &ModerationDesk::reasonWanted);
        m_desk->decide(u"reject"_s);
        QCOMPARE(wanted.size(), 1);
        m_desk->setProperty("reason", u"Advertises a casino"_s);
        m_desk->decide(u"reject"_s);
        QCOMPARE(m_desk->waiting()->count(), 1);
        m_desk->finish();
        QTRY_COMPARE(scalar(*m_colleague,
                            u"SELECT count(*) FROM properties WHERE CAST(listing_preferences AS text) LIKE "
                            "'%Advertises a casino%'"_s),
                     u"1"_s);
    }

    void listingsShowTheirPicturesAndSoDoesTheNextOne()
    {
        const auto listing = [this](const QString &name, const QString &plan) {
            const Value id =
                m_rows->id(u"properties"_s,
                           {{u"owner_id"_s, m_people.first()},
                            {u"title"_s, Value(name)},
                            {u"property_type"_s, Value(u"pg"_s)},
                            {u"purpose"_s, Value(u"rent"_s)},
                            {u"is_available"_s, Value::boolean(false)},
                            {u"main_image_url"_s, Value(u"https://cdn.example.com/%1-main.jpg"_s.arg(name))},
                            {u"floor_plan_url"_s, plan.isEmpty() ? Value::null() : Value(plan)},
                            {u"listing_preferences"_s, Value(u"{\"moderation_status\":\"pending_review\"}"_s)}});
            (void)m_rows->id(u"property_images"_s,
                             {{u"property_id"_s, id},
                              {u"image_url"_s, Value(u"https://cdn.example.com/%1-kitchen.jpg"_s.arg(name))}});
        };
        listing(u"first"_s, u"https://cdn.example.com/plan.png"_s);
        listing(u"second"_s, {});
        m_desk->setQueueIndex(int(ModerationQueue::Listings));
        waitForDesk();
        QCOMPARE(m_desk->items()->count(), 2);
        const auto pictures = [](const QString &name) {
            return QStringList{u"https://cdn.example.com/%1-main.jpg"_s.arg(name),
                               u"https://cdn.example.com/%1-kitchen.jpg"_s.arg(name)};
        };
        const QStringList first = pictures(u"first"_s) + QStringList{u"https://cdn.example.com/plan.png"_s};
        const QStringList second = pictures(u"second"_s);
        QTRY_VERIFY(!m_desk->evidence()->pictures().isEmpty());
        const bool isFirst = m_desk->evidence()->title().contains(u"first"_s);
        QCOMPARE(m_desk->evidence()->pictures(), isFirst ? first : second);
        QTRY_COMPARE(m_desk->picturesAhead(), isFirst ? second : first);
        m_desk->selectNext(1);
        QTRY_COMPARE(m_desk->evidence()->pictures(), isFirst ? second : first);
        QCOMPARE(m_desk->evidence()->pictureCaptions().size(), m_desk->evidence()->pictures().size());
        QCOMPARE(m_desk->evidence()->pictureCaptions().contains(u"Floor plan"_s), !isFirst);
        QCOMPARE(evidence(EvidenceListModel::Kind::Pictures, EvidenceListModel::TitleRole), QStringList{u"Photos"_s});
        QTRY_COMPARE(m_desk->picturesAhead(), QStringList());
    }

    void aConversationIsOpenedOnPurposeAndTheLookIsKept()
    {
        const Value first = m_people.first();
        const bool isOrdered = m_reporter.text().toLongLong() < first.text().toLongLong();
        const Value talk = m_rows->id(
            u"user_conversations"_s,
            {{u"user_one_id"_s, isOrdered ? m_reporter : first}, {u"user_two_id"_s, isOrdered ? first : m_reporter}});
        static const QStringList attachments{u"a.jpg"_s, u"lease.pdf"_s, u"b.WEBP?v=2"_s};
        for (int i = 0; i < 3; ++i)
            (void)m_rows->id(u"user_messages"_s,
                             {{u"conversation_id"_s, talk},
                              {u"sender_id"_s, i == 1 ? m_reporter : first},
                              {u"body"_s, Value(u"Line %1"_s.arg(i))},
                              {u"attachment_url"_s, Value(u"https://cdn.example.com/%1"_s.arg(attachments.at(i)))},
                              {u"read_at"_s, Value::null()},
                              {u"created_at"_s, Value(u"2026-11-16 06:3%1:00.000000+00:00"_s.arg(i))}});
        m_desk->reload();
        waitForDesk();
        m_desk->select(1);
        m_desk->select(0);
        QTRY_VERIFY(m_desk->hasConversation());
        QVERIFY(evidence(EvidenceListModel::Kind::Message).isEmpty());
        m_desk->openConversation();
        QTRY_COMPARE(evidence(EvidenceListModel::Kind::Message), (QStringList{u"Line 0"_s, u"Line 1"_s, u"Line 2"_s}));
        // Pictures that people sent each other are shown; other files are not.
        QCOMPARE(m_desk->evidence()->pictures(),
                 (QStringList{u"https://cdn.example.com/a.jpg"_s, u"https://cdn.example.com/b.WEBP?v=2"_s}));
        QCOMPARE(scalar(*m_colleague, u"SELECT count(*) FROM user_messages WHERE read_at IS NOT NULL"_s), u"0"_s);
        JournalQuery query;
        query.table = u"user_conversations"_s;
        const Result<QList<JournalEntry>> entries = readJournal(*m_colleague, query);
        GHAR_VERIFY(entries);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().note.action, JournalAction::Reveal);
    }

    void checksStageTheirRepairs()
    {
        m_changes->setSession(m_session.get(), {});
        for (int i = 0; i < 2; ++i)
            (void)m_rows->id(u"properties"_s,
                             {{u"owner_id"_s, m_people.first()},
                              {u"property_type"_s, Value(u"pg"_s)},
                              {u"purpose"_s, Value(u"rent"_s)},
                              {u"is_available"_s, Value::boolean(true)},
                              {u"available_from"_s, Value::null()},
                              {u"listing_preferences"_s, Value(u"{\"pets\":\"no\"}"_s)}});
        IntegrityCheckListModel &checks = *m_desk->checks();
        checks.reload();
        QTRY_VERIFY(!checks.isBusy());
        const auto count = [&checks](int row) {
            return checks.index(row).data(IntegrityCheckListModel::CountTextRole).toString();
        };
        QCOMPARE(count(0), u"0"_s);
        QCOMPARE(count(2), u"2"_s); // without a status, and available
        QSignalSpy staged(&checks, &IntegrityCheckListModel::staged);
        checks.repair(0);
        checks.repair(2);
        QTRY_COMPARE(staged.size(), 1);
        QCOMPARE(m_changes->count(), 2);
        m_changes->commit(u"Put into the queue"_s);
        QTRY_VERIFY(!m_changes->isCommitting());
        QCOMPARE(m_changes->count(), 0);
        checks.reload();
        QTRY_VERIFY(!checks.isBusy());
        QCOMPARE(count(2), u"0"_s);
    }

    void namesWhyNothingCanBeDecided()
    {
        m_desk->setSession(m_session.get(), u"Opened read-only."_s);
        QCOMPARE(m_desk->whyNot(), u"Opened read-only."_s);
        m_desk->setSession(m_session.get(), {});
        m_desk->setStaff({}, true);
        QVERIFY(!m_desk->whyNot().isEmpty());
        m_desk->decide(u"dismiss"_s);
        QCOMPARE(m_desk->waiting()->count(), 0);
    }

    void whatADecisionDoesBesideIsSwitchedForItAlone()
    {
        new QAbstractItemModelTester(m_desk->effects(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_desk.get());
        for (int i = 0; i < 2; ++i)
            m_rows->id(u"user_conversations"_s,
                       {{u"user_one_id"_s, m_people.at(i)},
                        {u"user_two_id"_s, m_reporter},
                        {u"status"_s, Value(u"active"_s)}});
        m_desk->setUndoSeconds(0);
        EffectListModel &effects = *m_desk->effects();
        QCOMPARE(effects.count(), 0);
        const auto row = [&effects](const char *name) {
            for (int i = 0; i < effects.count(); ++i) {
                if (effects.index(i).data(EffectListModel::EffectRole).toString() == QLatin1String(name))
                    return i;
            }
            return -1;
        };
        const auto isOn = [&](const char *name) {
            return effects.index(row(name)).data(EffectListModel::OnRole).toBool();
        };
        m_desk->preview(u"suspend"_s);
        QCOMPARE(effects.count(), 5);
        QVERIFY(isOn("listings") && isOn("profile") && isOn("notices"));
        QVERIFY(!isOn("conversations") && !isOn("matches"));
        effects.toggle(row("conversations"));
        effects.toggle(row("notices"));
        QVERIFY(isOn("conversations") && !isOn("notices"));
        waitForDesk();
        m_desk->setProperty("reason", u"Rude"_s);
        m_desk->decide(u"suspend"_s);
        QTRY_COMPARE(statusOf(0), u"actioned"_s);
        waitForDesk();
        const auto talk = [this](int i) {
            return scalar(*m_colleague,
                          u"SELECT status FROM user_conversations WHERE user_one_id = "_s + m_people.at(i).text());
        };
        QCOMPARE(talk(0), u"closed"_s);
        QCOMPARE(scalar(*m_colleague, u"SELECT count(*) FROM notifications"_s), u"0"_s);
        // The next one is as the policy says again.
        QCOMPARE(subject(m_desk->current()), u"Person 1"_s);
        m_desk->preview(u"warn"_s);
        QCOMPARE(effects.count(), 4);
        QVERIFY(!isOn("listings") && !isOn("conversations") && isOn("notices"));
        waitForDesk();
        m_desk->decide(u"warn"_s);
        QTRY_COMPARE(statusOf(1), u"actioned"_s);
        QCOMPARE(talk(1), u"active"_s);
        m_desk->preview(u"escalate"_s);
        QCOMPARE(effects.count(), 0);
        waitForDesk();
    }

    void checksThatAreLookedAtFollowTheDatabase()
    {
        IntegrityCheckListModel &checks = *m_desk->checks();
        const auto count = [&checks] {
            return checks.index(0).data(IntegrityCheckListModel::CountTextRole).toString();
        };
        checks.reload();
        QTRY_VERIFY(!count().isEmpty());
        m_desk->setSession(nullptr, {});
        QCOMPARE(count(), QString());
        m_desk->setSession(m_session.get(), {});
        QTRY_VERIFY(!count().isEmpty());
        checks.rest();
        m_desk->setSession(nullptr, {});
        m_desk->setSession(m_session.get(), {});
        QVERIFY(!checks.isBusy());
        QCOMPARE(count(), QString());
    }

    void whoLeavesHoldsNothing()
    {
        const QString claims =
            u"SELECT count(*) FROM "_s + (m_database->isPostgres() ? u"ghar_desk.claims"_s : u"desk_claims"_s);
        QTRY_COMPARE(scalar(*m_colleague, claims), u"1"_s);
        m_desk->setUndoSeconds(60);
        m_desk->decide(u"dismiss"_s);
        QTRY_COMPARE(scalar(*m_colleague, claims), u"2"_s); // what waits, and what is in hand now
        QVERIFY(m_desk->isHolding());
        QSignalSpy finished(m_desk.get(), &ModerationDesk::finished);
        m_desk->leave();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(statusOf(0), u"dismissed"_s);
        QCOMPARE(scalar(*m_colleague, claims), u"0"_s);
        QVERIFY(!m_desk->isHolding());
    }

    void decisionsOfColleaguesLeaveTheQueueAtOnceOnAServer()
    {
        if (!m_database->isPostgres())
            return; // a file is looked at every few seconds
        m_desk->setPollMilliseconds(0);
        m_desk->select(2);
        waitForDesk();
        const QString inHand = subject(2);
        // The first one was in hand before and is given back.
        QTRY_COMPARE(
            scalar(*m_colleague,
                   u"SELECT count(*) FROM ghar_desk.claims WHERE item = 'report:%1'"_s.arg(m_reports.at(0).text())),
            u"0"_s);
        DecisionRequest request;
        request.items = {{ItemKind::Report, m_reports.at(0).text().toLongLong()}};
        request.action = ModerationAction::Dismiss;
        request.now = clock().now();
        ChangeHeader header;
        header.changeId = u"theirs"_s;
        header.writerId = u"colleague"_s;
        header.madeAt = clock().now();
        header.origin = u"moderation"_s;
        header.reason = u"Nothing in it"_s;
        GHAR_VERIFY(decide(*m_colleague, *m_live, request, header, u"colleague"_s));
        QTRY_COMPARE(m_desk->items()->count(), 3);
        // What is looked at stays in hand.
        QCOMPARE(m_desk->current(), 1);
        QCOMPARE(subject(1), inHand);
    }
};

QTEST_MAIN(tst_ModerationDesk)
#include "tst_moderationdesk.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisionstore.h"
#include "moderation/moderationclaim.h"
#include "moderationdeskfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// One decision about several items: tried, carried out one by one, and taken back, on both databases.
class tst_BulkDecision : public ModerationDeskFixture
{
    Q_OBJECT

    BulkDecision &bulk() { return *m_desk->bulk(); }

    QString lineOf(const QString &subject) const
    {
        for (int row = 0; row < m_desk->bulk()->count(); ++row) {
            const QModelIndex index = m_desk->bulk()->index(row);
            if (index.data(BulkDecision::SubjectRole).toString() == subject)
                return index.data(BulkDecision::StateTextRole).toString();
        }
        return u"not there"_s;
    }

    /// Marks all and asks for the decision, until it is known what it would do.
    void prepare(const QString &action)
    {
        new QAbstractItemModelTester(&bulk(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_desk.get());
        QSignalSpy wanted(m_desk.get(), &ModerationDesk::bulkWanted);
        m_desk->markAll();
        QCOMPARE(m_desk->items()->markedCount(), m_desk->items()->count());
        m_desk->decide(action);
        QCOMPARE(wanted.count(), 1);
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::Ready);
    }

    qint64 decisions()
    {
        return scalar(*m_colleague,
                      u"SELECT count(*) FROM "_s
                          + (m_database->isPostgres() ? u"ghar_desk.decisions"_s : u"desk_decisions"_s))
            .toLongLong();
    }

private slots:
    void looksFirstAndChangesNothing()
    {
        prepare(u"warn"_s);
        QCOMPARE(bulk().count(), 4);
        QCOMPARE(lineOf(u"Person 0"_s), u"3 row(s), 2 notice(s)"_s);
        QVERIFY(bulk().consequences()->count() > 0);
        QCOMPARE(decisions(), 0);
        QCOMPARE(statusOf(0), u"open"_s);
        bulk().clear();
        QCOMPARE(bulk().count(), 0);
        QVERIFY(!bulk().isRunnable());
        QCOMPARE(m_desk->items()->count(), 4);
    }

    void everyItemIsDecidedForItselfAndTakenBackTogether()
    {
        m_desk->setProperty("reason", u"All the same trick"_s);
        prepare(u"suspend"_s);
        QSignalSpy finished(&bulk(), &BulkDecision::finished);
        QSignalSpy told(m_desk.get(), &ModerationDesk::decided);
        bulk().run();
        QCOMPARE(bulk().step(), BulkDecision::Step::Running);
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::Finished);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(decisions(), 4);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(statusOf(i), u"actioned"_s);
        QCOMPARE(lineOf(u"Person 3"_s), u"Done"_s);
        QTRY_COMPARE(m_desk->items()->count(), 0);
        waitForDesk();
        // Nobody else did it.
        QCOMPARE(told.count(), 0);
        QVERIFY(bulk().isUndoable());
        bulk().takeBack(u"All a mistake"_s);
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::TakenBack);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(statusOf(i), u"open"_s);
        QCOMPARE(scalar(*m_colleague, u"SELECT count(*) FROM users WHERE NOT is_active"_s), u"0"_s);
        QVERIFY(!bulk().isUndoable());
        QTRY_COMPARE(m_desk->items()->count(), 4);
    }

    void whatIsInTheWayOfOneStopsNoOther()
    {
        // One is decided outside meanwhile, one is claimed by a colleague.
        const ModerationItem claimed{ItemKind::Report, m_reports.at(2).text().toLongLong()};
        m_desk->setPollMilliseconds(0);
        must(*m_colleague, u"UPDATE user_reports SET status = 'dismissed' WHERE id = "_s + m_reports.at(1).text());
        GHAR_VERIFY(claimItem(
            *m_colleague, {claimed, u"other"_s, Value::null(), u"Bina"_s, clock().now(), clock().now().addSecs(600)}));
        prepare(u"dismiss"_s);
        QVERIFY(lineOf(u"Person 1"_s) != u"1 row(s), 0 notice(s)"_s);
        QVERIFY(bulk().summary().startsWith(u"1 item(s) cannot be decided so"_s));
        QVERIFY(bulk().isRunnable());
        bulk().run();
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::Finished);
        QCOMPARE(lineOf(u"Person 0"_s), u"Done"_s);
        QVERIFY(lineOf(u"Person 2"_s).contains(u"Bina"_s));
        QCOMPARE(lineOf(u"Person 3"_s), u"Done"_s);
        QCOMPARE(bulk().summary(), u"2 done, 2 left as they were."_s);
        QCOMPARE(statusOf(2), u"open"_s);
        QCOMPARE(decisions(), 2);
    }

    void stoppingLeavesTheRestAsItIs()
    {
        prepare(u"dismiss"_s);
        // After the first one that ends.
        connect(&bulk(), &QAbstractItemModel::dataChanged, &bulk(), [this] { bulk().stop(); });
        bulk().run();
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::Finished);
        QCOMPARE(bulk().summary(), u"1 done, 3 not begun."_s);
        QCOMPARE(decisions(), 1);
        QVERIFY(bulk().isUndoable());
    }

    void manyAtOnceWaitForASecondPersonWhereThePolicySaysSo()
    {
        ModerationPolicy policy = ModerationPolicy::standard();
        policy.secondPersonBulk = 3;
        GHAR_VERIFY(writeModerationPolicy(*m_colleague, policy));
        m_desk->reload();
        waitForDesk();
        prepare(u"dismiss"_s);
        bulk().run();
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::Finished);
        QCOMPARE(lineOf(u"Person 0"_s), u"Waits for a second person"_s);
        QCOMPARE(statusOf(0), u"open"_s);
        QVERIFY(!bulk().isUndoable());
    }

    void whatCanBeCalledBackStillCan()
    {
        m_desk->setUndoSeconds(60);
        m_desk->decide(u"dismiss"_s);
        QCOMPARE(m_desk->waiting()->count(), 1);
        prepare(u"dismiss"_s);
        QCOMPARE(bulk().count(), 3);
        bulk().run();
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::Finished);
        QCOMPARE(decisions(), 3);
        QCOMPARE(m_desk->waiting()->count(), 1);
        QCOMPARE(statusOf(0), u"open"_s);
        m_desk->undo();
        QCOMPARE(m_desk->waiting()->count(), 0);
        QCOMPARE(subject(0), u"Person 0"_s);
    }

    void markedItemsCanBeDecidedAlthoughTheOneInHandIsGone()
    {
        m_desk->setPollMilliseconds(0);
        m_desk->toggleMark(1);
        m_desk->toggleMark(2);
        must(*m_colleague, u"UPDATE user_reports SET status = 'dismissed' WHERE id = "_s + m_reports.at(0).text());
        m_desk->reload();
        QTRY_VERIFY(!m_desk->settledText().isEmpty());
        waitForDesk();
        QCOMPARE(m_desk->current(), -1);
        QSignalSpy wanted(m_desk.get(), &ModerationDesk::bulkWanted);
        m_desk->decide(u"dismiss"_s);
        QCOMPARE(wanted.count(), 1);
        QTRY_COMPARE(bulk().step(), BulkDecision::Step::Ready);
        QCOMPARE(bulk().count(), 2);
    }

    void marksGoWithTheirItems()
    {
        m_desk->toggleMark(1);
        m_desk->toggleMark(3);
        m_desk->toggleMark(3);
        QCOMPARE(m_desk->items()->markedCount(), 1);
        QVERIFY(m_desk->items()->index(1).data(QueueItemListModel::MarkedRole).toBool());
        m_desk->select(1);
        m_desk->markTo(3);
        QCOMPARE(m_desk->items()->markedCount(), 3);
        QCOMPARE(m_desk->current(), 3);
        // Decided by somebody else: no mark is left of it.
        must(*m_colleague, u"UPDATE user_reports SET status = 'dismissed' WHERE id = "_s + m_reports.at(1).text());
        m_desk->reload();
        QTRY_COMPARE(m_desk->items()->markedCount(), 2);
        m_desk->setQueueIndex(int(ModerationQueue::Listings));
        QCOMPARE(m_desk->items()->markedCount(), 0);
    }
};

QTEST_MAIN(tst_BulkDecision)
#include "tst_bulkdecision.moc"

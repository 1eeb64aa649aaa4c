// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationsettings.h"
#include "moderationdeskfixture.h"
#include "records/journal.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The team's rules and notices, edited and written for everybody, and the person's own keys; on both databases.
class tst_ModerationSettings : public ModerationDeskFixture
{
    Q_OBJECT

    ModerationSettings &settings() { return *m_desk->settings(); }

    static int rowOf(const QAbstractItemModel &model, int role, const QString &label)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(role).toString() == label)
                return row;
        }
        return -1;
    }
    int rule(const QString &label) { return rowOf(*settings().rules(), PolicyRuleModel::LabelRole, label); }
    int notice(const QString &label) { return rowOf(*settings().notices(), NoticeTemplateModel::LabelRole, label); }

    ModerationPolicy stored() { return *readModerationPolicy(*m_colleague); }

private slots:
    void rulesAreWrittenForEverybodyWithTheirEntry()
    {
        new QAbstractItemModelTester(settings().rules(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        new QAbstractItemModelTester(settings().notices(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     this);
        m_desk->openSettings();
        QVERIFY(!settings().isChanged());
        settings().rules()->setOn(rule(u"Close conversations"_s), true);
        settings().rules()->setOn(rule(u"Suspend without an end"_s), true);
        settings().rules()->setNumber(rule(u"More items at once than"_s), 25);
        settings().rules()->setNumber(rule(u"Spam"_s), 96); // the first of that name: its hours
        settings().notices()->setBody(notice(u"Warning, to the person"_s), u"Please keep to the rules, {name}."_s);
        QVERIFY(settings().isChanged());
        QVERIFY(settings().rules()->index(rule(u"Close conversations"_s)).data(PolicyRuleModel::ChangedRole).toBool());
        QSignalSpy written(&settings(), &ModerationSettings::written);
        settings().save(u"Agreed on Monday"_s);
        QVERIFY(settings().isBusy());
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(!settings().isBusy() && !settings().isChanged());
        ModerationPolicy expected = ModerationPolicy::standard();
        expected.closesConversations = true;
        expected.secondPerson = {suspensionWithoutEnd()};
        expected.secondPersonBulk = 25;
        expected.dueHours[u"spam"_s] = 96;
        expected.notices[u"flatmate_account_warned"_s].body = u"Please keep to the rules, {name}."_s;
        QCOMPARE(stored(), expected);
        JournalQuery query;
        const Result<QList<JournalEntry>> entries = readJournal(*m_colleague, query);
        GHAR_VERIFY(entries);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().header.reason, u"Agreed on Monday"_s);
        QCOMPARE(entries->first().note.table, u"moderation_policy"_s);
        QVERIFY(entries->first().note.after.text().contains(u"second_person_bulk"_s));
        const Result<QList<JournalChain>> chains = verifyJournal(*m_colleague);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().brokenAt, 0);
        // It counts from the next decision on: spam is not overdue any more after two days.
        waitForDesk();
        QTRY_COMPARE(m_desk->items()->index(3).data(QueueItemListModel::OverdueRole).toBool(), false);
    }

    void whatAColleagueChangedMeanwhileIsNotWrittenOver()
    {
        m_desk->openSettings();
        ModerationPolicy theirs = ModerationPolicy::standard();
        theirs.closesMatches = true;
        GHAR_VERIFY(writeModerationPolicy(*m_colleague, theirs));
        settings().rules()->setOn(rule(u"Close conversations"_s), true);
        QSignalSpy failed(&settings(), &ModerationSettings::failed);
        settings().save(u"Mine"_s);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().toString().startsWith(u"Somebody else has changed"_s));
        QCOMPARE(stored(), theirs);
        // What was edited is still there to look at.
        QVERIFY(settings().edit().closesConversations);
        // A reason is asked for as with every change.
        m_desk->openSettings();
        QTRY_VERIFY((m_desk->openSettings(), settings().edit().closesMatches));
    }

    void aNoticeThatCannotGoOutIsNotWritten()
    {
        m_desk->openSettings();
        NoticeTemplateModel &notices = *settings().notices();
        const int row = notice(u"Suspension, to the person"_s);
        notices.setBody(row, u"Hello {listing}"_s);
        QCOMPARE(notices.index(row).data(NoticeTemplateModel::ProblemRole).toString(),
                 u"Nothing is known as {listing} here. There are: {name}, {reason}, {until}."_s);
        QVERIFY(settings().problem().contains(u"{listing}"_s));
        settings().save(u"No"_s);
        QVERIFY(!settings().isBusy());
        notices.setBody(row, u"Until [{until}"_s);
        QVERIFY(notices.index(row).data(NoticeTemplateModel::ProblemRole).toString().contains(u"brackets"_s));
        notices.setBody(row, u"Hello {name}[, until {until}]."_s);
        QCOMPARE(notices.index(row).data(NoticeTemplateModel::ProblemRole).toString(), QString());
        QCOMPARE(notices.index(row).data(NoticeTemplateModel::PreviewRole).toString(),
                 u"Hello Ravi Kumar, until 31 Dec 2026."_s);
        notices.setTitle(row, u" "_s);
        QVERIFY(!settings().problem().isEmpty());
        notices.reset(row);
        QVERIFY(settings().problem().isEmpty());
        QVERIFY(!settings().isChanged());
        settings().rules()->setNumber(rule(u"Abuse"_s), 0);
        QCOMPARE(settings().problem(), u"Items are due after 1 to 8784 hours."_s);
        settings().useStandard();
        QVERIFY(!settings().isChanged());
    }

    void keysAreChosenWhereTheyAreFree()
    {
        DecisionKeyModel &keys = *settings().keys();
        new QAbstractItemModelTester(&keys, QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        const int dismiss = rowOf(keys, DecisionKeyModel::LabelRole, u"Dismiss"_s);
        QCOMPARE(keys.setKey(dismiss, u"w"_s), u"W is the key of “Warn”."_s);
        QCOMPARE(keys.setKey(dismiss, u"c"_s), u"C does something else on this screen."_s);
        QCOMPARE(keys.setKey(dismiss, u"5"_s), u"A key is one letter."_s);
        QCOMPARE(m_desk->actions()->actionOfKey(u"D"_s), u"dismiss"_s);
        QCOMPARE(keys.setKey(dismiss, u"g"_s), QString());
        QCOMPARE(m_desk->actions()->actionOfKey(u"D"_s), QString());
        QCOMPARE(m_desk->actions()->actionOfKey(u"G"_s), u"dismiss"_s);
        QVERIFY(keys.index(dismiss).data(DecisionKeyModel::ChangedRole).toBool());
        QCOMPARE(keys.setKey(dismiss, {}), QString());
        QCOMPARE(m_desk->actions()->actionOfKey(u"D"_s), u"dismiss"_s);
        QCOMPARE(keys.setKey(dismiss, u"g"_s), QString());
        keys.resetAll();
        QCOMPARE(m_desk->actions()->actionOfKey(u"D"_s), u"dismiss"_s);
        // No standard key is one that does something else.
        for (const ModerationAction action : allModerationActions())
            QVERIFY(!DecisionKeyModel::takenLetters().contains(DecisionKeyModel::keyOf(action)));
    }
};

QTEST_MAIN(tst_ModerationSettings)
#include "tst_moderationsettings.moc"

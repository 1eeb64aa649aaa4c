// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"
#include "moderation/decisionstore.h"
#include "moderation/insightboard.h"
#include "moderationdeskfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The numbers of moderation on the screen, and the rows that each opens.
class tst_ModerationInsightBoard : public ModerationDeskFixture
{
    Q_OBJECT

    int m_made = 0;

    void decision(int report, const QString &action, const Value &staff, const QString &name, DecisionState state,
                  QDate day = QDate(2026, 11, 21))
    {
        StoredDecision decision;
        decision.id = u"made-%1"_s.arg(++m_made);
        decision.items = {{ItemKind::Report, m_reports.at(report).text().toLongLong()}};
        decision.subject = m_people.at(report);
        decision.action = action;
        decision.reason = u"Because"_s;
        decision.staffId = staff;
        decision.staffName = name;
        decision.state = state;
        decision.decidedAt = QDateTime(day, QTime(6, 30), Qt::UTC);
        decision.openedAt = decision.decidedAt.addSecs(-3 * 3600);
        GHAR_VERIFY(insertDecision(*m_colleague, decision));
    }

    InsightBoard &board() { return *m_desk->insight(); }

    void read()
    {
        board().reload();
        QTRY_VERIFY(!board().isLoading());
        QCOMPARE(board().errorText(), QString());
    }

    static QStringList texts(const FigureRow &row)
    {
        QStringList list{row.label};
        for (const Figure &figure : row.figures)
            list.append(figure.text);
        return list;
    }

    static int rowOf(const FigureTableModel &table, const QString &label)
    {
        for (int row = 0; row < table.count(); ++row) {
            if (table.rows().at(row).label == label)
                return row;
        }
        return -1;
    }

private slots:
    void showsWhatWaitsAndWhatWillBeOverdue()
    {
        new QAbstractItemModelTester(board().backlog(), QAbstractItemModelTester::FailureReportingMode::QtTest, this);
        read();
        // Four reports of 2, 3, 4 and 5 days; spam is due after two.
        const FigureTableModel &backlog = *board().backlog();
        QCOMPARE(backlog.headings(),
                 (QStringList{u"Waiting"_s, u"up to 1 day(s)"_s, u"1 to 3 days"_s, u"3 to 7 days"_s, u"7 to 14 days"_s,
                              u"over 14 day(s)"_s}));
        QCOMPARE(texts(backlog.rows().first()),
                 (QStringList{u"Reports"_s, u"4"_s, u"0"_s, u"2"_s, u"2"_s, u"0"_s, u"0"_s}));
        const FigureTableModel &forecast = *board().forecast();
        QCOMPARE(texts(forecast.rows().first()),
                 (QStringList{u"Reports"_s, u"4"_s, u"4"_s, u"4"_s, u"4"_s, u"4"_s, u"4"_s}));
        // Nothing was decided yet, so that the pace changes nothing.
        QCOMPARE(texts(forecast.rows().last()).mid(1), texts(forecast.rows().at(forecast.count() - 2)).mid(1));
    }

    void aNumberOpensItsRowsInTheQueue()
    {
        read();
        QSignalSpy shown(m_desk.get(), &ModerationDesk::rowsShown);
        board().backlog()->open(0, 1); // none
        board().backlog()->open(99, 0);
        board().backlog()->open(0, 99);
        QCOMPARE(shown.count(), 0);
        board().backlog()->open(0, 3); // three to seven days
        QCOMPARE(shown.count(), 1);
        waitForDesk();
        QCOMPARE(m_desk->queueIndex(), int(ModerationQueue::Reports));
        QCOMPARE(m_desk->items()->count(), 2);
        QVERIFY(m_desk->filterText().startsWith(u"came in 15 Nov 2026"_s));
        // They can be decided there, and the list stays as narrow.
        m_desk->setUndoSeconds(0);
        m_desk->decide(u"dismiss"_s);
        QTRY_COMPARE(statusOf(0), u"dismissed"_s);
        waitForDesk();
        QCOMPARE(m_desk->items()->count(), 1);
        m_desk->clearFilter();
        waitForDesk();
        QCOMPARE(m_desk->filterText(), QString());
        QCOMPARE(m_desk->items()->count(), 3);
    }

    void talliesLeadToTheDecisions()
    {
        const Value asha = person(u"Asha"_s);
        decision(0, u"dismiss"_s, asha, u"Asha"_s, DecisionState::Done);
        decision(1, u"warn"_s, asha, u"Asha"_s, DecisionState::Revised);
        decision(2, u"warn"_s, Value::null(), QString(), DecisionState::Done);
        decision(3, u"warn"_s, asha, u"Asha"_s, DecisionState::Pending);
        decision(3, u"warn"_s, asha, u"Asha"_s, DecisionState::Done, QDate(2026, 10, 1));
        m_desk->reload();
        waitForDesk();
        read();
        QCOMPARE(board().days(), 30);
        const FigureTableModel &moderators = *board().moderators();
        QCOMPARE(moderators.headings(),
                 (QStringList{u"Decided"_s, u"Median time"_s, u"In time"_s, u"Taken back"_s, u"Spam"_s}));
        QCOMPARE(moderators.count(), 2);
        QCOMPARE(texts(moderators.rows().first()),
                 (QStringList{u"Asha"_s, u"2"_s, u"3 h"_s, u"100 %"_s, u"1 (50 %)"_s, u"2"_s}));
        QCOMPARE(texts(moderators.rows().last()),
                 (QStringList{u"Nobody’s name"_s, u"1"_s, u"3 h"_s, u"100 %"_s, u"0"_s, u"1"_s}));
        QCOMPARE(board().paceText(), u"0.1 decisions a day"_s);
        const auto opened = [this](FigureTableModel *table, int row, int column) {
            table->open(row, column);
            waitForDesk();
            return m_desk->items()->count();
        };
        QCOMPARE(opened(board().moderators(), 0, 0), 2);
        QCOMPARE(m_desk->queueIndex(), int(ModerationQueue::Decided));
        QCOMPARE(m_desk->filterText(), u"by Asha · Carried out · 24 Oct 2026 to 22 Nov 2026"_s);
        QCOMPARE(opened(board().moderators(), 0, 3), 1);
        QCOMPARE(opened(board().moderators(), 1, 0), 1);
        QCOMPARE(opened(board().causes(), rowOf(*board().causes(), u"Spam"_s), 0), 3);
        QCOMPARE(opened(board().actions(), rowOf(*board().actions(), u"Warn"_s), 0), 2);
        QCOMPARE(opened(board().headline(), 0, 0), 3);
        // More days, more decisions.
        board().setDays(90);
        QTRY_VERIFY(!board().isLoading());
        QCOMPARE(board().headline()->rows().first().figures.first().text, u"4"_s);
    }

    void daysLeadToWhatCameInAndWhatWasSettled()
    {
        decision(0, u"dismiss"_s, Value::null(), QString(), DecisionState::Done, QDate(2026, 11, 20));
        board().setDays(7);
        read();
        DayFlowModel &reports = *board().reports();
        QCOMPARE(reports.count(), 7);
        const int twentieth = 4;
        QCOMPARE(reports.dayText(twentieth), u"20 Nov 2026"_s);
        QCOMPARE(reports.series().at(0).toList().at(twentieth).toInt(), 1);
        QCOMPARE(reports.series().at(1).toList().at(twentieth).toInt(), 1);
        reports.openSettled(twentieth);
        waitForDesk();
        QCOMPARE(m_desk->items()->count(), 1);
        QCOMPARE(m_desk->filterText(), u"Reports · Carried out · 20 Nov 2026"_s);
        QSignalSpy records(&board(), &InsightBoard::recordsWanted);
        reports.openArrived(twentieth);
        QCOMPARE(records.count(), 1);
        QCOMPARE(records.first().at(0).toString(), u"user_reports"_s);
        const auto filters = records.first().at(1).value<QList<Filter>>();
        QCOMPARE(filters.size(), 1);
        QCOMPARE(
            filters.first().values,
            (QList<Value>{Value(u"2026-11-19 18:30:00.000000+00:00"_s), Value(u"2026-11-20 18:29:59.999999+00:00"_s)}));
        board().listings()->openArrived(0);
        QCOMPARE(records.last().at(0).toString(), u"properties"_s);
        QCOMPARE(records.last().at(1).value<QList<Filter>>().size(), 3);
    }

    void decisionsAreFilteredByHand()
    {
        const Value asha = person(u"Asha"_s);
        decision(0, u"dismiss"_s, asha, u"Asha"_s, DecisionState::Done);
        decision(1, u"warn"_s, asha, u"Asha"_s, DecisionState::Revised);
        decision(2, u"warn"_s, Value::null(), QString(), DecisionState::Done, QDate(2026, 11, 22));
        m_desk->reload();
        waitForDesk();
        m_desk->setQueueIndex(int(ModerationQueue::Decided));
        waitForDesk();
        DecisionFilterChoices &choices = *m_desk->filterChoices();
        QTRY_COMPARE(choices.deciders(), (QStringList{u"Everybody"_s, u"Without a name"_s, u"Asha"_s}));
        const auto count = [this] {
            waitForDesk();
            return m_desk->items()->count();
        };
        choices.setDecider(2);
        QCOMPARE(count(), 2);
        choices.setState(1 + choices.states().mid(1).indexOf(u"Taken back"_s));
        QCOMPARE(count(), 1);
        QCOMPARE(m_desk->filterText(), u"by Asha · Taken back"_s);
        choices.setDecider(0);
        choices.setState(0);
        choices.setPeriod(1); // today
        QCOMPARE(count(), 1);
        QCOMPARE(choices.period(), 1);
        choices.setPeriod(0);
        choices.setCause(1 + choices.causes().mid(1).indexOf(u"Spam"_s));
        QCOMPARE(count(), 3);
        choices.setAction(1 + choices.actions().mid(1).indexOf(u"Warn"_s));
        QCOMPARE(count(), 2);
        m_desk->setSearch(u"nothing like it"_s);
        QTRY_COMPARE(m_desk->items()->count(), 0);
        m_desk->clearFilter();
        QCOMPARE(count(), 3);
        QCOMPARE(choices.action(), 0);
        QCOMPARE(m_desk->search(), QString());
    }

    void exportsTheDecisionsOfThePeriod()
    {
        decision(0, u"dismiss"_s, Value::null(), QString(), DecisionState::Done);
        decision(1, u"warn"_s, Value::null(), QString(), DecisionState::Pending);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"decisions.csv"_s);
        QSignalSpy remarks(&board(), &InsightBoard::remarked);
        board().exportTo(QUrl::fromLocalFile(path));
        QVERIFY(board().isExporting());
        QTRY_VERIFY(!board().isExporting());
        QCOMPARE(remarks.first().first().toString(), u"2 decision(s) exported."_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 3);
        // Where nothing can be written, it says so.
        board().exportTo(QUrl::fromLocalFile(folder.filePath(u"none/decisions.csv"_s)));
        QTRY_COMPARE(remarks.count(), 2);
        QVERIFY(remarks.last().first().toString().contains(u"cannot be written"_s));
    }
};

QTEST_MAIN(tst_ModerationInsightBoard)
#include "tst_moderationinsightboard.moc"

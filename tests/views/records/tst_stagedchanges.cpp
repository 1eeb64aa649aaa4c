// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databasesession.h"
#include "records/journal.h"
#include "records/recordinspector.h"
#include "records/stagedchanges.h"
#include "support/lossylink.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// From a typed value to the committed row, as the window does it, without pixels, on both databases.
class tst_StagedChanges : public QObject
{
    Q_OBJECT

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_colleague;
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<StagedChanges> m_changes;
    std::unique_ptr<RecordInspector> m_inspector;
    Value m_lease;

    void openSession() { openSession(m_database->profile()); }

    void openSession(const Profile &profile)
    {
        m_session = std::make_unique<DatabaseSession>(profile);
        m_session->setSchema(m_database->introspected());
        m_changes = std::make_unique<StagedChanges>(Clock::pinned(QDate(2026, 11, 22)));
        new QAbstractItemModelTester(m_changes->review(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_changes.get());
        m_inspector = std::make_unique<RecordInspector>();
        m_inspector->setChanges(m_changes->set());
        m_inspector->setPrivacy(Privacy::Revealed);
        m_inspector->setSession(m_session.get());
        m_changes->setSession(m_session.get(), {});
    }

    void closeSession()
    {
        m_inspector.reset();
        if (m_changes)
            m_changes->setSession(nullptr, {});
        m_changes.reset();
        m_session.reset();
    }

    void show(const QString &table, const Value &key)
    {
        m_inspector->show(table, {key});
        QTRY_COMPARE(m_inspector->state(), RecordInspector::State::Ready);
    }

    QVariant field(const QString &column, int role) const
    {
        const FieldListModel &fields = *m_inspector->fields();
        for (int i = 0; i < fields.rowCount(); ++i) {
            if (fields.index(i).data(FieldListModel::FieldNameRole) == column)
                return fields.index(i).data(role);
        }
        return {};
    }

    QString entry(int row, int role) const { return m_changes->review()->index(row).data(role).toString(); }

    int entryOf(const QString &label) const
    {
        for (int i = 0; i < m_changes->review()->count(); ++i) {
            if (!m_changes->review()->index(i).data(ReviewListModel::IsRowRole).toBool()
                && entry(i, ReviewListModel::ColumnLabelRole) == label)
                return i;
        }
        return -1;
    }

    void commit()
    {
        m_changes->commit(u"Wrong rent"_s);
        QTRY_VERIFY(!m_changes->isCommitting());
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_stagedchanges"_s);
    }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_colleague = m_database->open();
        RowMaker maker(*m_colleague, m_database->introspected());
        m_lease = maker.id(u"leases"_s, {{u"monthly_rent"_s, Value(u"25000.00"_s)}});
        openSession();
        show(u"leases"_s, m_lease);
    }

    void cleanup()
    {
        closeSession();
        m_colleague.reset();
        m_database.reset();
    }

    void stagesAndCommitsWhatWasTyped()
    {
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"₹ 26,500"_s), QString());
        QCOMPARE(m_changes->count(), 1);
        QVERIFY(field(u"monthly_rent"_s, FieldListModel::FieldChangedRole).toBool());
        QCOMPARE(field(u"monthly_rent"_s, FieldListModel::FieldTextRole).toString(), u"₹26,500.00"_s);
        QCOMPARE(field(u"monthly_rent"_s, FieldListModel::FieldOriginalRole).toString(), u"₹25,000.00"_s);
        QCOMPARE(scalar(*m_colleague, u"SELECT CAST(monthly_rent AS integer) FROM leases"_s), u"25000"_s);
        QCOMPARE(m_changes->review()->count(), 2);
        QCOMPARE(entry(1, ReviewListModel::OldTextRole), u"₹25,000.00"_s);
        QCOMPARE(entry(1, ReviewListModel::NewTextRole), u"₹26,500.00"_s);
        m_changes->readStatements();
        QTRY_VERIFY(!m_changes->statements().isEmpty());
        QVERIFY2(m_changes->statements().contains(u"UPDATE \"leases\" SET \"monthly_rent\" = "_s)
                     && m_changes->statements().contains(u"'26500.00'"_s),
                 qPrintable(m_changes->statements()));
        QSignalSpy committed(m_changes.get(), &StagedChanges::committed);
        commit();
        QCOMPARE(committed.count(), 1);
        QCOMPARE(m_changes->count(), 0);
        QCOMPARE(scalar(*m_colleague, u"SELECT CAST(monthly_rent AS integer) FROM leases"_s), u"26500"_s);
        JournalQuery query;
        query.table = u"leases"_s;
        const Result<QList<JournalEntry>> entries = readJournal(*m_colleague, query);
        GHAR_VERIFY(entries);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().header.reason, u"Wrong rent"_s);
        QCOMPARE(entries->first().header.role.isEmpty(), !m_database->isPostgres());
    }

    void saysTheRuleAndStagesNothing_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("word");
        QTest::newRow("no number") << u"monthly_rent"_s << u"much"_s << u"number"_s;
        QTest::newRow("too many digits") << u"monthly_rent"_s << u"123456789012.00"_s << u"digits before"_s;
        QTest::newRow("too fine") << u"monthly_rent"_s << u"1.005"_s << u"digits after"_s;
        QTest::newRow("label") << u"status"_s << u"sleeping"_s << u"one of"_s;
        QTest::newRow("required") << u"monthly_rent"_s << u""_s << u"needs a value"_s;
        QTest::newRow("date") << u"start_date"_s << u"31/31/2025"_s << u"date"_s;
        QTest::newRow("one of two days") << u"start_date"_s << u"05/06/2025"_s << u"may be"_s;
    }
    void saysTheRuleAndStagesNothing()
    {
        QFETCH(QString, column);
        QFETCH(QString, input);
        QFETCH(QString, word);
        const QString problem = m_inspector->setField(column, input);
        QVERIFY2(problem.contains(word), qPrintable(problem));
        QCOMPARE(m_changes->count(), 0);
    }

    void writesNothingInAnotherFormThatNobodyChanged()
    {
        RowMaker maker(*m_colleague, m_database->introspected());
        const Value user = maker.id(u"users"_s,
                                    {{u"preferences"_s, Value(u"{\"b\":1,\"a\":[2]}"_s)},
                                     {u"created_at"_s, Value(u"2026-03-01 06:30:12.345678+00:00"_s)}});
        show(u"users"_s, user);
        for (const QString &column : {u"preferences"_s, u"created_at"_s}) {
            QVERIFY(m_inspector->beginEdit(column));
            QVERIFY(!m_inspector->edit()->text().isEmpty());
            QCOMPARE(m_inspector->setField(column, m_inspector->edit()->text()), QString());
            QCOMPARE(m_changes->count(), 0);
        }
        QCOMPARE(m_inspector->setField(u"preferences"_s, u"{\"a\": [2], \"b\": 1}"_s), QString());
        QCOMPARE(m_changes->count(), 0);
        QVERIFY(m_inspector->setField(u"preferences"_s, u"{\"a\": [2}"_s).contains(u"character"_s));
        QCOMPARE(m_inspector->setField(u"preferences"_s, u"{\"a\": [3], \"b\": 1}"_s), QString());
        QCOMPARE(m_changes->count(), 1);
        show(u"leases"_s, m_lease);
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"25,000"_s), QString());
        QCOMPARE(m_changes->count(), 1);
    }

    void editsSurviveClosingAndReconnecting()
    {
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"26500"_s), QString());
        closeSession();
        openSession();
        QCOMPARE(m_changes->count(), 1);
        show(u"leases"_s, m_lease);
        QCOMPARE(field(u"monthly_rent"_s, FieldListModel::FieldTextRole).toString(), u"₹26,500.00"_s);
        QVERIFY(m_changes->canUndo());
        m_changes->undo();
        QCOMPARE(m_changes->count(), 0);
        QVERIFY(!field(u"monthly_rent"_s, FieldListModel::FieldChangedRole).toBool());
        m_changes->redo();
        QCOMPARE(m_changes->count(), 1);
    }

    void showsBaseMineAndTheirs()
    {
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"26500"_s), QString());
        QCOMPARE(m_inspector->setField(u"security_deposit"_s, u"50000"_s), QString());
        must(*m_colleague, u"UPDATE leases SET monthly_rent = 27000, payment_due_day = 9"_s);
        commit();
        QVERIFY(m_changes->hasProblems());
        QCOMPARE(m_changes->count(), 1);
        QVERIFY(m_changes->review()->index(0).data(ReviewListModel::IsConflictRole).toBool());
        const int rent = entryOf(u"Monthly rent"_s);
        QVERIFY(rent > 0);
        QCOMPARE(entry(rent, ReviewListModel::OldTextRole), u"₹25,000.00"_s);
        QCOMPARE(entry(rent, ReviewListModel::NewTextRole), u"₹26,500.00"_s);
        QCOMPARE(entry(rent, ReviewListModel::TheirTextRole), u"₹27,000.00"_s);
        // Theirs for one value, mine for the other; what only they changed stays theirs.
        m_changes->revertValue(rent);
        m_changes->keepMine(0);
        QVERIFY(!m_changes->hasProblems());
        commit();
        QVERIFY2(!m_changes->hasProblems() && m_changes->count() == 0, qPrintable(m_changes->errorText()));
        QCOMPARE(scalar(*m_colleague, u"SELECT CAST(monthly_rent AS integer) FROM leases"_s), u"27000"_s);
        QCOMPARE(scalar(*m_colleague, u"SELECT CAST(security_deposit AS integer) FROM leases"_s), u"50000"_s);
        QCOMPARE(scalar(*m_colleague, u"SELECT payment_due_day FROM leases"_s), u"9"_s);
    }

    void plansWhatADeletionTakesAlong()
    {
        RowMaker maker(*m_colleague, m_database->introspected());
        (void)maker.id(u"rent_charges"_s, {{u"lease_id"_s, m_lease}});
        m_inspector->toggleRemoval();
        QVERIFY(m_inspector->isRemoved());
        m_changes->readPlan();
        DeletionPlanModel *plan = m_changes->plan();
        QTRY_VERIFY(plan->isComplete());
        QVERIFY2(plan->summary().contains(u"Rent charges: 1"_s), qPrintable(plan->summary()));
        QVERIFY(!plan->isBlocked());
        QVERIFY2(!plan->money().isEmpty(), "the rent in the rows that go");
        const QVariantMap rent = plan->money().first().toMap();
        QCOMPARE(rent.value(u"table"_s).toString(), u"Leases"_s);
        QCOMPARE(rent.value(u"column"_s).toString(), u"Monthly rent"_s);
        QCOMPARE(rent.value(u"amount"_s).toString(), u"₹25,000.00"_s);
        QCOMPARE(plan->index(0).data(DeletionPlanModel::StepDepthRole).toInt(), 0);
        QCOMPARE(plan->index(0).data(DeletionPlanModel::StepCountRole).toString(), u"1"_s);
        bool found = false;
        for (int i = 1; i < plan->count(); ++i)
            found = found
                || (plan->index(i).data(DeletionPlanModel::StepDepthRole).toInt() == 1
                    && plan->index(i).data(DeletionPlanModel::StepTextRole).toString().startsWith(u"Rent charges"_s));
        QVERIFY(found);
        m_inspector->toggleRemoval();
        QVERIFY(!m_inspector->isRemoved());
        QCOMPARE(m_changes->count(), 0);
        m_inspector->toggleRemoval();
        commit();
        QCOMPARE(scalar(*m_colleague, u"SELECT count(*) FROM rent_charges"_s), u"0"_s);
    }

    void planBeginsWithWhatTheDatabaseWouldRefuse()
    {
        RowMaker maker(*m_colleague, m_database->introspected());
        const Value agent = maker.id(u"agents"_s);
        (void)maker.id(u"agent_interactions"_s, {{u"agent_id"_s, agent}});
        (void)maker.id(u"users"_s, {{u"agent_id"_s, agent}});
        m_inspector->toggleRemoval(); // a lease, which nothing keeps
        show(u"agents"_s, agent);
        m_inspector->toggleRemoval();
        m_changes->readPlan();
        DeletionPlanModel *plan = m_changes->plan();
        QTRY_VERIFY(plan->isComplete());
        QVERIFY(plan->isBlocked());
        QVERIFY2(plan->blockText().contains(u"Users (Agent): 1"_s), qPrintable(plan->blockText()));
        QCOMPARE(plan->index(0).data(DeletionPlanModel::StepTextRole).toString(), u"Agents"_s);
        QCOMPARE(plan->index(1).data(DeletionPlanModel::StepEffectRole).toInt(), int(DeleteEffect::Blocks));
        bool isLeaseLater = false;
        for (int i = 2; i < plan->count(); ++i)
            isLeaseLater =
                isLeaseLater || plan->index(i).data(DeletionPlanModel::StepTextRole).toString() == "Leases"_L1;
        QVERIFY(isLeaseLater);
    }

    void reviewNamesRowsAndBeginsWithDeletions()
    {
        RowMaker maker(*m_colleague, m_database->introspected());
        const Value amenity = maker.id(u"amenities"_s, {{u"title"_s, Value(u"Roof garden"_s)}});
        const Value owner = maker.id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        m_changes->setPrivacy(Privacy::Revealed);
        QCOMPARE(m_inspector->setField(u"owner_id"_s, owner.text()), QString());
        QCOMPARE(m_changes->deletionCount(), 0);
        show(u"amenities"_s, amenity);
        m_inspector->toggleRemoval();
        QCOMPARE(m_changes->deletionCount(), 1);
        m_changes->set()->insert(u"New"_s, u"amenities"_s, {{u"title"_s, {Value(u"Lift"_s), false}}});
        QCOMPARE(entry(0, ReviewListModel::ChangeKindRole).toInt(), int(StagedKind::Delete));
        QCOMPARE(entry(0, ReviewListModel::RowTextRole), u'#' + amenity.text());
        QTRY_COMPARE(entry(0, ReviewListModel::RowLabelRole), u"Roof garden"_s);
        QCOMPARE(entry(1, ReviewListModel::ChangeKindRole).toInt(), int(StagedKind::Update));
        // A foreign key is called as the row that it leads to, with the key.
        QTRY_COMPARE(entry(2, ReviewListModel::NewTextRole), u"Asha Verma (#%1)"_s.arg(owner.text()));
        QCOMPARE(entry(3, ReviewListModel::RowLabelRole), u"Lift"_s);
        m_changes->setPrivacy(Privacy::Masked);
        QVERIFY(!entry(2, ReviewListModel::NewTextRole).contains(u"Asha"_s));
        m_changes->revert(0);
        QCOMPARE(m_changes->deletionCount(), 0);
        QCOMPARE(m_changes->count(), 2);
    }

    void cleansReferencesThatADeletionWouldLeaveBehind()
    {
        RowMaker maker(*m_colleague, m_database->introspected());
        const Value tour = maker.id(u"tours"_s);
        const Value gone = maker.id(u"scenes"_s, {{u"tour_id"_s, tour}});
        const Value kept = maker.id(u"scenes"_s, {{u"tour_id"_s, tour}});
        (void)maker.id(u"hotspots"_s, {{u"scene_id"_s, kept}, {u"target_scene_id"_s, gone}});
        (void)maker.id(u"floor_plans"_s,
                       {{u"tour_id"_s, tour},
                        {u"markers"_s,
                         Value(u"[{\"scene_id\":\"%1\",\"x\":1,\"y\":2},{\"scene_id\":\"%2\",\"x\":3,\"y\":4}]"_s.arg(
                             gone.text(), kept.text()))}});
        must(*m_colleague,
             u"UPDATE tours SET settings = '{\"initial_scene_id\": \"%1\", \"autoplay\": true}'"_s.arg(gone.text()));
        show(u"scenes"_s, gone);
        m_inspector->toggleRemoval();
        m_changes->readPlan();
        QTRY_VERIFY(m_changes->plan()->isComplete());
        QCOMPARE(m_changes->plan()->danglingRows(), 3);
        m_changes->cleanReferences();
        QTRY_VERIFY(!m_changes->isCleaning());
        QCOMPARE(m_changes->count(), 4);
        commit();
        QVERIFY2(!m_changes->hasProblems() && m_changes->count() == 0, qPrintable(m_changes->errorText()));
        QCOMPARE(scalar(*m_colleague, u"SELECT count(*) FROM hotspots WHERE target_scene_id IS NULL"_s), u"1"_s);
        const QString settings = scalar(*m_colleague, u"SELECT CAST(settings AS text) FROM tours"_s);
        QVERIFY2(!settings.contains(gone.text()) && settings.contains(u"autoplay"_s), qPrintable(settings));
        const QString markers = scalar(*m_colleague, u"SELECT CAST(markers AS text) FROM floor_plans"_s);
        QVERIFY2(!markers.contains(gone.text()) && markers.contains(kept.text()), qPrintable(markers));
    }

    void tellsTheHistoryOfARowAndTakesAChangeBack()
    {
        new QAbstractItemModelTester(m_inspector->history(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_inspector.get());
        m_inspector->readHistory();
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"26500"_s), QString());
        commit();
        m_inspector->refresh();
        QTRY_COMPARE(field(u"monthly_rent"_s, FieldListModel::FieldExactRole).toString().toDouble(), 26500.0);
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"27500"_s), QString());
        commit();
        m_inspector->refresh();
        QTRY_COMPARE(field(u"monthly_rent"_s, FieldListModel::FieldExactRole).toString().toDouble(), 27500.0);
        m_inspector->readHistory();
        const HistoryListModel &history = *m_inspector->history();
        QTRY_VERIFY(history.rowCount() >= 4);
        const auto cell = [&history](int row, int role) { return history.index(row).data(role).toString(); };
        QList<int> headings;
        for (int i = 0; i < history.rowCount(); ++i) {
            if (history.index(i).data(HistoryListModel::IsHeadingRole).toBool())
                headings.append(i);
        }
        QCOMPARE(headings.size(), 2);
        QCOMPARE(cell(headings.at(0), HistoryListModel::ReasonRole), u"Wrong rent"_s);
        QStringList steps;
        for (int i = 0; i < history.rowCount(); ++i) {
            if (cell(i, HistoryListModel::ColumnLabelRole) == u"Monthly rent"_s)
                steps.append(cell(i, HistoryListModel::OldTextRole) + u" > "_s
                             + cell(i, HistoryListModel::NewTextRole));
        }
        QCOMPARE(steps, (QStringList{u"₹26,500.00 > ₹27,500.00"_s, u"₹25,000.00 > ₹26,500.00"_s}));
        // Back to before the first of them: a new change, that waits for its review.
        m_inspector->revertTo(headings.at(1));
        QCOMPARE(m_changes->count(), 1);
        QCOMPARE(m_changes->set()->rows().first().values.keys(), QStringList{u"monthly_rent"_s});
        commit();
        QCOMPARE(scalar(*m_colleague, u"SELECT CAST(monthly_rent AS integer) FROM leases"_s), u"25000"_s);
        const Result<QList<JournalChain>> chains = verifyJournal(*m_colleague);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().entries, 3);
        QCOMPARE(chains->first().brokenAt, 0);
    }

    void findsOutWhatBecameOfACommit()
    {
        // As after a crash between BEGIN and the answer: once it had not happened, once it had.
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"26500"_s), QString());
        GHAR_VERIFY(m_changes->set()->beginCommit(u"never-arrived"_s));
        closeSession();
        openSession();
        QTRY_VERIFY(!m_changes->isCommitting());
        QCOMPARE(m_changes->count(), 1);
        QVERIFY(m_changes->errorText().contains(u"commit again"_s));
        GHAR_VERIFY(m_changes->set()->beginCommit(u"arrived"_s));
        const QString table = m_database->isPostgres() ? u"ghar_desk.journal"_s : u"desk_journal"_s;
        must(*m_colleague,
             u"INSERT INTO "_s + table
                 + u" (writer_id, sequence, change_id, made_at, role, origin, reason, action, table_name, "
                   u"previous_hash, "
                   "hash) VALUES ('w', 1, 'arrived', '2026-11-22 06:30:00.000000+00:00', '', 'records', '', 'update', "
                   "'leases', '"_s
                 + QString(64, u'0') + u"', '"_s + QString(64, u'1') + u"')"_s);
        closeSession();
        openSession();
        QTRY_VERIFY(!m_changes->isCommitting());
        QCOMPARE(m_changes->count(), 0);
    }

    void sendsNothingTwiceWhenTheAnswerToACommitIsLost()
    {
        if (!m_database->isPostgres())
            QSKIP("A file has no connection to lose.");
        closeSession();
        LossyLink link(m_database->profile());
        openSession(link.profile());
        show(u"leases"_s, m_lease);
        QCOMPARE(m_inspector->setField(u"monthly_rent"_s, u"26500"_s), QString());
        QSignalSpy committed(m_changes.get(), &StagedChanges::committed);
        link.loseNextCommit();
        commit();
        QVERIFY(link.hasLost());
        QCOMPARE(committed.size(), 1);
        QCOMPARE(m_changes->count(), 0);
        QCOMPARE(scalar(*m_colleague, u"SELECT CAST(monthly_rent AS integer) FROM leases"_s), u"26500"_s);
        const Result<QList<JournalChain>> chains = verifyJournal(*m_colleague);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().entries, 1);
        closeSession();
    }

    void stagesNothingWhereNothingMayBeWritten()
    {
        m_changes->setSession(m_session.get(), u"Production is opened read-only."_s);
        QVERIFY(!m_changes->isWritable());
        QVERIFY(m_changes->set()->isEmpty());
        m_changes->commit(u"x"_s);
        QVERIFY(!m_changes->isCommitting());
    }
};

QTEST_MAIN(tst_StagedChanges)
#include "tst_stagedchanges.moc"

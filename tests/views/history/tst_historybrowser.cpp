// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databasesession.h"
#include "history/historybrowser.h"
#include "records/changecommit.h"
#include "records/originalrow.h"
#include "records/stagedchanges.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The History screen's list, its conditions, versions side by side, the way back and the export.
class tst_HistoryBrowser : public QObject
{
    Q_OBJECT

    const Clock m_clock = Clock::pinned(QDate(2026, 11, 22));
    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
    LiveSchemaPtr m_live;
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<StagedChanges> m_changes;
    std::unique_ptr<Comparison> m_comparison;
    std::unique_ptr<HistoryBrowser> m_history;
    OpenedDatabase m_opened;
    Value m_faq;
    Value m_admin;
    int m_changeCount = 0;

    void commit(const StagedRow &row, const QDateTime &at, const Value &staff, const QString &reason)
    {
        commit(QList<StagedRow>{row}, at, staff, reason);
    }

    void commit(const QList<StagedRow> &rows, const QDateTime &at, const Value &staff, const QString &reason)
    {
        const ChangeHeader header{u"change-%1"_s.arg(++m_changeCount),
                                  u"desk-1"_s,
                                  at,
                                  u"ghar_role"_s,
                                  staff,
                                  staff.isNull() ? Value() : Value(u"Ravi Admin"_s),
                                  u"records"_s,
                                  reason,
                                  Value::null()};
        const Result<CommitOutcome> outcome = commitChanges(*m_connection, *m_live, rows, header);
        if (!outcome || outcome->state != CommitOutcome::State::Committed)
            qFatal("%s", qPrintable(whyNot(outcome)));
    }

    StagedRow row(const QString &table, const Value &id, StagedKind kind, const QMap<QString, StagedValue> &values = {})
    {
        const Result<std::optional<OriginalRow>> read = readOriginal(*m_connection, *m_live->table(table), {id});
        if (!read || !*read)
            qFatal("%s", qPrintable(table));
        return {stagedIdOf({id}), kind, **read, values};
    }

    void edit(const QString &answer, const QDateTime &at, const Value &staff, const QString &reason)
    {
        commit(row(u"faqs"_s, m_faq, StagedKind::Update, {{u"answer"_s, {Value(answer), false}}}), at, staff, reason);
    }

    static QDateTime at(int month, int day, int hour)
    {
        return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::UTC);
    }

    QStringList listed() const
    {
        QStringList reasons;
        for (const JournalEntry &entry : m_history->entries()->entries())
            reasons.append(entry.header.reason);
        return reasons;
    }

    void waitForList() { QTRY_COMPARE(m_history->state(), HistoryBrowser::State::Ready); }

    QString compared(const CompareListModel &model, const QString &label, int role) const
    {
        for (int i = 0; i < model.count(); ++i) {
            if (model.index(i).data(CompareListModel::ColumnLabelRole) == label)
                return model.index(i).data(role).toString();
        }
        return u"no such column"_s;
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_historybrowser"_s);
    }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_connection = m_database->open();
        m_live = m_database->introspected();
        m_changeCount = 0;
        RowMaker maker(*m_connection, m_live);
        m_faq = maker.id(u"faqs"_s, {{u"answer"_s, Value(u"one"_s)}});
        m_admin = maker.id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"is_active"_s, Value(u"true"_s)}});
        edit(u"two"_s, at(10, 1, 6), {}, u"first"_s);
        edit(u"three"_s, at(11, 20, 6), m_admin, u"Second time"_s);
        edit(u"four"_s, at(11, 22, 1), {}, u"third"_s);
        m_opened = *lookIntoDatabase(*m_connection, {});
        m_session = std::make_unique<DatabaseSession>(m_database->profile());
        m_session->setSchema(m_opened.schema);
        m_changes = std::make_unique<StagedChanges>(m_clock);
        m_changes->setSession(m_session.get(), {});
        m_comparison = std::make_unique<Comparison>();
        m_comparison->setSession(m_session.get());
        m_comparison->setPrivacy(Privacy::Revealed);
        m_history = std::make_unique<HistoryBrowser>(m_clock, *m_changes, *m_comparison);
        for (QAbstractItemModel *model : std::initializer_list<QAbstractItemModel *>{
                 m_history->entries(), m_history->values(), m_comparison->values()})
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         m_history.get());
        m_history->setDatabase(m_session.get(), &m_opened);
        m_history->setPrivacy(Privacy::Revealed);
    }

    void cleanup()
    {
        if (m_history)
            m_history->setDatabase(nullptr, nullptr);
        m_history.reset();
        m_comparison.reset();
        if (m_changes)
            m_changes->setSession(nullptr, {});
        m_changes.reset();
        m_session.reset();
        m_connection.reset();
        m_database.reset();
    }

    void listsNewestFirstAndByEachCondition()
    {
        QCOMPARE(m_history->state(), HistoryBrowser::State::Idle);
        m_history->activate();
        waitForList();
        QCOMPARE(listed(), (QStringList{u"third"_s, u"Second time"_s, u"first"_s}));
        QTRY_COMPARE(m_history->peopleNames(), (QStringList{u"Everybody"_s, u"ghar_role"_s, u"Ravi Admin"_s}));
        m_history->setPersonIndex(2);
        waitForList();
        QCOMPARE(listed(), QStringList{u"Second time"_s});
        m_history->setPersonIndex(1);
        waitForList();
        QCOMPARE(listed(), (QStringList{u"third"_s, u"Second time"_s, u"first"_s}).sliced(0, 3)); // the role made all
        m_history->clearFilters();
        waitForList();
        m_history->setReason(u"SECOND"_s);
        waitForList();
        QCOMPARE(listed(), QStringList{u"Second time"_s});
        m_history->clearFilters();
        waitForList();
        m_history->setActionIndex(3); // deleted
        waitForList();
        QCOMPARE(listed(), QStringList());
        QVERIFY(m_history->isFiltered());
        m_history->clearFilters();
        waitForList();
        m_history->setTableIndex(int(m_history->tableLabels().indexOf(u"Users"_s)));
        waitForList();
        QCOMPARE(listed(), QStringList());
        m_history->showPerson(m_admin.text());
        waitForList();
        QCOMPARE(listed(), QStringList{u"Second time"_s});
        m_history->showRow(u"faqs"_s, m_faq.text());
        waitForList();
        QCOMPARE(listed().size(), 3);
        m_history->showRow(u"faqs"_s, u"987654"_s);
        waitForList();
        QCOMPARE(listed().size(), 0);
        QVERIFY(m_history->rowText().contains(u"987654"_s));
    }

    void daysAreThoseOfTheCalendarHere()
    {
        // Half past six in the morning of the 22nd in Kolkata is one o'clock in UTC.
        m_history->activate();
        waitForList();
        m_history->setPeriodIndex(1);
        waitForList();
        QCOMPARE(listed(), QStringList{u"third"_s});
        m_history->setPeriodIndex(2);
        waitForList();
        QCOMPARE(listed().size(), 2);
        m_history->setPeriodIndex(5);
        waitForList();
        m_history->setFromText(u"2026-10-01"_s);
        m_history->setToText(u"2026-11-20"_s);
        waitForList();
        QCOMPARE(listed(), (QStringList{u"Second time"_s, u"first"_s}));
        m_history->setToText(u"20/11/2026"_s);
        QVERIFY(m_history->dateProblem().contains(u"2026-11-30"_s));
        m_history->setToText(u"2026-09-30"_s);
        QVERIFY(m_history->dateProblem().contains(u"after the last"_s));
    }

    void readsAsFarAsItIsLookedAt()
    {
        for (int i = 0; i < 240; ++i)
            edit(QString::number(i), at(11, 21, 0).addSecs(i), {}, u"n"_s);
        m_history->activate();
        waitForList();
        JournalListModel &model = *m_history->entries();
        QCOMPARE(model.count(), 100);
        QVERIFY(model.canFetchMore({}));
        while (model.canFetchMore({})) {
            const int before = model.count();
            model.fetchMore({});
            QTRY_VERIFY(model.count() > before);
        }
        QCOMPARE(model.count(), 243);
        QSet<qint64> sequences;
        for (const JournalEntry &entry : model.entries())
            sequences.insert(entry.sequence);
        QCOMPARE(sequences.size(), 243);
        const Result<QList<JournalChain>> chains = verifyJournal(*m_connection);
        GHAR_VERIFY(chains);
        QCOMPARE(chains->first().entries, 243);
        QCOMPARE(chains->first().brokenAt, 0);
    }

    QString listedAs(int entry, int role) const { return m_history->entries()->index(entry).data(role).toString(); }

    void showsRowsOfOneChangeAsOneGroup()
    {
        RowMaker maker(*m_connection, m_live);
        const Value other = maker.id(u"faqs"_s, {{u"answer"_s, Value(u"else"_s)}});
        const QMap<QString, StagedValue> values{{u"answer"_s, {Value(u"both"_s), false}}};
        const QDateTime together = at(11, 22, 2).addSecs(5);
        commit({row(u"faqs"_s, m_faq, StagedKind::Update, values), row(u"faqs"_s, other, StagedKind::Update, values)},
               together, {}, u"together"_s);
        edit(u"later"_s, together.addSecs(28), {}, u"alone"_s);
        m_history->activate();
        waitForList();
        QCOMPARE(listed(),
                 (QStringList{u"alone"_s, u"together"_s, u"together"_s, u"third"_s, u"Second time"_s, u"first"_s}));
        using List = JournalListModel;
        QCOMPARE(listedAs(0, List::IsGroupedRole), u"false"_s);
        QCOMPARE(listedAs(0, List::GroupTextRole), QString());
        QCOMPARE(listedAs(1, List::IsGroupedRole), u"true"_s);
        QCOMPARE(listedAs(1, List::IsGroupHeadRole), u"true"_s);
        QCOMPARE(listedAs(1, List::IsGroupTailRole), u"false"_s);
        QCOMPARE(listedAs(1, List::GroupTextRole), u"2 row(s)"_s);
        QCOMPARE(listedAs(2, List::IsGroupHeadRole), u"false"_s);
        QCOMPARE(listedAs(2, List::IsGroupTailRole), u"true"_s);
        QCOMPARE(listedAs(3, List::IsGroupedRole), u"false"_s);
        // Two changes of one minute are told apart by their seconds, others are as short as they can be.
        QCOMPARE(listedAs(0, List::WhenTextRole), u"22 Nov 2026, 07:30:33"_s);
        QCOMPARE(listedAs(1, List::WhenTextRole), u"22 Nov 2026, 07:30:05"_s);
        QCOMPARE(listedAs(3, List::WhenTextRole), u"22 Nov 2026, 06:30"_s);
        m_history->select(2);
        QCOMPARE(m_history->whenText(), u"22 Nov 2026, 07:30:05"_s);
        QCOMPARE(m_history->bylineText(),
                 u"22 Nov 2026, 07:30:05 · ghar_role · 1 more entry(ies) of the same change"_s);
        m_history->select(0);
        QCOMPARE(m_history->bylineText(), u"22 Nov 2026, 07:30:33 · ghar_role"_s);
    }

    void groupGrowsOverTheEndOfAPage()
    {
        JournalListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto entryOf = [](const QString &change, int second) {
            JournalEntry entry;
            entry.header.changeId = change;
            entry.header.madeAt = at(11, 22, 2).addSecs(second);
            return entry;
        };
        model.setEntries(m_live, {entryOf(u"c"_s, 90), entryOf(u"b"_s, 20)}, true);
        QCOMPARE(model.groupSize(1), 1);
        QCOMPARE(model.index(1).data(JournalListModel::WhenTextRole), u"22 Nov 2026, 07:30"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.append({entryOf(u"b"_s, 20), entryOf(u"a"_s, 10)}, false);
        QCOMPARE(model.groupSize(1), 2);
        QCOMPARE(model.groupSize(3), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(model.index(1).data(JournalListModel::IsGroupTailRole), false);
        QCOMPARE(model.index(2).data(JournalListModel::IsGroupTailRole), true);
        QCOMPARE(model.index(0).data(JournalListModel::WhenTextRole), u"22 Nov 2026, 07:31"_s);
        QCOMPARE(model.index(3).data(JournalListModel::WhenTextRole), u"22 Nov 2026, 07:30:10"_s);
    }

    void showsBeforeAndAfterAndComparesVersions()
    {
        m_history->activate();
        waitForList();
        m_history->select(1);
        QCOMPARE(m_history->reasonText(), u"Second time"_s);
        QCOMPARE(m_history->whoText(), u"Ravi Admin"_s);
        QCOMPARE(compared(*m_history->values(), u"Answer"_s, CompareListModel::LeftTextRole), u"two"_s);
        QCOMPARE(compared(*m_history->values(), u"Answer"_s, CompareListModel::RightTextRole), u"three"_s);
        // The version after the first change with that after the third: whole rows.
        m_history->select(2);
        m_history->markVersion();
        m_history->select(0);
        m_history->compareVersion();
        QTRY_VERIFY(!m_comparison->isLoading());
        QCOMPARE(m_comparison->errorText(), QString());
        QCOMPARE(compared(*m_comparison->values(), u"Answer"_s, CompareListModel::LeftTextRole), u"two"_s);
        QCOMPARE(compared(*m_comparison->values(), u"Answer"_s, CompareListModel::RightTextRole), u"four"_s);
        QVERIFY(m_comparison->values()->index(0).data(CompareListModel::IsDifferentRole).toBool());
        const int all = m_comparison->values()->count();
        m_comparison->values()->setDifferencesOnly(true);
        QVERIFY(m_comparison->values()->count() < all);
        QCOMPARE(m_comparison->values()->count(), m_comparison->values()->differing());
        // Any two rows of a table, and no two of different ones.
        RowMaker maker(*m_connection, m_live);
        const Value other = maker.id(u"faqs"_s, {{u"answer"_s, Value(u"else"_s)}});
        m_comparison->markRow(u"faqs"_s, m_faq.text());
        m_comparison->compareRow(u"faqs"_s, other.text());
        QTRY_VERIFY(!m_comparison->isLoading());
        QCOMPARE(compared(*m_comparison->values(), u"Answer"_s, CompareListModel::RightTextRole), u"else"_s);
        m_comparison->compareRow(u"users"_s, m_admin.text());
        QVERIFY(m_comparison->errorText().contains(u"one table"_s));
    }

    void headingsOfTwoSidesAreNeverTheSame()
    {
        // Two changes of one second.
        edit(u"five"_s, at(11, 22, 2), {}, u"n"_s);
        edit(u"six"_s, at(11, 22, 2), {}, u"n"_s);
        m_history->activate();
        waitForList();
        m_history->select(1);
        m_history->markVersion();
        QCOMPARE(m_comparison->markText(), u"FAQ #%1 after 22 Nov 2026, 07:30:00"_s.arg(m_faq.text()));
        m_history->select(0);
        m_history->compareVersion();
        QTRY_VERIFY(!m_comparison->isLoading());
        QVERIFY(m_comparison->leftTitle().endsWith(u"the earlier change"_s));
        QVERIFY(m_comparison->rightTitle().endsWith(u"the later change"_s));
        m_comparison->swap();
        QTRY_VERIFY(!m_comparison->isLoading());
        QVERIFY(m_comparison->leftTitle().endsWith(u"the later change"_s));
        // A version with itself.
        m_history->markVersion();
        m_history->compareVersion();
        QTRY_VERIFY(!m_comparison->isLoading());
        QVERIFY(m_comparison->leftTitle() != m_comparison->rightTitle());
        m_comparison->markRow(u"faqs"_s, m_faq.text());
        m_comparison->compareRow(u"faqs"_s, m_faq.text());
        QTRY_VERIFY(!m_comparison->isLoading());
        QVERIFY(m_comparison->leftTitle() != m_comparison->rightTitle());
    }

    void foreignKeysAreCalledAsTheirRows()
    {
        RowMaker maker(*m_connection, m_live);
        const Value before = maker.id(u"users"_s, {{u"full_name"_s, Value(u"Asha Verma"_s)}});
        const Value after = maker.id(u"users"_s, {{u"full_name"_s, Value(u"Ravi Menon"_s)}});
        const Value listing = maker.id(u"properties"_s, {{u"owner_id"_s, before}});
        const Value other = maker.id(u"properties"_s, {{u"owner_id"_s, before}});
        commit(row(u"properties"_s, listing, StagedKind::Update, {{u"owner_id"_s, {after, false}}}), at(11, 22, 3), {},
               u"sold"_s);
        m_history->activate();
        waitForList();
        const QString was = u"Asha Verma (#%1)"_s.arg(before.text());
        const QString is = u"Ravi Menon (#%1)"_s.arg(after.text());
        QTRY_COMPARE(compared(*m_history->values(), u"Owner"_s, CompareListModel::LeftTextRole), was);
        QTRY_COMPARE(compared(*m_history->values(), u"Owner"_s, CompareListModel::RightTextRole), is);
        m_comparison->markRow(u"properties"_s, listing.text());
        m_comparison->compareRow(u"properties"_s, other.text());
        QTRY_COMPARE(compared(*m_comparison->values(), u"Owner"_s, CompareListModel::LeftTextRole), is);
        QTRY_COMPARE(compared(*m_comparison->values(), u"Owner"_s, CompareListModel::RightTextRole), was);
        m_comparison->setPrivacy(Privacy::Masked);
        QVERIFY(!compared(*m_comparison->values(), u"Owner"_s, CompareListModel::LeftTextRole).contains(u"Ravi"_s));
    }

    void stagesTheWayBackForReview()
    {
        commit(row(u"faqs"_s, m_faq, StagedKind::Delete), at(11, 22, 2), {}, u"gone"_s);
        m_history->activate();
        waitForList();
        QVERIFY(m_history->isDeleted());
        QSignalSpy staged(m_history.get(), &HistoryBrowser::staged);
        m_history->undoChange();
        QTRY_COMPARE(staged.count(), 1);
        QCOMPARE(m_changes->count(), 1);
        QCOMPARE(m_changes->set()->reverts().text(), u"change-4"_s);
        QCOMPARE(staged.first().first().toString(),
                 u"1 row(s) of the change of 22 Nov 2026, 07:30 by ghar_role are staged. Commit to take it back."_s);
        QCOMPARE(m_changes->suggestedReason(), u"Takes back the change of 22 Nov 2026, 07:30 by ghar_role"_s);
        m_changes->undo();
        QCOMPARE(m_changes->suggestedReason(), QString());
        m_changes->redo();
        QVERIFY(!m_changes->suggestedReason().isEmpty());
        m_changes->commit(u"it is needed"_s);
        QTRY_VERIFY(!m_changes->isCommitting());
        QCOMPARE(m_changes->errorText(), QString());
        QCOMPARE(m_changes->suggestedReason(), QString());
        QCOMPARE(scalar(*m_connection, u"SELECT answer FROM faqs WHERE id = "_s + m_faq.text()), u"four"_s);
        m_history->reload();
        waitForList();
        QVERIFY(m_history->takesBack());
        // An older change cannot be taken back whole any more, and says so.
        m_history->select(m_history->entries()->count() - 1);
        m_history->undoChange();
        QTRY_VERIFY(!m_history->isUndoing());
        QVERIFY2(m_history->conflictText().contains(u"is “four” now"_s), qPrintable(m_history->conflictText()));
        QCOMPARE(staged.count(), 1);
        m_history->forgetConflicts();
        QCOMPARE(m_history->conflictText(), QString());
    }

    void exportsWhatIsListed()
    {
        edit(u"five"_s, at(11, 22, 3), {}, u"=HYPERLINK(\"x\"), \"quoted\"\nand more"_s);
        m_history->activate();
        waitForList();
        m_history->setPeriodIndex(2);
        waitForList();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"journal.csv"_s);
        QSignalSpy remarks(m_history.get(), &HistoryBrowser::remarked);
        m_history->exportTo(QUrl::fromLocalFile(path));
        QTRY_VERIFY(!m_history->isExporting());
        QTRY_COMPARE(remarks.count(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.startsWith(u"made_at,staff_id,staff_name,"_s));
        QVERIFY2(text.contains(u"\"'=HYPERLINK(\"\"x\"\"), \"\"quoted\"\"\nand more\""_s), qPrintable(text));
        QVERIFY(text.contains(u"Second time"_s));
        QVERIFY(!text.contains(u",first,"_s));
        QCOMPARE(text.count(u"\r\n"_s), 4); // the heading and three entries
        // As on the screen, values of persons are dots until they are asked for.
        commit(row(u"users"_s, m_admin, StagedKind::Update, {{u"full_name"_s, {Value(u"Secret Name"_s), false}}}),
               at(11, 22, 4), {}, u"renamed"_s);
        for (const Privacy privacy : {Privacy::Masked, Privacy::Revealed}) {
            m_history->setPrivacy(privacy);
            m_history->exportTo(QUrl::fromLocalFile(path));
            QTRY_VERIFY(!m_history->isExporting());
            QFile again(path);
            QVERIFY(again.open(QIODevice::ReadOnly));
            QCOMPARE(again.readAll().contains("Secret Name"), privacy == Privacy::Revealed);
        }
        QTRY_COMPARE(remarks.count(), 3);
        m_history->exportTo(QUrl::fromLocalFile(folder.filePath(u"no/such/place.csv"_s)));
        QTRY_COMPARE(remarks.count(), 4);
        QVERIFY(remarks.last().first().toString().contains(u"cannot be written"_s));
    }

    void agentReadsOnlyWhatIsTheirs()
    {
        RowMaker maker(*m_connection, m_live);
        const Value number = maker.id(u"agents"_s);
        const Value agent = maker.id(
            u"users"_s, {{u"role"_s, Value(u"agent"_s)}, {u"agent_id"_s, number}, {u"is_active"_s, Value(u"true"_s)}});
        const Value mine = maker.id(u"users"_s, {{u"role"_s, Value(u"user"_s)}, {u"agent_id"_s, number}});
        const auto rename = [this](const Value &id, const QString &reason) {
            commit(row(u"users"_s, id, StagedKind::Update, {{u"full_name"_s, {Value(reason), false}}}), at(11, 22, 4),
                   {}, reason);
        };
        rename(mine, u"of mine"_s);
        rename(m_admin, u"of another"_s);
        m_opened = *lookIntoDatabase(*m_connection, agent);
        m_history->setDatabase(nullptr, nullptr);
        m_session->setSchema(m_opened.schema);
        m_history->setDatabase(m_session.get(), &m_opened);
        m_history->activate();
        waitForList();
        QCOMPARE(listed(), QStringList{u"of mine"_s});
    }
};

QTEST_MAIN(tst_HistoryBrowser)
#include "tst_historybrowser.moc"

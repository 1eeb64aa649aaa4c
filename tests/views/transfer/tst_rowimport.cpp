// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databasesession.h"
#include "records/changecommit.h"
#include "records/journalstore.h"
#include "records/originalrow.h"
#include "records/rowversion.h"
#include "records/undochange.h"
#include "support/lossylink.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"
#include "transfer/rowimport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The way of a file into a table, as the dialog goes it, in both databases.
class tst_RowImport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<RowImport> m_import;
    std::unique_ptr<QTemporaryDir> m_folder;

    QUrl file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return QUrl::fromLocalFile(file.fileName());
    }

    void openFile(const QByteArray &content)
    {
        m_import->openFile(file(u"faqs.csv"_s, content), u"faqs"_s);
        QTRY_COMPARE(m_import->step(), RowImport::Step::Mapping);
    }

    void tryOut()
    {
        m_import->tryOut();
        QCOMPARE(m_import->step(), RowImport::Step::Trying);
        QTRY_VERIFY2(m_import->step() == RowImport::Step::Tried, qPrintable(m_import->errorText()));
    }

    QString stored(const QString &statement) const { return scalar(*m_database->open(), statement); }

    QString mapped(int row, ImportMappingListModel::Role role) const
    {
        return m_import->mapping()->index(row).data(role).toString();
    }

    QString goesTo(int row) const
    {
        return m_import->mapping()->columnOf(
            m_import->mapping()->index(row).data(ImportMappingListModel::ChoiceRole).toInt());
    }

    /// The last change, as the journal has it.
    QString lastChange(Connection &connection) const
    {
        const auto entries = withJournal(connection, *m_session->schema(), [](Connection &journal) {
            JournalQuery query;
            query.limit = 1;
            return readJournal(journal, query);
        });
        return entries && !entries->isEmpty() ? entries->first().header.changeId : QString();
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_rowimport"_s);
    }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<TemporaryDatabase>(backend);
        {
            const auto connection = m_database->open();
            RowMaker maker(*connection, m_database->introspected());
            (void)maker.id(u"faqs"_s, {{u"question"_s, Value(u"First"_s)}, {u"answer"_s, Value(u"One"_s)}});
            (void)maker.id(u"faqs"_s, {{u"question"_s, Value(u"Second"_s)}, {u"answer"_s, Value(u"Two"_s)}});
        }
        m_session = std::make_unique<DatabaseSession>(m_database->profile());
        m_session->setSchema(m_database->introspected());
        m_session->allowWriting();
        m_import = std::make_unique<RowImport>(Clock::pinned(QDate(2026, 11, 22)));
        new QAbstractItemModelTester(m_import->mapping(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_import.get());
        new QAbstractItemModelTester(m_import->problems(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_import.get());
        m_import->setSession(m_session.get(), {});
    }

    void cleanup()
    {
        if (m_import)
            m_import->setSession(nullptr, {});
        m_import.reset();
        m_session.reset();
        m_database.reset();
    }

    void mapsByNameAndShowsTheFirstValues()
    {
        openFile("Question,answer,colour\nThird,Three,red\nFourth,Four,\n");
        QCOMPARE(m_import->fileName(), u"faqs.csv"_s);
        QCOMPARE(m_import->mapping()->count(), 3);
        QCOMPARE(mapped(0, ImportMappingListModel::FileColumnRole), u"Question"_s);
        QCOMPARE(mapped(0, ImportMappingListModel::SamplesRole), u"Third · Fourth"_s);
        QCOMPARE(goesTo(0), u"question"_s);
        QCOMPARE(goesTo(1), u"answer"_s);
        QCOMPARE(goesTo(2), QString());
        QCOMPARE(m_import->mappingProblem(), QString());

        // A value that does not fit where it goes is said before anything is tried.
        const int order = int(m_import->mapping()->choices().indexOf(u"Display order"_s));
        QVERIFY(order > 0);
        m_import->setColumn(2, order);
        QTRY_VERIFY(!mapped(2, ImportMappingListModel::ProblemRole).isEmpty());
        m_import->setColumn(2, 0);
        QTRY_VERIFY(mapped(2, ImportMappingListModel::ProblemRole).isEmpty());
        // One column twice cannot be.
        m_import->setColumn(2, m_import->mapping()->index(0).data(ImportMappingListModel::ChoiceRole).toInt());
        QTRY_VERIFY(!m_import->mappingProblem().isEmpty());
    }

    void triesEverythingAndThenWritesIt()
    {
        openFile("question,answer,display_order\nThird,Three,3\nFourth,Four,four\n,Five,5\n");
        tryOut();
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"2"_s);
        QCOMPARE(m_import->problems()->count(), 2);
        QCOMPARE(m_import->problems()->index(0).data(ImportProblemListModel::PlaceRole).toString(), u"Row 2, line 3"_s);
        QCOMPARE(m_import->problems()->index(0).data(ImportProblemListModel::ColumnLabelRole).toString(),
                 u"Display order"_s);
        QVERIFY2(m_import->summary().contains(u"1 new"_s), qPrintable(m_import->summary()));
        QVERIFY(!m_import->isImportable());
        m_import->importNow(u"test"_s);
        QCOMPARE(m_import->step(), RowImport::Step::Tried);

        m_import->setKeepsGood(true);
        QVERIFY(m_import->isImportable());
        QSignalSpy imported(m_import.get(), &RowImport::imported);
        m_import->importNow(u"From the old help page"_s);
        QCOMPARE(m_import->step(), RowImport::Step::Importing);
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(m_import->step(), RowImport::Step::Closed);
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"3"_s);
        QCOMPARE(stored(u"SELECT answer FROM faqs WHERE question = 'Third'"_s), u"Three"_s);
        const auto connection = m_database->open();
        QVERIFY(!lastChange(*connection).isEmpty());
    }

    void takesBackWhatItMadeAndChanged()
    {
        openFile("id,question,answer\n1,First,Uno\n,Third,Three\n");
        m_import->setModeIndex(int(ImportMode::Upsert));
        QVERIFY(m_import->isKeyed());
        QCOMPARE(m_import->keyLabels().first(), u"ID"_s);
        tryOut();
        QVERIFY2(m_import->isImportable(), qPrintable(m_import->summary()));
        QSignalSpy imported(m_import.get(), &RowImport::imported);
        m_import->importNow(u"test"_s);
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(stored(u"SELECT answer FROM faqs WHERE id = 1"_s), u"Uno"_s);
        const QString made = stored(u"SELECT CAST(id AS text) FROM faqs WHERE question = 'Third'"_s);

        // It belongs to the history of each of its rows, and to what they were before.
        const auto connection = m_database->open();
        const LiveSchema &live = *m_session->schema();
        for (const QString &key : {u"1"_s, made}) {
            JournalQuery query;
            query.table = u"faqs"_s;
            query.rowKey = key;
            const auto entries = readJournal(*connection, query);
            GHAR_VERIFY(entries);
            QCOMPARE(entries->size(), 1);
            QCOMPARE(entries->first().note.action, JournalAction::Import);
        }
        JournalQuery other;
        other.table = u"faqs"_s;
        other.rowKey = u"2"_s;
        GHAR_VERIFY(readJournal(*connection, other));
        QVERIFY(readJournal(*connection, other)->isEmpty());

        const Result<UndoPlan> plan = planUndoOf(*connection, live, lastChange(*connection));
        GHAR_VERIFY(plan);
        QVERIFY2(plan->conflicts.isEmpty(),
                 plan->conflicts.isEmpty() ? "" : qPrintable(plan->conflicts.first().sentence));
        QCOMPARE(plan->rows.size(), 2);
        ChangeHeader header;
        header.changeId = u"back"_s;
        header.writerId = u"test"_s;
        header.madeAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        header.origin = u"records"_s;
        const Result<CommitOutcome> outcome = commitChanges(*connection, live, plan->rows, header);
        GHAR_VERIFY(outcome);
        QCOMPARE(outcome->state, CommitOutcome::State::Committed);
        QCOMPARE(stored(u"SELECT answer FROM faqs WHERE id = 1"_s), u"One"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"2"_s);
    }

    void keepsImportedRowsThatSomebodyHasChangedSince()
    {
        openFile("question,answer\nThird,Three\nFourth,Four\n");
        tryOut();
        QSignalSpy imported(m_import.get(), &RowImport::imported);
        m_import->importNow(u"test"_s);
        QTRY_COMPARE(imported.size(), 1);
        const auto connection = m_database->open();
        const LiveSchema &live = *m_session->schema();
        const QString change = lastChange(*connection);
        const QString key = stored(u"SELECT CAST(id AS text) FROM faqs WHERE question = 'Third'"_s);
        const Result<std::optional<OriginalRow>> row = readOriginal(*connection, *live.table(u"faqs"), {Value(key)});
        GHAR_VERIFY(row);
        ChangeHeader header;
        header.changeId = u"later"_s;
        header.writerId = u"test"_s;
        header.madeAt = QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        header.origin = u"records"_s;
        const StagedRow edit{
            stagedIdOf({Value(key)}), StagedKind::Update, **row, {{u"answer"_s, {Value(u"Better"_s), false}}}};
        GHAR_VERIFY(commitChanges(*connection, live, {edit}, header));

        const Result<UndoPlan> plan = planUndoOf(*connection, live, change);
        GHAR_VERIFY(plan);
        QCOMPARE(plan->conflicts.size(), 1);
        QCOMPARE(plan->conflicts.first().key, key);
        QCOMPARE(plan->rows.size(), 1);
    }

    void saysWhyAFileCannotBeImported()
    {
        m_import->openFile(file(u"faqs.docx"_s, "question\nWhat?\n"), u"faqs"_s);
        QVERIFY2(m_import->errorText().contains(u"faqs.docx"_s), qPrintable(m_import->errorText()));
        m_import->openFile(QUrl::fromLocalFile(m_folder->filePath(u"nothing.csv"_s)), u"faqs"_s);
        QTRY_VERIFY2(m_import->errorText().contains(u"nothing.csv"_s), qPrintable(m_import->errorText()));
        m_import->openFile(file(u"cut.csv"_s, "question,answer\nWhat?,\"It was cut"), u"faqs"_s);
        QTRY_VERIFY(m_import->step() == RowImport::Step::Mapping || !m_import->errorText().isEmpty());
        if (m_import->step() == RowImport::Step::Mapping) {
            m_import->tryOut();
            QTRY_VERIFY(!m_import->errorText().isEmpty() || m_import->problems()->count() > 0);
        }
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"2"_s);

        m_import->setSession(m_session.get(), u"Opened read-only."_s);
        m_import->openFile(file(u"good.csv"_s, "question,answer\nWhat?,This.\n"), u"faqs"_s);
        QCOMPARE(m_import->errorText(), u"Opened read-only."_s);
    }

    void wantsAReasonAndAName()
    {
        m_import->openFile(file(u"users.csv"_s, "id,full_name\n1,Somebody\n"), u"users"_s);
        QTRY_COMPARE(m_import->step(), RowImport::Step::Mapping);
        QVERIFY(m_import->needsReason());
        openFile("question,answer\nThird,Three\n");
        QVERIFY(!m_import->needsReason());
        tryOut();
        m_import->setStaff({}, true);
        QVERIFY(m_import->isStaffMissing());
        m_import->importNow(u"test"_s);
        QCOMPARE(m_import->step(), RowImport::Step::Tried);
        QVERIFY(!m_import->errorText().isEmpty());
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"2"_s);
    }

    void findsOutWhatBecameOfALostCommit()
    {
        if (!m_database->isPostgres())
            QSKIP("A file has no connection to lose.");
        LossyLink link(m_database->profile());
        m_import->setSession(nullptr, {});
        m_session = std::make_unique<DatabaseSession>(link.profile());
        m_session->setSchema(m_database->introspected());
        m_session->allowWriting();
        m_import->setSession(m_session.get(), {});

        // The server dies in the middle of it: nothing is there, and so it is said.
        const auto colleague = m_database->open();
        must(*colleague,
             u"CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM "
             "pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$"_s);
        must(*colleague,
             u"CREATE CONSTRAINT TRIGGER die AFTER INSERT ON faqs DEFERRABLE INITIALLY DEFERRED FOR EACH "
             "ROW EXECUTE FUNCTION die()"_s);
        openFile("question,answer\nThird,Three\nFourth,Four\n");
        tryOut();
        QSignalSpy imported(m_import.get(), &RowImport::imported);
        m_import->importNow(u"test"_s);
        QTRY_COMPARE(m_import->step(), RowImport::Step::Mapping);
        QVERIFY2(m_import->errorText().contains(u"Nothing was written"_s), qPrintable(m_import->errorText()));
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"2"_s);
        QVERIFY(imported.isEmpty());

        // The server does it and its answer is lost: it is imported, once.
        must(*colleague, u"DROP TRIGGER die ON faqs"_s);
        tryOut();
        link.loseNextCommit();
        m_import->importNow(u"test"_s);
        QTRY_COMPARE(m_import->step(), RowImport::Step::Closed);
        QVERIFY(link.hasLost());
        QCOMPARE(imported.size(), 1);
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"4"_s);
        QVERIFY(!lastChange(*colleague).isEmpty());
        m_import->setSession(nullptr, {});
        m_session.reset();
    }

    void stopsWithoutWriting()
    {
        QByteArray content("question,answer\n");
        for (int i = 0; i < 30'000; ++i)
            content += "Question " + QByteArray::number(i) + ",Answer\n";
        openFile(content);
        m_import->tryOut();
        QCOMPARE(m_import->step(), RowImport::Step::Trying);
        m_import->cancel();
        QTRY_COMPARE(m_import->step(), RowImport::Step::Mapping);
        QVERIFY(!m_import->errorText().isEmpty());
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), u"2"_s);
        // And it can be tried again.
        tryOut();
        QVERIFY(m_import->isImportable());
    }
};

QTEST_MAIN(tst_RowImport)
#include "tst_rowimport.moc"

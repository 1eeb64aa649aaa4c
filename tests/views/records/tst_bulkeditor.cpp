// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databasesession.h"
#include "grid/cellroles.h"
#include "records/stagedchanges.h"
#include "records/tablebrowser.h"
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// New rows, many rows at once, blocks from a spreadsheet, find and replace, as the Records screen does them.
class tst_BulkEditor : public QObject
{
    Q_OBJECT

    static constexpr int rows = 6;

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<StagedChanges> m_changes;
    std::unique_ptr<TableBrowser> m_browser;
    QString m_refused;
    QString m_told;

    void openTable(const QString &table)
    {
        m_browser->open(table);
        QTRY_VERIFY(m_browser->records()->state() == RecordTableModel::State::Ready && m_browser->records()->isExact());
    }

    int column(const QString &name) const
    {
        for (int i = 0; i < m_browser->grid()->columnCount(); ++i) {
            if (m_browser->columnName(i) == name)
                return i;
        }
        return -1;
    }

    QVariant cell(int row, const QString &name, int role = Qt::DisplayRole) const
    {
        return m_browser->grid()->index(row, column(name)).data(role);
    }

    static GridRange range(int firstRow, int lastRow, int firstColumn = 0, int lastColumn = 0)
    {
        GridRange range;
        range.firstRow = firstRow;
        range.lastRow = lastRow;
        range.firstColumn = firstColumn;
        range.lastColumn = lastColumn;
        return range;
    }

    int count() const { return m_changes->count(); }

    /// Stages a value of one cell, as F2 in the grid does; returns the rule that it breaks.
    QString setCell(int row, const QString &name, const QString &value)
    {
        QSignalSpy ready(m_browser->bulk(), &BulkEditor::fillReady);
        m_browser->bulk()->beginFill({range(row, row, column(name), column(name))}, column(name));
        return ready.size() == 1 || ready.wait() ? m_browser->bulk()->edit()->stage(value) : u"not ready"_s;
    }

    QString stored(const QString &statement) const
    {
        const auto connection = m_database->open();
        return scalar(*connection, statement);
    }

    void commit()
    {
        m_changes->commit(u"test"_s);
        QTRY_VERIFY(!m_changes->isCommitting());
        QVERIFY2(m_changes->errorText().isEmpty() && !m_changes->hasProblems(), qPrintable(m_changes->errorText()));
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_bulkeditor"_s);
    }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
        m_database = std::make_unique<TemporaryDatabase>(backend);
        {
            const auto connection = m_database->open();
            RowMaker maker(*connection, m_database->introspected());
            for (int i = 1; i <= rows; ++i)
                (void)maker.id(u"faqs"_s,
                               {{u"question"_s, Value(u"Question %1"_s.arg(i))},
                                {u"category"_s, Value(i % 2 == 0 ? u"rent"_s : u"stays"_s)},
                                {u"display_order"_s, Value::integer(i)}});
        }
        m_session = std::make_unique<DatabaseSession>(m_database->profile());
        m_session->setSchema(m_database->introspected());
        m_changes = std::make_unique<StagedChanges>(Clock::pinned(QDate(2026, 11, 22)));
        m_browser = std::make_unique<TableBrowser>(Clock::pinned(QDate(2026, 11, 22)));
        m_browser->setChanges(m_changes->set());
        m_changes->setSession(m_session.get(), {});
        m_browser->setSession(m_session.get());
        connect(m_changes.get(), &StagedChanges::committed, m_browser.get(), &TableBrowser::reload);
        m_refused.clear();
        m_told.clear();
        connect(m_browser->bulk(), &BulkEditor::refused, this,
                [this](const QString &sentence) { m_refused = sentence; });
        connect(m_browser->bulk(), &BulkEditor::staged, this, [this](const QString &sentence) { m_told = sentence; });
        new QAbstractItemModelTester(m_browser->grid(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_browser.get());
        openTable(u"faqs"_s);
    }

    void cleanup()
    {
        if (m_browser)
            m_browser->setSession(nullptr);
        if (m_changes)
            m_changes->setSession(nullptr, {});
        m_browser.reset();
        m_changes.reset();
        m_session.reset();
        m_database.reset();
    }

    void copiesWhatIsSeenAndNotWhatItWas()
    {
        m_browser->bulk()->addRow();
        QCOMPARE(setCell(0, u"question"_s, u"New"_s), QString());
        QCOMPARE(setCell(2, u"question"_s, u"Other"_s), QString());
        QSignalSpy copied(m_browser.get(), &TableBrowser::copied);
        m_browser->copy({range(0, 3, column(u"question"_s), column(u"question"_s))}, {}, u"csv"_s);
        QTRY_COMPARE(copied.size(), 1);
        QCOMPARE(copied.first().at(1).toString(), QString());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"question\nNew\nQuestion 1\nOther\nQuestion 3\n"_s);
    }

    void marksTheCellThatBreaksARule()
    {
        // A rule that is known before anything is sent: the answer is required.
        m_browser->bulk()->addRow();
        QCOMPARE(setCell(0, u"question"_s, u"New"_s), QString());
        QTRY_COMPARE(cell(0, u"answer"_s, CellChangeRole).toInt(), int(CellChange::Faulty));
        QVERIFY(!cell(0, u"answer"_s, Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(cell(0, u"question"_s, CellChangeRole).toInt(), int(CellChange::Inserted));
        m_changes->undo();
        m_changes->undo();
        QCOMPARE(m_changes->count(), 0);

        // A refusal of the database: what was entered is marked until it is another value.
        QCOMPARE(setCell(1, u"question"_s, u"Mine"_s), QString());
        must(*m_database->open(), u"UPDATE faqs SET question = 'Theirs' WHERE question = 'Question 2'"_s);
        m_changes->commit(u"test"_s);
        QTRY_VERIFY(m_changes->hasProblems());
        QCOMPARE(cell(1, u"question"_s, CellChangeRole).toInt(), int(CellChange::Faulty));
        QCOMPARE(cell(1, u"category"_s, CellChangeRole).toInt(), int(CellChange::None));
        QCOMPARE(setCell(1, u"question"_s, u"Another"_s), QString());
        QCOMPARE(cell(1, u"question"_s, CellChangeRole).toInt(), int(CellChange::Edited));
    }

    void newRowsStandAboveUntilTheyAreCommitted()
    {
        QSignalSpy added(m_browser->bulk(), &BulkEditor::rowsAdded);
        m_browser->bulk()->addRow();
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().first().toInt(), 0);
        QCOMPARE(m_browser->grid()->rowCount(), rows + 1);
        QVERIFY(m_browser->isNewRow(0) && !m_browser->isNewRow(1));
        QCOMPARE(m_browser->grid()->headerData(0, Qt::Vertical).toString(), u"new"_s);
        QCOMPARE(m_browser->grid()->headerData(1, Qt::Vertical).toString(), u"1"_s);
        QCOMPARE(cell(0, u"question"_s, CellKindRole).toInt(), int(CellKind::Missing));
        QCOMPARE(cell(0, u"category"_s, CellKindRole).toInt(), int(CellKind::Null));
        QCOMPARE(cell(0, u"question"_s, CellChangeRole).toInt(), int(CellChange::Inserted));
        QCOMPARE(cell(1, u"question"_s).toString(), u"Question 1"_s);
        // Sorting and conditions leave it where it is.
        m_browser->sortBy(u"question"_s, true);
        QTRY_COMPARE(cell(1, u"question"_s).toString(), u"Question 6"_s);
        QVERIFY(m_browser->isNewRow(0));
        m_browser->inspect(0);
        QVERIFY(m_browser->inspector()->isNew());
        QCOMPARE(m_browser->inspector()->setField(u"question"_s, u"How do I pay?"_s), QString());
        QCOMPARE(m_browser->inspector()->setField(u"answer"_s, u"By UPI."_s), QString());
        QCOMPARE(cell(0, u"question"_s).toString(), u"How do I pay?"_s);
        QTRY_VERIFY(!m_changes->isChecking());
        QCOMPARE(m_changes->findingCount(), 0);
        commit();
        QCOMPARE(stored(u"SELECT count(*) FROM faqs WHERE question = 'How do I pay?' AND answer = 'By UPI.'"_s),
                 u"1"_s);
        QTRY_COMPARE(m_browser->records()->count(), rows + 1);
        QCOMPARE(m_browser->newRows(), 0);
        QCOMPARE(m_browser->inspector()->state(), RecordInspector::State::Empty);
    }

    void aNewRowIsTakenBackByUndoAndByDroppingIt()
    {
        m_browser->bulk()->addRow();
        m_browser->inspect(0);
        m_changes->undo();
        QCOMPARE(m_browser->newRows(), 0);
        QCOMPARE(m_browser->inspector()->state(), RecordInspector::State::Empty);
        m_changes->redo();
        QCOMPARE(m_browser->newRows(), 1);
        m_browser->inspect(0);
        m_browser->inspector()->toggleRemoval();
        QCOMPARE(m_browser->newRows(), 0);
        QCOMPARE(count(), 0);
    }

    void uuidKeysAreMadeHereAndStay()
    {
        openTable(u"tours"_s);
        m_browser->bulk()->addRow();
        const QString key = m_changes->set()->rows().first().values.value(u"id"_s).value.text();
        QCOMPARE(key.size(), 36);
        m_browser->inspect(0);
        QCOMPARE(m_browser->inspector()->setField(u"title"_s, u"Tour"_s), QString());
        QCOMPARE(m_changes->set()->rows().first().values.value(u"id"_s).value.text(), key);
    }

    void whatIsMissingIsSaidAtTheField()
    {
        m_browser->bulk()->addRow();
        m_browser->inspect(0);
        QTRY_VERIFY(!m_changes->isChecking() && m_changes->findingCount() > 0);
        const FieldListModel &fields = *m_browser->inspector()->fields();
        QStringList problems;
        for (int i = 0; i < fields.rowCount(); ++i) {
            if (const QString problem = fields.index(i).data(FieldListModel::FieldProblemRole).toString();
                !problem.isEmpty())
                problems.append(problem);
        }
        QVERIFY2(problems.contains(u"Question needs a value."_s), qPrintable(problems.join(u'\n')));
        QVERIFY(m_browser->inspector()->setField(u"question"_s, QString()).isEmpty());
        QTRY_VERIFY(!m_changes->isChecking());
        QVERIFY(m_changes->set()->problemsOf(u"faqs"_s, m_changes->set()->rows().first().id).contains(u"answer"_s));
        QVERIFY(!m_changes->set()->problemsOf(u"faqs"_s, m_changes->set()->rows().first().id).contains(u"question"_s));
    }

    void duplicatesRowsWithoutTheirKeys()
    {
        QSignalSpy added(m_browser->bulk(), &BulkEditor::rowsAdded);
        m_browser->bulk()->duplicate({range(1, 2)});
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(m_browser->newRows(), 2);
        QCOMPARE(cell(0, u"question"_s).toString(), u"Question 2"_s);
        QCOMPARE(cell(1, u"question"_s).toString(), u"Question 3"_s);
        commit();
        QCOMPARE(stored(u"SELECT count(*) FROM faqs WHERE question = 'Question 2'"_s), u"2"_s);
        QCOMPARE(stored(u"SELECT count(DISTINCT id) FROM faqs"_s), QString::number(rows + 2));
    }

    void oneValueIsGivenToManyRowsAsOneAction()
    {
        QSignalSpy ready(m_browser->bulk(), &BulkEditor::fillReady);
        m_browser->bulk()->addRow();
        m_browser->bulk()->beginFill({range(0, 2), range(2, 3)}, column(u"category"_s));
        QTRY_COMPARE(ready.size(), 1);
        FieldEdit *edit = m_browser->bulk()->edit();
        QCOMPARE(edit->rows(), 4);
        QVERIFY2(edit->text().isEmpty(), "the rows have different values");
        QVERIFY(!edit->stage(QString(200, u'x')).isEmpty());
        QCOMPARE(count(), 1);
        QCOMPARE(edit->stage(u"deposit"_s), QString());
        QCOMPARE(count(), 4);
        for (int row = 0; row <= 3; ++row)
            QCOMPARE(cell(row, u"category"_s).toString(), u"deposit"_s);
        QCOMPARE(cell(4, u"category"_s).toString(), u"rent"_s);
        m_changes->undo();
        QCOMPARE(count(), 1);
    }

    void deletesManyRowsAsOneAction()
    {
        m_browser->bulk()->addRow();
        m_browser->bulk()->removeRows({range(0, 3)});
        QTRY_COMPARE(count(), 3);
        QCOMPARE(m_browser->newRows(), 0);
        QCOMPARE(cell(0, u"question"_s, CellChangeRole).toInt(), int(CellChange::Deleted));
        commit();
        QCOMPARE(stored(u"SELECT count(*) FROM faqs"_s), QString::number(rows - 3));
    }

    void pastesABlockOverRowsAndBeyondTheLast()
    {
        const int question = column(u"question"_s);
        QCOMPARE(column(u"category"_s), question + 1);
        m_browser->bulk()->paste(u"A\ttax\r\nB\t\r\nC\tfees\r\n"_s, rows - 2, question, {}, {});
        QTRY_COMPARE(count(), 3);
        QCOMPARE(m_browser->newRows(), 1);
        QCOMPARE(cell(0, u"question"_s).toString(), u"C"_s);
        QCOMPARE(cell(rows - 1, u"question"_s).toString(), u"A"_s);
        QCOMPARE(cell(rows, u"category"_s, CellKindRole).toInt(), int(CellKind::Null));
        m_changes->undo();
        QCOMPARE(count(), 0);
    }

    void pastesOneValueIntoAllSelectedCells()
    {
        const int category = column(u"category"_s);
        m_browser->bulk()->paste(u"all"_s, 0, category, {}, {range(0, rows - 1, category, category)});
        QTRY_COMPARE(count(), rows);
        QCOMPARE(cell(3, u"category"_s).toString(), u"all"_s);
    }

    void refusesABlockWithAWrongValueWholly()
    {
        const int order = column(u"display_order"_s);
        m_browser->bulk()->paste(u"10\nten\n12"_s, 0, order, {}, {});
        QTRY_VERIFY(!m_refused.isEmpty());
        QVERIFY2(m_refused.contains(u"Row 2"_s) && m_refused.startsWith(u"1 value"_s), qPrintable(m_refused));
        QCOMPARE(count(), 0);
    }

    void refusesABlockThatIsTooWide()
    {
        m_browser->bulk()->paste(u"1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11"_s, 0, 0, {}, {});
        QVERIFY(m_refused.contains(u"11 columns wide"_s));
        QCOMPARE(count(), 0);
    }

    void refusesMoreRowsThanOneActionMayStage()
    {
        m_browser->bulk()->paste(QString(10'001 * 2, u'x').replace(u"xx"_s, u"x\n"_s), 0, column(u"question"_s), {},
                                 {});
        QVERIFY2(m_refused.contains(u"10,001"_s) && m_refused.contains(u"10,000"_s), qPrintable(m_refused));
        QCOMPARE(count(), 0);
    }

    void replacesAfterAPreview()
    {
        BulkEditor *bulk = m_browser->bulk();
        bulk->search(u"category"_s, u"RENT"_s, u"lease"_s, false, false, false);
        QTRY_VERIFY(bulk->replacements()->isSearched());
        QCOMPARE(bulk->replacements()->count(), rows / 2);
        QCOMPARE(count(), 0);
        QCOMPARE(bulk->replacements()->index(0).data(ReplacementListModel::AfterRole).toString(), u"lease"_s);
        bulk->stageReplacements();
        QCOMPARE(count(), rows / 2);
        QCOMPARE(bulk->replacements()->count(), 0);
        commit();
        QCOMPARE(stored(u"SELECT count(*) FROM faqs WHERE category = 'lease'"_s), QString::number(rows / 2));
    }

    void duplicatesAndReplacesWhatIsSeen()
    {
        QCOMPARE(setCell(1, u"category"_s, u"deposit"_s), QString());
        BulkEditor *bulk = m_browser->bulk();
        bulk->search(u"category"_s, u"rent"_s, u"lease"_s, false, false, false);
        QTRY_VERIFY(bulk->replacements()->isSearched());
        // The second row has been given another word, which is not what is looked for.
        QCOMPARE(bulk->replacements()->count(), rows / 2 - 1);
        QSignalSpy added(bulk, &BulkEditor::rowsAdded);
        bulk->duplicate({range(1, 1)});
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(cell(0, u"category"_s).toString(), u"deposit"_s);
    }

    void saysWhyAPatternCannotBeUsed()
    {
        m_browser->bulk()->search(u"category"_s, u"("_s, {}, false, false, true);
        QTRY_VERIFY(!m_browser->bulk()->replacements()->errorText().isEmpty());
    }

    void stagedRowsAreTheSameInTwoTables()
    {
        m_browser->bulk()->addRow();
        openTable(u"users"_s);
        QCOMPARE(m_browser->newRows(), 0);
        openTable(u"faqs"_s);
        QCOMPARE(m_browser->newRows(), 1);
    }

    void choosesARowOfAnotherTable()
    {
        {
            const auto connection = m_database->open();
            RowMaker maker(*connection, m_database->introspected());
            (void)maker.id(u"users"_s, {{u"full_name"_s, Value(u"Asha Mehta"_s)}});
            (void)maker.id(u"users"_s, {{u"full_name"_s, Value(u"Ravi Nair"_s)}});
        }
        RowPickerModel *picker = m_browser->picker();
        m_browser->setPrivacy(Privacy::Revealed);
        picker->start(u"users"_s, {});
        QTRY_VERIFY(!picker->isSearching());
        QVERIFY(picker->count() >= 2);
        picker->setText(u"asha"_s);
        QTRY_VERIFY(!picker->isSearching());
        QCOMPARE(picker->count(), 1);
        QCOMPARE(picker->index(0).data(RowPickerModel::PickLabelRole).toString(), u"Asha Mehta"_s);
        picker->showCard(picker->index(0).data(RowPickerModel::PickKeyRole).toString());
        QTRY_COMPARE(picker->cardTitle(), u"Asha Mehta"_s);
        QVERIFY(!picker->card().isEmpty());
    }

    void pickerHasTheChosenRowWhereverItIs()
    {
        Value last;
        {
            const auto connection = m_database->open();
            RowMaker maker(*connection, m_database->introspected());
            for (int i = 0; i < RowPickerModel::shownRows + 10; ++i)
                last = maker.id(u"users"_s, {{u"full_name"_s, Value(u"Asha %1"_s.arg(i))}});
        }
        RowPickerModel *picker = m_browser->picker();
        m_browser->setPrivacy(Privacy::Revealed);
        picker->start(u"users"_s, last.text());
        QTRY_VERIFY(!picker->isSearching());
        const int row = picker->rowOf(last.text());
        QVERIFY(row >= 0);
        QCOMPARE(picker->index(row).data(RowPickerModel::PickLabelRole).toString(),
                 u"Asha %1"_s.arg(RowPickerModel::shownRows + 9));
        // What is searched for is all that is listed then.
        picker->setText(u"asha 7"_s);
        QTRY_VERIFY(!picker->isSearching());
        QCOMPARE(picker->rowOf(last.text()), -1);
        picker->setText({});
        QTRY_VERIFY(!picker->isSearching());
        QVERIFY(picker->rowOf(last.text()) >= 0);
    }

    void findsTheFirstColumnOfANewRowToFill()
    {
        // The database makes the key.
        QCOMPARE(m_browser->columnName(m_browser->bulk()->firstColumnToFill({column(u"id"_s), column(u"answer"_s)})),
                 u"answer"_s);
        QCOMPARE(m_browser->bulk()->firstColumnToFill({column(u"id"_s)}), -1);
        QCOMPARE_NE(m_browser->columnName(m_browser->bulk()->firstColumnToFill({})), u"id"_s);
    }
};

QTEST_MAIN(tst_BulkEditor)
#include "tst_bulkeditor.moc"

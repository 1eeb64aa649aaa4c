// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databasesession.h"
#include "database/initializer.h"
#include "records/tablebrowser.h"
#include "schema/schemareader.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Milliseconds; a machine with other work sorts late.
static constexpr int readyWithin = 30'000;

/// The Records screen without pixels, on the demo platform in both databases.
class tst_TableBrowser : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<DatabaseSession> m_session;

    bool isReady(TableBrowser &browser) const
    {
        return browser.records()->state() == RecordTableModel::State::Ready && browser.records()->isExact();
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_tablebrowser"_s);
    }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        QSettings().clear();
        if (m_database && m_database->backend() == backend)
            return;
        m_session.reset();
        m_database = std::make_unique<TemporaryDatabase>(backend, TemporaryDatabase::Content::Empty);
        {
            const auto connection = m_database->open();
            GHAR_VERIFY(initializeDatabase(*connection, platformSchema(), DemoRequest{1, QDate(2026, 11, 22)}));
        }
        m_session = std::make_unique<DatabaseSession>(m_database->profile());
        m_session->setSchema(m_database->introspected());
    }

    void cleanupTestCase()
    {
        m_session.reset();
        m_database.reset();
    }

    void opensATableWithItsUsualColumns()
    {
        TableBrowser browser;
        QAbstractItemModelTester gridTester(browser.grid(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester columnTester(browser.columns(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester filterTester(browser.filters(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        browser.setSession(m_session.get());
        browser.open(u"users"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        QCOMPARE(browser.tableLabel(), u"Users"_s);
        QCOMPARE(browser.absence(), TableBrowser::Absence::None);
        QCOMPARE(browser.records()->count(), 220);
        QCOMPARE(browser.grid()->columnCount(), int(platformSchema()->table(u"users")->defaultColumns.size()));
    }

    void narrowsByEnumTextAndRange()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.open(u"leases"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        const int all = browser.records()->count();
        QCOMPARE(browser.setFilter(u"status"_s, u"anyOf"_s, {u"active"_s}), QString());
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser) && browser.records()->count() < all, readyWithin);
        const int active = browser.records()->count();
        QVERIFY(active > 0);
        QCOMPARE(browser.setFilter(u"monthly_rent"_s, u"between"_s, {u"20000"_s, QString()}), QString());
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser) && browser.records()->count() < active, readyWithin);
        QVERIFY(browser.setFilter(u"monthly_rent"_s, u"between"_s, {u"many"_s, QString()}).contains(u"many"_s));
        browser.clearFilters();
        QTRY_COMPARE(browser.records()->count(), all);
        browser.setText(u"'); DROP TABLE users;--"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser) && browser.records()->count() == 0, readyWithin);
    }

    void narrowsToDays()
    {
        TableBrowser browser(Clock::pinned(QDate(2026, 11, 22)));
        browser.setSession(m_session.get());
        browser.open(u"leases"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        const int all = browser.records()->count();
        const QVariantList ranges = browser.dateRanges();
        QCOMPARE(ranges.at(2).toStringList(), (QStringList{u"Last 7 days"_s, u"2026-11-16"_s, u"2026-11-22"_s}));
        QCOMPARE(ranges.at(5).toStringList(), (QStringList{u"Last month"_s, u"2026-10-01"_s, u"2026-10-31"_s}));
        QCOMPARE(browser.setFilter(u"created_at"_s, u"between"_s, {u"2000-01-01"_s, u"2026-06-30"_s}), QString());
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser) && browser.records()->count() < all, readyWithin);
        // Shown and offered again as it was typed, whatever the instants in between are.
        QCOMPARE(browser.filterOf(u"created_at"_s), (QStringList{u"between"_s, u"2000-01-01"_s, u"2026-06-30"_s}));
        QCOMPARE(browser.filters()->data(browser.filters()->index(0), FilterListModel::FilterTextRole).toString(),
                 u"1 Jan 2000 to 30 Jun 2026"_s);
        QCOMPARE(browser.setFilter(u"created_at"_s, u"between"_s, {u"2026-06-30"_s, u"2026-06-30"_s}), QString());
        QCOMPARE(browser.filters()->data(browser.filters()->index(0), FilterListModel::FilterTextRole).toString(),
                 u"is 30 Jun 2026"_s);
    }

    void ordersBySeveralColumns()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.open(u"rent_charges"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        const int column = int(platformSchema()->table(u"rent_charges")->defaultColumns.indexOf(u"status"_s));
        QVERIFY(column >= 0);
        browser.sortBy(u"status"_s, true);
        browser.toggleSort(column, true); // descending -> no longer an order column
        QCOMPARE(browser.sortDirection(column), 0);
        browser.toggleSort(column, false);
        QCOMPARE(browser.sortDirection(column), 1);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        QStringList labels;
        for (int row = 0; row < qMin(150, browser.records()->count()); ++row)
            labels.append(browser.records()->value(row, column)->text());
        QStringList runs = labels;
        runs.removeDuplicates();
        // Every label stands in one block, whatever order the database gives enums.
        int changes = 1;
        for (int i = 1; i < labels.size(); ++i)
            changes += labels.at(i) != labels.at(i - 1);
        QCOMPARE(changes, int(runs.size()));
    }

    void showsForeignKeysByTheLabelOfTheirRow()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.setPrivacy(Privacy::Revealed);
        browser.open(u"leases"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        browser.setColumnShown(u"property_id"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        int column = -1;
        for (int i = 0; i < browser.grid()->columnCount(); ++i) {
            if (browser.columnName(i) == u"property_id"_s)
                column = i;
        }
        QVERIFY(column >= 0);
        const QModelIndex cell = browser.grid()->index(0, column);
        const QString key = browser.records()->value(0, column)->text();
        QTRY_VERIFY(browser.grid()->data(cell).toString() != key && !browser.grid()->data(cell).toString().isEmpty());
        QCOMPARE(browser.linkOf(0, column), (QStringList{u"properties"_s, key}));
    }

    void inspectsARowWithItsRelations()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.setPrivacy(Privacy::Revealed);
        QAbstractItemModelTester fieldTester(browser.inspector()->fields(),
                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester relationTester(browser.inspector()->relations(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
        browser.openRecord(u"users"_s, u"10"_s);
        QSignalSpy found(&browser, &TableBrowser::recordFound);
        QTRY_COMPARE(browser.inspector()->state(), RecordInspector::State::Ready);
        QVERIFY(!browser.inspector()->title().isEmpty());
        QCOMPARE(browser.inspector()->keyText(), u"10"_s);
        QVERIFY(browser.inspector()->fields()->count() > 30);
        RelationListModel *relations = browser.inspector()->relations();
        QVERIFY(relations->count() > 10);
        QVERIFY(relations->relationAt(0)->count > 0);
        const int closed = relations->count();
        browser.inspector()->toggleRelation(0);
        QTRY_VERIFY(relations->count() > closed);
        browser.inspector()->toggleRelation(0);
        QCOMPARE(relations->count(), closed);
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(found.first().first().toInt() >= 0);
    }

    void masksPersonalFieldsUntilTheyAreRevealed()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.setPrivacy(Privacy::Masked);
        browser.openRecord(u"users"_s, u"10"_s);
        QTRY_COMPARE(browser.inspector()->state(), RecordInspector::State::Ready);
        FieldListModel *fields = browser.inspector()->fields();
        fields->setFilter(u"full name"_s);
        QCOMPARE(fields->count(), 1);
        const QModelIndex name = fields->index(0);
        QCOMPARE(fields->data(name, FieldListModel::FieldKindRole).toInt(), int(FieldListModel::Kind::Masked));
        QVERIFY(fields->data(name, FieldListModel::FieldExactRole).toString().isEmpty());
        fields->reveal(u"full_name"_s);
        QVERIFY(!fields->data(name, FieldListModel::FieldTextRole).toString().isEmpty());
    }

    void labelsHideThePersonsInThem()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.setPrivacy(Privacy::Masked);
        browser.openRecord(u"users"_s, u"10"_s);
        QTRY_COMPARE(browser.inspector()->state(), RecordInspector::State::Ready);
        // A user is called by the name, which is personal: masked, the number is all that is left.
        QCOMPARE(browser.inspector()->title(), u"#10"_s);
        const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        const QString name = scalar(*connection, u"SELECT full_name FROM users WHERE id = 10"_s);
        QVERIFY(!browser.inspector()->asJson().contains(name));
        browser.setPrivacy(Privacy::Revealed);
        QCOMPARE(browser.inspector()->title(), name);
        QVERIFY(browser.inspector()->asJson().contains(name));

        // A key that leads to a user, in the grid and in the inspector.
        browser.setPrivacy(Privacy::Masked);
        browser.open(u"bookings"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        browser.setColumnShown(u"user_id"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        int column = 0;
        while (browser.columnName(column) != u"user_id"_s)
            ++column;
        const QModelIndex cell = browser.grid()->index(0, column);
        QTRY_COMPARE(browser.grid()->data(cell).toString(), u'#' + browser.records()->value(0, column)->text());
        browser.setPrivacy(Privacy::Revealed);
        QVERIFY(!browser.grid()->data(cell).toString().startsWith(u'#'));
    }

    void copiesNoPersonWhileTheyAreMasked()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.setPrivacy(Privacy::Masked);
        browser.openWhere(u"users"_s, {{u"id"_s, Filter::Op::Equals, {Value(u"10"_s)}}});
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser) && browser.records()->count() == 1, readyWithin);
        const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        const QString name = scalar(*connection, u"SELECT full_name FROM users WHERE id = 10"_s);
        QSignalSpy copied(&browser, &TableBrowser::copied);
        browser.copy({{0, 0, 0, 100}}, {}, u"csv"_s);
        QTRY_COMPARE(copied.size(), 1);
        QVERIFY(!QGuiApplication::clipboard()->text().contains(name));
        browser.setPrivacy(Privacy::Revealed);
        browser.copy({{0, 0, 0, 100}}, {}, u"csv"_s);
        QTRY_COMPARE(copied.size(), 2);
        QVERIFY(QGuiApplication::clipboard()->text().contains(name));
    }

    void saysWhenARowIsGoneOrATableIsMissing()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.openRecord(u"users"_s, u"999999"_s);
        QTRY_COMPARE(browser.inspector()->state(), RecordInspector::State::Gone);
        browser.open(u"no_such_table"_s);
        QCOMPARE(browser.absence(), TableBrowser::Absence::Missing);
        QCOMPARE(browser.records()->count(), 0);
    }

    void remembersTheLookAndKeepsViews()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.open(u"users"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        const QString first = browser.columnName(0);
        browser.setColumnWidth(0, 333);
        browser.setPinned(1);
        browser.moveColumn(0, 1);
        QCOMPARE(browser.columnName(1), first);
        QCOMPARE(browser.setFilter(u"is_active"_s, u"anyOf"_s, {u"false"_s}), QString());
        browser.saveView(u"Left / closed"_s);
        QCOMPARE(browser.viewNames(), QStringList{u"Left / closed"_s});
        browser.resetLook();
        QCOMPARE(browser.columnName(0), first);
        browser.applyView(u"Left / closed"_s);
        QCOMPARE(browser.columnName(1), first);
        QCOMPARE(browser.columnWidth(1), 333.0);
        QCOMPARE(browser.filters()->count(), 1);
        browser.open(u"agents"_s);
        browser.open(u"users"_s);
        QCOMPARE(browser.filters()->count(), 0); // conditions are of the moment
        browser.deleteView(u"Left / closed"_s);
        QVERIFY(browser.viewNames().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
    }

    void exportsWhatTheGridLists()
    {
        const QTemporaryDir folder;
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.setPrivacy(Privacy::Masked);
        browser.open(u"users"_s);
        QCOMPARE(browser.setFilter(u"role"_s, u"anyOf"_s, {u"agent"_s}), QString());
        browser.sortBy(u"id"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        const int rows = browser.records()->count();
        QVERIFY(rows > 1);
        QSignalSpy ended(browser.rowExport(), &RowExport::ended);
        const auto lines = [&folder] {
            QFile file(folder.filePath(u"agents.csv"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
        };
        const QUrl target = QUrl::fromLocalFile(folder.filePath(u"agents.csv"_s));
        browser.rowExport()->start(target, u"csv"_s, false, false, true);
        QVERIFY(browser.rowExport()->isRunning());
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY2(!ended.first().at(1).toBool(), qPrintable(ended.first().first().toString()));
        QVERIFY(!browser.rowExport()->isRunning());
        QCOMPARE(lines().size(), rows + 2); // names first, and a line end last
        QCOMPARE(lines().first().split(',').size(), browser.records()->columnCount());
        const std::unique_ptr<Connection> connection = m_database->open(Access::ReadOnly);
        const QByteArray name =
            scalar(*connection, u"SELECT full_name FROM users WHERE role = 'agent' ORDER BY id LIMIT 1"_s).toUtf8();
        QVERIFY(!lines().at(1).contains(name));

        browser.setPrivacy(Privacy::Revealed);
        browser.rowExport()->start(target, u"csv"_s, true, false, true);
        QTRY_COMPARE(ended.size(), 2);
        QVERIFY(lines().at(1).contains(name));
        QVERIFY(lines().first().split(',').size() > browser.records()->columnCount());

        // Where nothing can be written the file that is there stays as it is.
        browser.rowExport()->start(QUrl::fromLocalFile(folder.filePath(u"no such folder/agents.csv"_s)), u"csv"_s, true,
                                   false, true);
        QTRY_COMPARE(ended.size(), 3);
        QVERIFY(ended.last().at(1).toBool());
        QVERIFY2(ended.last().first().toString().contains(u"agents.csv"_s), "it names the file");
    }

    void copiesTheSelectionInFull()
    {
        TableBrowser browser;
        browser.setSession(m_session.get());
        browser.open(u"amenities"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(browser), readyWithin);
        GridRange range;
        range.firstRow = 0;
        range.lastRow = browser.records()->count() - 1;
        range.lastColumn = std::numeric_limits<int>::max();
        QSignalSpy copied(&browser, &TableBrowser::copied);
        browser.copy({range}, {}, u"tsv"_s);
        QTRY_COMPARE(copied.size(), 1);
        QCOMPARE(copied.first().first().toInt(), browser.records()->count());
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), browser.records()->count() + 1);
        browser.copy({range}, {}, u"sql"_s);
        QTRY_COMPARE(copied.size(), 2);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"INSERT INTO \"amenities\""_s));
    }
};

QTEST_MAIN(tst_TableBrowser)
#include "tst_tablebrowser.moc"

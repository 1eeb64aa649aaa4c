// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "database/databasesession.h"
#include "records/recordtablemodel.h"
#include "support/temporarydatabase.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QSignalSpy>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

const auto table = u"amenities"_s;
const QStringList shown{u"id"_s, u"title"_s};

/// Keeps a worker busy until it is opened or gone, so that what comes after it surely has not happened yet.
class Barrier
{
public:
    explicit Barrier(DatabaseWorker &worker)
    {
        worker.run([semaphore = m_semaphore](Connection &) -> Result<void> {
            semaphore->acquire();
            return {};
        });
    }
    ~Barrier() { open(); }
    void open()
    {
        if (!std::exchange(m_open, true))
            m_semaphore->release();
    }

private:
    std::shared_ptr<QSemaphore> m_semaphore = std::make_shared<QSemaphore>();
    bool m_open = false;
};

} // namespace

class tst_RecordTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_model = std::make_unique<RecordTableModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_session.reset();
        m_database.reset();
    }

    void isIdleWithoutATable()
    {
        QCOMPARE(m_model->state(), RecordTableModel::State::Idle);
        QCOMPARE(m_model->rowCount(), 0);
        open(3);
        m_model->setSource(m_session.get(), u"no such table"_s, shown, {});
        QCOMPARE(m_model->state(), RecordTableModel::State::Idle);
    }

    void opensAndFindsEveryPage()
    {
        open(5'000);
        show();
        QTRY_VERIFY(m_model->isExact());
        QCOMPARE(m_model->count(), 5'000);
        QCOMPARE(m_model->columnCount(), 2);
        for (const int row : {0, 199, 200, 4'321, 999, 1'000, 4'999, 2'500, 0})
            QTRY_COMPARE(idAt(row), row + 1);
        QCOMPARE(m_model->primaryKey(4'999), std::optional<Row>(Row{Value(u"5000"_s)}));
        QCOMPARE(m_model->data(m_model->index(4'999, 1)).toString(), u"Amenity 5000"_s);
        QCOMPARE(m_model->data(m_model->index(0, 0), Qt::UserRole + 999), QVariant());
        QCOMPARE(m_model->indexProgress(), 1.0);
    }

    void smallTablesAreKnownAtOnce()
    {
        open(7);
        show();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Ready);
        QVERIFY(m_model->isExact());
        QCOMPARE(m_model->count(), 7);
    }

    void emptyTableIsReady()
    {
        open(0);
        show();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Ready);
        QCOMPARE(m_model->count(), 0);
        QVERIFY(m_model->isExact());
    }

    void reachesTheEndBeforeTheCountIsKnown()
    {
        // The estimate is too high: rows in the middle are gone since it was made.
        open(5'000, u"DELETE FROM amenities WHERE id BETWEEN 1001 AND 1900"_s);
        Barrier counting(m_session->counter());
        show();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Ready);
        QVERIFY(!m_model->isExact());
        QCOMPARE(m_model->count(), 5'000);
        QTRY_COMPARE(idAt(m_model->count() - 1), 5'000);
        QTRY_COMPARE(idAt(m_model->count() - 150), 4'851);
        counting.open();
        QTRY_VERIFY(m_model->isExact());
        QCOMPARE(m_model->count(), 4'100);
        QTRY_COMPARE(idAt(4'099), 5'000);
        QTRY_COMPARE(idAt(1'000), 1'901);
        QTRY_COMPARE(idAt(999), 1'000);
    }

    void oldRowsStayUntilNewOnesAreHere()
    {
        open(1'000);
        show();
        QTRY_VERIFY(m_model->isExact());
        QCOMPARE(idAt(0), 1);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        Barrier reading(m_session->reader());
        show({{{u"id"_s, true}}, {}, {}});
        QCOMPARE(m_model->state(), RecordTableModel::State::Loading);
        QCOMPARE(m_model->count(), 1'000);
        QCOMPARE(idAt(0), 1);
        QCOMPARE(resets.count(), 0);
        reading.open();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Ready);
        QCOMPARE(resets.count(), 1);
        QCOMPARE(idAt(0), 1'000);
        QTRY_COMPARE(idAt(999), 1);
    }

    void filters()
    {
        open(2'000);
        show({{}, {{u"title"_s, Filter::Op::Contains, {Value(u"99"_s)}}}, {}});
        QTRY_VERIFY(m_model->isExact());
        QCOMPARE(m_model->count(), 38); // 99, 199 … 1999, 990 … 999, 1990 … 1999, each once
        QCOMPARE(idAt(0), 99);
        show({{}, {}, u"nothing like this"_s});
        QTRY_COMPARE(m_model->count(), 0);
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Ready);
        show();
        QTRY_COMPARE(m_model->count(), 2'000);
    }

    void sortsWithoutAnIndexAtAnyPlace()
    {
        open(30'000);
        // Sorted by two columns no index helps, so a list of keys is kept.
        show({{{u"created_at"_s, false}, {u"title"_s, true}}, {}, {}}, {u"id"_s, u"title"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isExact(), 30'000);
        QCOMPARE(m_model->count(), 30'000);
        QStringList titles;
        for (int i = 1; i <= 30'000; ++i)
            titles.append(u"Amenity %1"_s.arg(i));
        std::sort(titles.begin(), titles.end(), std::greater<>());
        for (const int row : {0, 29'999, 15'000, 7, 20'202})
            QTRY_COMPARE(m_model->data(m_model->index(row, 1)).toString(), titles.at(row));
    }

    void saysWhatWentWrongAndKeepsTheRows()
    {
        open(300);
        show();
        QTRY_VERIFY(m_model->isExact());
        must(*m_database->open(), u"ALTER TABLE amenities RENAME TO gone"_s);
        m_model->reload();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Failed);
        QVERIFY(!m_model->errorText().isEmpty());
        QCOMPARE(m_model->count(), 300);
        QCOMPARE(idAt(0), 1);
        must(*m_database->open(), u"ALTER TABLE gone RENAME TO amenities"_s);
        m_model->reload();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Ready);
        QVERIFY(m_model->errorText().isEmpty());
    }

    void saysThatTheTableMayNotBeRead()
    {
        if (!m_database->isPostgres())
            return;
        must(*m_database->open(),
             u"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ghar_visitor') THEN CREATE ROLE "
             "ghar_visitor LOGIN; END IF; END $$"_s);
        m_session = std::make_unique<DatabaseSession>(m_database->profileOf(u"ghar_visitor"_s));
        const auto live = m_session->open(Clock::pinned(QDate(2026, 11, 22)).now()).result();
        GHAR_VERIFY(live);
        m_session->setSchema(live->schema);
        show();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Failed);
        QCOMPARE(m_model->error().kind, ErrorKind::Permission);
        QVERIFY(m_model->errorText().contains(table));
        QCOMPARE(m_model->count(), 0);
    }

    void tableMayShrinkMeanwhile()
    {
        open(5'000);
        show();
        QTRY_VERIFY(m_model->isExact());
        must(*m_database->open(), u"DELETE FROM amenities WHERE id > 10"_s);
        (void)m_model->value(3'000, 0);
        m_model->setVisibleRange(3'000, 3'040);
        QTRY_VERIFY(m_model->data(m_model->index(3'000, 0), RecordTableModel::IsLoadedRole).toBool());
        QVERIFY(!m_model->value(3'000, 0));
        QVERIFY(!m_model->primaryKey(3'000));
        m_model->reload();
        QTRY_COMPARE(m_model->count(), 10);
        QCOMPARE(idAt(9), 10);
    }

    void lateAnswersAreDropped()
    {
        open(1'000);
        for (int i = 0; i < 20; ++i)
            show({{{u"id"_s, i % 2 == 0}}, {}, {}});
        show({{{u"id"_s, true}}, {{u"id"_s, Filter::Op::AtMost, {Value(u"500"_s)}}}, {}});
        QTRY_VERIFY(m_model->isExact());
        QCOMPARE(m_model->count(), 500);
        QCOMPARE(idAt(0), 500);
        QTRY_COMPARE(m_session->reader().pendingCount() + m_session->counter().pendingCount(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(m_model->count(), 500);
        QCOMPARE(idAt(0), 500);
    }

    void cacheIsBounded()
    {
        open(20'000);
        show();
        QTRY_VERIFY(m_model->isExact());
        for (int page = 0; page < 100; ++page) {
            m_model->setVisibleRange(page * 200, page * 200 + 40);
            QTRY_COMPARE(idAt(page * 200), page * 200 + 1);
        }
        QTRY_COMPARE(m_session->reader().pendingCount(), 0);
        QCoreApplication::processEvents();
        int loaded = 0;
        for (int page = 0; page < 100; ++page)
            loaded += m_model->data(m_model->index(page * 200, 0), RecordTableModel::IsLoadedRole).toBool();
        QVERIFY2(loaded <= RecordTableModel::maximumPages && loaded > 10, qPrintable(QString::number(loaded)));
        QTRY_COMPARE(idAt(0), 1); // what was dropped is read again
    }

    void givesUpPagesThatAreNoLongerSeen()
    {
        open(20'000);
        show();
        QTRY_VERIFY(m_model->isExact());
        Barrier reading(m_session->reader());
        for (int page = 10; page < 60; ++page)
            m_model->setVisibleRange(page * 200, page * 200 + 40);
        m_model->setVisibleRange(18'000, 18'040);
        reading.open();
        QTRY_COMPARE(idAt(18'000), 18'001);
        QVERIFY(!m_model->data(m_model->index(6'000, 0), RecordTableModel::IsLoadedRole).toBool());
    }

    void findsTheRowOfAKey()
    {
        open(3'000, u"DELETE FROM amenities WHERE id = 17"_s);
        show({{{u"id"_s, true}}, {}, {}});
        QTRY_VERIFY(m_model->isExact());
        QSignalSpy found(m_model.get(), &RecordTableModel::rowFound);
        m_model->findRow({u"1"_s});
        m_model->findRow({u"3000"_s});
        m_model->findRow({u"17"_s});
        QTRY_COMPARE(found.count(), 3);
        QCOMPARE(found.at(0).first().toInt(), 2'998);
        QCOMPARE(found.at(1).first().toInt(), 0);
        QCOMPARE(found.at(2).first().toInt(), -1);
    }

    void countingCanBeStopped()
    {
        open(30'000);
        Barrier counting(m_session->counter());
        show();
        QTRY_COMPARE(m_model->state(), RecordTableModel::State::Ready);
        QVERIFY(m_model->isIndexing());
        m_model->stopIndexing();
        counting.open();
        QTRY_VERIFY(!m_model->isIndexing());
        QVERIFY(!m_model->isExact());
        QCOMPARE(m_model->state(), RecordTableModel::State::Ready);
        QCOMPARE(idAt(0), 1); // the rows stay
        m_model->reload();
        QTRY_VERIFY(m_model->isExact());
        QCOMPARE(m_model->count(), 30'000);
    }

    void mayGoWhileItReads()
    {
        open(20'000);
        for (int i = 0; i < 10; ++i) {
            RecordTableModel model;
            model.setSource(m_session.get(), table, shown, {});
            if (i % 2)
                QTRY_COMPARE(model.state(), RecordTableModel::State::Ready);
            if (i % 3 == 0)
                model.clear();
        }
        QTRY_COMPARE(m_session->counter().pendingCount(), 0);
        QCoreApplication::processEvents();
    }

private:
    void open(int rows, const QString &afterwards = {})
    {
        {
            const std::unique_ptr<Connection> connection = m_database->open();
            if (rows > 0)
                must(*connection,
                     u"INSERT INTO amenities (id, title, created_at) WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT "
                     u"n + 1 FROM c "
                     "WHERE n < %1) SELECT n, 'Amenity ' || n, '2026-01-01 00:00:00.000000+00:00' FROM c"_s.arg(rows)
                         .replace(u"+00:00'"_s, m_database->isPostgres() ? u"+00:00'::timestamptz"_s : u"+00:00'"_s));
            must(*connection, u"ANALYZE"_s);
            if (!afterwards.isEmpty())
                must(*connection, afterwards);
        }
        m_session = std::make_unique<DatabaseSession>(m_database->profile());
        const auto live = m_session->open(Clock::pinned(QDate(2026, 11, 22)).now()).result();
        if (!live)
            qFatal("%s", qPrintable(whyNot(live)));
        m_session->setSchema(live->schema);
    }

    void show(const TableQuery &query = {}, const QStringList &columns = shown)
    {
        m_model->setSource(m_session.get(), table, columns, query);
    }

    /// The number in the first column, or -1 while the row is not here.
    [[nodiscard]] int idAt(int row) const
    {
        const std::optional<Value> value = m_model->value(row, 0);
        return value ? value->text().toInt() : -1;
    }

    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<DatabaseSession> m_session;
    std::unique_ptr<RecordTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(tst_RecordTableModel)
#include "tst_recordtablemodel.moc"

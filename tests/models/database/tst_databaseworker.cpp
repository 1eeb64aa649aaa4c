// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databaseworker.h"
#include "support/temporarydatabase.h"

#include <QFile>
#include <QSemaphore>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

const auto endless = u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"_s;

Result<Value> answer(Connection &connection)
{
    return connection.scalar({u"SELECT 42"_s, {}});
}

/// Holds the worker until let go, so that what comes after it surely waits.
struct Gate
{
    QSemaphore reached;
    QSemaphore open;
    Result<Value> operator()(Connection &)
    {
        reached.release();
        open.acquire();
        return Value(u"opened"_s);
    }
};

auto through(Gate &gate)
{
    return [&gate](Connection &connection) { return gate(connection); };
}

/// A job that runs until it is cancelled and says when it has begun.
auto endlessJob(QSemaphore &begun)
{
    return [&begun](Connection &connection) -> Result<void> {
        bool first = true;
        return connection.forEach({endless, {}}, [&](const Row &) {
            if (std::exchange(first, false))
                begun.release();
            return true;
        });
    };
}

} // namespace

class tst_DatabaseWorker : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
        m_worker = std::make_unique<DatabaseWorker>(m_database->profile(), Access::ReadOnly, u"test"_s);
    }

    void cleanup()
    {
        m_worker.reset();
        m_database.reset();
    }

    void worksInOrderOnItsOwnThread()
    {
        QList<int> order;
        QList<QFuture<Result<Value>>> futures;
        QThread *thread = nullptr;
        for (int i = 0; i < 20; ++i) {
            futures.append(m_worker->run([&order, &thread, i](Connection &connection) {
                order.append(i);
                thread = QThread::currentThread();
                return answer(connection);
            }));
        }
        for (auto &future : futures)
            QCOMPARE(future.result()->text(), u"42"_s);
        QCOMPARE(order.size(), 20);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
        QVERIFY(thread && thread != QThread::currentThread());
        QTRY_COMPARE(m_worker->pendingCount(), 0);
    }

    void continuesOnTheCallersThread()
    {
        QThread *thread = nullptr;
        m_worker->run(answer).then(this, [&](const Result<Value> &) { thread = QThread::currentThread(); });
        QTRY_COMPARE(thread, QThread::currentThread());
    }

    void dropsWaitingJobs()
    {
        Gate gate;
        bool ran = false;
        const auto held = m_worker->run(through(gate));
        gate.reached.acquire();
        const auto token = std::make_shared<WorkToken>();
        auto dropped = m_worker->run(
            [&ran](Connection &connection) {
                ran = true;
                return answer(connection);
            },
            token);
        auto next = m_worker->run(answer);
        QCOMPARE(m_worker->pendingCount(), 3);
        m_worker->cancel(token);
        QVERIFY(token->isCancelled());
        gate.open.release();
        QVERIFY(!dropped.result());
        QCOMPARE(dropped.result().error().kind, ErrorKind::Cancelled);
        QVERIFY(!ran);
        QCOMPARE(next.result()->text(), u"42"_s);
        QCOMPARE(held.result()->text(), u"opened"_s);
    }

    void interruptsTheRunningJob()
    {
        QSemaphore begun;
        const auto token = std::make_shared<WorkToken>();
        auto running = m_worker->run(endlessJob(begun), token);
        auto next = m_worker->run(answer);
        begun.acquire();
        m_worker->cancel(token);
        QVERIFY(!running.result());
        QCOMPARE(running.result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(next.result()->text(), u"42"_s); // the interrupt did not hit the next one
    }

    void lateCancelHitsNobody()
    {
        for (int i = 0; i < 50; ++i) {
            const auto token = std::make_shared<WorkToken>();
            auto finished = m_worker->run(answer, token);
            auto next = m_worker->run(answer);
            finished.waitForFinished();
            m_worker->cancel(token);
            QVERIFY2(next.result(), qPrintable(whyNot(next.result())));
        }
        m_worker->cancel({});
    }

    void endsWhileBusy()
    {
        QSemaphore begun;
        auto running = m_worker->run(endlessJob(begun));
        QList<QFuture<Result<Value>>> waiting;
        for (int i = 0; i < 5; ++i)
            waiting.append(m_worker->run(answer));
        begun.acquire();
        m_worker.reset();
        QVERIFY(running.isFinished());
        QVERIFY(!running.result());
        for (auto &future : waiting) {
            QVERIFY(future.isFinished()); // nobody waits for ever
            QVERIFY(!future.result());
            QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
        }
    }

    void endsBeforeItBegan()
    {
        for (int i = 0; i < 20; ++i) {
            DatabaseWorker worker(m_database->profile(), Access::ReadOnly, u"short"_s);
            (void)worker.run(answer);
        }
    }

    void connectsAgainAfterTheConnectionWasLost()
    {
        if (!m_database->isPostgres())
            QSKIP("SQLite has no server that could go away.");
        const auto number = [](Connection &connection) {
            return connection.scalar({u"SELECT pg_backend_pid()"_s, {}});
        };
        const QString first = m_worker->run(number).result()->text();
        QSemaphore begun;
        auto reading = m_worker->run(endlessJob(begun));
        begun.acquire();
        must(*m_database->open(), u"SELECT pg_terminate_backend("_s + first + u')');
        QVERIFY(!reading.result());
        QCOMPARE(reading.result().error().kind, ErrorKind::ConnectionLost);
        const Result<Value> second = m_worker->run(number).result();
        GHAR_VERIFY(second);
        QVERIFY(second->text() != first);
    }

    void opensLaterWhatCouldNotBeOpened()
    {
        if (m_database->isPostgres())
            return;
        Profile profile = m_database->profile();
        profile.file = m_database->folder() + u"/later.sqlite"_s;
        DatabaseWorker worker(profile, Access::ReadOnly, u"later"_s);
        const auto missing = worker.run(answer).result();
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY(QFile::copy(m_database->profile().file, profile.file));
        GHAR_VERIFY(worker.run(answer).result());
    }

private:
    std::unique_ptr<TemporaryDatabase> m_database;
    std::unique_ptr<DatabaseWorker> m_worker;
};

QTEST_GUILESS_MAIN(tst_DatabaseWorker)
#include "tst_databaseworker.moc"

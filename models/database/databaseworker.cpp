// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/databaseworker.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace Ghar {

struct DatabaseWorker::State
{
    mutable QMutex mutex;
    QWaitCondition wake;
    QQueue<Job> queue;
    WorkTokenPtr running;
    std::shared_ptr<Canceller> canceller;
    bool stopping = false;
};

DatabaseWorker::DatabaseWorker(Profile profile, Access access, const QString &threadName)
    : m_profile(std::move(profile))
    , m_access(access)
    , m_state(std::make_shared<State>())
    , m_thread(QThread::create([this] { loop(); }))
{
    m_thread->setObjectName(threadName);
    m_thread->start();
}

DatabaseWorker::~DatabaseWorker()
{
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->stopping = true;
        for (const Job &job : std::as_const(m_state->queue))
            job.token->m_cancelled = true;
        if (m_state->running) {
            m_state->running->m_cancelled = true;
            if (m_state->canceller)
                m_state->canceller->cancel();
        }
        m_state->wake.wakeAll();
    }
    m_thread->wait();
}

void DatabaseWorker::enqueue(Job job)
{
    const QMutexLocker lock(&m_state->mutex);
    m_state->queue.enqueue(std::move(job));
    m_state->wake.wakeOne();
}

int DatabaseWorker::pendingCount() const
{
    const QMutexLocker lock(&m_state->mutex);
    return int(m_state->queue.size()) + (m_state->running ? 1 : 0);
}

void DatabaseWorker::cancel(const WorkTokenPtr &token)
{
    if (!token || token->m_cancelled.exchange(true))
        return;
    QThreadPool::globalInstance()->start([state = m_state, token] {
        // Under the lock no other job can begin, so the cancel cannot hit the wrong one.
        const QMutexLocker lock(&state->mutex);
        if (state->running == token && state->canceller)
            state->canceller->cancel();
    });
}

void DatabaseWorker::loop()
{
    std::unique_ptr<Connection> connection;
    const auto cancelled = [] {
        return Error{ErrorKind::Cancelled, QCoreApplication::translate("DatabaseWorker", "Cancelled."), {}};
    };
    for (;;) {
        Job job;
        {
            QMutexLocker lock(&m_state->mutex);
            m_state->running.reset();
            while (m_state->queue.isEmpty() && !m_state->stopping)
                m_state->wake.wait(&m_state->mutex);
            if (m_state->queue.isEmpty()) {
                m_state->canceller.reset();
                return;
            }
            job = m_state->queue.dequeue();
            m_state->running = job.token;
        }
        if (job.token->isCancelled()) {
            const Error error = cancelled();
            job.work(nullptr, &error);
            continue;
        }
        if (!connection) {
            Result<std::unique_ptr<Connection>> opened = Connection::open(m_profile, m_access);
            if (!opened) {
                qCInfo(lcDatabase) << "Opening failed:" << opened.error().detail;
                job.work(nullptr, &opened.error());
                continue;
            }
            connection = std::move(opened).value();
            const QMutexLocker lock(&m_state->mutex);
            m_state->canceller = connection->canceller();
        }
        // A job may have made an answer of its own of the loss, e.g. that the end of a commit is not known.
        const bool wasLost = job.work(connection.get(), nullptr);
        if (wasLost || connection->isLost()) {
            const QMutexLocker lock(&m_state->mutex);
            m_state->canceller.reset();
            connection.reset();
        }
    }
}

} // namespace Ghar

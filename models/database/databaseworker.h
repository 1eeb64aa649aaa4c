// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/answer.h"
#include "database/connection.h"

#include <QFuture>
#include <QMutex>
#include <QPromise>
#include <QQueue>
#include <QThread>
#include <QWaitCondition>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace Ghar {

/// Marks one piece of work so that it can be cancelled, waiting or running. Thread-safe.
class WorkToken
{
public:
    [[nodiscard]] bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

private:
    friend class DatabaseWorker;
    std::atomic<bool> m_cancelled = false;
};
using WorkTokenPtr = std::shared_ptr<WorkToken>;

/// One thread with one connection of its own, which works off jobs in order. The connection is opened by the first
/// job and again after it was lost. Callable from any thread; destroying it cancels what runs and waits for the end.
class DatabaseWorker
{
public:
    DatabaseWorker(Profile profile, Access access, const QString &threadName);
    ~DatabaseWorker();
    DatabaseWorker(const DatabaseWorker &) = delete;
    DatabaseWorker &operator=(const DatabaseWorker &) = delete;

    /// Runs `job(Connection &)` on the worker's thread. The job returns a Result<T>; so does the future, which always
    /// finishes with exactly one result. Continue with `.then(this, …)` to come back to the caller's thread.
    template <typename Job>
    Answer<std::invoke_result_t<Job, Connection &>> run(Job job, WorkTokenPtr token = std::make_shared<WorkToken>())
    {
        using R = std::invoke_result_t<Job, Connection &>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        enqueue({std::move(token), [promise, job = std::move(job)](Connection *connection, const Error *error) mutable {
                     R result = connection ? job(*connection) : R(*error);
                     const bool lost = !result && result.error().kind == ErrorKind::ConnectionLost;
                     promise->addResult(std::move(result));
                     promise->finish();
                     return lost;
                 }});
        return Answer<R>(std::move(future));
    }

    /// Drops the job if it waits, interrupts it if it runs. Its future finishes with ErrorKind::Cancelled. Does not
    /// block: a running PostgreSQL statement is cancelled from a pool thread.
    void cancel(const WorkTokenPtr &token);

    /// Number of jobs that wait or run.
    [[nodiscard]] int pendingCount() const;

private:
    struct Job
    {
        WorkTokenPtr token;
        /// Gets the connection or the error that replaces it; returns true when the connection was lost.
        std::function<bool(Connection *, const Error *)> work;
    };
    struct State; ///< shared with cancelling pool threads, which may outlive the worker

    void enqueue(Job job);
    void loop();

    const Profile m_profile;
    const Access m_access;
    std::shared_ptr<State> m_state;
    std::unique_ptr<QThread> m_thread;
};

} // namespace Ghar

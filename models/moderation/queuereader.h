// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connection.h"
#include "database/dialect.h"
#include "moderation/moderationqueue.h"

#include <memory>

namespace Ghar {

/// One kind of queue on one connection: which rows are in it, and in which order. What all queues have, names, claims
/// and decisions that wait, is added here.
class QueueReader
{
public:
    virtual ~QueueReader();

    [[nodiscard]] Result<QueuePage> page();
    [[nodiscard]] virtual Result<QueueCount> count() = 0;
    [[nodiscard]] Result<QList<qint64>> countAll(const QList<QueueFilter> &filters);

protected:
    QueueReader(Connection &connection, const LiveSchema &live, const QueueQuery &query);
    Q_DISABLE_COPY_MOVE(QueueReader)

    /// A column of itemsSql() with a time from which on the hours are counted.
    struct DueColumn
    {
        QString since;
        int hours = 0;
    };

    /// Adds the items that come next, one more than the limit where there are more.
    [[nodiscard]] virtual Result<void> read() = 0;
    /// A statement with one row for each item that waits: `subject`, `since`, and the columns of dueColumns(). Empty
    /// where nothing waits for a decision.
    [[nodiscard]] virtual QString itemsSql(Sql &sql) const;
    [[nodiscard]] virtual QList<DueColumn> dueColumns() const;
    /// The condition on rows of itemsSql() that the filter's times make.
    [[nodiscard]] QString accepted(Sql &sql, const QueueFilter &filter) const;
    [[nodiscard]] static bool hasTimes(const QueueFilter &filter);

    [[nodiscard]] const LiveTable *readable(const QString &name) const;
    /// A time column as text in the canonical form, once decoded by timeOf().
    [[nodiscard]] QString readTime(const QString &expression) const;
    [[nodiscard]] static std::optional<QDateTime> timeOf(const Value &raw);
    [[nodiscard]] QString bindTime(Sql &sql, const QDateTime &time) const;
    /// A text inside a JSON column; NULL where the JSON is broken or has no such text.
    [[nodiscard]] QString jsonText(const QString &column, const QString &key) const;
    /// The same two levels deep.
    [[nodiscard]] QString jsonTextIn(const QString &column, const QString &object, const QString &key) const;
    [[nodiscard]] QString enumText(const QString &column) const;

    /// Runs a statement that tells how many and since when; `dueKey` is the policy's for their due time, if any.
    [[nodiscard]] Result<QueueCount> counted(const Sql &sql, const QString &dueKey);
    /// The rows of itemsSql(), which have `id` and `why` as well: how many, and as items, the oldest first. `dueKey` is
    /// the policy's for their due time.
    [[nodiscard]] Result<QueueCount> countWaiting(const QString &dueKey);
    [[nodiscard]] Result<void> readWaiting(ItemKind kind, const QString &dueKey);
    /// Their due time, where the policy has one.
    [[nodiscard]] QList<DueColumn> dueAfter(const QString &dueKey) const;
    void setDue(QueueItem &item, const QString &key) const;
    /// The points for how long the item waits.
    void addAge(QueueItem &item) const;
    void add(QueueItem item);
    /// `CASE … END` over a time, the points of its age.
    [[nodiscard]] QString agePointsSql(Sql &sql, const QString &time) const;

    Connection &m_connection;
    const Dialect &m_dialect;
    const LiveSchema &m_live;
    const QueueQuery &m_query;
    QueuePage m_page;

private:
    [[nodiscard]] Result<void> labelSubjects();
    [[nodiscard]] Result<void> markClaims();
    [[nodiscard]] Result<void> markPending();
};

[[nodiscard]] std::unique_ptr<QueueReader> makeReportQueue(Connection &connection, const LiveSchema &live,
                                                           const QueueQuery &query);
[[nodiscard]] std::unique_ptr<QueueReader> makeListingQueue(Connection &connection, const LiveSchema &live,
                                                            const QueueQuery &query);
[[nodiscard]] std::unique_ptr<QueueReader> makeProfileQueue(Connection &connection, const LiveSchema &live,
                                                            const QueueQuery &query);
[[nodiscard]] std::unique_ptr<QueueReader> makeRestrictionQueue(Connection &connection, const LiveSchema &live,
                                                                const QueueQuery &query);
[[nodiscard]] std::unique_ptr<QueueReader> makeDecidedQueue(Connection &connection, const LiveSchema &live,
                                                            const QueueQuery &query);

} // namespace Ghar

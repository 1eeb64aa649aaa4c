// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/queuereader.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Flatmate profiles that wait for review, or that repeated reports have paused.
class ProfileQueue final : public QueueReader
{
public:
    ProfileQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
        : QueueReader(connection, live, query)
    { }

    Result<QueueCount> count() override { return countWaiting(nameOf(ItemKind::Profile)); }

private:
    Result<void> read() override { return readWaiting(ItemKind::Profile, nameOf(ItemKind::Profile)); }
    QList<DueColumn> dueColumns() const override { return dueAfter(nameOf(ItemKind::Profile)); }

    QString autoPaused(const QString &key) const
    {
        return u'(' + jsonTextIn(u"preferences"_s, u"flatmates"_s, key) + u')';
    }

    /// Rows of `users`: id, subject, since, and a word why they are in the queue.
    QString itemsSql(Sql &sql) const override
    {
        const LiveTable *table = readable(u"users"_s);
        if (!table)
            return u"SELECT NULL AS id, NULL AS subject, NULL AS since, NULL AS why WHERE 1 = 0"_s;
        const QString status = enumText(u"flatmates_profile_status"_s);
        const QString paused = autoPaused(u"auto_paused_reason"_s);
        QString text = u"SELECT id, id AS subject, since, why FROM (SELECT id, coalesce(flatmates_last_active_at, "
                       u"created_at) AS since, CASE "
                       "WHEN "_s
            + status + u" = 'pending_review' THEN 'pending_review' WHEN "_s + status + u" = 'paused' AND "_s + paused
            + u" = 'repeat_reports' THEN 'repeat_reports' WHEN "_s + status + u" = 'active' AND "_s + paused
            + u" IS NOT NULL THEN 'unpaused-by-user' END AS why FROM "_s + table->from()
            + u") AS listed WHERE why IS NOT NULL"_s;
        if (!m_query.filter.reason.isEmpty())
            text += u" AND why = "_s + m_dialect.bindText(sql, m_query.filter.reason);
        return text;
    }
};

} // namespace

std::unique_ptr<QueueReader> makeProfileQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return std::make_unique<ProfileQueue>(connection, live, query);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/queuereader.h"

#include "moderation/decisionselect.h"
#include "moderation/decisionstore.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// What was decided, the latest first.
class DecidedQueue final : public QueueReader
{
public:
    DecidedQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
        : QueueReader(connection, live, query)
    { }

    Result<QueueCount> count() override
    {
        if (!keepsDecisions(m_live))
            return QueueCount();
        Sql sql;
        sql.text = u"SELECT count(*), NULL"_s + fromDecisions(m_dialect) + u" WHERE "_s
            + decisionCondition(sql, m_dialect, m_live, m_query.filter);
        return counted(sql, {});
    }

private:
    Result<void> read() override
    {
        if (!keepsDecisions(m_live))
            return {};
        Sql sql;
        sql.text = u"SELECT d.id, d.subject_id, d.action, d.reason, d.state, d.staff_name, d.decided_at, d.until, "_s
            + itemOfDecision(m_dialect) + u", d.staff_id"_s + fromDecisions(m_dialect) + u" WHERE "_s
            + decisionCondition(sql, m_dialect, m_live, m_query.filter) + u" ORDER BY d.decided_at DESC, d.id LIMIT "_s
            + QString::number(m_query.limit + 1);
        return m_connection.forEach(sql, [this](const Row &row) {
            QueueItem item;
            if (const Result<ModerationItem> known = itemFromText(row.at(8).text()))
                item.item = *known;
            item.decisionId = row.at(0).text();
            item.subjectId = row.at(1);
            item.action = row.at(2).text();
            item.reason = row.at(3).text();
            item.state = row.at(4).text();
            item.decidedBy = row.at(5).text();
            item.deciderId = row.at(9);
            item.decidedAt = timeOf(row.at(6));
            item.createdAt = item.decidedAt;
            if (const QDate until = QDate::fromString(row.at(7).text(), Qt::ISODate); until.isValid())
                item.until = until;
            add(item);
            return true;
        });
    }
};

} // namespace

std::unique_ptr<QueueReader> makeDecidedQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return std::make_unique<DecidedQueue>(connection, live, query);
}

} // namespace Ghar

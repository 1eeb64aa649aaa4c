// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/queuereader.h"

#include "core/clock.h"
#include "database/deskmeta.h"
#include "moderation/decisionstore.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Everybody who is suspended, paused or blocked.
class RestrictionQueue final : public QueueReader
{
public:
    RestrictionQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
        : QueueReader(connection, live, query)
    { }

    Result<QueueCount> count() override
    {
        Sql sql;
        sql.text = u"SELECT count(*), NULL FROM ("_s + restrictionsSql(sql) + u") AS q"_s;
        return counted(sql, {});
    }

private:
    Result<void> read() override
    {
        Sql sql;
        sql.text = u"SELECT id, why FROM ("_s + restrictionsSql(sql)
            + u") AS q ORDER BY CASE why WHEN 'suspended' THEN 0 WHEN 'blocked' THEN 2 ELSE 1 END, id DESC LIMIT "_s
            + QString::number(m_query.limit + 1);
        const Result<void> read = m_connection.forEach(sql, [this](const Row &row) {
            QueueItem item;
            item.item = {ItemKind::Profile, row.at(0).text().toLongLong()};
            item.subjectId = row.at(0);
            item.reason = row.at(1).text();
            add(item);
            return true;
        });
        return read ? readDecisions() : read;
    }

    /// Rows of `users`: id, and a word for the hardest restriction. Accounts that were deleted are none.
    QString restrictionsSql(Sql &sql) const
    {
        const LiveTable *table = readable(u"users"_s);
        if (!table)
            return u"SELECT NULL AS id, NULL AS why WHERE 1 = 0"_s;
        const QString status = enumText(u"flatmates_profile_status"_s);
        QString text = u"SELECT id, why FROM (SELECT id, CASE WHEN NOT is_active THEN 'suspended' WHEN "_s + status
            + u" = 'paused' THEN 'profile-paused' WHEN "_s + status + u" = 'rejected' THEN 'profile-rejected'"_s;
        if (const LiveTable *blocks = readable(u"user_blocks"_s))
            text += u" WHEN EXISTS (SELECT 1 FROM "_s + blocks->from(u"b"_s)
                + u" WHERE b.blocked_user_id = users.id) THEN 'blocked'"_s;
        text += u" END AS why FROM "_s + table->from() + u" WHERE supabase_user_id NOT LIKE "_s;
        text += m_dialect.bindText(sql, u"\\_\\_deleted\\_\\_%"_s) + u" ESCAPE '\\') AS listed WHERE why IS NOT NULL"_s;
        if (!m_query.filter.reason.isEmpty())
            text += u" AND why = "_s + m_dialect.bindText(sql, m_query.filter.reason);
        return text;
    }

    /// Since when, by whom and why, where the desk decided it.
    Result<void> readDecisions()
    {
        if (!keepsDecisions(m_live) || m_page.items.isEmpty())
            return {};
        QHash<QString, qsizetype> placeOf;
        Sql sql;
        QStringList people;
        for (qsizetype i = 0; i < m_page.items.size(); ++i) {
            placeOf.insert(m_page.items.at(i).subjectId.text(), i);
            people.append(m_dialect.bindInteger(sql, m_page.items.at(i).subjectId.text().toLongLong()));
        }
        sql.text = u"SELECT subject_id, id, action, reason, staff_name, decided_at, until FROM "_s
            + deskTable(m_dialect, u"decisions"_s)
            + u" WHERE state = 'done' AND revised_by IS NULL AND action IN ('suspend', 'pause', 'reject') AND subject_id IN ("_s
            + people.join(u", "_s) + u") ORDER BY decided_at"_s;
        return m_connection.forEach(sql, [&](const Row &row) {
            const auto place = placeOf.constFind(row.at(0).text());
            if (place == placeOf.cend())
                return true;
            QueueItem &item = m_page.items[*place];
            // A decision about a listing does not restrict the person.
            const bool fitsWhy = (item.reason == "suspended"_L1) == (row.at(2).text() == "suspend"_L1);
            if (!fitsWhy)
                return true;
            item.decisionId = row.at(1).text();
            item.action = row.at(2).text();
            item.decidedBy = row.at(4).text();
            item.decidedAt = timeOf(row.at(5));
            item.createdAt = item.decidedAt;
            if (const QDate until = QDate::fromString(row.at(6).text(), Qt::ISODate); until.isValid()) {
                item.until = until;
                // The day is one in India; from its end on somebody should lift it.
                item.dueAt = Clock::startOf(until.addDays(1));
            }
            return true;
        });
    }
};

} // namespace

std::unique_ptr<QueueReader> makeRestrictionQueue(Connection &connection, const LiveSchema &live,
                                                  const QueueQuery &query)
{
    return std::make_unique<RestrictionQueue>(connection, live, query);
}

} // namespace Ghar

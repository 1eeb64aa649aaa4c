// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/queuereader.h"

#include "database/deskmeta.h"
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
        return counted({u"SELECT count(*), NULL FROM "_s + deskTable(m_dialect, u"decisions"_s), {}}, {});
    }

private:
    Result<void> read() override
    {
        if (!keepsDecisions(m_live))
            return {};
        Sql sql;
        const QString items = deskTable(m_dialect, u"decision_items"_s);
        QString text =
            u"SELECT d.id, d.subject_id, d.action, d.reason, d.state, d.staff_name, d.decided_at, d.until, (SELECT "
            "min(i.item) FROM "_s
            + items + u" AS i WHERE i.decision_id = d.id), d.staff_id FROM "_s + deskTable(m_dialect, u"decisions"_s)
            + u" AS d WHERE TRUE"_s;
        if (!m_query.reason.isEmpty())
            text += u" AND d.action = "_s + m_dialect.bindText(sql, m_query.reason);
        if (!m_query.search.isEmpty())
            text += u" AND ("_s + searched(sql, items) + u')';
        sql.text = text + u" ORDER BY d.decided_at DESC, d.id LIMIT "_s + QString::number(m_query.limit + 1);
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

    /// Condition that a decision has the text that is searched for. `items` is the table of decided items.
    QString searched(Sql &sql, const QString &items) const
    {
        const auto contains = [this, &sql](const QString &name, const QString &prefix) {
            Column column;
            column.name = name;
            return m_dialect.contains(sql, column, m_query.search, prefix);
        };
        QString text;
        for (const char *name : {"reason", "note", "action", "staff_name"})
            text += contains(QString::fromLatin1(name), u"d."_s) + u" OR "_s;
        text += u"EXISTS (SELECT 1 FROM "_s + items + u" AS i WHERE i.decision_id = d.id AND "_s;
        text += contains(u"item"_s, u"i."_s) + u')';
        if (const LiveTable *users = readable(u"users"_s)) {
            QStringList names;
            for (const char *name : {"full_name", "phone", "email"}) {
                if (const Column *column = users->table.column(QString::fromLatin1(name)))
                    names.append(m_dialect.contains(sql, *column, m_query.search, u"u."_s));
            }
            if (!names.isEmpty())
                text += u" OR EXISTS (SELECT 1 FROM "_s + users->from(u"u"_s) + u" WHERE u.id = d.subject_id AND ("_s
                    + names.join(u" OR "_s) + u"))"_s;
        }
        return text;
    }
};

} // namespace

std::unique_ptr<QueueReader> makeDecidedQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return std::make_unique<DecidedQueue>(connection, live, query);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/queuereader.h"

#include "moderation/listingmoderation.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QString inList(const Dialect &dialect, Sql &sql, const QString &column, const QStringList &texts)
{
    QStringList bound;
    for (const QString &text : texts)
        bound.append(dialect.bindText(sql, text));
    return column + u" IN ("_s + bound.join(u", "_s) + u')';
}

/// Listings that wait for review or for their owner, or that got round it.
class ListingQueue final : public QueueReader
{
public:
    ListingQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
        : QueueReader(connection, live, query)
    { }

    Result<QueueCount> count() override { return countWaiting(nameOf(ItemKind::Listing)); }

private:
    Result<void> read() override { return readWaiting(ItemKind::Listing, nameOf(ItemKind::Listing)); }
    QList<DueColumn> dueColumns() const override { return dueAfter(nameOf(ItemKind::Listing)); }

    QString preference(const QString &key) const { return u'(' + jsonText(u"listing_preferences"_s, key) + u')'; }

    static QString knownStatuses()
    {
        QStringList known;
        for (const QString &status :
             {ListingStatus::pending(), ListingStatus::live(), ListingStatus::rejected(), ListingStatus::paused()})
            known.append(Dialect::literal(status));
        return known.join(u", "_s);
    }

    /// Rows of `properties` in this queue: id, subject, since, and a word why they are in it.
    QString itemsSql(Sql &sql) const override
    {
        const LiveTable *table = readable(u"properties"_s);
        if (!table)
            return u"SELECT NULL AS id, NULL AS subject, NULL AS since, NULL AS why WHERE 1 = 0"_s;
        const QString type = enumText(u"property_type"_s);
        const QString purpose = enumText(u"purpose"_s);
        QString text = u"SELECT id, owner_id, created_at, CASE"_s;
        const QString status = preference(u"moderation_status"_s);
        const QString decided = preference(u"moderated_at"_s);
        const QString switched = preference(u"owner_status_updated_at"_s);
        const QString screened = preference(u"ai_prescreened_at"_s);
        const QString screenedBy = preference(u"ai_prescreened_by"_s);
        const QString isPending = u"coalesce("_s + status + u", "_s + Dialect::literal(ListingStatus::pending())
            + u") = "_s + Dialect::literal(ListingStatus::pending());
        const QString isLive = u"("_s + status + u") = "_s + Dialect::literal(ListingStatus::live());
        // An edit of the owner screens the listing anew; a moderator's own screening has a name.
        const QString isEdited = u"(coalesce("_s + switched + u" > "_s + decided + u", false) OR coalesce("_s + screened
            + u" > "_s + decided + u", false) AND "_s + screenedBy + u" IS NULL)"_s;
        const QString waits = isPending + u" AND "_s + decided + u" IS NOT NULL AND NOT "_s + isEdited;
        const auto when = [&text](const QString &condition, const QString &word) {
            text += u" WHEN "_s + condition + u" THEN "_s + Dialect::literal(word);
        };
        switch (m_query.queue) {
        case ModerationQueue::Listings:
            when(isPending + u" AND NOT ("_s + waits + u") AND "_s + status + u" IS NULL AND is_available"_s,
                 u"pending-and-public"_s);
            when(isPending + u" AND NOT ("_s + waits + u") AND "_s + decided + u" IS NOT NULL"_s, u"edited"_s);
            when(isPending + u" AND NOT ("_s + waits + u')', u"pending"_s);
            break;
        case ModerationQueue::Waiting:
            when(waits, u"waiting-for-owner"_s);
            break;
        default:
            when(isLive + u" AND "_s + decided + u" IS NULL AND is_available"_s, u"never-reviewed"_s);
            when(isLive + u" AND "_s + decided + u" IS NULL AND NOT is_available"_s, u"limbo"_s);
            when(isLive + u" AND coalesce("_s + switched + u" > "_s + decided + u", false) AND "_s
                     + preference(u"approval_boost_granted_at"_s) + u" IS NULL"_s,
                 u"switched-by-owner"_s);
            when(u"NOT coalesce("_s + status + u" IN ("_s + knownStatuses() + u"), true)"_s, u"unknown-status"_s);
            text += u" WHEN available_from < "_s;
            text += bindTime(sql, QDateTime(m_query.now.date(), QTime(0, 0), Qt::UTC))
                + u" AND (is_available OR coalesce("_s + status + u", "_s + Dialect::literal(ListingStatus::live())
                + u") = "_s + Dialect::literal(ListingStatus::live()) + u") THEN 'expired'"_s;
        }
        text += u" END AS why FROM "_s + table->from() + u" WHERE "_s;
        text += inList(m_dialect, sql, type, moderatedTypes());
        text += u" AND "_s + purpose + u" = "_s + m_dialect.bindText(sql, moderatedPurpose());
        text = u"SELECT id, owner_id AS subject, created_at AS since, why FROM ("_s + text
            + u") AS listed WHERE why IS NOT NULL"_s;
        if (!m_query.filter.reason.isEmpty())
            text += u" AND why = "_s + m_dialect.bindText(sql, m_query.filter.reason);
        return text;
    }
};

} // namespace

std::unique_ptr<QueueReader> makeListingQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return std::make_unique<ListingQueue>(connection, live, query);
}

} // namespace Ghar

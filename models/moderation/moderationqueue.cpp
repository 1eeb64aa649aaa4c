// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/moderationqueue.h"

#include "core/instant.h"
#include "database/connection.h"
#include "database/deskmeta.h"
#include "moderation/decisionstore.h"
#include "moderation/listingmoderation.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationQueue)
};

struct QueueName
{
    ModerationQueue queue;
    QString name;
};

const QList<QueueName> &queueNames()
{
    static const QList<QueueName> names{
        {ModerationQueue::Reports, u"reports"_s},           {ModerationQueue::Escalated, u"escalated"_s},
        {ModerationQueue::Listings, u"listings"_s},         {ModerationQueue::Waiting, u"waiting"_s},
        {ModerationQueue::Bypassed, u"bypassed"_s},         {ModerationQueue::Profiles, u"profiles"_s},
        {ModerationQueue::Restrictions, u"restrictions"_s}, {ModerationQueue::Decided, u"decided"_s}};
    return names;
}

// How much each part of a score counts. Severity comes from the policy (0 to 100).
constexpr int pointsPerReporter = 8; ///< for each distinct one after the first
constexpr int mostReporterPoints = 32;
constexpr int accuracyRange = 10; ///< from -10 for reporters who were always dismissed to 10
constexpr int fewestForAccuracy = 3;
constexpr int severityOfUnknown = 10;
constexpr int hoursOfUnknown = 72;
constexpr int indiaOffset = 19'800; ///< seconds east of UTC, all year
struct AgePoints
{
    int days;
    int points;
};
constexpr AgePoints agePoints[] = {{14, 20}, {7, 15}, {3, 10}, {1, 5}};

/// A text inside a JSON column; NULL where the JSON is broken or has no such text.
QString jsonText(const Dialect &dialect, const QString &column, const QString &key)
{
    if (dialect.isPostgres())
        return column + u" ->> "_s + Dialect::literal(key);
    return u"CASE WHEN json_valid("_s + column + u") THEN json_extract("_s + column + u", "_s
        + Dialect::literal(u"$."_s + key) + u") END"_s;
}

/// The same two levels deep.
QString jsonTextIn(const Dialect &dialect, const QString &column, const QString &object, const QString &key)
{
    if (dialect.isPostgres())
        return column + u" -> "_s + Dialect::literal(object) + u" ->> "_s + Dialect::literal(key);
    return jsonText(dialect, column, object + u'.' + key);
}

QString inList(const Dialect &dialect, Sql &sql, const QString &column, const QStringList &texts)
{
    QStringList bound;
    for (const QString &text : texts)
        bound.append(dialect.bindText(sql, text));
    return column + u" IN ("_s + bound.join(u", "_s) + u')';
}

QDateTime earliest(const QDateTime &a, const QDateTime &b)
{
    return a.isValid() && (!b.isValid() || a < b) ? a : b;
}

class Reader
{
public:
    Reader(Connection &connection, const LiveSchema &live, const QueueQuery &query)
        : m_connection(connection), m_dialect(connection.dialect()), m_live(live), m_query(query)
    { }

    Result<QueuePage> page()
    {
        Result<void> read;
        switch (m_query.queue) {
        case ModerationQueue::Reports:
        case ModerationQueue::Escalated:
            read = readReports();
            break;
        case ModerationQueue::Listings:
        case ModerationQueue::Waiting:
        case ModerationQueue::Bypassed:
            read = readListings();
            break;
        case ModerationQueue::Profiles:
            read = readProfiles();
            break;
        case ModerationQueue::Restrictions:
            read = readRestrictions();
            break;
        case ModerationQueue::Decided:
            read = readDecided();
            break;
        }
        for (const auto &step : {&Reader::labelSubjects, &Reader::markClaims}) {
            if (read)
                read = (this->*step)();
        }
        if (!read)
            return read.error();
        m_page.hasMore = m_page.items.size() > m_query.limit;
        if (m_page.hasMore)
            m_page.items.resize(m_query.limit);
        return m_page;
    }

    Result<QueueCount> count()
    {
        Sql sql;
        switch (m_query.queue) {
        case ModerationQueue::Reports:
        case ModerationQueue::Escalated:
            return countReports();
        case ModerationQueue::Listings:
        case ModerationQueue::Waiting:
        case ModerationQueue::Bypassed:
            sql.text =
                u"SELECT count(*), "_s + readTime(u"min(created_at)"_s) + u" FROM ("_s + listingsSql(sql) + u") AS q"_s;
            return counted(sql, u"listing"_s);
        case ModerationQueue::Profiles:
            sql.text =
                u"SELECT count(*), "_s + readTime(u"min(since)"_s) + u" FROM ("_s + profilesSql(sql) + u") AS q"_s;
            return counted(sql, u"profile"_s);
        case ModerationQueue::Restrictions:
            sql.text = u"SELECT count(*), NULL FROM ("_s + restrictionsSql(sql) + u") AS q"_s;
            return counted(sql, {});
        case ModerationQueue::Decided:
            if (!keepsDecisions(m_live))
                return QueueCount();
            sql.text = u"SELECT count(*), NULL FROM "_s + deskTable(m_dialect, u"decisions"_s);
            return counted(sql, {});
        }
        Q_UNREACHABLE();
    }

private:
    const LiveTable *readable(const QString &name) const
    {
        const LiveTable *table = m_live.table(name);
        return table && table->readable ? table : nullptr;
    }

    /// A time column as text in the canonical form, once decoded().
    QString readTime(const QString &expression) const
    {
        return m_dialect.isPostgres() ? u"CAST("_s + expression + u" AS text)"_s : expression;
    }
    static std::optional<QDateTime> timeOf(const Value &raw)
    {
        return raw.isNull() ? std::nullopt : instantFromText(canonicalInstant(raw.text()));
    }
    QString bindTime(Sql &sql, const QDateTime &time) const
    {
        static const Column column = [] {
            Column made;
            made.name = u"at"_s;
            made.type = ColumnType::DateTime;
            made.serverType = u"timestamp with time zone"_s;
            return made;
        }();
        return m_dialect.bind(sql, column, Value(instantText(time)));
    }

    Result<QueueCount> counted(const Sql &sql, const QString &dueKey)
    {
        const Result<std::optional<Row>> row = m_connection.firstRow(sql);
        if (!row)
            return row.error();
        QueueCount count;
        count.items = (*row)->at(0).text().toLongLong();
        count.oldest = timeOf((*row)->at(1));
        if (count.oldest && m_query.policy.dueHours.contains(dueKey))
            count.due = count.oldest->addSecs(m_query.policy.dueHours.value(dueKey) * 3600);
        return count;
    }

    // --- Reports ----------------------------------------------------------------------------------------------------

    QString reportStatus() const { return m_query.queue == ModerationQueue::Reports ? u"open"_s : u"reviewed"_s; }
    int severityOf(const QString &reason) const { return m_query.policy.severity.value(reason, severityOfUnknown); }
    int hoursOf(const QString &reason) const { return m_query.policy.dueHours.value(reason, hoursOfUnknown); }

    QStringList reasons() const
    {
        const LiveTable *table = readable(u"user_reports"_s);
        const Column *column = table ? table->table.column(u"reason"_s) : nullptr;
        return column ? m_live.enumLabels(*column) : QStringList();
    }

    QString reportCondition(Sql &sql) const
    {
        QString condition = u"r.status = "_s + m_dialect.bindText(sql, reportStatus());
        if (!m_query.reason.isEmpty())
            condition += u" AND r.reason = "_s + m_dialect.bindText(sql, m_query.reason);
        return condition;
    }

    Result<QueueCount> countReports()
    {
        QueueCount count;
        const LiveTable *table = readable(u"user_reports"_s);
        if (!table)
            return count;
        Sql sql;
        QStringList oldest;
        const QStringList all = reasons();
        for (const QString &reason : all)
            oldest.append(readTime(u"min(CASE WHEN r.reason = "_s + m_dialect.bindText(sql, reason)
                                   + u" THEN r.created_at END)"_s));
        sql.text = u"SELECT count(DISTINCT r.reported_user_id), "_s + readTime(u"min(r.created_at)"_s)
            + (oldest.isEmpty() ? QString() : u", "_s + oldest.join(u", "_s)) + u" FROM "_s + table->from(u"r"_s);
        sql.text += u" WHERE "_s + reportCondition(sql);
        const Result<std::optional<Row>> row = m_connection.firstRow(sql);
        if (!row)
            return row.error();
        count.items = (*row)->at(0).text().toLongLong();
        count.oldest = timeOf((*row)->at(1));
        QDateTime due;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (const auto since = timeOf((*row)->at(i + 2)))
                due = earliest(since->addSecs(hoursOf(all.at(i)) * 3600), due);
        }
        if (due.isValid())
            count.due = due;
        return count;
    }

    /// Reported people whose items may come first. A page of them is found by what one pass over the reports tells:
    /// overdue, severity, how many reports (at least as many as reporters) and the oldest. The rest of the score is
    /// told by their reports themselves, and the order is made of that; half as many again are read for it.
    Sql candidatesSql(const LiveTable &table, const QStringList &all) const
    {
        Sql sql;
        // Placeholders are counted in the order of the text, so it grows from its start.
        sql.text = u"SELECT r.reported_user_id FROM "_s + table.from(u"r"_s) + u" WHERE "_s;
        sql.text += reportCondition(sql);
        sql.text += u" GROUP BY r.reported_user_id ORDER BY max(CASE"_s;
        for (const QString &reason : all) {
            sql.text += u" WHEN r.reason = "_s + m_dialect.bindText(sql, reason);
            sql.text +=
                u" AND r.created_at <= "_s + bindTime(sql, m_query.now.addSecs(-hoursOf(reason) * 3600)) + u" THEN 1"_s;
        }
        sql.text += (all.isEmpty() ? u" WHEN 1 = 0 THEN 1"_s : QString()) + u" ELSE 0 END) DESC, max(CASE r.reason"_s;
        for (const QString &reason : all)
            sql.text +=
                u" WHEN "_s + m_dialect.bindText(sql, reason) + u" THEN "_s + QString::number(severityOf(reason));
        sql.text += all.isEmpty() ? u" WHEN '' THEN 0 ELSE "_s : u" ELSE "_s;
        sql.text += QString::number(severityOfUnknown) + u" END) + CASE WHEN count(*) > "_s
            + QString::number(mostReporterPoints / pointsPerReporter) + u" THEN "_s
            + QString::number(mostReporterPoints) + u" ELSE (count(*) - 1) * "_s + QString::number(pointsPerReporter)
            + u" END + CASE"_s;
        for (const AgePoints &age : agePoints)
            sql.text += u" WHEN min(r.created_at) <= "_s + bindTime(sql, m_query.now.addDays(-age.days)) + u" THEN "_s
                + QString::number(age.points);
        sql.text += u" ELSE 0 END DESC, min(r.created_at), min(r.id) LIMIT "_s
            + QString::number(m_query.limit + m_query.limit / 2 + 1);
        return sql;
    }

    /// An open report of a candidate.
    struct OpenReport
    {
        qint64 id = 0;
        QString reporter;
        QString reason;
        QDateTime createdAt;
    };
    /// How often a reporter was right.
    struct Past
    {
        int kept = 0;
        int decided = 0;
    };

    Result<void> readReports()
    {
        const LiveTable *table = readable(u"user_reports"_s);
        if (!table)
            return {};
        QList<QString> people;
        Result<void> read = m_connection.forEach(candidatesSql(*table, reasons()), [&people](const Row &row) {
            people.append(row.first().text());
            return true;
        });
        if (!read || people.isEmpty())
            return read;
        Sql sql;
        QStringList bound;
        for (const QString &person : std::as_const(people))
            bound.append(m_dialect.bindInteger(sql, person.toLongLong()));
        sql.text = u"SELECT r.reported_user_id, r.id, r.reporter_user_id, r.reason, "_s + readTime(u"r.created_at"_s)
            + u" FROM "_s + table->from(u"r"_s) + u" WHERE r.reported_user_id IN ("_s + bound.join(u", "_s)
            + u") AND "_s;
        sql.text += reportCondition(sql);
        sql.text += u" ORDER BY r.created_at, r.id"_s;
        QHash<QString, QList<OpenReport>> reports;
        QSet<QString> reporters;
        read = m_connection.forEach(sql, [&](const Row &row) {
            reports[row.at(0).text()].append({row.at(1).text().toLongLong(), row.at(2).text(), row.at(3).text(),
                                              timeOf(row.at(4)).value_or(m_query.now)});
            reporters.insert(row.at(2).text());
            return true;
        });
        if (!read)
            return read;
        if (reporters.isEmpty())
            return {};
        const Result<QHash<QString, Past>> pasts = readPasts(reporters);
        if (!pasts)
            return pasts.error();
        for (const QString &person : std::as_const(people)) {
            // Decided between the two statements.
            if (reports.contains(person))
                add(itemOf(person, reports.value(person), *pasts));
        }
        std::stable_sort(m_page.items.begin(), m_page.items.end(), [this](const QueueItem &a, const QueueItem &b) {
            const auto isOverdue = [this](const QueueItem &item) { return item.dueAt && *item.dueAt <= m_query.now; };
            if (isOverdue(a) != isOverdue(b))
                return isOverdue(a);
            if (a.score != b.score)
                return a.score > b.score;
            return a.createdAt != b.createdAt ? a.createdAt < b.createdAt : a.item.id < b.item.id;
        });
        return {};
    }

    Result<QHash<QString, Past>> readPasts(const QSet<QString> &reporters)
    {
        QHash<QString, Past> pasts;
        Sql sql;
        QStringList bound;
        for (const QString &reporter : reporters)
            bound.append(m_dialect.bindInteger(sql, reporter.toLongLong()));
        // Their own reports, whoever may see those: accuracy is no secret of a person.
        sql.text =
            u"SELECT reporter_user_id, sum(CASE status WHEN 'actioned' THEN 1 ELSE 0 END), count(*) FROM user_reports "
            "WHERE reporter_user_id IN ("_s
            + bound.join(u", "_s) + u") AND status IN ('actioned', 'dismissed') GROUP BY reporter_user_id"_s;
        const Result<void> read = m_connection.forEach(sql, [&pasts](const Row &row) {
            pasts.insert(row.at(0).text(), {row.at(1).text().toInt(), row.at(2).text().toInt()});
            return true;
        });
        if (!read)
            return read.error();
        return pasts;
    }

    /// The item of a person with the parts of its score; the reports are in the order in which they came.
    QueueItem itemOf(const QString &person, const QList<OpenReport> &reports, const QHash<QString, Past> &pasts) const
    {
        QueueItem item;
        item.item = {ItemKind::Report, reports.first().id};
        item.subjectId = Value(person);
        item.createdAt = reports.first().createdAt;
        QSet<QString> reporters;
        QDateTime due;
        Past past;
        int worst = -1;
        for (const OpenReport &report : reports) {
            item.group.append({ItemKind::Report, report.id});
            reporters.insert(report.reporter);
            past.kept += pasts.value(report.reporter).kept;
            past.decided += pasts.value(report.reporter).decided;
            due = earliest(report.createdAt.addSecs(hoursOf(report.reason) * 3600), due);
            if (severityOf(report.reason) > worst) {
                worst = severityOf(report.reason);
                item.reason = report.reason;
            }
        }
        item.dueAt = due;
        item.reporters = int(reporters.size());
        const int severalPoints = qMin(mostReporterPoints, (item.reporters - 1) * pointsPerReporter);
        const int pastPoints =
            past.decided < fewestForAccuracy ? 0 : past.kept * 2 * accuracyRange / past.decided - accuracyRange;
        item.parts = {{Text::tr("Severity"), worst},
                      {Text::tr("Several people report"), severalPoints},
                      {Text::tr("Reporters were right before"), pastPoints}};
        addAge(item);
        return item;
    }

    // --- Listings ---------------------------------------------------------------------------------------------------

    QString preference(const QString &key) const
    {
        return u'(' + jsonText(m_dialect, u"listing_preferences"_s, key) + u')';
    }

    static QString knownStatuses()
    {
        QStringList known;
        for (const QString &status :
             {ListingStatus::pending(), ListingStatus::live(), ListingStatus::rejected(), ListingStatus::paused()})
            known.append(Dialect::literal(status));
        return known.join(u", "_s);
    }

    /// Rows of `properties` in this queue: id, owner_id, created_at, and a word why they are in it.
    QString listingsSql(Sql &sql) const
    {
        const LiveTable *table = readable(u"properties"_s);
        if (!table)
            return u"SELECT NULL AS id, NULL AS owner_id, NULL AS created_at, NULL AS why WHERE 1 = 0"_s;
        const QString type = m_dialect.isPostgres() ? u"CAST(property_type AS text)"_s : u"property_type"_s;
        const QString purpose = m_dialect.isPostgres() ? u"CAST(purpose AS text)"_s : u"purpose"_s;
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
        text = u"SELECT id, owner_id, created_at, why FROM ("_s + text + u") AS listed WHERE why IS NOT NULL"_s;
        if (!m_query.reason.isEmpty())
            text += u" AND why = "_s + m_dialect.bindText(sql, m_query.reason);
        return text;
    }

    Result<void> readListings()
    {
        Sql sql;
        const QString listings = listingsSql(sql);
        return readSince(sql, u"id, owner_id AS subject, created_at AS since, why"_s, listings, ItemKind::Listing,
                         u"listing"_s);
    }

    /// Items of the rows of `source`, the oldest first. `columns` are the item's id, the subject's id, since and why.
    Result<void> readSince(Sql &sql, const QString &columns, const QString &source, ItemKind kind,
                           const QString &dueKey)
    {
        sql.text = u"SELECT id, subject, "_s + readTime(u"since"_s) + u", why FROM (SELECT "_s + columns + u" FROM ("_s
            + source + u") AS q) AS listed ORDER BY listed.since, id LIMIT "_s + QString::number(m_query.limit + 1);
        return m_connection.forEach(sql, [&](const Row &row) {
            QueueItem item;
            item.item = {kind, row.at(0).text().toLongLong()};
            item.subjectId = row.at(1);
            item.createdAt = timeOf(row.at(2));
            item.reason = row.at(3).text();
            setDue(item, dueKey);
            addAge(item);
            add(item);
            return true;
        });
    }

    void setDue(QueueItem &item, const QString &key) const
    {
        if (item.createdAt && m_query.policy.dueHours.contains(key))
            item.dueAt = item.createdAt->addSecs(m_query.policy.dueHours.value(key) * 3600);
    }

    void addAge(QueueItem &item) const
    {
        if (!item.createdAt)
            return;
        for (const AgePoints &age : agePoints) {
            if (*item.createdAt <= m_query.now.addDays(-age.days)) {
                item.parts.append({Text::tr("Waiting"), age.points});
                return;
            }
        }
    }

    // --- Profiles and restrictions ----------------------------------------------------------------------------------

    QString autoPaused(const QString &key) const
    {
        return u'(' + jsonTextIn(m_dialect, u"preferences"_s, u"flatmates"_s, key) + u')';
    }

    /// Rows of `users`: id, since, and a word why they are in the queue.
    QString profilesSql(Sql &sql) const
    {
        const LiveTable *table = readable(u"users"_s);
        if (!table)
            return u"SELECT NULL AS id, NULL AS since, NULL AS why WHERE 1 = 0"_s;
        const QString status =
            m_dialect.isPostgres() ? u"CAST(flatmates_profile_status AS text)"_s : u"flatmates_profile_status"_s;
        const QString paused = autoPaused(u"auto_paused_reason"_s);
        QString text =
            u"SELECT id, since, why FROM (SELECT id, coalesce(flatmates_last_active_at, created_at) AS since, CASE "
            "WHEN "_s
            + status + u" = 'pending_review' THEN 'pending_review' WHEN "_s + status + u" = 'paused' AND "_s + paused
            + u" = 'repeat_reports' THEN 'repeat_reports' WHEN "_s + status + u" = 'active' AND "_s + paused
            + u" IS NOT NULL THEN 'unpaused-by-user' END AS why FROM "_s + table->from()
            + u") AS listed WHERE why IS NOT NULL"_s;
        if (!m_query.reason.isEmpty())
            text += u" AND why = "_s + m_dialect.bindText(sql, m_query.reason);
        return text;
    }

    Result<void> readProfiles()
    {
        Sql sql;
        const QString profiles = profilesSql(sql);
        return readSince(sql, u"id, id AS subject, since, why"_s, profiles, ItemKind::Profile, u"profile"_s);
    }

    /// Rows of `users`: id, and a word for the hardest restriction. Accounts that were deleted are none.
    QString restrictionsSql(Sql &sql) const
    {
        const LiveTable *table = readable(u"users"_s);
        if (!table)
            return u"SELECT NULL AS id, NULL AS why WHERE 1 = 0"_s;
        const QString status =
            m_dialect.isPostgres() ? u"CAST(flatmates_profile_status AS text)"_s : u"flatmates_profile_status"_s;
        QString text = u"SELECT id, why FROM (SELECT id, CASE WHEN NOT is_active THEN 'suspended' WHEN "_s + status
            + u" = 'paused' THEN 'profile-paused' WHEN "_s + status + u" = 'rejected' THEN 'profile-rejected'"_s;
        if (const LiveTable *blocks = readable(u"user_blocks"_s))
            text += u" WHEN EXISTS (SELECT 1 FROM "_s + blocks->from(u"b"_s)
                + u" WHERE b.blocked_user_id = users.id) THEN 'blocked'"_s;
        text += u" END AS why FROM "_s + table->from() + u" WHERE supabase_user_id NOT LIKE "_s;
        text += m_dialect.bindText(sql, u"\\_\\_deleted\\_\\_%"_s) + u" ESCAPE '\\') AS listed WHERE why IS NOT NULL"_s;
        if (!m_query.reason.isEmpty())
            text += u" AND why = "_s + m_dialect.bindText(sql, m_query.reason);
        return text;
    }

    Result<void> readRestrictions()
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
        return read ? readSince() : read;
    }

    /// Since when, by whom and why, where the desk decided it.
    Result<void> readSince()
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
                item.dueAt = QDateTime(until.addDays(1), QTime(0, 0), Qt::OffsetFromUTC, indiaOffset).toUTC();
            }
            return true;
        });
    }

    // --- Decided ----------------------------------------------------------------------------------------------------

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

    Result<void> readDecided()
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

    // --- All --------------------------------------------------------------------------------------------------------

    void add(QueueItem item)
    {
        item.parts.removeIf([](const ScorePart &part) { return part.points == 0; });
        for (const ScorePart &part : std::as_const(item.parts))
            item.score += part.points;
        if (item.group.isEmpty())
            item.group = {item.item};
        m_page.items.append(item);
    }

    /// People by name, listings by title; one statement for each.
    Result<void> labelSubjects()
    {
        const bool areListings = m_query.queue == ModerationQueue::Listings || m_query.queue == ModerationQueue::Waiting
            || m_query.queue == ModerationQueue::Bypassed;
        const LiveTable *table = readable(areListings ? u"properties"_s : u"users"_s);
        if (!table)
            return {};
        QList<Value> keys;
        for (const QueueItem &item : std::as_const(m_page.items)) {
            const Value key = areListings ? Value::integer(item.item.id) : item.subjectId;
            if (!key.isNull() && !keys.contains(key))
                keys.append(key);
        }
        const Result<QHash<Value, RowLabel>> labels = readRowLabels(m_connection, m_live, *table, u"id"_s, keys);
        if (!labels)
            return labels.error();
        for (QueueItem &item : m_page.items) {
            const Value key = areListings ? Value::integer(item.item.id) : item.subjectId;
            item.subject = labels->value(key, RowLabel{{key}, u'#' + key.text(), u'#' + key.text()});
        }
        return {};
    }

    Result<void> markClaims()
    {
        if (!keepsDecisions(m_live) || m_page.items.isEmpty())
            return {};
        Sql sql;
        QString text =
            u"SELECT item, staff_name FROM "_s + deskTable(m_dialect, u"claims"_s) + u" WHERE expires_at > "_s;
        text += m_dialect.bindText(sql, instantText(m_query.now)) + u" AND holder <> "_s;
        sql.text = text + m_dialect.bindText(sql, m_query.holder);
        QHash<QString, QString> holders;
        const Result<void> read = m_connection.forEach(sql, [&holders](const Row &row) {
            holders.insert(row.at(0).text(), row.at(1).text().isEmpty() ? Text::tr("Somebody else") : row.at(1).text());
            return true;
        });
        if (!read)
            return read;
        for (QueueItem &item : m_page.items) {
            for (const ModerationItem &one : std::as_const(item.group)) {
                if (holders.contains(one.text()))
                    item.claimedBy = holders.value(one.text());
            }
        }
        return markPending();
    }

    /// Items that wait for a second person.
    Result<void> markPending()
    {
        if (m_query.queue == ModerationQueue::Decided)
            return {};
        QSet<QString> waiting;
        const Result<void> read = m_connection.forEach(
            {u"SELECT i.item FROM "_s + deskTable(m_dialect, u"decision_items"_s) + u" AS i JOIN "_s
                 + deskTable(m_dialect, u"decisions"_s) + u" AS d ON d.id = i.decision_id WHERE d.state = 'pending'"_s,
             {}},
            [&waiting](const Row &row) {
                waiting.insert(row.first().text());
                return true;
            });
        if (!read)
            return read;
        for (QueueItem &item : m_page.items) {
            for (const ModerationItem &one : std::as_const(item.group)) {
                if (waiting.contains(one.text()))
                    item.state = u"pending"_s;
            }
        }
        return {};
    }

    Connection &m_connection;
    const Dialect &m_dialect;
    const LiveSchema &m_live;
    const QueueQuery &m_query;
    QueuePage m_page;
};

} // namespace

const QList<ModerationQueue> &allModerationQueues()
{
    static const QList<ModerationQueue> queues = [] {
        QList<ModerationQueue> list;
        for (const QueueName &known : queueNames())
            list.append(known.queue);
        return list;
    }();
    return queues;
}

QString nameOf(ModerationQueue queue)
{
    return queueNames().at(int(queue)).name;
}

std::optional<ModerationQueue> moderationQueueNamed(const QString &name)
{
    for (const QueueName &known : queueNames()) {
        if (known.name == name)
            return known.queue;
    }
    return std::nullopt;
}

Result<QueuePage> readQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return Reader(connection, live, query).page();
}

Result<QueueCount> countQueue(Connection &connection, const LiveSchema &live, const QueueQuery &query)
{
    return Reader(connection, live, query).count();
}

} // namespace Ghar

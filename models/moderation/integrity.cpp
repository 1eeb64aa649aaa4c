// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/integrity.h"

#include "core/instant.h"
#include "core/jsontext.h"
#include "database/connection.h"
#include "moderation/listingmoderation.h"
#include "records/originalrow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Integrity)
};

constexpr int reportersForPause = 3; ///< core-and-moderation.md 1.8

enum Number {
    LiveUnreviewed = 1,
    Limbo,
    StatusMissing,
    WrongPurpose,
    Expired,
    ActiveOfInactive,
    SelfUnpaused,
    ForgottenEscalation,
    ActiveDespiteBlock
};

QString jsonText(const Dialect &dialect, const QString &column, const QString &key)
{
    if (dialect.isPostgres())
        return u'(' + column + u" ->> "_s + Dialect::literal(key) + u')';
    return u"(CASE WHEN json_valid("_s + column + u") THEN json_extract("_s + column + u", "_s
        + Dialect::literal(u"$."_s + key) + u") END)"_s;
}

class Finder
{
public:
    Finder(Connection &connection, const LiveSchema &live, int forgottenDays, const QDateTime &now, int limit)
        : m_connection(connection)
        , m_dialect(connection.dialect())
        , m_live(live)
        , m_forgottenDays(forgottenDays)
        , m_now(now)
        , m_limit(limit)
    { }

    Result<QList<IntegrityFinding>> find(int number)
    {
        const QString status = jsonText(m_dialect, u"listing_preferences"_s, u"moderation_status"_s);
        const QString decided = jsonText(m_dialect, u"listing_preferences"_s, u"moderated_at"_s);
        const QString isLive = status + u" = "_s + Dialect::literal(ListingStatus::live());
        Result<void> done;
        switch (Number(number)) {
        case LiveUnreviewed:
            done = listings(isLive + u" AND "_s + decided + u" IS NULL AND is_available"_s, true);
            break;
        case Limbo:
            done = listings(isLive + u" AND "_s + decided + u" IS NULL AND NOT is_available"_s, true);
            break;
        case StatusMissing:
            done = listings(status + u" IS NULL AND is_available"_s, true);
            break;
        case WrongPurpose:
            done = listings(enumText(u"purpose"_s) + u" <> "_s + Dialect::literal(moderatedPurpose()), false);
            break;
        case Expired:
            done = expired(status);
            break;
        case ActiveOfInactive:
            done = activeOfInactive(status);
            break;
        case SelfUnpaused:
            done = selfUnpaused();
            break;
        case ForgottenEscalation:
            done = forgotten();
            break;
        case ActiveDespiteBlock:
            done = activeDespiteBlock();
            break;
        }
        if (!done)
            return done.error();
        return m_found;
    }

private:
    const LiveTable *readable(const QString &name) const
    {
        const LiveTable *table = m_live.table(name);
        return table && table->readable ? table : nullptr;
    }

    QString enumText(const QString &column) const
    {
        return m_dialect.isPostgres() ? u"CAST("_s + column + u" AS text)"_s : column;
    }

    QString typesCondition() const
    {
        QStringList types;
        for (const QString &type : moderatedTypes())
            types.append(Dialect::literal(type));
        return enumText(u"property_type"_s) + u" IN ("_s + types.join(u", "_s) + u')';
    }

    Result<void> collect(const QString &tableName, Sql sql, const QString &condition)
    {
        const LiveTable *table = readable(tableName);
        if (!table)
            return {};
        sql.text = u"SELECT "_s + m_dialect.read(*table->table.column(u"id"_s)) + u" FROM "_s + table->from()
            + u" WHERE "_s + condition + u" ORDER BY id LIMIT "_s + QString::number(m_limit);
        return m_connection.forEach(sql, [&](const Row &row) {
            m_found.append({tableName, {m_dialect.decode(*table->table.column(u"id"_s), row.first())}});
            return true;
        });
    }

    Result<void> listings(const QString &condition, bool forRent)
    {
        const QString purpose = enumText(u"purpose"_s) + u" = "_s + Dialect::literal(moderatedPurpose());
        return collect(u"properties"_s, {},
                       typesCondition() + (forRent ? u" AND "_s + purpose : QString()) + u" AND "_s + condition);
    }

    QString bindDate(Sql &sql, const QString &table, const QString &column, const QDateTime &time) const
    {
        return m_dialect.bind(sql, *m_live.table(table)->table.column(column), Value(instantText(time)));
    }

    Result<void> expired(const QString &status)
    {
        if (!readable(u"properties"_s))
            return {};
        Sql sql;
        const QString today =
            bindDate(sql, u"properties"_s, u"available_from"_s, QDateTime(m_now.date(), QTime(0, 0), Qt::UTC));
        const QString live = Dialect::literal(ListingStatus::live());
        return collect(u"properties"_s, sql,
                       u"available_from < "_s + today + u" AND "_s + typesCondition() + u" AND "_s
                           + enumText(u"purpose"_s) + u" = "_s + Dialect::literal(moderatedPurpose())
                           + u" AND (is_available OR coalesce("_s + status + u", "_s + live + u") = "_s + live + u')');
    }

    Result<void> activeOfInactive(const QString &status)
    {
        const Result<void> profiles = collect(
            u"users"_s, {}, u"NOT is_active AND "_s + enumText(u"flatmates_profile_status"_s) + u" = 'active'"_s);
        if (!profiles)
            return profiles;
        return collect(
            u"properties"_s, {},
            typesCondition() + u" AND (is_available OR "_s + status + u" = "_s + Dialect::literal(ListingStatus::live())
                + u") AND EXISTS (SELECT 1 FROM users AS u WHERE u.id = properties.owner_id AND NOT u.is_active)"_s);
    }

    Result<void> selfUnpaused()
    {
        const QString reason = m_dialect.isPostgres()
            ? u"(preferences -> 'flatmates' ->> 'auto_paused_reason')"_s
            : jsonText(m_dialect, u"preferences"_s, u"flatmates.auto_paused_reason"_s);
        return collect(
            u"users"_s, {},
            enumText(u"flatmates_profile_status"_s) + u" = 'active' AND "_s + reason
                + u" IS NOT NULL AND (SELECT count(DISTINCT r.reporter_user_id) FROM user_reports AS r WHERE "
                  "r.reported_user_id = users.id AND r.status IN ('open', 'reviewed')) >= "_s
                + QString::number(reportersForPause));
    }

    Result<void> forgotten()
    {
        if (!readable(u"user_reports"_s))
            return {};
        Sql sql;
        const QString since = bindDate(sql, u"user_reports"_s, u"created_at"_s, m_now.addDays(-m_forgottenDays));
        return collect(u"user_reports"_s, sql,
                       u"status = 'reviewed' AND coalesce(updated_at, created_at) < "_s + since);
    }

    Result<void> activeDespiteBlock()
    {
        for (const QString &table : {u"user_conversations"_s, u"user_matches"_s}) {
            const Result<void> done = collect(
                table, {},
                u"status = 'active' AND EXISTS (SELECT 1 FROM user_blocks AS b WHERE (b.blocker_user_id = user_one_id "
                u"AND "
                "b.blocked_user_id = user_two_id) OR (b.blocker_user_id = user_two_id AND b.blocked_user_id = user_one_id))"_s);
            if (!done)
                return done;
        }
        return {};
    }

    Connection &m_connection;
    const Dialect &m_dialect;
    const LiveSchema &m_live;
    const int m_forgottenDays;
    const QDateTime m_now;
    const int m_limit;
    QList<IntegrityFinding> m_found;
};

/// The columns that a repair changes in one row.
Result<QMap<QString, Value>> repaired(int number, const OriginalRow &row, const QDateTime &now)
{
    const ListingState listing = listingStateOf(row.values);
    switch (Number(number)) {
    case LiveUnreviewed:
    case Limbo:
    case StatusMissing: {
        const Result<QString> preferences =
            withJsonMember(listing.preferences, {u"moderation_status"_s}, ListingStatus::pending());
        if (!preferences)
            return preferences.error();
        return QMap<QString, Value>{{u"listing_preferences"_s, Value(*preferences)},
                                    {u"is_available"_s, Value::boolean(false)}};
    }
    case WrongPurpose:
        return QMap<QString, Value>{{u"purpose"_s, Value(moderatedPurpose())}};
    case Expired:
        if (!listing.availableFrom)
            return QMap<QString, Value>();
        return pausedForMoveInDate(listing, now);
    case ActiveOfInactive:
        if (row.table == "users"_L1)
            return QMap<QString, Value>{{u"flatmates_profile_status"_s, Value(u"paused"_s)}};
        return takenDown(listing);
    case SelfUnpaused:
        return QMap<QString, Value>{{u"flatmates_profile_status"_s, Value(u"paused"_s)}};
    case ForgottenEscalation:
        return QMap<QString, Value>{{u"status"_s, Value(u"open"_s)}};
    case ActiveDespiteBlock:
        return QMap<QString, Value>{{u"status"_s, Value(u"blocked"_s)}};
    }
    return QMap<QString, Value>();
}

} // namespace

const QList<IntegrityCheck> &integrityChecks()
{
    static const QList<IntegrityCheck> checks{
        {LiveUnreviewed, Text::tr("Listings that are live without a decision"), Text::tr("Nobody has reviewed them."),
         Text::tr("They go back to the review queue and are unavailable until then.")},
        {Limbo, Text::tr("Listings that are live, but neither available nor ever reviewed"),
         Text::tr("Users do not see them, and no queue has them."), Text::tr("They go to the review queue.")},
        {StatusMissing, Text::tr("Available listings without a status"),
         Text::tr("Staff count them as waiting, and the public sees them."),
         Text::tr("They wait for a review and are unavailable until then.")},
        {WrongPurpose, Text::tr("PG and flatmate listings that are not for rent"),
         Text::tr("The apps cannot show them where they belong."), Text::tr("Their purpose becomes rent.")},
        {Expired, Text::tr("Live listings whose move-in date has passed"),
         Text::tr("The platform pauses them when somebody looks next."),
         Text::tr("They are paused as the platform would do it.")},
        {ActiveOfInactive, Text::tr("Active profiles and listings of suspended people"),
         Text::tr("A suspension does not hide them."),
         Text::tr("Profiles are paused, listings paused and unavailable.")},
        {SelfUnpaused, Text::tr("Profiles that were paused by reports and opened again by their owners"),
         Text::tr("Three or more people still wait for a decision."), Text::tr("The profiles are paused again.")},
        {ForgottenEscalation, Text::tr("Escalated reports that nobody has decided"),
         Text::tr("The platform's own queue does not show them."), Text::tr("They are open again.")},
        {ActiveDespiteBlock, Text::tr("Active conversations and matches of people who block each other"),
         Text::tr("They can write to each other all the same."), Text::tr("Conversations and matches are blocked.")}};
    return checks;
}

Result<QList<IntegrityFinding>> findIntegrity(Connection &connection, const LiveSchema &live, int number,
                                              int forgottenDays, const QDateTime &now, int limit)
{
    return Finder(connection, live, forgottenDays, now, limit).find(number);
}

Result<QList<StagedRow>> repairIntegrity(Connection &connection, const LiveSchema &live, int number,
                                         const QList<IntegrityFinding> &findings, const QDateTime &now)
{
    QList<StagedRow> rows;
    for (const IntegrityFinding &finding : findings) {
        const LiveTable *table = live.table(finding.table);
        if (!table)
            continue;
        const Result<std::optional<OriginalRow>> original = readOriginal(connection, *table, finding.key);
        if (!original)
            return original.error();
        if (!*original)
            continue;
        const Result<QMap<QString, Value>> values = repaired(number, **original, now);
        if (!values)
            return values.error();
        StagedRow row{stagedIdOf(finding.key), StagedKind::Update, **original, {}};
        for (auto it = values->cbegin(); it != values->cend(); ++it) {
            if (!isSameValue(*table->table.column(it.key()), *it, (*original)->values.value(it.key())))
                row.values.insert(it.key(), {*it, false});
        }
        if (!row.values.isEmpty())
            rows.append(row);
    }
    return rows;
}

} // namespace Ghar

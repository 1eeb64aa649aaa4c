// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/personplan.h"

#include "core/instant.h"
#include "core/jsontext.h"
#include "database/connection.h"
#include "moderation/decisioneffect.h"
#include "moderation/decisionreversal.h"
#include "moderation/listingmoderation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionPlan)
};

const auto profileStatus = u"flatmates_profile_status"_s;
const QStringList &autoPauseKeys()
{
    static const QStringList keys{u"auto_paused_reason"_s, u"auto_paused_report_count"_s, u"auto_paused_at"_s};
    return keys;
}

} // namespace

Result<void> PersonPlan::planProfile(const ModerationItem &item)
{
    const Value userId = Value::integer(item.id);
    m_draft.plan().subject = userId;
    const Result<OriginalRow> user = m_draft.read(u"users"_s, userId);
    if (!user)
        return user.error();
    const auto lastSeen = instantFromText(user->values.value(u"flatmates_last_active_at"_s).text());
    m_draft.plan().openedAt = lastSeen ? lastSeen : instantFromText(user->values.value(u"created_at"_s).text());
    switch (m_draft.request().action) {
    case ModerationAction::Approve:
        return openProfile(userId);
    case ModerationAction::Reject: {
        const Result<OriginalRow> person = readPerson(userId);
        if (!person)
            return person.error();
        if (person->values.value(profileStatus).text() == "rejected"_L1)
            return refusedDecision(
                Text::tr("The profile of user %1 is rejected already. Nothing was changed.").arg(item.id));
        m_draft.stage(*person, {{profileStatus, Value(u"rejected"_s)}});
        return {};
    }
    default:
        return planPerson(userId);
    }
}

Result<void> PersonPlan::planPerson(const Value &userId)
{
    switch (m_draft.request().action) {
    case ModerationAction::Warn: {
        const Result<OriginalRow> user = readPerson(userId);
        if (!user)
            return user.error();
        const Result<void> done = planBeside(userId);
        return done ? m_draft.tell(userId, u"flatmate_account_warned"_s) : done;
    }
    case ModerationAction::Suspend:
        return suspend(userId);
    case ModerationAction::Restore:
        return restore(userId);
    case ModerationAction::Pause:
        return pauseProfile(userId);
    case ModerationAction::Unpause:
        return unpauseProfile(userId);
    default:
        return {};
    }
}

Result<OriginalRow> PersonPlan::readPerson(const Value &userId)
{
    const Result<OriginalRow> user = m_draft.read(u"users"_s, userId);
    if (user && user->values.value(u"supabase_user_id"_s).text().startsWith("__deleted__"_L1))
        return refusedDecision(
            Text::tr("The account of user %1 was deleted and made anonymous. It can neither be warned, suspended nor "
                     "restored; a report about it can be dismissed or escalated.")
                .arg(userId.text()));
    return user;
}

Result<void> PersonPlan::suspend(const Value &userId)
{
    const Result<OriginalRow> user = readPerson(userId);
    if (!user)
        return user.error();
    if (m_draft.request().moderator && userId == Value::integer(*m_draft.request().moderator))
        return refusedDecision(Text::tr("Nobody suspends their own account. Nothing was changed; ask a colleague."));
    QMap<QString, Value> changed{{u"is_active"_s, Value::boolean(false)}};
    if (user->values.value(u"is_active"_s).text() == "false"_L1)
        m_draft.plan().warnings.append(Text::tr("The account is suspended already."));
    if (user->values.value(u"role"_s).text() != "user"_L1)
        m_draft.plan().warnings.append(
            Text::tr("This is a member of staff (%1).").arg(user->values.value(u"role"_s).text()));
    if (m_draft.request().policy.pausesProfile && user->values.value(profileStatus).text() == "active"_L1)
        changed.insert(profileStatus, Value(u"paused"_s));
    m_draft.stage(*user, changed);
    const Result<void> done = planBeside(userId);
    return done ? m_draft.tell(userId, u"flatmate_account_suspended"_s) : done;
}

Result<void> PersonPlan::planBeside(const Value &userId)
{
    if (hasEffect(m_draft.request(), DecisionEffect::Listings)) {
        if (const Result<void> done = takeListingsDown(userId); !done)
            return done;
    }
    if (hasEffect(m_draft.request(), DecisionEffect::Conversations)) {
        if (const Result<void> done = closeBetween(u"user_conversations"_s, userId, u"closed"_s); !done)
            return done;
    }
    if (hasEffect(m_draft.request(), DecisionEffect::Matches))
        return closeBetween(u"user_matches"_s, userId, u"unmatched"_s);
    return {};
}

Result<QList<OriginalRow>> PersonPlan::rowsOf(const QString &tableName, const QStringList &columns, const Value &userId)
{
    const LiveTable *table = m_draft.live().table(tableName);
    QList<OriginalRow> rows;
    if (!table)
        return rows;
    Sql sql;
    QStringList conditions;
    for (const QString &name : columns) {
        const Column *column = table->table.column(name);
        if (column)
            conditions.append(Dialect::quote(name) + u" = "_s
                              + m_draft.connection().dialect().bind(sql, *column, userId));
    }
    if (conditions.isEmpty())
        return rows;
    const Column &key = *table->table.column(u"id"_s);
    sql.text = u"SELECT "_s + m_draft.connection().dialect().read(key) + u" FROM "_s + Dialect::quote(tableName)
        + u" WHERE "_s + conditions.join(u" OR "_s) + u" ORDER BY id"_s;
    QList<Row> keys;
    const Result<void> found = m_draft.connection().forEach(sql, [&keys](const Row &row) {
        keys.append({row.first()});
        return true;
    });
    if (!found)
        return found.error();
    return readOriginals(m_draft.connection(), *table, keys);
}

Result<void> PersonPlan::takeListingsDown(const Value &userId)
{
    const Result<QList<OriginalRow>> listings = rowsOf(u"properties"_s, {u"owner_id"_s}, userId);
    if (!listings)
        return listings.error();
    for (const OriginalRow &listing : *listings) {
        const ListingState state = listingStateOf(listing.values);
        if (!moderatedTypes().contains(state.type) || !(state.isAvailable || state.status() == ListingStatus::live()))
            continue;
        const Result<QMap<QString, Value>> changed = takenDown(state);
        if (changed) {
            m_draft.stage(listing, *changed);
            continue;
        }
        // Preferences that cannot be read do not keep a person from being suspended; the listing still goes.
        m_draft.plan().warnings.append(Text::tr("Listing %1 only becomes unavailable: %2")
                                           .arg(listing.key.first().text(), changed.error().userText));
        m_draft.stage(listing, {{u"is_available"_s, Value::boolean(false)}});
    }
    return {};
}

Result<void> PersonPlan::closeBetween(const QString &tableName, const Value &userId, const QString &status)
{
    const Result<QList<OriginalRow>> rows = rowsOf(tableName, {u"user_one_id"_s, u"user_two_id"_s}, userId);
    if (!rows)
        return rows.error();
    for (const OriginalRow &row : *rows) {
        if (row.values.value(u"status"_s).text() == "active"_L1)
            m_draft.stage(row, {{u"status"_s, Value(status)}});
    }
    return {};
}

Result<void> PersonPlan::restore(const Value &userId)
{
    const Result<OriginalRow> user = readPerson(userId);
    if (!user)
        return user.error();
    if (user->values.value(u"is_active"_s).text() == "true"_L1)
        return refusedDecision(Text::tr("User %1 is not suspended. Nothing was changed.").arg(userId.text()));
    const Result<std::optional<StoredDecision>> suspension =
        standingSuspension(m_draft.connection(), userId.text().toLongLong());
    if (!suspension)
        return suspension.error();
    if (*suspension) {
        m_draft.plan().revises = (*suspension)->id;
        QList<ColumnChange> changes = (*suspension)->changes;
        changes.removeIf([](const ColumnChange &change) { return change.table == "user_reports"_L1; });
        // The account is opened in any case; what somebody has changed since is theirs.
        const Result<QList<StagedRow>> rows =
            reversalOf(m_draft.connection(), m_draft.live(), changes, &m_draft.plan().warnings);
        if (!rows)
            return rows.error();
        m_draft.plan().rows += *rows;
    } else {
        m_draft.plan().warnings.append(
            Text::tr("No decision of this desk suspended the account, so only the account itself is "
                     "opened again; its profile and listings stay as they are."));
    }
    m_draft.stage(*user, {{u"is_active"_s, Value::boolean(true)}});
    return {};
}

Result<void> PersonPlan::pauseProfile(const Value &userId)
{
    const Result<OriginalRow> user = readPerson(userId);
    if (!user)
        return user.error();
    if (user->values.value(profileStatus).text() == "paused"_L1)
        return refusedDecision(
            Text::tr("The profile of user %1 is paused already. Nothing was changed.").arg(userId.text()));
    m_draft.stage(*user, {{profileStatus, Value(u"paused"_s)}});
    const Result<void> done = planBeside(userId);
    return done ? m_draft.tell(userId, u"profile_paused"_s) : done;
}

Result<void> PersonPlan::unpauseProfile(const Value &userId)
{
    const Result<bool> isUndone = m_draft.undoPause(m_draft.request().items.first(), userId);
    if (!isUndone)
        return isUndone.error();
    return *isUndone ? Result<void>() : openProfile(userId);
}

Result<void> PersonPlan::openProfile(const Value &userId)
{
    const Result<OriginalRow> user = readPerson(userId);
    if (!user)
        return user.error();
    if (user->values.value(profileStatus).text() == "active"_L1)
        return refusedDecision(
            Text::tr("The profile of user %1 is active already. Nothing was changed.").arg(userId.text()));
    if (user->values.value(u"is_active"_s).text() == "false"_L1)
        m_draft.plan().warnings.append(Text::tr("The account itself is suspended."));
    if (user->values.value(profileStatus).text() == "draft"_L1)
        m_draft.plan().warnings.append(Text::tr("The profile is a draft that its owner has not handed in."));
    const QString preferences = user->values.value(u"preferences"_s).text();
    QString cleaned = preferences;
    for (const QString &key : autoPauseKeys()) {
        const Result<QString> without = withoutJsonMember(cleaned, {u"flatmates"_s, key});
        if (!without)
            return without.error();
        cleaned = *without;
    }
    QMap<QString, Value> changed{{profileStatus, Value(u"active"_s)}};
    if (cleaned != preferences)
        changed.insert(u"preferences"_s, Value(cleaned));
    m_draft.stage(*user, changed);
    return {};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisionplan.h"

#include "core/instant.h"
#include "core/jsontext.h"
#include "database/connection.h"
#include "moderation/decisioneffect.h"
#include "moderation/decisionreversal.h"
#include "moderation/listingmoderation.h"
#include "moderation/moderationnotice.h"
#include "records/originalrow.h"

#include <QCoreApplication>

#include <QLocale>
#include <algorithm>

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

Error refused(const QString &sentence)
{
    return {ErrorKind::Refused, sentence, {}};
}

QString dayText(QDate day)
{
    return QLocale(QLocale::English, QLocale::India).toString(day, u"d MMMM yyyy"_s);
}

class Planner
{
public:
    Planner(Connection &connection, const LiveSchema &live, const DecisionRequest &request)
        : m_connection(connection), m_live(live.all()), m_request(request)
    { }

    Result<DecisionPlan> plan()
    {
        if (m_request.items.isEmpty())
            return Error{ErrorKind::BadInput, Text::tr("There is nothing to decide."), {}};
        if (const Result<void> fitting = checkOptions(); !fitting)
            return fitting.error();
        for (const ModerationItem &item : m_request.items) {
            if (!fits(item.kind, m_request.action))
                return Error{ErrorKind::BadInput,
                             Text::tr("%1 takes no “%2”, only %3.")
                                 .arg(item.text(), nameOf(m_request.action), actionsOf(item.kind)),
                             {}};
            Result<void> planned;
            switch (item.kind) {
            case ItemKind::Report:
                planned = planReport(item);
                break;
            case ItemKind::Listing:
                planned = planListing(item);
                break;
            case ItemKind::Profile:
                planned = planProfile(item);
                break;
            }
            if (!planned)
                return planned.error();
        }
        return m_plan;
    }

private:
    static QString actionsOf(ItemKind kind)
    {
        QStringList names;
        for (const ModerationAction action : allModerationActions()) {
            if (fits(kind, action))
                names.append(nameOf(action));
        }
        return names.join(u", "_s);
    }

    /// What goes with some actions only is not dropped in silence with others.
    Result<void> checkOptions() const
    {
        if (m_request.until && !isAction(ModerationAction::Suspend) && !isAction(ModerationAction::Pause))
            return Error{
                ErrorKind::BadInput,
                Text::tr("Only a suspension or a pause has a last day; “%1” has none.").arg(nameOf(m_request.action)),
                {}};
        if (!m_request.availableFrom)
            return {};
        const bool isOfListing = m_request.items.first().kind == ItemKind::Listing
            && (isAction(ModerationAction::Approve) || isAction(ModerationAction::Unpause));
        if (!isOfListing)
            return Error{ErrorKind::BadInput, Text::tr("A move-in date goes with the approval of a listing only."), {}};
        const auto from = instantFromText(m_request.availableFrom->text());
        if (!m_request.availableFrom->isNull() && (!from || from->toUTC().date() < m_request.now.date()))
            return Error{
                ErrorKind::BadInput, Text::tr("The new move-in date has passed as well. Give one from today on."), {}};
        return {};
    }

    bool isAction(ModerationAction action) const { return m_request.action == action; }

    /// The row, as it is or as this plan has it by now.
    Result<OriginalRow> read(const QString &tableName, const Value &key)
    {
        const LiveTable *table = m_live.table(tableName);
        if (!table)
            return Error{ErrorKind::NotFound, Text::tr("The database has no table %1.").arg(tableName), {}};
        const Result<std::optional<OriginalRow>> row = readOriginal(m_connection, *table, {key});
        if (!row)
            return row.error();
        if (!*row)
            return Error{
                ErrorKind::NotFound,
                Text::tr("%1 %2 is not there any more. Nothing was changed.").arg(table->table.labelOne, key.text()),
                {}};
        return **row;
    }

    void stage(const OriginalRow &original, const QMap<QString, Value> &values)
    {
        const QString id = stagedIdOf(original.key);
        const LiveTable &table = *m_live.table(original.table);
        auto row = std::find_if(m_plan.rows.begin(), m_plan.rows.end(), [&](const StagedRow &staged) {
            return staged.table() == original.table && staged.id == id;
        });
        if (row == m_plan.rows.end())
            row = m_plan.rows.insert(m_plan.rows.end(), {id, StagedKind::Update, original, {}});
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            if (!isSameValue(*table.table.column(it.key()), *it, original.values.value(it.key())))
                row->values.insert(it.key(), {*it, false});
        }
        if (row->values.isEmpty())
            m_plan.rows.erase(row);
    }

    void opened(const OriginalRow &row)
    {
        const auto at = instantFromText(row.values.value(u"created_at"_s).text());
        if (at && (!m_plan.openedAt || *at < *m_plan.openedAt))
            m_plan.openedAt = at;
    }

    /// The sentence that tells who was faster.
    Result<QString> decidedBy(const ModerationItem &item)
    {
        const Result<std::optional<StoredDecision>> decision = latestDecisionOf(m_connection, item);
        if (!decision)
            return decision.error();
        if (!*decision || (*decision)->staffName.isEmpty())
            return Text::tr("Who decided it is not recorded.");
        return Text::tr("%1 decided “%2” at %3 UTC, as decision %4.")
            .arg((*decision)->staffName, (*decision)->action, instantText((*decision)->decidedAt).left(16),
                 (*decision)->id);
    }

    // --- Reports (1.8) ----------------------------------------------------------------------------------------------

    Result<void> planReport(const ModerationItem &item)
    {
        const Result<OriginalRow> report = read(u"user_reports"_s, Value::integer(item.id));
        if (!report)
            return report.error();
        const QMap<QString, Value> &values = report->values;
        const Value reported = values.value(u"reported_user_id"_s);
        const bool isFirst = m_plan.subject.isNull();
        if (!isFirst && reported != m_plan.subject)
            return Error{
                ErrorKind::BadInput, Text::tr("The reports are about different people; decide them one by one."), {}};
        m_plan.subject = reported;
        opened(*report);
        const QString status = values.value(u"status"_s).text();
        const bool isOpen = status == "open"_L1 || status == "reviewed"_L1;
        const bool isAboutReport = isAction(ModerationAction::Dismiss) || isAction(ModerationAction::Warn)
            || isAction(ModerationAction::Suspend) || isAction(ModerationAction::Escalate);
        if (isAboutReport && (!isOpen || (status == "reviewed"_L1 && isAction(ModerationAction::Escalate)))) {
            const Result<std::optional<StoredDecision>> decision = latestDecisionOf(m_connection, item);
            if (!decision)
                return decision.error();
            const Result<QString> who = decidedBy(item);
            if (!who)
                return who.error();
            if (*decision || isOpen)
                return refused(
                    Text::tr("Report %1 is “%2” already. %3 Nothing was changed; revise that decision instead.")
                        .arg(item.id)
                        .arg(status, *who));
            // Closed outside of the desk there is nothing to revise, and the platform lets it be decided anew (1.8).
            // Who saw it open does not know of it, though.
            if (!m_request.isAgain)
                return refused(Text::tr("Report %1 was closed as “%2” outside of the desk. Nothing was changed.")
                                   .arg(item.id)
                                   .arg(status));
            m_plan.warnings.append(
                Text::tr("Report %1 was closed as “%2” outside of the desk before.").arg(item.id).arg(status));
        }
        QMap<QString, Value> changed;
        if (isAboutReport)
            changed.insert(u"status"_s, Value(reportStatus()));
        if (!m_request.note.trimmed().isEmpty())
            changed.insert(u"notes"_s, Value(withNote(values.value(u"notes"_s).text())));
        stage(*report, changed);
        if (isFirst) {
            if (const Result<void> done = planPerson(reported); !done)
                return done;
        }
        return tellReporter(values.value(u"reporter_user_id"_s));
    }

    QString reportStatus() const
    {
        switch (m_request.action) {
        case ModerationAction::Dismiss:
            return u"dismissed"_s;
        case ModerationAction::Escalate:
            return u"reviewed"_s;
        default:
            return u"actioned"_s;
        }
    }

    /// The reporter's own words stay, and stay first.
    QString withNote(const QString &notes) const
    {
        const QString stamp = Text::tr("[%1, %2 UTC, %3]")
                                  .arg(m_request.moderatorName.isEmpty() ? Text::tr("Staff") : m_request.moderatorName,
                                       instantText(m_request.now).left(16), nameOf(m_request.action));
        return (notes.isEmpty() ? QString() : notes + u"\n\n"_s) + stamp + u' ' + m_request.note.trimmed();
    }

    /// What is done to the reported person beside the report.
    Result<void> planPerson(const Value &userId)
    {
        switch (m_request.action) {
        case ModerationAction::Warn: {
            const Result<OriginalRow> user = readPerson(userId);
            if (!user)
                return user.error();
            const Result<void> done = planBeside(userId);
            return done ? tell(userId, u"flatmate_account_warned"_s) : done;
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

    Result<void> tellReporter(const Value &reporter)
    {
        switch (m_request.action) {
        case ModerationAction::Dismiss:
            return tell(reporter, u"flatmate_report_dismissed"_s);
        case ModerationAction::Warn:
        case ModerationAction::Suspend:
            return tell(reporter, u"flatmate_report_actioned"_s);
        default:
            return {};
        }
    }

    // --- People -----------------------------------------------------------------------------------------------------

    Result<OriginalRow> readPerson(const Value &userId)
    {
        const Result<OriginalRow> user = read(u"users"_s, userId);
        if (user && user->values.value(u"supabase_user_id"_s).text().startsWith("__deleted__"_L1))
            return refused(
                Text::tr(
                    "The account of user %1 was deleted and made anonymous. It can neither be warned, suspended nor "
                    "restored; a report about it can be dismissed or escalated.")
                    .arg(userId.text()));
        return user;
    }

    Result<void> suspend(const Value &userId)
    {
        const Result<OriginalRow> user = readPerson(userId);
        if (!user)
            return user.error();
        if (m_request.moderator && userId == Value::integer(*m_request.moderator))
            return refused(Text::tr("Nobody suspends their own account. Nothing was changed; ask a colleague."));
        QMap<QString, Value> changed{{u"is_active"_s, Value::boolean(false)}};
        if (user->values.value(u"is_active"_s).text() == "false"_L1)
            m_plan.warnings.append(Text::tr("The account is suspended already."));
        if (user->values.value(u"role"_s).text() != "user"_L1)
            m_plan.warnings.append(
                Text::tr("This is a member of staff (%1).").arg(user->values.value(u"role"_s).text()));
        if (m_request.policy.pausesProfile && user->values.value(profileStatus).text() == "active"_L1)
            changed.insert(profileStatus, Value(u"paused"_s));
        stage(*user, changed);
        const Result<void> done = planBeside(userId);
        return done ? tell(userId, u"flatmate_account_suspended"_s) : done;
    }

    /// What else happens to the person's listings, conversations and matches.
    Result<void> planBeside(const Value &userId)
    {
        if (hasEffect(m_request, DecisionEffect::Listings)) {
            if (const Result<void> done = takeListingsDown(userId); !done)
                return done;
        }
        if (hasEffect(m_request, DecisionEffect::Conversations)) {
            if (const Result<void> done = closeBetween(u"user_conversations"_s, userId, u"closed"_s); !done)
                return done;
        }
        if (hasEffect(m_request, DecisionEffect::Matches))
            return closeBetween(u"user_matches"_s, userId, u"unmatched"_s);
        return {};
    }

    Result<QList<OriginalRow>> rowsOf(const QString &tableName, const QStringList &columns, const Value &userId)
    {
        const LiveTable *table = m_live.table(tableName);
        QList<OriginalRow> rows;
        if (!table)
            return rows;
        Sql sql;
        QStringList conditions;
        for (const QString &name : columns) {
            const Column *column = table->table.column(name);
            if (column)
                conditions.append(Dialect::quote(name) + u" = "_s + m_connection.dialect().bind(sql, *column, userId));
        }
        if (conditions.isEmpty())
            return rows;
        const Column &key = *table->table.column(u"id"_s);
        sql.text = u"SELECT "_s + m_connection.dialect().read(key) + u" FROM "_s + Dialect::quote(tableName)
            + u" WHERE "_s + conditions.join(u" OR "_s) + u" ORDER BY id"_s;
        QList<Row> keys;
        const Result<void> found = m_connection.forEach(sql, [&keys](const Row &row) {
            keys.append({row.first()});
            return true;
        });
        if (!found)
            return found.error();
        return readOriginals(m_connection, *table, keys);
    }

    /// Listings that the public sees, or would see again at the owner's next touch.
    Result<void> takeListingsDown(const Value &userId)
    {
        const Result<QList<OriginalRow>> listings = rowsOf(u"properties"_s, {u"owner_id"_s}, userId);
        if (!listings)
            return listings.error();
        for (const OriginalRow &listing : *listings) {
            const ListingState state = listingStateOf(listing.values);
            if (!moderatedTypes().contains(state.type)
                || !(state.isAvailable || state.status() == ListingStatus::live()))
                continue;
            const Result<QMap<QString, Value>> changed = takenDown(state);
            if (changed) {
                stage(listing, *changed);
                continue;
            }
            // Preferences that cannot be read do not keep a person from being suspended; the listing still goes.
            m_plan.warnings.append(Text::tr("Listing %1 only becomes unavailable: %2")
                                       .arg(listing.key.first().text(), changed.error().userText));
            stage(listing, {{u"is_available"_s, Value::boolean(false)}});
        }
        return {};
    }

    Result<void> closeBetween(const QString &tableName, const Value &userId, const QString &status)
    {
        const Result<QList<OriginalRow>> rows = rowsOf(tableName, {u"user_one_id"_s, u"user_two_id"_s}, userId);
        if (!rows)
            return rows.error();
        for (const OriginalRow &row : *rows) {
            if (row.values.value(u"status"_s).text() == "active"_L1)
                stage(row, {{u"status"_s, Value(status)}});
        }
        return {};
    }

    /// Takes back what the suspension did to the person; the reports stay decided.
    Result<void> restore(const Value &userId)
    {
        const Result<OriginalRow> user = readPerson(userId);
        if (!user)
            return user.error();
        if (user->values.value(u"is_active"_s).text() == "true"_L1)
            return refused(Text::tr("User %1 is not suspended. Nothing was changed.").arg(userId.text()));
        const Result<std::optional<StoredDecision>> suspension =
            standingSuspension(m_connection, userId.text().toLongLong());
        if (!suspension)
            return suspension.error();
        if (*suspension) {
            m_plan.revises = (*suspension)->id;
            QList<ColumnChange> changes = (*suspension)->changes;
            changes.removeIf([](const ColumnChange &change) { return change.table == "user_reports"_L1; });
            // The account is opened in any case; what somebody has changed since is theirs.
            const Result<QList<StagedRow>> rows = reversalOf(m_connection, m_live, changes, &m_plan.warnings);
            if (!rows)
                return rows.error();
            m_plan.rows += *rows;
        } else {
            m_plan.warnings.append(
                Text::tr("No decision of this desk suspended the account, so only the account itself is "
                         "opened again; its profile and listings stay as they are."));
        }
        stage(*user, {{u"is_active"_s, Value::boolean(true)}});
        return {};
    }

    Result<void> pauseProfile(const Value &userId)
    {
        const Result<OriginalRow> user = readPerson(userId);
        if (!user)
            return user.error();
        if (user->values.value(profileStatus).text() == "paused"_L1)
            return refused(
                Text::tr("The profile of user %1 is paused already. Nothing was changed.").arg(userId.text()));
        stage(*user, {{profileStatus, Value(u"paused"_s)}});
        const Result<void> done = planBeside(userId);
        return done ? tell(userId, u"profile_paused"_s) : done;
    }

    /// Takes a pause of the desk back, so that a profile that was not active before does not become so.
    Result<void> unpauseProfile(const Value &userId)
    {
        const Result<bool> isUndone = undoPause(m_request.items.first(), userId);
        if (!isUndone)
            return isUndone.error();
        return *isUndone ? Result<void>() : openProfile(userId);
    }

    /// True when a pause of the desk was there and is taken back.
    Result<bool> undoPause(const ModerationItem &item, const Value &userId)
    {
        if (userId.isNull())
            return false;
        const Result<std::optional<StoredDecision>> pause =
            standingPause(m_connection, item, userId.text().toLongLong());
        if (!pause)
            return pause.error();
        if (!*pause)
            return false;
        QStringList skipped;
        const Result<QList<StagedRow>> rows = reversalOf(m_connection, m_live, (*pause)->changes, &skipped);
        if (!rows)
            return rows.error();
        // Somebody has decided something else since: then there is no pause to end.
        if (rows->isEmpty())
            return false;
        m_plan.warnings += skipped;
        m_plan.revises = (*pause)->id;
        m_plan.rows += *rows;
        return true;
    }

    /// Makes the profile active and takes away what the automatic pause left: with it in place an approved profile
    /// would look like one that its owner has opened himself.
    Result<void> openProfile(const Value &userId)
    {
        const Result<OriginalRow> user = readPerson(userId);
        if (!user)
            return user.error();
        if (user->values.value(profileStatus).text() == "active"_L1)
            return refused(
                Text::tr("The profile of user %1 is active already. Nothing was changed.").arg(userId.text()));
        if (user->values.value(u"is_active"_s).text() == "false"_L1)
            m_plan.warnings.append(Text::tr("The account itself is suspended."));
        if (user->values.value(profileStatus).text() == "draft"_L1)
            m_plan.warnings.append(Text::tr("The profile is a draft that its owner has not handed in."));
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
        stage(*user, changed);
        return {};
    }

    Result<void> planProfile(const ModerationItem &item)
    {
        const Value userId = Value::integer(item.id);
        m_plan.subject = userId;
        const Result<OriginalRow> user = read(u"users"_s, userId);
        if (!user)
            return user.error();
        const auto lastSeen = instantFromText(user->values.value(u"flatmates_last_active_at"_s).text());
        m_plan.openedAt = lastSeen ? lastSeen : instantFromText(user->values.value(u"created_at"_s).text());
        switch (m_request.action) {
        case ModerationAction::Approve:
            return openProfile(userId);
        case ModerationAction::Reject: {
            const Result<OriginalRow> person = readPerson(userId);
            if (!person)
                return person.error();
            if (person->values.value(profileStatus).text() == "rejected"_L1)
                return refused(
                    Text::tr("The profile of user %1 is rejected already. Nothing was changed.").arg(item.id));
            stage(*person, {{profileStatus, Value(u"rejected"_s)}});
            return {};
        }
        default:
            return planPerson(userId);
        }
    }

    // --- Listings (1.3, 1.4) ----------------------------------------------------------------------------------------

    Result<void> planListing(const ModerationItem &item)
    {
        const Result<OriginalRow> listing = read(u"properties"_s, Value::integer(item.id));
        if (!listing)
            return listing.error();
        const QMap<QString, Value> &values = listing->values;
        ListingState state = listingStateOf(values);
        m_plan.subject = values.value(u"owner_id"_s);
        opened(*listing);
        if (isAction(ModerationAction::Unpause)) {
            const Result<bool> isUndone = undoPause(item, m_plan.subject);
            if (!isUndone)
                return isUndone.error();
            if (*isUndone)
                return {};
            // What was never approved does not go live by the way of a pause.
            if (state.stamp(u"approval_boost_granted_at"_s) == std::nullopt)
                return refused(Text::tr("Listing %1 was never approved, so there is nothing to return to. Nothing was "
                                        "changed; approve or reject it.")
                                   .arg(item.id));
        }
        const Result<QMap<QString, Value>> verdict =
            applyVerdict(state, {m_request.action, m_request.moderator, m_request.now, m_request.reason.trimmed()});
        if (!verdict)
            return verdict.error();
        if (const QString already = whyDecidedAlready(state); !already.isEmpty()) {
            const Result<QString> who = decidedBy(item);
            if (!who)
                return who.error();
            return refused(
                Text::tr("Listing %1 is %2 already. %3 Nothing was changed.").arg(item.id).arg(already, *who));
        }
        QMap<QString, Value> changed = *verdict;
        const bool goesLive = isAction(ModerationAction::Approve) || isAction(ModerationAction::Unpause);
        if (m_request.availableFrom) {
            changed.insert(u"available_from"_s, *m_request.availableFrom);
            const auto from = instantFromText(m_request.availableFrom->text());
            state.availableFrom = from ? std::optional(from->toUTC()) : std::nullopt;
        }
        if (goesLive) {
            if (const Result<void> warned = warnOfOwner(m_plan.subject); !warned)
                return warned;
        }
        state.isAvailable = true;
        if (goesLive && state.isExpired(m_request.now.date()))
            m_plan.warnings.append(
                Text::tr("The move-in date has passed, so the platform pauses the listing again at the "
                         "next look. Give a new date, or none."));
        stage(*listing, changed);
        return tellOwner(*listing, changed);
    }

    /// A listing that goes live although nobody can answer for it (section 11, check 6).
    Result<void> warnOfOwner(const Value &owner)
    {
        if (owner.isNull())
            return {};
        const Result<OriginalRow> user = read(u"users"_s, owner);
        if (!user)
            return user.error();
        if (user->values.value(u"supabase_user_id"_s).text().startsWith("__deleted__"_L1))
            m_plan.warnings.append(Text::tr("The owner has deleted the account."));
        else if (user->values.value(u"is_active"_s).text() == "false"_L1)
            m_plan.warnings.append(Text::tr("The owner is suspended."));
        return {};
    }

    /// The state that the action would lead to, when the listing is in it; a pending one can be asked for again.
    QString whyDecidedAlready(const ListingState &state) const
    {
        const QString status = state.status();
        const bool isLive = status == ListingStatus::live() && state.isAvailable;
        if ((isAction(ModerationAction::Approve) || isAction(ModerationAction::Unpause)) && isLive && state.isDecided()
            && !m_request.availableFrom)
            return Text::tr("live");
        if (isAction(ModerationAction::Reject) && status == ListingStatus::rejected() && !state.isAvailable)
            return Text::tr("rejected");
        if (isAction(ModerationAction::Pause) && status == ListingStatus::paused() && !state.isAvailable)
            return Text::tr("paused");
        return {};
    }

    Result<void> tellOwner(const OriginalRow &listing, const QMap<QString, Value> &changed)
    {
        const Value owner = listing.values.value(u"owner_id"_s);
        m_words = {{u"listing"_s, listing.values.value(u"title"_s).text()}};
        switch (m_request.action) {
        case ModerationAction::Approve: {
            const auto boost = u"approval_boost_granted_at"_s;
            const bool isFirst =
                jsonMember(listing.values.value(u"listing_preferences"_s).text(), {boost}).isUndefined()
                && !jsonMember(changed.value(u"listing_preferences"_s).text(), {boost}).isUndefined();
            if (isFirst)
                m_words.insert(u"boost"_s, u"It gets a 24-hour boost."_s);
            return tell(owner, u"flatmate_listing_approved"_s);
        }
        case ModerationAction::Reject:
            return tell(owner, u"flatmate_listing_rejected"_s);
        case ModerationAction::RequestEdit:
            return m_request.policy.tellsOwnerToEdit ? tell(owner, u"listing_edit_requested"_s) : Result<void>();
        default:
            return {};
        }
    }

    // --- Notices (7) ------------------------------------------------------------------------------------------------

    Result<void> tell(const Value &userId, const QString &kindName)
    {
        if (userId.isNull())
            return {};
        const Result<OriginalRow> user = read(u"users"_s, userId);
        if (!user)
            return user.error();
        const NoticeTemplate text = m_request.policy.notices.value(kindName);
        QMap<QString, QString> words = m_words;
        words.insert(u"name"_s, user->values.value(u"full_name"_s).text());
        words.insert(u"reason"_s, m_request.reason);
        if (m_request.until)
            words.insert(u"until"_s, dayText(*m_request.until));
        PlannedNotice notice{userId.text().toLongLong(), words.value(u"name"_s), text.title, {}, {}};
        const LiveTable *table = m_live.table(u"notifications"_s);
        if (!m_request.policy.writesNotices)
            notice.whyNot = Text::tr("notices are switched off");
        else if (!table)
            notice.whyNot = Text::tr("this database has no table of notifications");
        else
            notice.whyNot = whyNotTold(user->values);
        if (m_request.policy.writesNotices) {
            const Result<QMap<QString, Value>> row = noticeRow(noticeKind(kindName), text, words, user->values);
            if (!row)
                return row.error();
            notice.title = row->value(u"title"_s).text();
            notice.body = row->value(u"body"_s).text();
            if (notice.whyNot.isEmpty())
                stageNotice(*row);
        }
        m_plan.notices.append(notice);
        return {};
    }

    void stageNotice(const QMap<QString, Value> &values)
    {
        StagedRow row;
        row.id = u'+' + values.value(u"id"_s).text();
        row.kind = StagedKind::Insert;
        row.original.table = u"notifications"_s;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            row.values.insert(it.key(), {*it, false});
        row.values.insert(u"created_at"_s, {Value(instantText(m_request.now)), false});
        m_plan.rows.append(row);
    }

    Connection &m_connection;
    const LiveSchema &m_live;
    const DecisionRequest &m_request;
    DecisionPlan m_plan;
    QMap<QString, QString> m_words; ///< for templates, beside those that all have
};

QJsonValue optionalJson(const std::optional<Value> &value)
{
    return value ? value->isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value->text())
                 : QJsonValue(QJsonValue::Undefined);
}

} // namespace

QJsonObject DecisionRequest::toJson() const
{
    QJsonArray names;
    for (const ModerationItem &item : items)
        names.append(item.text());
    QJsonObject object{{u"items"_s, names},
                       {u"action"_s, nameOf(action)},
                       {u"reason"_s, reason},
                       {u"note"_s, note},
                       {u"policy"_s, policy.toJson()}};
    if (until)
        object.insert(u"until"_s, until->toString(Qt::ISODate));
    if (isAgain)
        object.insert(u"again"_s, true);
    QJsonArray beside;
    for (const DecisionEffect effect :
         {DecisionEffect::Listings, DecisionEffect::Conversations, DecisionEffect::Matches}) {
        if (action != ModerationAction::Suspend && hasEffect(*this, effect))
            beside.append(nameOf(effect));
    }
    if (!beside.isEmpty())
        object.insert(u"beside"_s, beside);
    if (availableFrom)
        object.insert(u"available_from"_s, optionalJson(availableFrom));
    return object;
}

Result<DecisionRequest> DecisionRequest::fromJson(const QJsonObject &object)
{
    DecisionRequest request;
    for (const QJsonValue &name : object.value(u"items"_s).toArray()) {
        const Result<ModerationItem> item = itemFromText(name.toString());
        if (!item)
            return item.error();
        request.items.append(*item);
    }
    const std::optional<ModerationAction> action = moderationActionNamed(object.value(u"action"_s).toString());
    Result<ModerationPolicy> policy = ModerationPolicy::fromJson(object.value(u"policy"_s).toObject());
    if (!action || !policy)
        return Error{ErrorKind::BadInput, Text::tr("The stored request cannot be read."), {}};
    request.action = *action;
    request.policy = *policy;
    request.reason = object.value(u"reason"_s).toString();
    request.note = object.value(u"note"_s).toString();
    request.isAgain = object.value(u"again"_s).toBool();
    for (const QJsonValue &name : object.value(u"beside"_s).toArray()) {
        if (const std::optional<DecisionEffect> effect = decisionEffectNamed(name.toString()))
            setEffect(request, *effect, true);
    }
    if (const QDate until = QDate::fromString(object.value(u"until"_s).toString(), Qt::ISODate); until.isValid())
        request.until = until;
    const QJsonValue from = object.value(u"available_from"_s);
    if (!from.isUndefined())
        request.availableFrom = from.isNull() ? Value::null() : Value(from.toString());
    return request;
}

Result<DecisionPlan> planDecision(Connection &connection, const LiveSchema &live, const DecisionRequest &request)
{
    if (!keepsDecisions(live))
        return noRoomForDecisions();
    return Planner(connection, live, request).plan();
}

} // namespace Ghar

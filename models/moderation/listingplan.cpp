// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/listingplan.h"

#include "core/instant.h"
#include "core/jsontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionPlan)
};

} // namespace

Result<void> ListingPlan::planListing(const ModerationItem &item)
{
    const Result<OriginalRow> listing = m_draft.read(u"properties"_s, Value::integer(item.id));
    if (!listing)
        return listing.error();
    const QMap<QString, Value> &values = listing->values;
    ListingState state = listingStateOf(values);
    m_draft.plan().subject = values.value(u"owner_id"_s);
    m_draft.opened(*listing);
    if (m_draft.isAction(ModerationAction::Unpause)) {
        const Result<bool> isUndone = m_draft.undoPause(item, m_draft.plan().subject);
        if (!isUndone)
            return isUndone.error();
        if (*isUndone)
            return {};
        // What was never approved does not go live by the way of a pause.
        if (state.stamp(u"approval_boost_granted_at"_s) == std::nullopt)
            return refusedDecision(
                Text::tr("Listing %1 was never approved, so there is nothing to return to. Nothing was "
                         "changed; approve or reject it.")
                    .arg(item.id));
    }
    const Result<QMap<QString, Value>> verdict =
        applyVerdict(state,
                     {m_draft.request().action, m_draft.request().moderator, m_draft.request().now,
                      m_draft.request().reason.trimmed()});
    if (!verdict)
        return verdict.error();
    if (const QString already = whyDecidedAlready(state); !already.isEmpty()) {
        const Result<QString> who = m_draft.decidedBy(item);
        if (!who)
            return who.error();
        return refusedDecision(
            Text::tr("Listing %1 is %2 already. %3 Nothing was changed.").arg(item.id).arg(already, *who));
    }
    QMap<QString, Value> changed = *verdict;
    const bool goesLive = m_draft.isAction(ModerationAction::Approve) || m_draft.isAction(ModerationAction::Unpause);
    if (m_draft.request().availableFrom) {
        changed.insert(u"available_from"_s, *m_draft.request().availableFrom);
        const auto from = instantFromText(m_draft.request().availableFrom->text());
        state.availableFrom = from ? std::optional(from->toUTC()) : std::nullopt;
    }
    if (goesLive) {
        if (const Result<void> warned = warnOfOwner(m_draft.plan().subject); !warned)
            return warned;
    }
    state.isAvailable = true;
    const bool isExpired = goesLive && state.isExpired(m_draft.request().now.date());
    if (isExpired && m_draft.request().needsMoveInDate && !m_draft.request().availableFrom)
        return refusedDecision(
            Text::tr("The move-in date of listing %1 has passed. Nothing was changed; give a new one, "
                     "or none.")
                .arg(item.id));
    if (isExpired)
        m_draft.plan().warnings.append(
            Text::tr("The move-in date has passed, so the platform pauses the listing again at the "
                     "next look. Give a new date, or none."));
    m_draft.stage(*listing, changed);
    return tellOwner(*listing, changed);
}

Result<void> ListingPlan::warnOfOwner(const Value &owner)
{
    if (owner.isNull())
        return {};
    const Result<OriginalRow> user = m_draft.read(u"users"_s, owner);
    if (!user)
        return user.error();
    if (user->values.value(u"supabase_user_id"_s).text().startsWith("__deleted__"_L1))
        m_draft.plan().warnings.append(Text::tr("The owner has deleted the account."));
    else if (user->values.value(u"is_active"_s).text() == "false"_L1)
        m_draft.plan().warnings.append(Text::tr("The owner is suspended."));
    return {};
}

QString ListingPlan::whyDecidedAlready(const ListingState &state) const
{
    const QString status = state.status();
    const bool isLive = status == ListingStatus::live() && state.isAvailable;
    if ((m_draft.isAction(ModerationAction::Approve) || m_draft.isAction(ModerationAction::Unpause)) && isLive
        && state.isDecided() && !m_draft.request().availableFrom)
        return Text::tr("live");
    if (m_draft.isAction(ModerationAction::Reject) && status == ListingStatus::rejected() && !state.isAvailable)
        return Text::tr("rejected");
    if (m_draft.isAction(ModerationAction::Pause) && status == ListingStatus::paused() && !state.isAvailable)
        return Text::tr("paused");
    return {};
}

Result<void> ListingPlan::tellOwner(const OriginalRow &listing, const QMap<QString, Value> &changed)
{
    const Value owner = listing.values.value(u"owner_id"_s);
    m_draft.words() = {{u"listing"_s, listing.values.value(u"title"_s).text()}};
    switch (m_draft.request().action) {
    case ModerationAction::Approve: {
        const auto boost = u"approval_boost_granted_at"_s;
        const bool isFirst = jsonMember(listing.values.value(u"listing_preferences"_s).text(), {boost}).isUndefined()
            && !jsonMember(changed.value(u"listing_preferences"_s).text(), {boost}).isUndefined();
        if (isFirst)
            m_draft.words().insert(u"boost"_s, u"It gets a 24-hour boost."_s);
        return m_draft.tell(owner, u"flatmate_listing_approved"_s);
    }
    case ModerationAction::Reject:
        return m_draft.tell(owner, u"flatmate_listing_rejected"_s);
    case ModerationAction::RequestEdit:
        return m_draft.request().policy.tellsOwnerToEdit ? m_draft.tell(owner, u"listing_edit_requested"_s)
                                                         : Result<void>();
    default:
        return {};
    }
}

} // namespace Ghar

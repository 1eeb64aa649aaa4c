// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisionplan.h"

#include "core/instant.h"
#include "moderation/decisioneffect.h"
#include "moderation/listingplan.h"
#include "moderation/reportplan.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionPlan)
};

QString actionsOf(ItemKind kind)
{
    QStringList names;
    for (const ModerationAction action : allModerationActions()) {
        if (fits(kind, action))
            names.append(nameOf(action));
    }
    return names.join(u", "_s);
}

/// What goes with some actions only is not dropped in silence with others.
Result<void> checkOptions(const DecisionRequest &request)
{
    if (request.until && (request.action != ModerationAction::Suspend) && (request.action != ModerationAction::Pause))
        return Error{
            ErrorKind::BadInput,
            Text::tr("Only a suspension or a pause has a last day; “%1” has none.").arg(nameOf(request.action)),
            {}};
    if (!request.availableFrom)
        return {};
    const bool isOfListing = request.items.first().kind == ItemKind::Listing
        && ((request.action == ModerationAction::Approve) || (request.action == ModerationAction::Unpause));
    if (!isOfListing)
        return Error{ErrorKind::BadInput, Text::tr("A move-in date goes with the approval of a listing only."), {}};
    const auto from = instantFromText(request.availableFrom->text());
    if (!request.availableFrom->isNull() && (!from || from->toUTC().date() < request.now.date()))
        return Error{
            ErrorKind::BadInput, Text::tr("The new move-in date has passed as well. Give one from today on."), {}};
    return {};
}

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
    DecisionDraft draft(connection, live, request);
    PersonPlan people(draft);
    ReportPlan reports(draft, people);
    ListingPlan listings(draft);
    if (request.items.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("There is nothing to decide."), {}};
    if (const Result<void> fitting = checkOptions(request); !fitting)
        return fitting.error();
    for (const ModerationItem &item : request.items) {
        if (!fits(item.kind, request.action))
            return Error{
                ErrorKind::BadInput,
                Text::tr("%1 takes no “%2”, only %3.").arg(item.text(), nameOf(request.action), actionsOf(item.kind)),
                {}};
        Result<void> planned;
        switch (item.kind) {
        case ItemKind::Report:
            planned = reports.planReport(item);
            break;
        case ItemKind::Listing:
            planned = listings.planListing(item);
            break;
        case ItemKind::Profile:
            planned = people.planProfile(item);
            break;
        }
        if (!planned)
            return planned.error();
    }
    return draft.plan();
}

} // namespace Ghar

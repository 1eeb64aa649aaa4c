// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisioneffect.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct EffectName
{
    DecisionEffect effect;
    QString name;
    bool ModerationPolicy::*ofPolicy;
    bool DecisionRequest::*asked; ///< beside a warning or a pause; nullptr where it is the policy's alone
};

const QList<EffectName> &effectNames()
{
    static const QList<EffectName> names{
        {DecisionEffect::Profile, u"profile"_s, &ModerationPolicy::pausesProfile, nullptr},
        {DecisionEffect::Listings, u"listings"_s, &ModerationPolicy::pausesListings,
         &DecisionRequest::takesListingsDown},
        {DecisionEffect::Conversations, u"conversations"_s, &ModerationPolicy::closesConversations,
         &DecisionRequest::closesConversations},
        {DecisionEffect::Matches, u"matches"_s, &ModerationPolicy::closesMatches, &DecisionRequest::closesMatches},
        {DecisionEffect::Notices, u"notices"_s, &ModerationPolicy::writesNotices, nullptr}};
    return names;
}

bool isPolicys(const DecisionRequest &request, const EffectName &known)
{
    return request.action == ModerationAction::Suspend || !known.asked;
}

} // namespace

const QList<DecisionEffect> &allDecisionEffects()
{
    static const QList<DecisionEffect> effects = [] {
        QList<DecisionEffect> list;
        for (const EffectName &known : effectNames())
            list.append(known.effect);
        return list;
    }();
    return effects;
}

QString nameOf(DecisionEffect effect)
{
    return effectNames().at(int(effect)).name;
}

std::optional<DecisionEffect> decisionEffectNamed(const QString &name)
{
    for (const EffectName &known : effectNames()) {
        if (known.name == name)
            return known.effect;
    }
    return std::nullopt;
}

QList<DecisionEffect> effectsOf(ItemKind kind, ModerationAction action)
{
    const QList<DecisionEffect> beside{DecisionEffect::Listings, DecisionEffect::Conversations, DecisionEffect::Matches,
                                       DecisionEffect::Notices};
    switch (action) {
    case ModerationAction::Suspend:
        return allDecisionEffects();
    case ModerationAction::Warn:
        return beside;
    case ModerationAction::Pause:
        return kind == ItemKind::Listing ? QList<DecisionEffect>() : beside;
    case ModerationAction::Dismiss:
        return {DecisionEffect::Notices};
    case ModerationAction::Approve:
    case ModerationAction::Reject:
    case ModerationAction::RequestEdit:
        return kind == ItemKind::Listing ? QList<DecisionEffect>{DecisionEffect::Notices} : QList<DecisionEffect>();
    case ModerationAction::Escalate:
    case ModerationAction::Restore:
    case ModerationAction::Unpause:
        break;
    }
    return {};
}

bool hasEffect(const DecisionRequest &request, DecisionEffect effect)
{
    const EffectName &known = effectNames().at(int(effect));
    return isPolicys(request, known) ? request.policy.*known.ofPolicy : request.*known.asked;
}

void setEffect(DecisionRequest &request, DecisionEffect effect, bool isOn)
{
    const EffectName &known = effectNames().at(int(effect));
    if (isPolicys(request, known))
        request.policy.*known.ofPolicy = isOn;
    else
        request.*known.asked = isOn;
}

} // namespace Ghar

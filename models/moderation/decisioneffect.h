// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/decisionplan.h"

#include <QList>
#include <QString>

#include <optional>

namespace Ghar {

/// What a decision can do beside its own matter. With a suspension the policy says which of them come along; with a
/// warning or a pause of the profile they are asked for one by one (core-and-moderation.md 1.8).
enum class DecisionEffect {
    Profile,       ///< the profile is paused
    Listings,      ///< PG and flatmate listings are taken down
    Conversations, ///< conversations of two are closed
    Matches,       ///< matches are ended
    Notices        ///< people are told in the app
};

[[nodiscard]] const QList<DecisionEffect> &allDecisionEffects();
/// The word of the command line, e.g. `listings`.
[[nodiscard]] QString nameOf(DecisionEffect effect);
[[nodiscard]] std::optional<DecisionEffect> decisionEffectNamed(const QString &name);

/// Those that the action can have about such an item.
[[nodiscard]] QList<DecisionEffect> effectsOf(ItemKind kind, ModerationAction action);

/// Whether the request has the effect, as the policy and what was asked for say.
[[nodiscard]] bool hasEffect(const DecisionRequest &request, DecisionEffect effect);
void setEffect(DecisionRequest &request, DecisionEffect effect, bool isOn);

} // namespace Ghar

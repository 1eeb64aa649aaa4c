// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/decisiondraft.h"
#include "moderation/listingmoderation.h"

namespace Ghar {

/// What a decision does to a listing (core-and-moderation.md 1.3, 1.4).
class ListingPlan
{
public:
    explicit ListingPlan(DecisionDraft &draft) : m_draft(draft) { }

    [[nodiscard]] Result<void> planListing(const ModerationItem &item);

private:
    /// A listing that goes live although nobody can answer for it (section 11, check 6).
    [[nodiscard]] Result<void> warnOfOwner(const Value &owner);
    /// The state that the action would lead to, when the listing is in it; a pending one can be asked for again.
    [[nodiscard]] QString whyDecidedAlready(const ListingState &state) const;
    [[nodiscard]] Result<void> tellOwner(const OriginalRow &listing, const QMap<QString, Value> &changed);

    DecisionDraft &m_draft;
};

} // namespace Ghar

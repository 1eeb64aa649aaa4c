// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/decisiondraft.h"
#include "moderation/personplan.h"

namespace Ghar {

/// What a decision does to a report and to the two people of it (core-and-moderation.md 1.8).
class ReportPlan
{
public:
    ReportPlan(DecisionDraft &draft, PersonPlan &people) : m_draft(draft), m_people(people) { }

    [[nodiscard]] Result<void> planReport(const ModerationItem &item);

private:
    [[nodiscard]] QString reportStatus() const;
    /// The reporter's own words stay, and stay first.
    [[nodiscard]] QString withNote(const QString &notes) const;
    [[nodiscard]] Result<void> tellReporter(const Value &reporter);

    DecisionDraft &m_draft;
    PersonPlan &m_people;
};

} // namespace Ghar

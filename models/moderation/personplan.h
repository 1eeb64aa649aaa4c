// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/decisiondraft.h"

namespace Ghar {

/// What a decision does to a person: the account, the profile, and their listings, conversations and matches
/// (core-and-moderation.md 1.8).
class PersonPlan
{
public:
    explicit PersonPlan(DecisionDraft &draft) : m_draft(draft) { }

    [[nodiscard]] Result<void> planProfile(const ModerationItem &item);
    /// What is done to the reported person beside the report.
    [[nodiscard]] Result<void> planPerson(const Value &userId);

private:
    [[nodiscard]] Result<OriginalRow> readPerson(const Value &userId);
    [[nodiscard]] Result<void> suspend(const Value &userId);
    /// What else happens to the person's listings, conversations and matches.
    [[nodiscard]] Result<void> planBeside(const Value &userId);
    [[nodiscard]] Result<QList<OriginalRow>> rowsOf(const QString &tableName, const QStringList &columns,
                                                    const Value &userId);
    /// Listings that the public sees, or would see again at the owner's next touch.
    [[nodiscard]] Result<void> takeListingsDown(const Value &userId);
    [[nodiscard]] Result<void> closeBetween(const QString &tableName, const Value &userId, const QString &status);
    /// Takes back what the suspension did to the person; the reports stay decided.
    [[nodiscard]] Result<void> restore(const Value &userId);
    [[nodiscard]] Result<void> pauseProfile(const Value &userId);
    /// Takes a pause of the desk back, so that a profile that was not active before does not become so.
    [[nodiscard]] Result<void> unpauseProfile(const Value &userId);
    /// Makes the profile active and takes away what the automatic pause left: with it in place an approved profile
    /// would look like one that its owner has opened himself.
    [[nodiscard]] Result<void> openProfile(const Value &userId);

    DecisionDraft &m_draft;
};

} // namespace Ghar

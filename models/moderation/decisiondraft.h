// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "moderation/decisionplan.h"
#include "records/originalrow.h"

namespace Ghar {

class Connection;

/// The error of a decision that something is in the way of.
[[nodiscard]] Error refusedDecision(const QString &sentence);

/// A plan that is being made: the rows that are read for it and those that it changes, and who is told. The parts of
/// the planner, for reports, people and listings, share it.
class DecisionDraft
{
public:
    DecisionDraft(Connection &connection, const LiveSchema &live, const DecisionRequest &request);

    /// The row, as it is or as this plan has it by now.
    [[nodiscard]] Result<OriginalRow> read(const QString &tableName, const Value &key);
    /// Changes columns of the row; values that are the same already are left out.
    void stage(const OriginalRow &original, const QMap<QString, Value> &values);
    /// Tells since when an item waited; the oldest counts.
    void opened(const OriginalRow &row);
    /// The sentence that tells who was faster.
    [[nodiscard]] Result<QString> decidedBy(const ModerationItem &item);
    /// True when a pause of the desk was there and is taken back.
    [[nodiscard]] Result<bool> undoPause(const ModerationItem &item, const Value &userId);
    /// A notice of the kind to the person, or why there is none.
    [[nodiscard]] Result<void> tell(const Value &userId, const QString &kindName);
    [[nodiscard]] bool isAction(ModerationAction action) const { return m_request.action == action; }

    [[nodiscard]] Connection &connection() { return m_connection; }
    [[nodiscard]] const LiveSchema &live() const { return m_live; }
    [[nodiscard]] const DecisionRequest &request() const { return m_request; }
    [[nodiscard]] DecisionPlan &plan() { return m_plan; }
    /// Values for templates, beside those that all have.
    [[nodiscard]] QMap<QString, QString> &words() { return m_words; }

private:
    void stageNotice(const QMap<QString, Value> &values);

    Connection &m_connection;
    const LiveSchema &m_live; ///< also the rows that the moderator's role does not see
    const DecisionRequest &m_request;
    DecisionPlan m_plan;
    QMap<QString, QString> m_words;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/staffmember.h"
#include "records/stagedrow.h"

namespace Ghar {

/// What one member of staff sees and may change (core-and-moderation 0.4): an admin everything; an agent the rows that
/// the tables' AgentScope gives to agents; an agent without an agent's number nothing. The only place with that rule:
/// readers get a LiveSchema that is narrowed by it, and a commit asks it again.
class StaffScope
{
public:
    /// Everything: nobody was chosen, so the database's own rights are all that counts.
    StaffScope() = default;
    explicit StaffScope(const StaffMember &member);
    /// Nothing, for a choice that does not stand any more.
    [[nodiscard]] static StaffScope nothing(const QString &because);

    [[nodiscard]] bool isEverything() const { return m_kind == Kind::Everything; }

    /// The database as this member sees it: other tables are not readable, and those of agents have a row condition.
    [[nodiscard]] LiveSchemaPtr narrowed(const LiveSchemaPtr &live) const;
    /// The same without a way back to the whole.
    [[nodiscard]] LiveSchema narrowed(const LiveSchema &live) const;

    /// Which entries of a journal the member may see: of the rows that are seen now, and the own ones. `live` is what
    /// narrowed() gave, `own` the member's users.id. Empty for everything.
    [[nodiscard]] static QString journalCondition(const LiveSchema &live, qint64 own);

    /// Why this member may not do that in the table, whatever the row; empty when it depends on the row.
    [[nodiscard]] QString whyNot(const LiveTable &table, StagedKind kind, const QStringList &columns) const;

private:
    enum class Kind { Everything, Agent, Nothing };

    /// The condition on rows of the table; empty when there are none for an agent.
    [[nodiscard]] QString conditionFor(const LiveSchema &live, const QString &tableName) const;
    void narrow(LiveSchema &live) const;

    Kind m_kind = Kind::Everything;
    QString m_name;
    qint64 m_agentId = 0;
    QString m_because;
};

} // namespace Ghar

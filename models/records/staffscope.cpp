// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/staffscope.h"

#include "database/dialect.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StaffScope)
};

} // namespace

StaffScope::StaffScope(const StaffMember &member) : m_name(member.name)
{
    if (!member.isAgent)
        return;
    if (member.agentId) {
        m_kind = Kind::Agent;
        m_agentId = *member.agentId;
        return;
    }
    m_kind = Kind::Nothing;
    m_because = Text::tr("%1 is an agent without a number of an agent (agent_id), and such an agent sees nothing. An "
                         "admin can enter the number.")
                    .arg(member.name);
}

StaffScope StaffScope::nothing(const QString &because)
{
    StaffScope scope;
    scope.m_kind = Kind::Nothing;
    scope.m_because = because;
    return scope;
}

QString StaffScope::conditionFor(const LiveSchema &live, const QString &tableName) const
{
    const LiveTable *table = live.table(tableName);
    if (!table || m_kind != Kind::Agent)
        return {};
    const AgentScope &scope = table->table.agentScope;
    const QString name = Dialect::quote(tableName) + u'.';
    if (!scope.column.isEmpty()) {
        return table->table.column(scope.column)
            ? name + Dialect::quote(scope.column) + u" = "_s + QString::number(m_agentId)
            : QString();
    }
    QStringList ways;
    for (const QString &column : scope.through) {
        // The catalogue's key, because a database may have lost its own.
        const Table *known = live.catalogue->table(tableName);
        const ForeignKey *key = known ? known->foreignKeyOf(column) : nullptr;
        const LiveTable *target = key ? live.table(key->refTable) : nullptr;
        const QString inner = target ? conditionFor(live, key->refTable) : QString();
        const QString refColumn = key ? key->refColumns.value(0) : QString();
        if (inner.isEmpty() || !table->table.column(column) || !target->table.column(refColumn))
            continue;
        ways.append(name + Dialect::quote(column) + u" IN (SELECT "_s + Dialect::quote(refColumn) + u" FROM "_s
                    + Dialect::quote(key->refTable) + u" WHERE "_s + inner + u')');
    }
    return ways.isEmpty() ? QString() : u'(' + ways.join(u" OR "_s) + u')';
}

void StaffScope::narrow(LiveSchema &live) const
{
    // The conditions are made of the tables as they are before.
    QHash<QString, QString> conditions;
    for (const LiveTable &table : std::as_const(live.tables))
        conditions.insert(table.table.name, conditionFor(live, table.table.name));
    for (LiveTable &table : live.tables) {
        table.estimatedRows = -1;
        table.rowCondition = conditions.value(table.table.name);
        if (!table.rowCondition.isEmpty())
            continue;
        table.readable = false;
        table.hiddenBecause = m_kind == Kind::Nothing
            ? m_because
            : Text::tr("%1 is for admins. %2 works as an agent and sees the own users with their properties, visits "
                       "and bookings.")
                  .arg(table.table.label, m_name);
    }
}

LiveSchemaPtr StaffScope::narrowed(const LiveSchemaPtr &live) const
{
    if (isEverything())
        return live;
    auto seen = std::make_shared<LiveSchema>(*live);
    narrow(*seen);
    seen->whole = live;
    return seen;
}

LiveSchema StaffScope::narrowed(const LiveSchema &live) const
{
    LiveSchema seen = live;
    if (!isEverything())
        narrow(seen);
    return seen;
}

QString StaffScope::journalCondition(const LiveSchema &live, qint64 own)
{
    if (!live.whole)
        return {};
    QStringList ways{u"staff_id = "_s + QString::number(own)};
    // A journal on this computer is not where the rows are.
    if (live.localJournal.isEmpty()) {
        for (const LiveTable &table : live.tables) {
            if (table.rowCondition.isEmpty() || table.table.primaryKey.size() != 1)
                continue;
            ways.append(u"table_name = "_s + Dialect::literal(table.table.name) + u" AND row_key IN (SELECT CAST("_s
                        + Dialect::quote(table.table.primaryKey.first()) + u" AS text) FROM "_s
                        + Dialect::quote(table.table.name) + u" WHERE "_s + table.rowCondition + u')');
        }
    }
    return ways.join(u" OR "_s);
}

QString StaffScope::whyNot(const LiveTable &table, StagedKind kind, const QStringList &columns) const
{
    if (isEverything())
        return {};
    if (m_kind == Kind::Nothing)
        return m_because;
    const AgentScope &scope = table.table.agentScope;
    if (scope.isNone())
        return Text::tr("%1 is for admins, and %2 works as an agent.").arg(table.table.label, m_name);
    if (scope.changes.isEmpty())
        return {};
    const auto labelOf = [&table](const QString &name) {
        const Column *column = table.table.column(name);
        return column ? column->label : name;
    };
    if (kind != StagedKind::Update)
        return Text::tr("%1 works as an agent and may neither make nor delete a row of %2.")
            .arg(m_name, table.table.label);
    for (const QString &name : columns) {
        if (scope.changes.contains(name))
            continue;
        QStringList allowed;
        for (const QString &known : scope.changes)
            allowed.append(labelOf(known));
        return Text::tr("%1 works as an agent and may not change “%2” of %3; only these: %4.")
            .arg(m_name, labelOf(name), table.table.label, allowed.join(u", "_s));
    }
    return {};
}

} // namespace Ghar

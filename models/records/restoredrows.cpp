// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/restoredrows.h"

#include "database/connection.h"
#include "records/changestatement.h"
#include "records/originalrow.h"
#include "records/rowkey.h"

using namespace Qt::StringLiterals;

namespace Ghar {

static QString nameOf(const QString &table, const Row &key)
{
    return table + u' ' + rowKeyText(key);
}

Result<void> RestoredRows::keepParents(const QList<StagedRow> &rows)
{
    QSet<QString> staged;
    for (const StagedRow &row : rows) {
        if (row.kind != StagedKind::Insert)
            staged.insert(nameOf(row.table(), row.original.key));
    }
    for (const StagedRow &row : rows) {
        const LiveTable *table = m_live.table(row.table());
        if (row.kind != StagedKind::Insert || !table)
            continue;
        for (const ForeignKey &key : table->table.foreignKeys) {
            const LiveTable *parent = m_live.table(key.refTable);
            const Value value = row.values.value(key.columns.first()).value;
            const QString name = nameOf(key.refTable, {value});
            if (!parent || value.isNull() || parent->table.primaryKey != key.refColumns || staged.contains(name)
                || m_parents.contains(name))
                continue;
            const Result<std::optional<OriginalRow>> kept =
                readOriginal(m_connection, *parent, {value}, RowLock::ForUpdate);
            if (!kept)
                return kept.error();
            if (*kept)
                m_parents.insert(name, **kept);
        }
    }
    return {};
}

Result<void> RestoredRows::settle(const StagedRow &row, const Row &key)
{
    QMap<QString, Value> wanted;
    for (auto it = row.values.cbegin(); it != row.values.cend(); ++it) {
        if (!it->isDefault)
            wanted.insert(it.key(), it->value);
    }
    return makeSo(*m_live.table(row.table()), key, wanted);
}

Result<void> RestoredRows::settleParents()
{
    for (const OriginalRow &parent : std::as_const(m_parents)) {
        const Result<void> done = makeSo(*m_live.table(parent.table), parent.key, parent.values);
        if (!done)
            return done;
    }
    return {};
}

Result<void> RestoredRows::makeSo(const LiveTable &table, const Row &key, const QMap<QString, Value> &wanted)
{
    const Result<std::optional<OriginalRow>> now = readOriginal(m_connection, table, key);
    if (!now)
        return now.error();
    if (!*now)
        return {};
    StagedRow rest{stagedIdOf(key), StagedKind::Update, **now, {}};
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        const Column *column = table.table.column(it.key());
        if (column && !column->setOnUpdate && !isSameValue(*column, *it, (*now)->values.value(it.key())))
            rest.values.insert(it.key(), {*it, false});
    }
    if (rest.values.isEmpty())
        return {};
    const Result<Sql> sql = statementFor(m_connection, table, rest, m_now);
    if (!sql)
        return sql.error();
    const Result<qint64> done = m_connection.execute(*sql);
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace Ghar

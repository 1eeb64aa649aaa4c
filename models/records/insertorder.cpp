// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/insertorder.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// One reference of a new row to another new row.
struct Need
{
    QString column;
    qsizetype on = -1;
    bool canWait = false; ///< may be NULL for a while
};

QString nameOf(const QString &table, const QString &column, const Value &value)
{
    return table + u' ' + column + u' ' + value.text();
}

} // namespace

InsertOrder::InsertOrder(const LiveSchema &live, const QList<StagedRow> &rows, const QList<qsizetype> &indexes)
{
    // Values of new rows that others can refer to.
    QHash<QString, qsizetype> givers;
    for (const qsizetype index : indexes) {
        const StagedRow &row = rows.at(index);
        for (auto it = row.values.cbegin(); it != row.values.cend(); ++it) {
            const LiveTable *table = live.table(row.table());
            const bool isKey = table
                && (table->table.primaryKey.contains(it.key())
                    || std::any_of(table->table.uniqueKeys.cbegin(), table->table.uniqueKeys.cend(),
                                   [&it](const UniqueKey &key) { return key.columns.contains(it.key()); }));
            if (isKey && !it->isDefault && !it->value.isNull())
                givers.insert(nameOf(row.table(), it.key(), it->value), index);
        }
    }
    QHash<qsizetype, QList<Need>> needs;
    QHash<qsizetype, QList<qsizetype>> waitingFor;
    for (const qsizetype index : indexes) {
        const StagedRow &row = rows.at(index);
        const LiveTable *table = live.table(row.table());
        if (!table)
            continue;
        for (const ForeignKey &key : table->table.foreignKeys) {
            for (qsizetype i = 0; i < key.columns.size(); ++i) {
                const auto value = row.values.constFind(key.columns.at(i));
                if (value == row.values.cend() || value->isDefault || value->value.isNull())
                    continue;
                const qsizetype on = givers.value(nameOf(key.refTable, key.refColumns.value(i), value->value), -1);
                if (on < 0 || on == index)
                    continue;
                const Column *column = table->table.column(key.columns.at(i));
                needs[index].append({key.columns.at(i), on, column && column->nullable});
                waitingFor[on].append(index);
            }
        }
    }
    QSet<qsizetype> placed;
    const auto isFree = [&](qsizetype index) {
        const QList<Need> own = needs.value(index);
        return std::all_of(own.cbegin(), own.cend(), [&placed](const Need &need) { return placed.contains(need.on); });
    };
    const auto place = [&](qsizetype index) {
        Next next{index, {}};
        for (const Need &need : needs.value(index)) {
            if (!placed.contains(need.on) && need.canWait)
                next.postponed.append(need.column);
        }
        m_order.append(next);
        placed.insert(index);
    };
    // Each row once, then those that waited for it; what is left over goes round in circles.
    const auto placeAllFrom = [&](qsizetype first) {
        QList<qsizetype> queue{first};
        while (!queue.isEmpty()) {
            const qsizetype index = queue.takeFirst();
            if (placed.contains(index) || !isFree(index))
                continue;
            place(index);
            queue += waitingFor.value(index);
        }
    };
    for (const qsizetype index : indexes)
        placeAllFrom(index);
    while (placed.size() < indexes.size()) {
        // The first whose open references can all wait breaks the circle; the database refuses one that has none.
        qsizetype breaker = -1;
        for (const qsizetype index : indexes) {
            if (placed.contains(index))
                continue;
            const QList<Need> own = needs.value(index);
            const bool canBreak = std::all_of(own.cbegin(), own.cend(), [&placed](const Need &need) {
                return need.canWait || placed.contains(need.on);
            });
            if (canBreak || breaker < 0)
                breaker = index;
            if (canBreak)
                break;
        }
        place(breaker);
        for (const qsizetype index : waitingFor.value(breaker))
            placeAllFrom(index);
    }
}

} // namespace Ghar

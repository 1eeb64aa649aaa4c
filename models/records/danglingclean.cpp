// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/danglingclean.h"

#include "database/connection.h"
#include "database/transaction.h"
#include "records/deleteplan.h"
#include "records/embeddedids.h"
#include "records/originalrow.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Ghar {

Result<QList<RowEdit>> cleanDangling(Connection &connection, const LiveSchema &live, const QList<StagedRow> &staged,
                                     const std::function<bool()> &goOn)
{
    QHash<QString, QList<Row>> removed;
    QHash<QString, const StagedRow *> known;
    for (const StagedRow &row : staged) {
        known.insert(row.table() + u'\n' + row.id, &row);
        if (row.kind == StagedKind::Delete)
            removed[row.table()].append(row.original.key);
    }
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(); !begun)
        return begun.error();
    QList<RowEdit> edits;
    QHash<QString, qsizetype> placeOf;
    for (auto it = removed.cbegin(); it != removed.cend(); ++it) {
        const LiveTable *table = live.table(it.key());
        if (!table)
            continue;
        const Result<DeletePlan> plan = planDeleteInside(connection, live, *table, *it, PlanDepth::References,
                                                         [&goOn](const DeletePlan &) { return !goOn || goOn(); });
        if (!plan)
            return plan.error();
        for (const DanglingValue &value : plan->values) {
            const QString name = value.table + u'\n' + stagedIdOf(value.key);
            const StagedRow *row = known.value(name);
            if (row && row->kind == StagedKind::Delete)
                continue; // goes as well
            if (!placeOf.contains(name)) {
                const Result<std::optional<OriginalRow>> original =
                    readOriginal(connection, *live.table(value.table), value.key);
                if (!original)
                    return original.error();
                if (!*original)
                    continue;
                placeOf.insert(name, edits.size());
                edits.append({**original, {}, {}});
            }
            RowEdit &edit = edits[placeOf.value(name)];
            // One value may hold several keys, at several places.
            StagedValue now{edit.original.values.value(value.column), false};
            if (row && row->values.contains(value.column))
                now = row->values.value(value.column);
            if (edit.values.contains(value.column))
                now = edit.values.value(value.column);
            if (now.isDefault || now.value.isNull())
                continue;
            now.value = value.isEmbedded ? withoutIds(now.value.text(), value.path, value.ids) : Value::null();
            edit.values.insert(value.column, now);
        }
    }
    edits.removeIf([](const RowEdit &edit) { return edit.values.isEmpty(); });
    return edits;
}

} // namespace Ghar

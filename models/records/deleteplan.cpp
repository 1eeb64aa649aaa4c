// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/deleteplan.h"

#include "database/transaction.h"
#include "records/cascadewalk.h"
#include "records/deletechecks.h"
#include "records/deletedmoney.h"
#include "records/deletegraph.h"
#include "records/deleteplandraft.h"
#include "records/doomedrows.h"

namespace Ghar {

static QList<TouchedRow> rowsThatGo(const LiveSchema &live, const DoomedRows &doomed)
{
    QList<TouchedRow> rows;
    for (const LiveTable &table : live.tables) {
        if (const DoomedTable *going = doomed.find(&table)) {
            for (const DoomedRow &row : going->rows)
                rows.append({table.table.name, going->keyOf(row.kept), {}});
        }
    }
    return rows;
}

Result<DeletePlan> planDelete(Connection &connection, const LiveSchema &live, const LiveTable &table,
                              const QList<Row> &keys, const DeletePlanProgress &progress)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(); !begun)
        return begun.error();
    return planDeleteInside(connection, live, table, keys, PlanDepth::Counts, progress);
}

Result<DeletePlan> planDeleteInside(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                    const QList<Row> &keys, PlanDepth depth, const DeletePlanProgress &progress)
{
    Q_ASSERT(connection.isInTransaction());
    // What really goes does not depend on who looks; only the samples are of rows that the person sees.
    const LiveSchema &all = live.all();
    const LiveTable *whole = all.table(table.table.name);
    if (!whole)
        whole = &table;
    const Result<DeleteGraph> graph = DeleteGraph::read(connection, all, *whole, depth != PlanDepth::Counts);
    if (!graph)
        return graph.error();
    DoomedRows doomed(*graph);
    DeletePlanDraft draft(progress);
    if (const Result<void> walked = CascadeWalk(connection, *graph, doomed, draft).walk(*whole, keys); !walked)
        return walked.error();
    if (const Result<void> checked = DeleteChecks(connection, *graph, doomed, depth, draft).run(all); !checked)
        return checked.error();
    if (const Result<void> summed = sumDeletedMoney(connection, all, doomed, draft); !summed)
        return summed.error();
    if (const Result<void> sampled = draft.readSamples(connection, live); !sampled)
        return sampled.error();
    DeletePlan &plan = draft.plan();
    if (depth != PlanDepth::Counts)
        plan.rows = rowsThatGo(all, doomed) + plan.rows;
    plan.isComplete = true;
    return plan;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/deletegraph.h"
#include "records/deleteplan.h"

#include <QHash>
#include <QList>
#include <QString>

namespace Ghar {

class Connection;

/// A delete plan while it grows: its steps, the keys of a few rows of each, and whoever is told of it.
class DeletePlanDraft
{
public:
    /// `progress` must outlive the draft.
    explicit DeletePlanDraft(const DeletePlanProgress &progress) : m_progress(progress) { }

    [[nodiscard]] DeletePlan &plan() { return m_plan; }

    /// Tells how far the plan has grown. The error says that it is to stop.
    [[nodiscard]] Result<void> report() const;

    /// Begins with the step of the named rows, which is the first.
    int addRoot(const LiveTable &root);
    /// The step for what happens to rows along this edge; it is added where it is new.
    int stepFor(const LiveTable *parent, const DeleteEdge &edge, DeleteEffect effect);
    void addSample(int step, const Row &key);
    [[nodiscard]] bool hasEnoughSamples(int step) const { return m_sampleKeys.at(step).size() >= deletePlanSamples; }

    /// False when the edge cannot be followed; the reason is in the plan.
    [[nodiscard]] bool canFollow(const DeleteEdge &edge);

    /// Reads the labels of the samples, as far as the person sees their rows.
    [[nodiscard]] Result<void> readSamples(Connection &connection, const LiveSchema &seen);

private:
    const DeletePlanProgress &m_progress;
    DeletePlan m_plan;
    QHash<QString, int> m_stepOf;              ///< by tables, column and effect
    QHash<const LiveTable *, int> m_firstStep; ///< where rows of the table go first; steps below hang there
    QList<QList<Row>> m_sampleKeys;            ///< one list per step
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/deletegraph.h"
#include "records/doomedrows.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <utility>

namespace Ghar {

class Connection;
class DeletePlanDraft;
class Dialect;
struct Sql;

/// Finds the rows that a deletion takes along: from the named ones level by level down the CASCADE keys, each row once,
/// so that cycles end. What happens to the rows that stay is not asked here; see DeleteChecks.
class CascadeWalk
{
public:
    CascadeWalk(Connection &connection, const DeleteGraph &graph, DoomedRows &doomed, DeletePlanDraft &draft);

    /// Fills the doomed rows, and the plan with their numbers.
    [[nodiscard]] Result<void> walk(const LiveTable &root, const QList<Row> &keys);

private:
    /// A row that goes with the level that is being read, and the first moment at which a key reaches it.
    struct Found
    {
        Moment at;
        Row kept;
        int step = 0;
    };
    using FoundRows = QHash<const LiveTable *, QHash<QString, Found>>; ///< by key text

    Result<void> takeRoots(const LiveTable &root, const QList<Row> &keys);
    Result<void> countDirect(const LiveTable &root);
    Result<void> followLevels();
    Result<void> followChunk(const DoomedTable &parent, const QList<DoomedRow> &chunk, FoundRows &found);
    Result<void> readChildren(const DoomedTable &parent, const DeleteEdge &edge, Sql sql, const QString &condition,
                              const QHash<QString, qint64> &places, FoundRows &found);
    Result<void> countChildren(const DoomedTable &parent, const DeleteEdge &edge, Sql sql, const QString &condition);
    void takeLevel(const FoundRows &found);

    Connection &m_connection;
    const Dialect &m_dialect;
    const DeleteGraph &m_graph;
    DoomedRows &m_doomed;
    DeletePlanDraft &m_draft;
    QList<std::pair<DoomedTable *, DoomedRow>> m_level; ///< the rows that the next step follows, in order
    QSet<int> m_recounted;                              ///< steps whose count is only the quick one
};

} // namespace Ghar

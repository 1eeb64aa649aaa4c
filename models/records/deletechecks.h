// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/deletegraph.h"
#include "records/deleteplan.h"
#include "records/doomedrows.h"

#include <QList>
#include <QSet>
#include <QString>

namespace Ghar {

class Connection;
class DeletePlanDraft;
class Dialect;
struct Sql;

/// What a deletion does to rows that stay: along every edge but CASCADE, which of them lose their reference, make the
/// database refuse, or are left with a key that leads nowhere. All rows that go must be known; see CascadeWalk.
class DeleteChecks
{
public:
    DeleteChecks(Connection &connection, const DeleteGraph &graph, const DoomedRows &doomed, PlanDepth depth,
                 DeletePlanDraft &draft);

    /// Table by table in the order of the schema; what an index answers comes first.
    [[nodiscard]] Result<void> run(const LiveSchema &live);

private:
    /// Rows that stay and refer to rows that go.
    struct Staying
    {
        qint64 count = 0;
        QList<Row> samples;

        void add(const Row &key);
    };

    [[nodiscard]] bool listsNulls(const DeleteEdge &edge) const;
    [[nodiscard]] bool listsValues(const DeleteEdge &edge) const;
    Result<void> checkEdge(const DoomedTable &parent, const DeleteEdge &edge);
    Result<Staying> readStaying(const DoomedTable &parent, const DeleteEdge &edge, const QList<DoomedRow> &chunk,
                                Sql sql, const QString &condition);
    Result<Staying> countStaying(const DeleteEdge &edge, Sql sql, const QString &condition);
    Result<void> scanEmbedded(const DoomedTable &parent, const DeleteEdge &edge);
    void add(const DoomedTable &parent, const DeleteEdge &edge, const Staying &staying);

    Connection &m_connection;
    const Dialect &m_dialect;
    const DeleteGraph &m_graph;
    const DoomedRows &m_doomed;
    const PlanDepth m_depth;
    DeletePlanDraft &m_draft;
    QSet<QString> m_danglingRows; ///< `table.column key` of what was found by reading texts
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace Ghar {

class Connection;

/// One way from deleted rows to rows that refer to them.
struct DeleteEdge
{
    const LiveTable *child = nullptr; ///< the table that refers
    QStringList columns;
    QStringList refColumns;
    DeleteRule rule = DeleteRule::NoAction;
    bool isForeignKey = true;
    bool isEmbedded = false; ///< the key stands inside a text or JSON at `path`
    QString path;
    bool mayBeCleaned = false; ///< see LooseReference
    bool isIndexed = true;
    int rank = 0; ///< place in the order in which the server works off the keys of one row

    /// `table.column` of the reference, as plans name it.
    [[nodiscard]] QString name() const;
    /// Rows that refer go with those that they refer to.
    [[nodiscard]] bool isCascade() const { return isForeignKey && rule == DeleteRule::Cascade; }
    /// The rows cannot give up the reference, so setting it to null would be refused.
    [[nodiscard]] bool mustStay() const;
};

/// The edges that deleting rows of one table can run along, from what the database declares.
class DeleteGraph
{
public:
    /// Reads the order of the server's keys; the schema must outlive the graph. With `needsAllKeys` no table is only
    /// counted.
    [[nodiscard]] static Result<DeleteGraph> read(Connection &connection, const LiveSchema &live, const LiveTable &root,
                                                  bool needsAllKeys);

    /// References to rows of this table, in the order in which the server works them off.
    [[nodiscard]] const QList<DeleteEdge> &edgesTo(const LiveTable *table) const;
    /// Whether the deleted rows of this table must be known one by one. Where nothing refers to them and only one way
    /// leads there, counting is enough.
    [[nodiscard]] bool needsKeys(const LiveTable *table) const { return m_needsAllKeys || m_needsKeys.contains(table); }
    /// Columns of the table that edges refer to.
    [[nodiscard]] QStringList referredColumns(const LiveTable *table) const;

private:
    void addTable(const LiveSchema &live, const LiveTable *table, const QHash<QString, QString> &order);
    void findNeeds(const LiveTable *root);

    QHash<const LiveTable *, QList<DeleteEdge>> m_edges;
    QSet<const LiveTable *> m_needsKeys;
    bool m_needsAllKeys = false;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <QList>
#include <QStringList>

namespace Ghar {

/// Puts new rows into an order in which each comes after the new rows that it refers to, and otherwise stays where it
/// was. In a circle the reference of one row is postponed: it is made with NULL and gets the value when all are there.
class InsertOrder
{
public:
    /// `rows` must outlive this; `indexes` are those of the new rows, in the order to begin with.
    InsertOrder(const LiveSchema &live, const QList<StagedRow> &rows, const QList<qsizetype> &indexes);

    struct Next
    {
        qsizetype index = -1;
        QStringList postponed; ///< columns
    };

    [[nodiscard]] bool hasMore() const { return m_next < m_order.size(); }
    [[nodiscard]] Next takeNext() { return m_order.at(m_next++); }

private:
    QList<Next> m_order;
    qsizetype m_next = 0;
};

} // namespace Ghar

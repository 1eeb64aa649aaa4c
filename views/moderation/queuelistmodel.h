// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/moderationqueue.h"

#include <QAbstractListModel>
#include <QHash>
#include <QQmlEngine>

namespace Ghar {

/// The queues of moderation with their counts, as far as those are known.
class QueueListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")

public:
    enum Role {
        LabelRole = Qt::UserRole + 1,
        IconNameRole,
        CountTextRole, ///< empty until it is known
        OverdueRole,   ///< whether something in it is overdue
        DetailRole     ///< the oldest age and the next due time, in words
    };

    explicit QueueListModel(QObject *parent = nullptr);

    void setCount(ModerationQueue queue, const QueueCount &count, const QDateTime &now);
    void clearCounts();
    /// Items over all queues that somebody has to decide.
    [[nodiscard]] qint64 waitingItems() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    QHash<int, QueueCount> m_counts; ///< by queue
    QDateTime m_now;
};

} // namespace Ghar

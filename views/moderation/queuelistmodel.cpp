// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuelistmodel.h"

#include "moderationwords.h"
#include "support/indianformat.h"

using namespace Qt::StringLiterals;

namespace Ghar {

QueueListModel::QueueListModel(QObject *parent) : QAbstractListModel(parent) { }

void QueueListModel::setCount(ModerationQueue queue, const QueueCount &count, const QDateTime &now)
{
    m_now = now;
    m_counts.insert(int(queue), count);
    const QModelIndex place = index(int(queue));
    emit dataChanged(place, place);
}

void QueueListModel::clearCounts()
{
    m_counts.clear();
    emit dataChanged(index(0), index(rowCount() - 1));
}

qint64 QueueListModel::waitingItems() const
{
    qint64 items = 0;
    for (const ModerationQueue queue : {ModerationQueue::Reports, ModerationQueue::Escalated, ModerationQueue::Listings,
                                        ModerationQueue::Bypassed, ModerationQueue::Profiles})
        items += m_counts.value(int(queue)).items;
    return items;
}

int QueueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(allModerationQueues().size());
}

QVariant QueueListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ModerationQueue queue = allModerationQueues().at(index.row());
    const auto count = m_counts.constFind(int(queue));
    const bool isKnown = count != m_counts.cend();
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return queueLabel(queue);
    case IconNameRole:
        return queueIcon(queue);
    case CountTextRole:
        return isKnown ? groupedIndian(QString::number(count->items)) : QString();
    case OverdueRole:
        return isKnown && count->due && *count->due <= m_now;
    case DetailRole: {
        if (!isKnown || count->items == 0)
            return QString();
        QStringList words;
        if (count->oldest)
            words.append(tr("oldest %1").arg(durationText(count->oldest->secsTo(m_now))));
        if (count->due)
            words.append(*count->due <= m_now ? tr("overdue by %1").arg(durationText(count->due->secsTo(m_now)))
                                              : tr("due in %1").arg(durationText(m_now.secsTo(*count->due))));
        return words.join(u" · "_s);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> QueueListModel::roleNames() const
{
    return {{LabelRole, "queueLabel"},
            {IconNameRole, "iconName"},
            {CountTextRole, "countText"},
            {OverdueRole, "overdue"},
            {DetailRole, "detail"}};
}

} // namespace Ghar

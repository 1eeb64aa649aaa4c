// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueitemlistmodel.h"

#include "core/clock.h"
#include "moderationwords.h"
#include "support/indianformat.h"
#include "support/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

bool isSame(const QueueItem &a, const QueueItem &b)
{
    return a.decisionId == b.decisionId && a.item == b.item;
}

} // namespace

QueueItemListModel::QueueItemListModel(QObject *parent) : QAbstractListModel(parent) { }

void QueueItemListModel::setItems(const QList<QueueItem> &items, ModerationQueue queue, const QDateTime &now)
{
    m_now = now;
    if (queue != m_queue) {
        beginResetModel();
        m_queue = queue;
        m_items = items;
        m_marked.clear();
        endResetModel();
        emit marksChanged();
        emit countChanged();
        return;
    }
    for (int row = count() - 1; row >= 0; --row) {
        const bool isGone = std::none_of(items.cbegin(), items.cend(),
                                         [&](const QueueItem &item) { return isSame(item, m_items.at(row)); });
        if (isGone)
            remove(row);
    }
    // What is left of the old order is moved only where the new one differs.
    for (int row = 0; row < items.size(); ++row) {
        const int old = rowOf(items.at(row));
        if (old < 0) {
            beginInsertRows({}, row, row);
            m_items.insert(row, items.at(row));
            endInsertRows();
        } else {
            if (old != row) {
                beginMoveRows({}, old, old, {}, row > old ? row + 1 : row);
                m_items.move(old, row);
                endMoveRows();
            }
            m_items[row] = items.at(row);
        }
    }
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(count() - 1));
    emit countChanged();
}

void QueueItemListModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {SubjectRole});
}

void QueueItemListModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    const bool wasMarked = m_marked.remove(m_items.takeAt(row).item.text());
    endRemoveRows();
    emit countChanged();
    if (wasMarked)
        emit marksChanged();
}

void QueueItemListModel::putBack(int row, const QueueItem &item)
{
    if (rowOf(item) >= 0)
        return;
    const int place = qBound(0, row, count());
    beginInsertRows({}, place, place);
    m_items.insert(place, item);
    endInsertRows();
    emit countChanged();
}

void QueueItemListModel::setMarked(int row, bool isMarked)
{
    if (row < 0 || row >= count() || isMarked == this->isMarked(row))
        return;
    const QString item = m_items.at(row).item.text();
    if (isMarked)
        m_marked.insert(item);
    else
        m_marked.remove(item);
    emit dataChanged(index(row), index(row), {MarkedRole});
    emit marksChanged();
}

bool QueueItemListModel::isMarked(int row) const
{
    return row >= 0 && row < count() && m_marked.contains(m_items.at(row).item.text());
}

void QueueItemListModel::clearMarks()
{
    if (m_marked.isEmpty())
        return;
    m_marked.clear();
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {MarkedRole});
    emit marksChanged();
}

QList<QueueItem> QueueItemListModel::markedItems() const
{
    QList<QueueItem> marked;
    for (const QueueItem &item : m_items) {
        if (m_marked.contains(item.item.text()))
            marked.append(item);
    }
    return marked;
}

int QueueItemListModel::rowOf(const QueueItem &item) const
{
    const auto found =
        std::find_if(m_items.cbegin(), m_items.cend(), [&item](const QueueItem &known) { return isSame(known, item); });
    return found == m_items.cend() ? -1 : int(std::distance(m_items.cbegin(), found));
}

int QueueItemListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QString QueueItemListModel::detailOf(const QueueItem &item) const
{
    QStringList words;
    if (item.item.kind == ItemKind::Report && item.decisionId.isEmpty())
        words.append(tr("%n report(s)", nullptr, int(item.group.size())));
    if (!item.action.isEmpty())
        words.append(item.decidedBy.isEmpty() ? actionLabelNamed(item.action)
                                              : tr("%1 by %2").arg(actionLabelNamed(item.action), item.decidedBy));
    if (m_queue != ModerationQueue::Decided && item.state == "pending"_L1)
        words.append(tr("waits for a second person"));
    if (m_queue == ModerationQueue::Restrictions && item.decisionId.isEmpty())
        words.append(tr("not by the desk, since when is not known"));
    else if (m_queue == ModerationQueue::Restrictions && item.decidedAt)
        words.append(tr("since %1").arg(dateText(Clock::dayOf(*item.decidedAt))));
    if (item.until)
        words.append(tr("until %1").arg(dateText(*item.until)));
    if (m_queue == ModerationQueue::Decided)
        words.append(item.item.text());
    return words.join(u" · "_s);
}

QVariant QueueItemListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SubjectRole:
        return withoutEntities(labelText(item.subject, m_privacy));
    case ReasonTextRole:
        // Of decisions the reason is a sentence of a moderator.
        return m_queue == ModerationQueue::Decided ? item.reason : reasonLabel(item.reason);
    case ReasonToneRole:
        return int(m_queue == ModerationQueue::Decided ? CellTone::Neutral : reasonTone(item.reason));
    case AgeTextRole:
        return item.createdAt ? durationText(item.createdAt->secsTo(m_now)) : QString();
    case DueTextRole:
        if (!item.dueAt)
            return QString();
        return *item.dueAt <= m_now ? tr("%1 over").arg(durationText(item.dueAt->secsTo(m_now)))
                                    : tr("in %1").arg(durationText(m_now.secsTo(*item.dueAt)));
    case OverdueRole:
        return item.dueAt && *item.dueAt <= m_now;
    case DetailRole:
        return detailOf(item);
    case ScoreRole:
        return item.score;
    case ScoreTextRole: {
        QStringList lines;
        for (const ScorePart &part : item.parts)
            lines.append(
                tr("%1: %2").arg(part.label, (part.points > 0 ? u"+"_s : QString()) + QString::number(part.points)));
        return lines.join(u'\n');
    }
    case ClaimedByRole:
        return item.claimedBy;
    case MarkedRole:
        return isMarked(index.row());
    case StateTextRole:
        return item.state == "pending"_L1 ? tr("waits for a second person")
            : item.state == "revised"_L1  ? tr("taken back")
            : item.state == "refused"_L1  ? tr("refused")
                                          : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> QueueItemListModel::roleNames() const
{
    return {{SubjectRole, "subject"},     {ReasonTextRole, "reasonText"}, {ReasonToneRole, "reasonTone"},
            {AgeTextRole, "ageText"},     {DueTextRole, "dueText"},       {OverdueRole, "overdue"},
            {DetailRole, "detail"},       {ScoreRole, "score"},           {ScoreTextRole, "scoreText"},
            {ClaimedByRole, "claimedBy"}, {StateTextRole, "stateText"},   {MarkedRole, "marked"}};
}

} // namespace Ghar

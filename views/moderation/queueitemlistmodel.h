// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/moderationqueue.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QSet>

namespace Ghar {

/// The items of one queue, in its order. A new reading is merged into what is shown, so that nothing jumps: rows that
/// are still there keep their places relative to each other.
class QueueItemListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int markedCount READ markedCount NOTIFY marksChanged)

public:
    enum Role {
        SubjectRole = Qt::UserRole + 1, ///< the person or the listing
        ReasonTextRole,
        ReasonToneRole, ///< CellTone
        AgeTextRole,
        DueTextRole, ///< `in 3 h`, `2 h over`; empty without a due time
        OverdueRole,
        DetailRole,    ///< how many reports, or what was decided by whom
        ScoreRole,     ///< number; 0 where the queue has no scores
        ScoreTextRole, ///< its parts, in words
        ClaimedByRole, ///< a colleague; or empty
        StateTextRole, ///< of a decision: that it waits or was taken back; or empty
        MarkedRole     ///< whether it is one of those that are decided together
    };

    explicit QueueItemListModel(QObject *parent = nullptr);

    void setItems(const QList<QueueItem> &items, ModerationQueue queue, const QDateTime &now);
    void setPrivacy(Privacy privacy);
    /// Takes an item out that was just decided.
    void remove(int row);
    /// Puts it back where it was, or at the end.
    void putBack(int row, const QueueItem &item);
    [[nodiscard]] const QList<QueueItem> &items() const { return m_items; }
    /// The row of an item or decision; -1 when it is not here.
    [[nodiscard]] int rowOf(const QueueItem &item) const;

    void setMarked(int row, bool isMarked);
    [[nodiscard]] bool isMarked(int row) const;
    void clearMarks();
    /// In the order of the queue.
    [[nodiscard]] QList<QueueItem> markedItems() const;
    [[nodiscard]] int markedCount() const { return int(m_marked.size()); }

    [[nodiscard]] int count() const { return int(m_items.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void marksChanged();

private:
    [[nodiscard]] QString detailOf(const QueueItem &item) const;

    QList<QueueItem> m_items;
    QSet<QString> m_marked; ///< items as text
    ModerationQueue m_queue = ModerationQueue::Reports;
    QDateTime m_now;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace Ghar

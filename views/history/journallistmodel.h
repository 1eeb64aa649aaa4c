// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/journal.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// Entries of a journal, the latest first, as far as they have been read. Asks for more by moreWanted(); who reads them
/// appends them. Neighbours of one change are a group: its first entry says what is the same for all of them.
class JournalListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a HistoryBrowser")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ActionTextRole = Qt::UserRole + 1,
        ActionToneRole, ///< CellTone
        WhenTextRole,   ///< local time; to the second where the change above or below is of the same minute
        WhoTextRole,
        TableLabelRole, ///< of one row
        TableIconRole,
        RowKeyRole,
        ReasonRole,
        SummaryRole,     ///< labels of the changed columns
        IsGroupedRole,   ///< one of several entries of its change that stand together
        IsGroupHeadRole, ///< the first of them
        IsGroupTailRole, ///< the last of them
        GroupTextRole    ///< how many they are, in words; empty for an entry on its own
    };

    explicit JournalListModel(QObject *parent = nullptr);

    /// Replaces everything; `more` says that there are entries behind these.
    void setEntries(const LiveSchemaPtr &live, const QList<JournalEntry> &entries, bool more);
    void append(const QList<JournalEntry> &entries, bool more);
    [[nodiscard]] const QList<JournalEntry> &entries() const { return m_entries; }
    /// How many entries stand together with this one, itself among them.
    [[nodiscard]] int groupSize(int entry) const;

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void countChanged();
    void moreWanted();

private:
    /// Entries of one change that stand together.
    struct Group
    {
        int first = 0;
        int count = 0;
        bool sharesMinute = false; ///< with the change above or below
    };

    void groupFrom(int entry);
    [[nodiscard]] const Group &groupOf(int entry) const { return m_groups.at(m_groupOf.at(entry)); }
    [[nodiscard]] QString groupText(const Group &group) const;
    [[nodiscard]] QString summaryOf(const JournalEntry &entry) const;

    LiveSchemaPtr m_live;
    QList<JournalEntry> m_entries;
    QList<Group> m_groups;
    QList<int> m_groupOf; ///< by entry: its place in m_groups
    bool m_more = false;
    bool m_endsOpen = false; ///< there are entries behind these, so the last group may go on
};

} // namespace Ghar

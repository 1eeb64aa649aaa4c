// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/journal.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// Entries of a journal, the latest first, as far as they have been read. Asks for more by moreWanted(); who reads them
/// appends them.
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
        WhenTextRole,   ///< local time
        WhoTextRole,
        TableLabelRole, ///< of one row
        TableIconRole,
        RowKeyRole,
        ReasonRole,
        SummaryRole ///< labels of the changed columns
    };

    explicit JournalListModel(QObject *parent = nullptr);

    /// Replaces everything; `more` says that there are entries behind these.
    void setEntries(const LiveSchemaPtr &live, const QList<JournalEntry> &entries, bool more);
    void append(const QList<JournalEntry> &entries, bool more);
    [[nodiscard]] const QList<JournalEntry> &entries() const { return m_entries; }

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
    LiveSchemaPtr m_live;
    QList<JournalEntry> m_entries;
    bool m_more = false;
};

} // namespace Ghar

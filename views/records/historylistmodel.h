// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"
#include "records/journal.h"
#include "records/stagedrow.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// What the journal tells of one row, the latest change first: a heading for each change, below it the values that it
/// changed.
class HistoryListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a RecordInspector")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        IsHeadingRole = Qt::UserRole + 1,
        ActionTextRole,
        ActionToneRole, ///< CellTone
        WhenTextRole,   ///< local time
        WhoTextRole,
        ReasonRole,
        ColumnLabelRole,
        OldTextRole,
        NewTextRole,
        CanRevertRole ///< the heading's values can be staged as they were before
    };

    explicit HistoryListModel(QObject *parent = nullptr);

    void setEntries(const LiveSchemaPtr &live, const LiveTable *table, const QList<JournalEntry> &entries);
    void setPrivacy(Privacy privacy);
    /// The values before the change that an entry of the list belongs to, without those that set themselves.
    [[nodiscard]] QMap<QString, StagedValue> valuesBefore(int entry) const;
    /// When it was made, for the label of the action that takes it back.
    [[nodiscard]] QString whenOf(int entry) const;

    [[nodiscard]] int count() const { return int(m_lines.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Line
    {
        qsizetype entry = 0;
        QString column; ///< empty for the heading
        Value before;
        Value after;
    };

    [[nodiscard]] QString shown(const QString &column, const Value &value) const;

    LiveSchemaPtr m_live;
    const LiveTable *m_table = nullptr;
    QList<JournalEntry> m_entries;
    QList<Line> m_lines;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace Ghar

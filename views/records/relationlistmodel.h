// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/relatedrows.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// The relations of one row from the other side, as a list that opens in place: a relation with its count, and beneath
/// it, once opened, the first of its rows.
class RelationListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a RecordInspector")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        EntryIsRelationRole = Qt::UserRole + 1, ///< false: one row of the relation above
        EntryTableRole,                         ///< table of the related rows
        EntryColumnRole,                        ///< its referring column
        EntryTextRole,                          ///< the table's label, or the row's
        EntryDetailRole,                        ///< the column's label where a table refers twice
        EntryIconRole,
        EntryCountRole, ///< number of rows as text, `9,999+` beyond the limit
        EntryKeyRole,   ///< primary key of the row
        EntryExpandedRole,
        EntryEmptyRole ///< no rows
    };

    static constexpr int shownRows = 8;

    explicit RelationListModel(QObject *parent = nullptr);

    void setRelations(const LiveSchemaPtr &live, const QList<Relation> &relations);
    void clear();
    void setPrivacy(Privacy privacy);
    /// The relation of an entry, or nullptr.
    [[nodiscard]] const Relation *relationAt(int entry) const;
    /// Inserts the rows beneath the opened relation.
    void setRows(const QString &table, const QString &column, const QList<RowLabel> &rows);
    void close(int entry);
    [[nodiscard]] bool isExpanded(int entry) const;

    [[nodiscard]] int count() const { return int(m_entries.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Entry
    {
        int relation = 0; ///< position in m_relations
        bool isRow = false;
        bool expanded = false;
        RowLabel row;
    };

    Privacy m_privacy = Privacy::Masked;
    LiveSchemaPtr m_live;
    QList<Relation> m_relations;
    QList<Entry> m_entries;
};

} // namespace Ghar

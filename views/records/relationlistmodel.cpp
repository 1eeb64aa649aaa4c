// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "relationlistmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

RelationListModel::RelationListModel(QObject *parent) : QAbstractListModel(parent) { }

void RelationListModel::setRelations(const LiveSchemaPtr &live, const QList<Relation> &relations)
{
    beginResetModel();
    m_live = live;
    m_relations = relations;
    // What has rows comes first; otherwise the order of the schema stays.
    std::stable_sort(m_relations.begin(), m_relations.end(),
                     [](const Relation &a, const Relation &b) { return (a.count > 0) > (b.count > 0); });
    m_entries.clear();
    for (int i = 0; i < m_relations.size(); ++i)
        m_entries.append({i, false, false, {}});
    endResetModel();
    emit countChanged();
}

void RelationListModel::clear()
{
    setRelations({}, {});
}

void RelationListModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1), {EntryTextRole});
}

const Relation *RelationListModel::relationAt(int entry) const
{
    return entry >= 0 && entry < count() ? &m_relations.at(m_entries.at(entry).relation) : nullptr;
}

bool RelationListModel::isExpanded(int entry) const
{
    return entry >= 0 && entry < count() && m_entries.at(entry).expanded;
}

void RelationListModel::setRows(const QString &table, const QString &column, const QList<RowLabel> &rows)
{
    for (int i = 0; i < count(); ++i) {
        Entry &entry = m_entries[i];
        const Relation &relation = m_relations.at(entry.relation);
        if (entry.isRow || entry.expanded || relation.table != table || relation.column != column || rows.isEmpty())
            continue;
        const int position = entry.relation;
        entry.expanded = true;
        beginInsertRows({}, i + 1, i + int(rows.size()));
        for (int r = 0; r < rows.size(); ++r)
            m_entries.insert(i + 1 + r, {position, true, false, rows.at(r)});
        endInsertRows();
        emit dataChanged(index(i), index(i), {EntryExpandedRole});
        emit countChanged();
        return;
    }
}

void RelationListModel::close(int entry)
{
    if (!isExpanded(entry))
        return;
    int last = entry;
    while (last + 1 < count() && m_entries.at(last + 1).isRow)
        ++last;
    m_entries[entry].expanded = false;
    if (last > entry) {
        beginRemoveRows({}, entry + 1, last);
        m_entries.remove(entry + 1, last - entry);
        endRemoveRows();
    }
    emit dataChanged(index(entry), index(entry), {EntryExpandedRole});
    emit countChanged();
}

int RelationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RelationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const Relation &relation = m_relations.at(entry.relation);
    const LiveTable *table = m_live ? m_live->table(relation.table) : nullptr;
    switch (role) {
    case EntryIsRelationRole:
        return !entry.isRow;
    case EntryTableRole:
        return relation.table;
    case EntryColumnRole:
        return relation.column;
    case EntryTextRole:
        return entry.isRow ? labelText(entry.row, m_privacy) : table ? table->table.label : relation.table;
    case EntryDetailRole: {
        if (entry.isRow || !table)
            return QString();
        const int same = int(std::count_if(m_relations.cbegin(), m_relations.cend(),
                                           [&](const Relation &other) { return other.table == relation.table; }));
        const Column *column = table->table.column(relation.column);
        return same > 1 && column ? column->label : QString();
    }
    case EntryIconRole:
        return table ? table->table.icon : QString();
    case EntryCountRole:
        return relation.count > relationCountLimit ? QLocale().toString(relationCountLimit) + u'+'
                                                   : QLocale().toString(relation.count);
    case EntryKeyRole: {
        QStringList key;
        for (const Value &value : entry.row.primaryKey)
            key.append(value.text());
        return key.join(u'/');
    }
    case EntryExpandedRole:
        return entry.expanded;
    case EntryEmptyRole:
        return relation.count == 0;
    default:
        return {};
    }
}

QHash<int, QByteArray> RelationListModel::roleNames() const
{
    return {{EntryIsRelationRole, "entryIsRelation"}, {EntryTableRole, "entryTable"},
            {EntryColumnRole, "entryColumn"},         {EntryTextRole, "entryText"},
            {EntryDetailRole, "entryDetail"},         {EntryIconRole, "entryIcon"},
            {EntryCountRole, "entryCount"},           {EntryKeyRole, "entryKey"},
            {EntryExpandedRole, "entryExpanded"},     {EntryEmptyRole, "entryEmpty"}};
}

} // namespace Ghar

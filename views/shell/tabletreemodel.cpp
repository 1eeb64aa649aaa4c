// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tabletreemodel.h"

#include "support/indianformat.h"

using namespace Qt::StringLiterals;

namespace Ghar {

TableTreeModel::TableTreeModel(QObject *parent) : QAbstractListModel(parent) { }

void TableTreeModel::setSchema(const LiveSchemaPtr &live)
{
    beginResetModel();
    m_live = live;
    m_counts.clear();
    rebuild();
    endResetModel();
    emit countChanged();
}

void TableTreeModel::setCounts(const QHash<QString, TableCount> &counts)
{
    m_counts = counts;
    if (!m_entries.isEmpty())
        emit dataChanged(index(0), index(count() - 1), {TreeCountRole});
}

void TableTreeModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
    emit filterChanged();
    emit countChanged();
}

void TableTreeModel::rebuild()
{
    m_entries.clear();
    if (!m_live)
        return;
    const auto fits = [this](const QString &name, const QString &label) {
        return m_filter.isEmpty() || name.contains(m_filter, Qt::CaseInsensitive)
            || label.contains(m_filter, Qt::CaseInsensitive);
    };
    const auto addModule = [&](const QString &name, const QString &label, const QString &icon,
                               const QList<Entry> &tables) {
        if (tables.isEmpty())
            return;
        m_entries.append({true, name, label, icon, false, -1});
        if (!m_folded.contains(name) || !m_filter.isEmpty())
            m_entries += tables;
    };
    for (const Module &module : m_live->catalogue->modules()) {
        QList<Entry> tables;
        for (const QString &name : module.tables) {
            const Table &known = *m_live->catalogue->table(name);
            const LiveTable *live = m_live->table(name);
            // A table beyond the ORM that is not there is nothing anybody misses.
            if (!live && known.beyondOrm)
                continue;
            // What is not for this member of staff is not offered; opened in another way it says why it is empty.
            if (live && !live->hiddenBecause.isEmpty())
                continue;
            if (fits(name, known.label))
                tables.append(
                    {false, name, known.label, known.icon, !live || !live->readable, live ? live->estimatedRows : -1});
        }
        addModule(module.name, module.label, module.icon, tables);
    }
    QList<Entry> others;
    for (const LiveTable &table : m_live->tables) {
        if (!table.inCatalogue && table.hiddenBecause.isEmpty() && fits(table.table.name, table.table.label))
            others.append(
                {false, table.table.name, table.table.label, u"table"_s, !table.readable, table.estimatedRows});
    }
    addModule(u"other"_s, tr("Other tables"), u"table"_s, others);
}

void TableTreeModel::toggleModule(const QString &module)
{
    beginResetModel();
    if (!m_folded.remove(module))
        m_folded.insert(module);
    rebuild();
    endResetModel();
    emit countChanged();
}

int TableTreeModel::rowOf(const QString &table) const
{
    for (int i = 0; i < count(); ++i) {
        if (!m_entries.at(i).isModule && m_entries.at(i).name == table)
            return i;
    }
    return -1;
}

QString TableTreeModel::nameAt(int row) const
{
    return row >= 0 && row < count() ? m_entries.at(row).name : QString();
}

bool TableTreeModel::isModuleAt(int row) const
{
    return row >= 0 && row < count() && m_entries.at(row).isModule;
}

int TableTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TableTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case TreeIsModuleRole:
        return entry.isModule;
    case TreeNameRole:
        return entry.name;
    case TreeLabelRole:
        return entry.label;
    case TreeIconRole:
        return entry.icon;
    case TreeCountRole:
        if (entry.isModule || entry.absent)
            return QString();
        if (m_counts.contains(entry.name))
            return rowCountText(m_counts.value(entry.name).rows, m_counts.value(entry.name).exact);
        return entry.estimate < 0 ? QString() : rowCountText(entry.estimate, false);
    case TreeAbsentRole:
        return entry.absent;
    case TreeExpandedRole:
        return !m_folded.contains(entry.name);
    default:
        return {};
    }
}

QHash<int, QByteArray> TableTreeModel::roleNames() const
{
    return {{TreeIsModuleRole, "treeIsModule"}, {TreeNameRole, "treeName"},   {TreeLabelRole, "treeLabel"},
            {TreeIconRole, "treeIcon"},         {TreeCountRole, "treeCount"}, {TreeAbsentRole, "treeAbsent"},
            {TreeExpandedRole, "treeExpanded"}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparelistmodel.h"

#include "journalwords.h"
#include "records/originalrow.h"
#include "records/rowlabelcache.h"

namespace Ghar {

CompareListModel::CompareListModel(QObject *parent) : QAbstractListModel(parent) { }

void CompareListModel::setSides(const LiveSchemaPtr &live, const QString &table, const Values &left,
                                const Values &right)
{
    beginResetModel();
    m_live = live;
    m_table = table;
    m_left = left;
    m_right = right;
    rebuild();
    endResetModel();
    emit countChanged();
}

void CompareListModel::setDifferencesOnly(bool only)
{
    if (only == m_differencesOnly)
        return;
    beginResetModel();
    m_differencesOnly = only;
    rebuild();
    endResetModel();
    emit countChanged();
}

void CompareListModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1));
}

void CompareListModel::setLabels(RowLabelCache *labels)
{
    m_labels = labels;
    connect(labels, &RowLabelCache::changed, this, [this] {
        if (count() > 0)
            emit dataChanged(index(0), index(count() - 1), {LeftTextRole, RightTextRole});
    });
}

void CompareListModel::rebuild()
{
    // In the order of the table; what it does not have any more comes last.
    QStringList names;
    const auto isThere = [this](const QString &name) {
        return (m_left && m_left->contains(name)) || (m_right && m_right->contains(name));
    };
    if (const LiveTable *table = m_live ? m_live->table(m_table) : nullptr) {
        for (const Column &column : table->table.columns) {
            if (isThere(column.name))
                names.append(column.name);
        }
    }
    for (const Values *side : {&m_left, &m_right}) {
        if (!*side)
            continue;
        for (auto it = (*side)->cbegin(); it != (*side)->cend(); ++it) {
            if (!names.contains(it.key()))
                names.append(it.key());
        }
    }
    QStringList same;
    m_columns.clear();
    for (const QString &name : std::as_const(names))
        (differs(name) ? m_columns : same).append(name);
    m_differing = int(m_columns.size());
    if (!m_differencesOnly)
        m_columns += same;
}

bool CompareListModel::differs(const QString &column) const
{
    const bool onLeft = m_left && m_left->contains(column);
    const bool onRight = m_right && m_right->contains(column);
    if (onLeft != onRight)
        return true;
    const LiveTable *table = m_live ? m_live->table(m_table) : nullptr;
    const Column *known = table ? table->table.column(column) : nullptr;
    const Value left = m_left->value(column);
    const Value right = m_right->value(column);
    return known ? !isSameValue(*known, left, right) : left != right;
}

QString CompareListModel::shown(const Values &side, const QString &column) const
{
    if (!side || !side->contains(column))
        return {};
    const LiveTable *table = m_live ? m_live->table(m_table) : nullptr;
    if (table && m_labels) {
        const QString link = m_labels->linkText(table->table, column, side->value(column), m_privacy);
        if (!link.isEmpty())
            return link;
    }
    return imageText(table ? &table->table : nullptr, column, side->value(column), m_privacy);
}

int CompareListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CompareListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &name = m_columns.at(index.row());
    switch (role) {
    case ColumnLabelRole: {
        const LiveTable *table = m_live ? m_live->table(m_table) : nullptr;
        const Column *known = table ? table->table.column(name) : nullptr;
        return known ? known->label : name;
    }
    case ColumnNameRole:
        return name;
    case LeftTextRole:
        return shown(m_left, name);
    case RightTextRole:
        return shown(m_right, name);
    case IsDifferentRole:
        return index.row() < m_differing;
    default:
        return {};
    }
}

QHash<int, QByteArray> CompareListModel::roleNames() const
{
    return {{ColumnLabelRole, "columnLabel"},
            {ColumnNameRole, "columnName"},
            {LeftTextRole, "leftText"},
            {RightTextRole, "rightText"},
            {IsDifferentRole, "isDifferent"}};
}

} // namespace Ghar

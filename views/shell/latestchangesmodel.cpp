// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "latestchangesmodel.h"

#include "core/instant.h"
#include "support/indianformat.h"

namespace Ghar {

LatestChangesModel::LatestChangesModel(QObject *parent) : QAbstractListModel(parent) { }

void LatestChangesModel::setChanges(const LiveSchemaPtr &live, const QList<LatestChange> &changes, const QDateTime &now)
{
    beginResetModel();
    m_live = live;
    m_changes = changes;
    m_now = now;
    endResetModel();
    emit countChanged();
}

void LatestChangesModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1), {ChangeTextRole});
}

int LatestChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant LatestChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LatestChange &change = m_changes.at(index.row());
    const LiveTable *table = m_live ? m_live->table(change.table) : nullptr;
    switch (role) {
    case ChangeTableRole:
        return change.table;
    case ChangeTableLabelRole:
        return table ? table->table.labelOne : change.table;
    case ChangeIconRole:
        return table ? table->table.icon : QString();
    case ChangeTextRole:
        return labelText(change.row, m_privacy);
    case ChangeKeyRole:
        return change.row.primaryKey.value(0).text();
    case ChangeAgoRole: {
        const auto at = instantFromText(change.at);
        return at ? agoText(*at, m_now) : change.at;
    }
    case ChangeExactRole:
        return change.at;
    default:
        return {};
    }
}

QHash<int, QByteArray> LatestChangesModel::roleNames() const
{
    return {{ChangeTableRole, "changeTable"}, {ChangeTableLabelRole, "changeTableLabel"},
            {ChangeIconRole, "changeIcon"},   {ChangeTextRole, "changeText"},
            {ChangeKeyRole, "changeKey"},     {ChangeAgoRole, "changeAgo"},
            {ChangeExactRole, "changeExact"}};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importmappinglistmodel.h"

namespace Ghar {

ImportMappingListModel::ImportMappingListModel(QObject *parent) : QAbstractListModel(parent) { }

void ImportMappingListModel::clear()
{
    beginResetModel();
    m_mapping.clear();
    m_entries.clear();
    m_columns.clear();
    m_labels.clear();
    endResetModel();
    emit countChanged();
}

void ImportMappingListModel::reset(const LiveTable &table, const ImportMapping &mapping, const QList<Entry> &entries)
{
    beginResetModel();
    m_mapping = mapping;
    m_entries = entries;
    m_columns = importableColumns(table);
    m_labels.clear();
    for (const QString &name : std::as_const(m_columns))
        m_labels.append(table.table.column(name)->label);
    endResetModel();
    emit countChanged();
}

void ImportMappingListModel::update(const ImportMapping &mapping, const QList<Entry> &entries)
{
    for (int row = 0; row < count() && row < mapping.size(); ++row) {
        if (m_mapping.at(row) == mapping.at(row) && m_entries.value(row) == entries.value(row))
            continue;
        m_mapping[row] = mapping.at(row);
        m_entries[row] = entries.value(row);
        emit dataChanged(index(row), index(row));
    }
}

QStringList ImportMappingListModel::choices() const
{
    return QStringList{tr("Leave out")} + m_labels;
}

int ImportMappingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ImportMappingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MappedColumn &mapped = m_mapping.at(index.row());
    switch (role) {
    case FileColumnRole:
        return mapped.name;
    case ChoiceRole:
        return mapped.column.isEmpty() ? 0 : int(m_columns.indexOf(mapped.column)) + 1;
    case SamplesRole:
        return m_entries.value(index.row()).samples;
    case ProblemRole:
        return m_entries.value(index.row()).problem;
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportMappingListModel::roleNames() const
{
    return {{FileColumnRole, "fileColumn"}, {ChoiceRole, "choice"}, {SamplesRole, "samples"}, {ProblemRole, "problem"}};
}

} // namespace Ghar

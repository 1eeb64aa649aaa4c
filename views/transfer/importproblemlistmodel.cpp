// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importproblemlistmodel.h"

#include "support/indianformat.h"

namespace Ghar {

ImportProblemListModel::ImportProblemListModel(QObject *parent) : QAbstractListModel(parent) { }

void ImportProblemListModel::setProblems(const LiveTable *table, const QList<ImportProblem> &problems)
{
    beginResetModel();
    m_problems = problems;
    m_labels.clear();
    if (table) {
        for (const Column &column : table->table.columns)
            m_labels.insert(column.name, column.label);
    }
    endResetModel();
    emit countChanged();
}

int ImportProblemListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ImportProblemListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportProblem &problem = m_problems.at(index.row());
    switch (role) {
    case PlaceRole:
        return tr("Row %1, line %2")
            .arg(groupedIndian(QString::number(problem.row)), groupedIndian(QString::number(problem.line)));
    case ColumnLabelRole:
        return m_labels.value(problem.column, problem.column);
    case SentenceRole:
        return problem.sentence;
    default:
        return {};
    }
}

QHash<int, QByteArray> ImportProblemListModel::roleNames() const
{
    return {{PlaceRole, "place"}, {ColumnLabelRole, "columnLabel"}, {SentenceRole, "sentence"}};
}

} // namespace Ghar

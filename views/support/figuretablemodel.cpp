// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figuretablemodel.h"

namespace Ghar {

void FigureTableModel::setContent(const QStringList &headings, const QList<FigureRow> &rows)
{
    beginResetModel();
    m_headings = headings;
    m_rows = rows;
    endResetModel();
    emit contentChanged();
}

void FigureTableModel::open(int row, int column)
{
    if (row < 0 || row >= count())
        return;
    const Figure figure = m_rows.at(row).figures.value(column);
    if (figure.opens())
        emit opened(figure.target);
}

int FigureTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FigureTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FigureRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return row.label;
    case ToolTipRole:
        return row.toolTip;
    case TotalRole:
        return row.isTotal;
    case FiguresRole: {
        QVariantList figures;
        for (const Figure &figure : row.figures)
            figures.append(QVariant::fromValue(figure));
        return figures;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> FigureTableModel::roleNames() const
{
    return {{LabelRole, "label"}, {ToolTipRole, "toolTip"}, {TotalRole, "isTotal"}, {FiguresRole, "figures"}};
}

} // namespace Ghar

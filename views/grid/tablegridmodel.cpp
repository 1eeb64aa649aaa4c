// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablegrid.h"

#include <algorithm>

namespace Ghar {

void TableGrid::setModel(QAbstractItemModel *model)
{
    if (model == m_model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_selection = GridSelection();
    m_viewport.setPosition(0);
    m_scrollX = 0;
    if (m_model)
        connectModel();
    onReset();
    emit modelChanged();
}

void TableGrid::connectModel()
{
    QAbstractItemModel *model = m_model;
    connect(model, &QAbstractItemModel::dataChanged, this, &TableGrid::onDataChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableGrid::onRowsInserted);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableGrid::onRowsRemoved);
    connect(model, &QAbstractItemModel::modelReset, this, &TableGrid::onReset);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TableGrid::onLayoutChanged);
    connect(model, &QAbstractItemModel::rowsMoved, this, &TableGrid::onLayoutChanged);
    connect(model, &QAbstractItemModel::columnsInserted, this, &TableGrid::onReset);
    connect(model, &QAbstractItemModel::columnsRemoved, this, &TableGrid::onReset);
    connect(model, &QAbstractItemModel::columnsMoved, this, &TableGrid::onReset);
    connect(model, &QAbstractItemModel::headerDataChanged, this, [this](Qt::Orientation orientation) {
        if (orientation != Qt::Horizontal)
            return;
        emit columnsChanged();
        emit currentDescriptionChanged();
    });
    connect(model, &QObject::destroyed, this, [this] {
        m_model = nullptr;
        onReset();
        emit modelChanged();
    });
}

void TableGrid::onReset()
{
    const qint64 rows = m_model ? m_model->rowCount() : 0;
    const int columns = m_model ? m_model->columnCount() : 0;
    m_viewport.setRowCount(rows);
    m_columns.setColumnCount(columns);
    m_tiles.clear();
    // After a refresh one wants to stand where one stood; ranges named rows that may be others now.
    GridCell current = m_selection.current();
    current.row = std::min(current.row, rows - 1);
    current.visual = std::min(current.visual, m_columns.visualCount() - 1);
    changeSelection([&] { m_selection.select(current); });
    m_reportedFirst = m_reportedLast = -1;
    columnsWereChanged();
    applyViewport(true);
    emit currentDescriptionChanged();
}

void TableGrid::onLayoutChanged()
{
    if (m_model && (m_model->rowCount() != m_viewport.rowCount() || m_model->columnCount() != m_columns.columnCount()))
        return onReset();
    m_tiles.markDirtyFrom(0);
    changeSelection([&] { m_selection.select(m_selection.current()); });
    schedule();
    emit currentDescriptionChanged();
}

void TableGrid::onRowsInserted(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    m_viewport.insertRows(first, qint64(last) - first + 1);
    // Row numbers and stripes change with every row below, so there is nothing to save.
    m_tiles.markDirtyFrom(first);
    changeSelection([&] { m_selection.insertRows(first, qint64(last) - first + 1); });
    columnsWereChanged();
    applyViewport(true);
}

void TableGrid::onRowsRemoved(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    m_viewport.removeRows(first, qint64(last) - first + 1);
    m_tiles.markDirtyFrom(first);
    changeSelection([&] { m_selection.removeRows(first, qint64(last) - first + 1); });
    columnsWereChanged();
    applyViewport(true);
}

void TableGrid::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    if (!topLeft.isValid() || topLeft.parent().isValid())
        return;
    std::vector<bool> touched;
    for (const GridColumns::Group &group : m_columns.groups()) {
        bool hit = false;
        for (int visual = group.firstVisual; visual <= group.lastVisual; ++visual) {
            const int column = m_columns.logicalAt(visual);
            hit = hit || (column >= topLeft.column() && column <= bottomRight.column());
        }
        touched.push_back(hit);
    }
    if (m_tiles.markDirty(topLeft.row(), bottomRight.row(), touched))
        schedule();
    const qint64 row = currentRow();
    if (row >= topLeft.row() && row <= bottomRight.row() && currentColumn() >= topLeft.column()
        && currentColumn() <= bottomRight.column())
        emit currentDescriptionChanged();
}

CellContent TableGrid::contentAt(GridCell cell) const
{
    const int column = m_columns.logicalAt(cell.visual);
    if (!m_model || column < 0 || cell.row < 0 || cell.row >= m_viewport.rowCount())
        return {};
    return CellContent::read(*m_model, int(cell.row), column);
}

QString TableGrid::rowNumber(qint64 row) const
{
    const QVariant name = m_model ? m_model->headerData(int(row), Qt::Vertical) : QVariant();
    return name.isValid() ? name.toString() : QString::number(row + 1);
}

QString TableGrid::spokenValue(qlonglong row, int column) const
{
    const CellContent content = contentAt({row, m_columns.visualOf(column)});
    switch (content.kind) {
    case CellKind::Loading:
        return tr("loading");
    case CellKind::Null:
        return tr("no value");
    case CellKind::Default:
        return tr("filled in by the database");
    case CellKind::Masked:
        return tr("hidden");
    case CellKind::Text:
    case CellKind::Number:
    case CellKind::Boolean:
    case CellKind::Chip:
    case CellKind::Link:
    case CellKind::Missing:
        break;
    }
    // Nobody listens to more; a megabyte would block the speech server.
    return content.text.left(500);
}

QString TableGrid::cellDescription(qlonglong row, int column) const
{
    if (!m_model || m_columns.visualOf(column) < 0 || row < 0 || row >= m_viewport.rowCount())
        return {};
    return tr("%1: %2, row %3 of %4")
        .arg(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), spokenValue(row, column),
             QString::number(row + 1), QString::number(m_viewport.rowCount()));
}

QString TableGrid::currentDescription() const
{
    return cellDescription(currentRow(), currentColumn());
}

} // namespace Ghar

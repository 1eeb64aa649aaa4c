// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridaccessible.h"

#include "tablegrid.h"

#include <QQuickWindow>

using namespace Qt::Literals::StringLiterals;

namespace Ghar {

namespace {
constexpr size_t mostCells = 4096;

QRect onScreen(const TableGrid &grid, const QRectF &rect)
{
    if (!grid.window())
        return {};
    const QRectF inScene = grid.mapRectToScene(rect);
    return {grid.window()->mapToGlobal(inScene.topLeft().toPoint()), inScene.size().toSize()};
}
} // namespace

GridAccessible::GridAccessible(TableGrid *grid) : QAccessibleObject(grid) { }

GridAccessible::~GridAccessible()
{
    for (const auto &[place, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
}

void GridAccessible::install()
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *grid = qobject_cast<TableGrid *>(object);
            return grid ? new GridAccessible(grid) : nullptr;
        });
        return true;
    }();
}

void GridAccessible::reportCurrentCell(TableGrid *grid)
{
    if (!QAccessible::isActive() || !grid->hasActiveFocus())
        return;
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(grid);
    QAccessibleInterface *cell = table ? table->focusChild() : nullptr;
    if (!cell)
        return;
    QAccessibleEvent event(cell, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

TableGrid *GridAccessible::grid() const
{
    return static_cast<TableGrid *>(object());
}

QAccessibleInterface *GridAccessible::cell(qint64 row, int visual) const
{
    if (!isValid() || row < 0 || row >= grid()->rowCount() || visual < 0 || visual >= grid()->visualColumnCount())
        return nullptr;
    const auto place = std::pair(row, visual);
    if (const auto known = m_cells.find(place); known != m_cells.end())
        return QAccessible::accessibleInterface(known->second);
    if (m_cells.size() >= mostCells) {
        for (const auto &[old, id] : m_cells)
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }
    auto *made = new GridCellAccessible(grid(), row, visual);
    m_cells.emplace(place, QAccessible::registerAccessibleInterface(made)); // owned by QAccessible from here on
    return made;
}

void *GridAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this) : nullptr;
}

QWindow *GridAccessible::window() const
{
    return grid()->window();
}

QRect GridAccessible::rect() const
{
    return onScreen(*grid(), grid()->boundingRect());
}

QAccessible::State GridAccessible::state() const
{
    QAccessible::State state;
    state.focusable = true;
    state.focused = grid()->hasActiveFocus();
    state.multiSelectable = true;
    state.disabled = !grid()->isEnabled();
    state.invisible = !grid()->isVisible();
    return state;
}

QString GridAccessible::text(QAccessible::Text type) const
{
    if (type == QAccessible::Description)
        return grid()->currentDescription();
    if (type != QAccessible::Name)
        return {};
    // The attached object of `Accessible.name` has no public class.
    const QObjectList children = grid()->children();
    for (const QObject *child : children) {
        if (child->inherits("QQuickAccessibleAttached"))
            return child->property("name").toString();
    }
    return grid()->objectName();
}

QAccessibleInterface *GridAccessible::parent() const
{
    for (QQuickItem *item = grid()->parentItem(); item; item = item->parentItem()) {
        if (QAccessibleInterface *found = QAccessible::queryAccessibleInterface(item))
            return found;
    }
    return QAccessible::queryAccessibleInterface(grid()->window());
}

int GridAccessible::childCount() const
{
    return grid()->visibleRowCount() * grid()->visualColumnCount();
}

QAccessibleInterface *GridAccessible::child(int index) const
{
    const int columns = grid()->visualColumnCount();
    return index < 0 || index >= childCount() ? nullptr
                                              : cell(grid()->firstVisibleRow() + index / columns, index % columns);
}

int GridAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cell = dynamic_cast<const GridCellAccessible *>(child);
    if (!cell)
        return -1;
    const qint64 row = cell->row() - grid()->firstVisibleRow();
    return row < 0 || row >= grid()->visibleRowCount() ? -1 : int(row) * grid()->visualColumnCount() + cell->visual();
}

QAccessibleInterface *GridAccessible::childAt(int x, int y) const
{
    if (!grid()->window())
        return nullptr;
    const QPointF at = grid()->mapFromScene(grid()->window()->mapFromGlobal(QPoint(x, y)));
    return cell(grid()->rowAt(at.y()), grid()->visualColumn(grid()->columnAt(at.x())));
}

QAccessibleInterface *GridAccessible::focusChild() const
{
    return cell(grid()->currentRow(), grid()->visualColumn(grid()->currentColumn()));
}

QList<QAccessibleInterface *> GridAccessible::selectedCells() const
{
    // Of those on screen: all of them could be billions.
    QList<QAccessibleInterface *> selected;
    const int children = childCount();
    for (int index = 0; index < children; ++index) {
        const qint64 row = grid()->firstVisibleRow() + index / grid()->visualColumnCount();
        const int visual = index % grid()->visualColumnCount();
        if (grid()->isSelected(row, grid()->logicalColumn(visual)))
            selected.append(cell(row, visual));
    }
    return selected;
}

QString GridAccessible::columnDescription(int column) const
{
    const QAbstractItemModel *model = grid()->model();
    return model ? model->headerData(grid()->logicalColumn(column), Qt::Horizontal, Qt::DisplayRole).toString()
                 : QString();
}

QString GridAccessible::rowDescription(int row) const
{
    return QString::number(qint64(row) + 1);
}

int GridAccessible::selectedRowCount() const
{
    return int(grid()->selectedRowCount());
}

QList<int> GridAccessible::selectedRows() const
{
    QList<int> rows;
    for (int row = 0; row < grid()->visibleRowCount(); ++row) {
        if (isRowSelected(int(grid()->firstVisibleRow()) + row))
            rows.append(int(grid()->firstVisibleRow()) + row);
    }
    return rows;
}

int GridAccessible::columnCount() const
{
    return grid()->visualColumnCount();
}

int GridAccessible::rowCount() const
{
    return int(grid()->rowCount());
}

bool GridAccessible::isRowSelected(int row) const
{
    const QList<GridRange> ranges = grid()->selectedRanges();
    return std::any_of(ranges.begin(), ranges.end(), [row](const GridRange &range) {
        return range.wholeRows() && row >= range.firstRow && row <= range.lastRow;
    });
}

bool GridAccessible::selectRow(int row)
{
    grid()->selectRows(row, row);
    return true;
}

bool GridAccessible::selectColumn(int column)
{
    grid()->selectColumn(grid()->logicalColumn(column));
    return true;
}

GridCellAccessible::GridCellAccessible(TableGrid *grid, qint64 row, int visual)
    : m_grid(grid), m_row(row), m_visual(visual)
{ }

void *GridCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
}

bool GridCellAccessible::isValid() const
{
    return m_grid && m_row < m_grid->rowCount() && m_visual < m_grid->visualColumnCount();
}

QWindow *GridCellAccessible::window() const
{
    return m_grid ? m_grid->window() : nullptr;
}

QRect GridCellAccessible::rect() const
{
    return isValid() ? onScreen(*m_grid, m_grid->cellRect(m_row, m_grid->logicalColumn(m_visual))) : QRect();
}

QAccessible::State GridCellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid())
        return state;
    state.selectable = true;
    state.focusable = true;
    state.selected = isSelected();
    state.focused = m_grid->hasActiveFocus() && m_grid->currentRow() == m_row
        && m_grid->currentColumn() == m_grid->logicalColumn(m_visual);
    state.offscreen = !m_grid->boundingRect().intersects(m_grid->cellRect(m_row, m_grid->logicalColumn(m_visual)));
    return state;
}

QString GridCellAccessible::text(QAccessible::Text type) const
{
    if (!isValid())
        return {};
    const int column = m_grid->logicalColumn(m_visual);
    if (type == QAccessible::Name || type == QAccessible::Value)
        return m_grid->spokenValue(m_row, column);
    return type == QAccessible::Description ? m_grid->cellDescription(m_row, column) : QString();
}

QAccessibleInterface *GridCellAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_grid.data());
}

bool GridCellAccessible::isSelected() const
{
    return isValid() && m_grid->isSelected(m_row, m_grid->logicalColumn(m_visual));
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleObject>
#include <QPointer>

#include <map>

namespace Ghar {

class TableGrid;
class GridCellAccessible;

/// What screen readers see of a TableGrid: a table of all rows whose children are the visible cells.
///
/// The item gets its place in the accessible tree by `Accessible.role: Accessible.Table` and its name by
/// `Accessible.name` in QML. Cells are made when asked for and forgotten when there are too many.
class GridAccessible : public QAccessibleObject, public QAccessibleTableInterface
{
public:
    explicit GridAccessible(TableGrid *grid);
    ~GridAccessible() override;

    /// Once per program; the grid calls it.
    static void install();
    /// Tells assistive programs that the current cell moved.
    static void reportCurrentCell(TableGrid *grid);

    TableGrid *grid() const;
    QAccessibleInterface *cell(qint64 row, int visual) const;

    void *interface_cast(QAccessible::InterfaceType type) override;
    QWindow *window() const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Table; }
    QAccessible::State state() const override;
    QString text(QAccessible::Text type) const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override { return cell(row, column); }
    int selectedCellCount() const override { return int(selectedCells().size()); }
    QList<QAccessibleInterface *> selectedCells() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override;
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override;
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int column) override;
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { }

private:
    mutable std::map<std::pair<qint64, int>, QAccessible::Id> m_cells;
};

/// One cell; columns are visual.
class GridCellAccessible : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    GridCellAccessible(TableGrid *grid, qint64 row, int visual);

    qint64 row() const { return m_row; }
    int visual() const { return m_visual; }

    void *interface_cast(QAccessible::InterfaceType type) override;
    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    bool isSelected() const override;
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_visual; }
    int rowIndex() const override { return int(m_row); }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    QPointer<TableGrid> m_grid;
    qint64 m_row;
    int m_visual;
};

} // namespace Ghar

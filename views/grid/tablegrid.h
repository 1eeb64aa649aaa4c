// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gridaccessible.h"
#include "gridcolumns.h"
#include "gridnode.h"
#include "gridselection.h"
#include "gridstyle.h"
#include "gridviewport.h"
#include "rowpainter.h"
#include "tilestore.h"

#include <QAbstractItemModel>
#include <QBasicTimer>
#include <QPointer>
#include <QQuickItem>

namespace Ghar {

/// A table of up to 2^31 - 1 rows that is exact to the pixel wherever it stands.
///
/// Position and columns are whole device pixels (GridViewport, GridColumns). Each visible row is painted once into
/// pictures (RowPainter, TileStore) that become textures (GridNode); scrolling moves these and paints only what comes
/// into view. The model is asked for visible cells only, on the GUI thread: it must answer at once and show
/// CellKind::Loading for what it has yet to fetch.
///
/// *Columns* are columns of the model wherever the name does not say visual. Lengths are logical pixels. Headers and
/// scroll bars are QML beside the grid: see columnX(), verticalPosition and horizontalPosition.
class TableGrid : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QAbstractItemModel *model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(Ghar::GridStyle *style READ style CONSTANT FINAL)
    Q_PROPERTY(qreal rowHeight READ rowHeight WRITE setRowHeight NOTIFY rowHeightChanged FINAL)
    Q_PROPERTY(bool rowNumbersVisible READ rowNumbersVisible WRITE setRowNumbersVisible NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qreal gutterWidth READ gutterWidth NOTIFY columnsChanged FINAL)
    Q_PROPERTY(QList<int> columnOrder READ columnOrder WRITE setColumnOrder NOTIFY columnsChanged FINAL)
    Q_PROPERTY(int visualColumnCount READ visualColumnCount NOTIFY columnsChanged FINAL)
    Q_PROPERTY(int pinnedColumns READ pinnedColumns WRITE setPinnedColumns NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qreal pinnedWidth READ pinnedWidth NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qreal defaultColumnWidth READ defaultColumnWidth WRITE setDefaultColumnWidth NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qreal contentX READ contentX WRITE setContentX NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qreal contentWidth READ contentWidth NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qreal horizontalPosition READ horizontalPosition WRITE setHorizontalPosition NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qreal horizontalSize READ horizontalSize NOTIFY columnsChanged FINAL)
    Q_PROPERTY(qlonglong rowCount READ rowCount NOTIFY viewportChanged FINAL)
    Q_PROPERTY(qlonglong firstVisibleRow READ firstVisibleRow NOTIFY viewportChanged FINAL)
    Q_PROPERTY(int visibleRowCount READ visibleRowCount NOTIFY viewportChanged FINAL)
    Q_PROPERTY(qreal verticalPosition READ verticalPosition WRITE setVerticalPosition NOTIFY viewportChanged FINAL)
    Q_PROPERTY(qreal verticalSize READ verticalSize NOTIFY viewportChanged FINAL)
    Q_PROPERTY(qlonglong currentRow READ currentRow WRITE setCurrentRow NOTIFY currentChanged FINAL)
    Q_PROPERTY(int currentColumn READ currentColumn WRITE setCurrentColumn NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString currentDescription READ currentDescription NOTIFY currentDescriptionChanged FINAL)
    Q_PROPERTY(bool hasSelection READ hasSelection NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QList<Ghar::GridRange> selectedRanges READ selectedRanges NOTIFY selectionChanged FINAL)
    Q_PROPERTY(qlonglong selectedRowCount READ selectedRowCount NOTIFY selectionChanged FINAL)
    Q_PROPERTY(qlonglong hoveredRow READ hoveredRow NOTIFY hoveredRowChanged FINAL)

public:
    explicit TableGrid(QQuickItem *parent = nullptr);
    ~TableGrid() override;

    QAbstractItemModel *model() const { return m_model; }
    void setModel(QAbstractItemModel *model);
    GridStyle *style() { return &m_style; }

    qreal rowHeight() const { return m_rowHeight; }
    void setRowHeight(qreal height);
    bool rowNumbersVisible() const { return m_rowNumbersVisible; }
    void setRowNumbersVisible(bool visible);
    /// 0 without row numbers; otherwise as wide as the highest number needs.
    qreal gutterWidth() const;

    /// Visual to logical. Columns that are missing are hidden; empty shows all in the model's order.
    QList<int> columnOrder() const { return m_columns.order(); }
    void setColumnOrder(const QList<int> &order);
    int visualColumnCount() const { return m_columns.visualCount(); }
    int pinnedColumns() const { return m_columns.pinned(); }
    void setPinnedColumns(int count);
    qreal pinnedWidth() const;
    qreal defaultColumnWidth() const { return m_columns.defaultWidth(); }
    void setDefaultColumnWidth(qreal width);
    Q_INVOKABLE qreal columnWidth(int column) const { return m_columns.logicalWidth(column); }
    Q_INVOKABLE void setColumnWidth(int column, qreal width);
    /// Width that fits the header and the texts of the visible rows, within reason. Does not set it.
    Q_INVOKABLE qreal autoWidth(int column) const;
    Q_INVOKABLE int logicalColumn(int visual) const { return m_columns.logicalAt(visual); }
    Q_INVOKABLE int visualColumn(int column) const { return m_columns.visualOf(column); }

    qreal contentX() const;
    void setContentX(qreal x);
    /// All columns without the gutter.
    qreal contentWidth() const;
    qreal horizontalPosition() const; ///< 0..1
    void setHorizontalPosition(qreal fraction);
    qreal horizontalSize() const; ///< 0..1, 1: nothing to scroll

    qlonglong rowCount() const { return m_viewport.rowCount(); }
    qlonglong firstVisibleRow() const { return m_viewport.firstRow(); }
    /// Rows of which a pixel is visible.
    int visibleRowCount() const;
    /// 0: at the top, 1: at the end. A ScrollBar's position is this x (1 - size).
    qreal verticalPosition() const { return m_viewport.fraction(); }
    void setVerticalPosition(qreal fraction);
    qreal verticalSize() const { return m_viewport.visibleFraction(); }

    /// Puts a row to the upper edge, or as near as the end allows.
    Q_INVOKABLE void positionAtRow(qlonglong row);
    /// Scrolls as little as possible; a negative column leaves the columns where they are.
    Q_INVOKABLE void ensureVisible(qlonglong row, int column);
    /// Logical pixels; exact to the device pixel, remainders are kept for the next call.
    Q_INVOKABLE void scrollBy(qreal dx, qreal dy);

    /// Left edge of a column in the item after scrolling and pinning.
    Q_INVOKABLE qreal columnX(int visual) const;
    /// As drawn: rounded to device pixels.
    Q_INVOKABLE qreal visualWidth(int visual) const;
    /// Column of the model at x, -1 beside the columns.
    Q_INVOKABLE int columnAt(qreal x) const;
    Q_INVOKABLE qlonglong rowAt(qreal y) const;
    /// Empty for cells that are hidden; may lie outside of the item.
    Q_INVOKABLE QRectF cellRect(qlonglong row, int column) const;

    qlonglong currentRow() const { return m_selection.current().row; }
    void setCurrentRow(qlonglong row);
    int currentColumn() const { return m_columns.logicalAt(m_selection.current().visual); }
    void setCurrentColumn(int column);
    /// Moves the current cell, selects it alone, and scrolls to it.
    Q_INVOKABLE void setCurrentCell(qlonglong row, int column);
    /// "column: value, row n of m", for screen readers.
    QString currentDescription() const;
    QString cellDescription(qlonglong row, int column) const;
    /// The value alone as it is read out: bounded, and words for what is drawn as a mark.
    QString spokenValue(qlonglong row, int column) const;

    bool hasSelection() const { return !m_selection.ranges().isEmpty(); }
    QList<GridRange> selectedRanges() const { return m_selection.ranges(); }
    qlonglong selectedRowCount() const { return m_selection.rowCount(); }
    Q_INVOKABLE bool isSelected(qlonglong row, int column) const;
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void selectColumn(int column);
    Q_INVOKABLE void selectRows(qlonglong first, qlonglong last);
    Q_INVOKABLE void clearSelection();
    qlonglong hoveredRow() const { return m_hoveredRow; }

    /// For tests and measurements: tiles painted since the grid exists.
    quint64 paintedTiles() const { return m_tiles.paintings(); }

signals:
    void modelChanged();
    void rowHeightChanged();
    /// Widths, order, pinning, gutter or horizontal position changed: headers read columnX() again.
    void columnsChanged();
    void viewportChanged();
    /// At most once per frame, before the rows are asked for; the model may prefetch around them.
    void visibleRowsChanged(qlonglong first, qlonglong last);
    void currentChanged();
    void currentDescriptionChanged();
    void selectionChanged();
    void hoveredRowChanged();
    /// Enter or double click.
    void activated(qlonglong row, int column);
    /// Ctrl+click on a CellKind::Link.
    void linkActivated(qlonglong row, int column);
    /// Right click, menu key or Shift+F10; row and column are -1 beside the cells.
    void contextMenuRequested(qlonglong row, int column, QPointF position);

protected:
    void componentComplete() override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *oldNode, UpdatePaintNodeData *data) override;

    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Drag { None, Cells, Rows };

    // Model: tablegridmodel.cpp
    void connectModel();
    void onRowsInserted(const QModelIndex &parent, int first, int last);
    void onRowsRemoved(const QModelIndex &parent, int first, int last);
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void onReset();
    void onLayoutChanged();
    CellContent contentAt(GridCell cell) const;
    QString rowNumber(qint64 row) const; ///< what the model calls the row, else its place from 1

    // Geometry: tablegrid.cpp
    void refreshGeometry();
    void applyViewport(bool moved);
    void columnsWereChanged();
    void styleWasChanged();
    bool setScrollX(int pixels);
    int maximumScrollX() const;
    int gutterPixels() const { return m_gutter; }
    int viewLeft(int visual) const; ///< device pixels in the item
    QPoint toDevice(QPointF position) const;
    void schedule();

    // Selection and input: tablegridinput.cpp
    GridCell cellAt(QPointF position, bool clamped) const;
    /// Applies the change, then reports what differs.
    template <typename Change> void changeSelection(Change change);
    void moveCurrent(GridCell cell, bool extend);
    void showCell(GridCell cell);
    void dragTo(QPointF position);
    void endDrag();
    void refreshHover();
    void requestMenu(QPointF position, GridCell cell);

    // Painting: tablegridpaint.cpp
    void paintMissingTiles(qint64 first, qint64 last);
    void addTile(const TileStore::Tile &tile, const QRect &whole, const QRect &region);
    void addTints();
    void addTint(qint64 firstRow, qint64 lastRow, int firstVisual, int lastVisual, const QColor &color);
    QRect scrollRegion() const;
    QRect pinnedRegion() const;

    QPointer<QAbstractItemModel> m_model;
    GridStyle m_style;
    GridViewport m_viewport;
    GridColumns m_columns;
    GridSelection m_selection;
    RowPainter m_painter;
    TileStore m_tiles;
    GridFrame m_frame;

    qreal m_rowHeight = 28.0;
    bool m_rowNumbersVisible = true;
    qreal m_ratio = 1.0;
    QPointF m_shift; ///< see GridFrame
    QSize m_size;    ///< device pixels
    int m_gutter = 0;
    int m_scrollX = 0;
    QPointF m_remainder; ///< device pixels that were too few to scroll
    qint64 m_reportedFirst = -1;
    qint64 m_reportedLast = -1;
    qint64 m_hoveredRow = -1;
    QPointF m_pointer{-1, -1};
    Drag m_drag = Drag::None;
    QBasicTimer m_dragTimer;
    QMetaObject::Connection m_windowConnection;
};

template <typename Change> void TableGrid::changeSelection(Change change)
{
    const GridCell before = m_selection.current();
    const QList<GridRange> ranges = m_selection.ranges();
    change();
    const bool moved = before != m_selection.current();
    const bool selected = ranges != m_selection.ranges();
    if (!moved && !selected)
        return;
    schedule();
    if (moved) {
        emit currentChanged();
        emit currentDescriptionChanged();
        GridAccessible::reportCurrentCell(this);
    }
    if (selected)
        emit selectionChanged();
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cellroles.h"
#include "celltextpainter.h"
#include "gridcolumns.h"

class QAbstractItemModel;
class QImage;

namespace Ghar {

class GridStyle;

/// What the model says about one cell, read once per painting.
struct CellContent
{
    QString text;
    Qt::Alignment alignment;
    CellKind kind = CellKind::Text;
    CellTone tone = CellTone::Neutral;
    CellChange change = CellChange::None;

    static CellContent read(const QAbstractItemModel &model, int row, int column);
};

/// Paints cells of one row, background and lines included, into opaque pictures of device pixels.
///
/// GUI thread; keeps no row. Asks the model for the cells that it paints and no others.
class RowPainter
{
public:
    explicit RowPainter(const GridStyle *style);

    /// Call after the style or the device pixel ratio changed.
    void prepare(qreal ratio);
    qreal ratio() const { return m_ratio; }
    /// Device pixels of a length in logical ones.
    int pixels(qreal logical) const;

    /// Picture: width of the group x height of a row.
    void paintCells(QImage *picture, const QAbstractItemModel &model, qint64 row, const GridColumns &columns,
                    const GridColumns::Group &group) const;
    void paintRowNumber(QImage *picture, const QString &number) const;

    /// Device pixels that a cell wants, with its padding.
    int preferredWidth(const CellContent &content) const;
    int preferredHeaderWidth(const QString &text) const;
    int rowNumberWidth(qint64 rowCount) const;

private:
    void paintCell(QPainter *painter, const QRect &cell, const CellContent &content, qint64 row, int column) const;
    /// A corner that says what the colour says, for those who do not see it.
    void paintFaultMark(QPainter *painter, const QRect &cell) const;
    void paintPlaceholder(QPainter *painter, const QRect &box, qint64 row, int column) const;
    void paintBoolean(QPainter *painter, const QRect &box, const CellContent &content) const;
    void paintChip(QPainter *painter, const QRect &box, const CellContent &content) const;

    const GridStyle *m_style;
    CellTextPainter m_text;
    qreal m_ratio = 1.0;
    int m_padding = 8;
    int m_line = 1;
};

} // namespace Ghar

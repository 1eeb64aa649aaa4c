// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QQmlEngine>
#include <QQuickItem>
#include <QVariant>

namespace Ghar {

/// Columns of one or several series over the same categories, side by side. It draws columns only; labels and lines
/// belong to whoever shows it.
class ColumnChart : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    /// A list of numbers for each series; they are not below 0.
    Q_PROPERTY(QVariantList series READ series WRITE setSeries NOTIFY seriesChanged)
    /// A colour for each series.
    Q_PROPERTY(QVariantList colors READ colors WRITE setColors NOTIFY colorsChanged)
    Q_PROPERTY(QColor currentColor READ currentColor WRITE setCurrentColor NOTIFY colorsChanged)
    /// The category that is marked, or -1.
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentIndexChanged)
    Q_PROPERTY(int count READ count NOTIFY seriesChanged)
    /// The value at the upper edge: a round number that no column is above of.
    Q_PROPERTY(qreal ceiling READ ceiling NOTIFY seriesChanged)

public:
    explicit ColumnChart(QQuickItem *parent = nullptr);

    /// The category at a horizontal place, or -1.
    Q_INVOKABLE int indexAt(qreal x) const;

    [[nodiscard]] QVariantList series() const { return m_series; }
    void setSeries(const QVariantList &series);
    [[nodiscard]] QVariantList colors() const { return m_colors; }
    void setColors(const QVariantList &colors);
    [[nodiscard]] QColor currentColor() const { return m_currentColor; }
    void setCurrentColor(const QColor &color);
    [[nodiscard]] int currentIndex() const { return m_currentIndex; }
    void setCurrentIndex(int index);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] qreal ceiling() const { return m_ceiling; }

    /// The smallest of 1, 2, 5, 10, 20, 50 … that is not below the value.
    [[nodiscard]] static qreal roundedUp(qreal value);

    /// Rectangles of the columns in the item, series by series, for drawing and tests.
    [[nodiscard]] QList<QRectF> columns(int series) const;

signals:
    void seriesChanged();
    void colorsChanged();
    void currentIndexChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    QVariantList m_series;
    QList<QList<qreal>> m_values;
    QVariantList m_colors;
    QColor m_currentColor;
    int m_currentIndex = -1;
    int m_count = 0;
    qreal m_ceiling = 1;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnchart.h"

#include <QQuickWindow>
#include <QSGRectangleNode>

#include <algorithm>
#include <cmath>

namespace Ghar {

/// Part of a category's width that stays free between its columns and those of the next.
static constexpr qreal gap = 0.3;

ColumnChart::ColumnChart(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

qreal ColumnChart::roundedUp(qreal value)
{
    if (!(value > 1))
        return 1;
    const qreal power = std::pow(10.0, std::floor(std::log10(value)));
    for (const qreal step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

void ColumnChart::setSeries(const QVariantList &series)
{
    if (m_series == series)
        return;
    m_series = series;
    m_values.clear();
    qsizetype count = 0;
    qreal highest = 0;
    for (const QVariant &one : series) {
        QList<qreal> values;
        for (const QVariant &value : one.toList()) {
            values.append(qMax(0.0, value.toReal()));
            highest = qMax(highest, values.last());
        }
        count = qMax(count, values.size());
        m_values.append(values);
    }
    m_count = int(count);
    m_ceiling = roundedUp(highest);
    emit seriesChanged();
    setCurrentIndex(qMin(m_currentIndex, m_count - 1));
    update();
}

void ColumnChart::setColors(const QVariantList &colors)
{
    if (m_colors == colors)
        return;
    m_colors = colors;
    emit colorsChanged();
    update();
}

void ColumnChart::setCurrentColor(const QColor &color)
{
    if (m_currentColor == color)
        return;
    m_currentColor = color;
    emit colorsChanged();
    update();
}

void ColumnChart::setCurrentIndex(int index)
{
    const int wanted = qBound(-1, index, m_count - 1);
    if (m_currentIndex == wanted)
        return;
    m_currentIndex = wanted;
    emit currentIndexChanged();
    update();
}

int ColumnChart::indexAt(qreal x) const
{
    if (m_count == 0 || x < 0 || x >= width())
        return -1;
    return int(x * m_count / width());
}

QList<QRectF> ColumnChart::columns(int series) const
{
    QList<QRectF> rectangles;
    const QList<qreal> values = m_values.value(series);
    const qreal category = m_count > 0 ? width() / m_count : 0;
    const qreal each = category * (1 - gap) / qMax<qsizetype>(1, m_values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        // Whole pixels, so that columns of one value are of one width and height.
        const qreal left = std::round(i * category + category * gap / 2 + series * each);
        const qreal right = qMax(left + 1, std::round(i * category + category * gap / 2 + (series + 1) * each));
        qreal high = std::round(values.at(i) / m_ceiling * height());
        if (values.at(i) > 0)
            high = qMax(1.0, high); // something is more than nothing
        rectangles.append(QRectF(left, height() - high, right - left, high));
    }
    return rectangles;
}

QSGNode *ColumnChart::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    QSGNode *root = old ? old : new QSGNode;
    QSGNode *next = root->firstChild();
    const auto draw = [&](const QRectF &rectangle, const QColor &color) {
        auto *node = static_cast<QSGRectangleNode *>(next);
        if (!node) {
            node = window()->createRectangleNode();
            root->appendChildNode(node);
        } else {
            next = next->nextSibling();
        }
        node->setRect(rectangle);
        node->setColor(color);
    };
    if (m_currentIndex >= 0 && m_count > 0) {
        const qreal category = width() / m_count;
        draw(QRectF(std::round(m_currentIndex * category), 0, std::round(category), height()), m_currentColor);
    }
    for (int series = 0; series < m_values.size(); ++series) {
        for (const QRectF &column : columns(series)) {
            if (!column.isEmpty())
                draw(column, m_colors.value(series).value<QColor>());
        }
    }
    while (next) {
        QSGNode *gone = next;
        next = next->nextSibling();
        root->removeChildNode(gone);
        delete gone;
    }
    return root;
}

void ColumnChart::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    update();
}

} // namespace Ghar

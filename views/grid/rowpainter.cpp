// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowpainter.h"

#include "gridstyle.h"

#include <QAbstractItemModel>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace Ghar {

namespace {
/// The same cell always gets the same number, so that placeholders keep still while the rows come in.
quint32 stableNoise(qint64 row, int column)
{
    quint64 x = quint64(row) * 0x9e3779b97f4a7c15ULL + quint64(column) * 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 31;
    x *= 0x94d049bb133111ebULL;
    return quint32(x >> 33);
}

bool meansTrue(const QString &text)
{
    return text == "1"_L1 || text.compare("true"_L1, Qt::CaseInsensitive) == 0
        || text.compare("t"_L1, Qt::CaseInsensitive) == 0 || text.compare("yes"_L1, Qt::CaseInsensitive) == 0;
}
} // namespace

CellContent CellContent::read(const QAbstractItemModel &model, int row, int column)
{
    QModelRoleData roles[]{QModelRoleData(CellKindRole), QModelRoleData(Qt::DisplayRole),
                           QModelRoleData(Qt::TextAlignmentRole), QModelRoleData(CellToneRole),
                           QModelRoleData(CellChangeRole)};
    // One virtual call per cell where the model offers it.
    model.multiData(model.index(row, column), roles);

    CellContent content;
    const QVariant &kind = roles[0].data();
    content.kind = kind.isValid() ? CellKind(kind.toInt()) : CellKind::Text;
    if (content.kind != CellKind::Loading && content.kind != CellKind::Null && content.kind != CellKind::Default)
        content.text = roles[1].data().toString();
    if (const QVariant &alignment = roles[2].data(); alignment.isValid())
        content.alignment = Qt::Alignment(alignment.toInt());
    else if (content.kind == CellKind::Number)
        content.alignment = Qt::AlignRight;
    content.tone = CellTone(roles[3].data().toInt());
    content.change = CellChange(roles[4].data().toInt());
    return content;
}

RowPainter::RowPainter(const GridStyle *style) : m_style(style)
{
    prepare(1.0);
}

void RowPainter::prepare(qreal ratio)
{
    m_ratio = ratio;
    m_padding = pixels(m_style->cellPadding);
    // A hairline: one device pixel up to 150 %, two at 200 %, where one would all but vanish beside the text.
    m_line = std::max(1, int(std::floor(ratio * 0.75)));
    m_text.setFonts(m_style->font, m_style->numberFont, ratio);
}

int RowPainter::pixels(qreal logical) const
{
    return int(std::lround(logical * m_ratio));
}

void RowPainter::paintCells(QImage *picture, const QAbstractItemModel &model, qint64 row, const GridColumns &columns,
                            const GridColumns::Group &group) const
{
    QPainter painter(picture);
    const QColor &background = row % 2 == 0 ? m_style->background : m_style->alternate;
    painter.fillRect(picture->rect(), background);
    const int height = picture->height() - m_line;
    for (int visual = group.firstVisual; visual <= group.lastVisual; ++visual) {
        const int column = columns.logicalAt(visual);
        const QRect cell(columns.left(visual) - group.left, 0, columns.width(visual) - m_line, height);
        paintCell(&painter, cell, CellContent::read(model, int(row), column), row, column);
        painter.fillRect(cell.right() + 1, 0, m_line, height, m_style->gridLine);
    }
    painter.fillRect(0, height, picture->width(), m_line, m_style->gridLine);
}

void RowPainter::paintRowNumber(QImage *picture, const QString &number) const
{
    QPainter painter(picture);
    painter.fillRect(picture->rect(), m_style->gutter);
    const QRect cell(0, 0, picture->width() - m_line, picture->height() - m_line);
    m_text.drawNumber(&painter, cell.adjusted(m_padding, 0, -m_padding, 0), number, Qt::AlignRight, m_style->muted);
    painter.fillRect(cell.right() + 1, 0, m_line, picture->height(), m_style->gridLine);
    painter.fillRect(0, cell.bottom() + 1, picture->width(), m_line, m_style->gridLine);
}

void RowPainter::paintCell(QPainter *painter, const QRect &cell, const CellContent &content, qint64 row,
                           int column) const
{
    switch (content.change) {
    case CellChange::None:
        break;
    case CellChange::Edited:
        painter->fillRect(cell, m_style->edited);
        break;
    case CellChange::Inserted:
        painter->fillRect(cell, m_style->inserted);
        break;
    case CellChange::Deleted:
        painter->fillRect(cell, m_style->deleted);
        break;
    case CellChange::Faulty:
        painter->fillRect(cell, m_style->deleted);
        paintFaultMark(painter, cell);
        break;
    }
    const QRect box = cell.adjusted(m_padding, 0, -m_padding, 0);
    if (box.width() <= 0)
        return;
    switch (content.kind) {
    case CellKind::Loading:
        return paintPlaceholder(painter, box, row, column);
    case CellKind::Text:
        return m_text.draw(painter, box, content.text, content.alignment, m_style->text, m_style->placeholder);
    case CellKind::Number:
        return m_text.drawNumber(painter, box, content.text, content.alignment, m_style->text);
    case CellKind::Null:
        return m_text.draw(painter, box, u"NULL"_s, content.alignment, m_style->placeholder, m_style->placeholder);
    case CellKind::Default:
        return m_text.draw(painter, box, u"DEFAULT"_s, content.alignment, m_style->placeholder, m_style->placeholder);
    case CellKind::Missing:
        return m_text.draw(painter, box, content.text, content.alignment, m_style->chipBadText, m_style->chipBadText);
    case CellKind::Boolean:
        return paintBoolean(painter, box, content);
    case CellKind::Chip:
        return paintChip(painter, box, content);
    case CellKind::Link:
        if (content.alignment & Qt::AlignRight)
            return m_text.drawNumber(painter, box, content.text, content.alignment, m_style->link);
        return m_text.draw(painter, box, content.text, content.alignment, m_style->link, m_style->placeholder);
    case CellKind::Masked:
        // Always four: the length of a hidden value is part of what is hidden.
        return m_text.draw(painter, box, u"\u2022\u2022\u2022\u2022"_s, content.alignment, m_style->muted,
                           m_style->muted);
    }
}

void RowPainter::paintFaultMark(QPainter *painter, const QRect &cell) const
{
    const int size = pixels(7);
    const int right = cell.right() + 1;
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_style->chipBadText);
    painter->drawPolygon(
        QPolygon({QPoint(right - size, cell.top()), QPoint(right, cell.top()), QPoint(right, cell.top() + size)}));
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void RowPainter::paintPlaceholder(QPainter *painter, const QRect &box, qint64 row, int column) const
{
    const int share = 30 + int(stableNoise(row, column) % 46); // percent
    const int height = pixels(8);
    const int width = std::max(height, std::min(pixels(220), box.width()) * share / 100);
    QColor color = m_style->placeholder;
    color.setAlphaF(color.alphaF() * 0.25F);
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(QRect(box.left(), box.top() + (box.height() - height) / 2, width, height), height / 2.0,
                             height / 2.0);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void RowPainter::paintBoolean(QPainter *painter, const QRect &box, const CellContent &content) const
{
    const int size = pixels(12);
    int left = box.left();
    if (content.alignment & Qt::AlignRight)
        left = box.right() + 1 - size;
    else if (content.alignment & Qt::AlignHCenter)
        left += (box.width() - size) / 2;
    const QPointF origin(left, box.top() + (box.height() - size) / 2);
    const qreal unit = size / 12.0;
    if (!meansTrue(content.text)) {
        // On whole pixels, so that the dash stays sharp.
        painter->fillRect(QRect(left + pixels(2), box.top() + box.height() / 2, pixels(8), std::max(1, pixels(1.2))),
                          m_style->placeholder);
        return;
    }
    const QPointF check[]{origin + QPointF(1.5, 6.5) * unit, origin + QPointF(4.6, 9.5) * unit,
                          origin + QPointF(10.5, 2.8) * unit};
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(QPen(m_style->text, 1.5 * m_ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(check, 3);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void RowPainter::paintChip(QPainter *painter, const QRect &box, const CellContent &content) const
{
    if (content.text.isEmpty())
        return;
    const int inner = pixels(7);
    const int height = std::min(box.height() - pixels(4), pixels(20));
    // Starts a little left of where text would, so that the words of chips line up better with other columns.
    const int left = box.left() - pixels(2);
    const int width = std::min(m_text.width(content.text) + 2 * inner, box.right() + 1 + pixels(4) - left);
    const QRect chip(left, box.top() + (box.height() - height) / 2, width, height);
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_style->chipBackground(content.tone));
    const qreal radius = 5 * m_ratio;
    painter->drawRoundedRect(chip, radius, radius);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QColor color = m_style->chipText(content.tone);
    m_text.draw(painter, QRect(chip.left() + inner, box.top(), chip.width() - 2 * inner, box.height()), content.text,
                Qt::AlignLeft, color, color);
}

int RowPainter::preferredWidth(const CellContent &content) const
{
    int width = 0;
    switch (content.kind) {
    case CellKind::Loading:
        return 0;
    case CellKind::Text:
    case CellKind::Missing:
        width = m_text.width(content.text);
        break;
    case CellKind::Number:
        width = m_text.numberWidth(content.text);
        break;
    case CellKind::Link:
        width = std::max(m_text.width(content.text), m_text.numberWidth(content.text));
        break;
    case CellKind::Null:
    case CellKind::Masked:
        width = m_text.width(u"NULL"_s);
        break;
    case CellKind::Default:
        width = m_text.width(u"DEFAULT"_s);
        break;
    case CellKind::Boolean:
        width = pixels(12);
        break;
    case CellKind::Chip:
        width = m_text.width(content.text) + pixels(14);
        break;
    }
    return width + 2 * m_padding + m_line;
}

int RowPainter::preferredHeaderWidth(const QString &text) const
{
    // Headers may be semi-bold and carry a sort arrow.
    return m_text.width(text) * 11 / 10 + 2 * m_padding + m_line + pixels(16);
}

int RowPainter::rowNumberWidth(qint64 rowCount) const
{
    // Never narrower than four digits, so that a filter that finds few rows does not move the columns.
    const QString widest(std::max<qsizetype>(4, QString::number(rowCount).size()), u'0');
    return m_text.numberWidth(widest) + 2 * m_padding + m_line;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celltextpainter.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {
constexpr QChar lineBreakMark(0x21b5);
constexpr QChar ellipsis(0x2026);

QFont scaled(QFont font, qreal ratio)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, int(std::lround(font.pixelSize() * ratio))));
    else
        font.setPointSizeF(std::max(1.0, font.pointSizeF() * ratio));
    // Coloured fringes would be wrong on turned screens and look restless in dense rows.
    font.setStyleStrategy(QFont::StyleStrategy(font.styleStrategy() | QFont::NoSubpixelAntialias));
    return font;
}

bool isRightToLeft(QChar c)
{
    if (c.unicode() < 0x590)
        return false;
    const QChar::Direction direction = c.direction();
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirRLE
        || direction == QChar::DirRLO || direction == QChar::DirRLI
        // Some right-to-left scripts lie beyond the basic plane; treat all of those carefully.
        || c.isHighSurrogate();
}

/// One unwrapped line whose left edge is at 0, whichever way it reads.
void shape(QTextLayout *layout)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    layout->setTextOption(option);
    layout->beginLayout();
    layout->createLine();
    layout->endLayout();
}

int leftEdge(const QRect &cell, int width, Qt::Alignment alignment)
{
    if (alignment & Qt::AlignRight)
        return cell.right() + 1 - width;
    if (alignment & Qt::AlignHCenter)
        return cell.left() + (cell.width() - width) / 2;
    return cell.left();
}
}

void CellTextPainter::setFonts(const QFont &text, const QFont &number, qreal ratio)
{
    m_font = scaled(text, ratio);
    m_numberFont = scaled(number, ratio);
    m_metrics = QFontMetricsF(m_font);
    m_numberMetrics = QFontMetricsF(m_numberFont);
    m_ellipsisWidth = m_metrics.horizontalAdvance(ellipsis);

    m_rawNumberFont = QRawFont::fromFont(m_numberFont);
    std::fill(std::begin(m_figures), std::end(m_figures), Figure {});
    qreal widest = 0;
    for (ushort code = 0x20; code < 0x7f + 1; ++code) {
        const QChar c = code == 0x7f ? QChar(0x20b9) : QChar(code);
        const QList<quint32> glyphs = m_rawNumberFont.glyphIndexesForString(QString(c));
        if (glyphs.size() != 1 || glyphs.front() == 0)
            continue;
        Figure &figure = m_figures[figureIndex(c)];
        figure.glyph = glyphs.front();
        figure.advance = m_rawNumberFont.advancesForGlyphIndexes(glyphs).front().x();
        if (c.isDigit())
            widest = std::max(widest, figure.advance);
    }
    // Whole pixels, so that a column of figures lines up exactly.
    widest = std::round(widest);
    for (char16_t c = u'0'; c <= u'9'; ++c) {
        Figure &figure = m_figures[figureIndex(c)];
        figure.shift = std::floor((widest - figure.advance) / 2);
        figure.advance = widest;
    }
}

int CellTextPainter::figureIndex(QChar c)
{
    if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
        return c.unicode() - 0x20;
    return c.unicode() == 0x20b9 ? figureCount - 1 : -1; // Rupee
}

int CellTextPainter::baseline(const QRect &cell, const QFontMetricsF &metrics) const
{
    // Centred on the capitals: centring on ascent and descent lets most fonts look low.
    return cell.top() + int(std::lround((cell.height() + metrics.capHeight()) / 2));
}

CellTextPainter::Line CellTextPainter::lineOf(const QString &text, int width)
{
    // No readable glyph is narrower than 2 pixels; the surplus allows for marks that have no width of their own.
    const qsizetype most = qsizetype(std::max(width, 0)) / 2 + 64;
    Line line;
    line.cut = text.size() > most;
    line.text = line.cut ? text.left(most) : text;
    if (line.cut && line.text.back().isHighSurrogate())
        line.text.chop(1);
    for (qsizetype i = 0; i < line.text.size(); ++i) {
        const QChar c = line.text.at(i);
        if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            if (c == u'\r' && i + 1 < line.text.size() && line.text.at(i + 1) == u'\n')
                line.text.remove(i, 1);
            line.text[i] = lineBreakMark;
            line.breaks.append(int(i));
        } else if (c < u' ') {
            line.text[i] = u' ';
        } else if (isRightToLeft(c)) {
            line.rightToLeft = true;
        }
    }
    return line;
}

void CellTextPainter::draw(QPainter *painter, const QRect &cell, const QString &text, Qt::Alignment alignment,
                           const QColor &color, const QColor &faint) const
{
    if (text.isEmpty() || cell.width() <= 0)
        return;
    Line line = lineOf(text, cell.width());
    const auto formats = [&](const Line &of) {
        QList<QTextLayout::FormatRange> ranges;
        for (int position : of.breaks) {
            QTextLayout::FormatRange range;
            range.start = position;
            range.length = 1;
            range.format.setForeground(faint);
            ranges.append(range);
        }
        return ranges;
    };
    const int base = baseline(cell, m_metrics);
    painter->setPen(color);

    QTextLayout layout(line.text, m_font);
    if (!line.breaks.isEmpty())
        layout.setFormats(formats(line));
    shape(&layout);
    const QTextLine shaped = layout.lineAt(0);
    const qreal width = shaped.naturalTextWidth();
    if (!line.cut && width <= cell.width()) {
        const int x = leftEdge(cell, int(std::ceil(width)), alignment);
        shaped.draw(painter, QPointF(x, base - shaped.ascent()));
        return;
    }

    // An elided text starts at the left edge, or at the right one if it reads from there.
    const qreal room = cell.width() - m_ellipsisWidth;
    if (room <= 0) {
        painter->save();
        painter->setClipRect(cell);
        painter->setFont(m_font);
        painter->drawText(QPoint(cell.left(), base), QString(ellipsis));
        painter->restore();
        return;
    }
    if (line.rightToLeft) {
        const QString elided = m_metrics.elidedText(line.text, Qt::ElideRight, cell.width());
        QTextLayout second(line.cut && !elided.contains(ellipsis) ? elided + ellipsis : elided, m_font);
        if (!line.breaks.isEmpty()) {
            line.breaks.removeIf([&](int position) { return position >= elided.size() - 1; });
            second.setFormats(formats(line));
        }
        shape(&second);
        const QTextLine all = second.lineAt(0);
        const bool fromRight = line.text.isRightToLeft();
        const int x = fromRight ? cell.right() + 1 - int(std::ceil(all.naturalTextWidth())) : cell.left();
        all.draw(painter, QPointF(x, base - all.ascent()));
        return;
    }
    int end = shaped.xToCursor(room, QTextLine::CursorOnCharacter);
    if (shaped.cursorToX(end) > room)
        end = layout.previousCursorPosition(end);
    while (end > 0 && line.text.at(end - 1).isSpace())
        --end;
    if (!line.breaks.isEmpty()) {
        line.text = line.text.left(end) + ellipsis;
        line.breaks.removeIf([&](int position) { return position >= end; });
        QTextLayout second(line.text, m_font);
        second.setFormats(formats(line));
        shape(&second);
        const QTextLine all = second.lineAt(0);
        all.draw(painter, QPointF(cell.left(), base - all.ascent()));
        return;
    }
    // Drawn from the glyphs at hand: shaping a second time would double the cost of every long text.
    if (end > 0) {
        const auto runs = layout.glyphRuns(0, end);
        for (const QGlyphRun &run : runs)
            painter->drawGlyphRun(QPointF(cell.left(), base - shaped.ascent()), run);
    }
    painter->setFont(m_font);
    painter->drawText(QPointF(cell.left() + std::round(shaped.cursorToX(end)), base), QString(ellipsis));
}

bool CellTextPainter::numberGlyphs(const QString &text, QList<quint32> *glyphs, QList<QPointF> *positions,
                                   int *width) const
{
    qreal x = 0;
    for (QChar c : text) {
        const int index = figureIndex(c);
        if (index < 0 || m_figures[index].glyph == 0)
            return false;
        const Figure &figure = m_figures[index];
        if (glyphs) {
            glyphs->append(figure.glyph);
            positions->append({std::round(x) + figure.shift, 0});
        }
        x += figure.advance;
    }
    *width = int(std::ceil(x));
    return true;
}

void CellTextPainter::drawNumber(QPainter *painter, const QRect &cell, const QString &text, Qt::Alignment alignment,
                                 const QColor &color) const
{
    QList<quint32> glyphs;
    QList<QPointF> positions;
    int width = 0;
    // A number that does not fit is elided like text: digits that silently vanish would be a wrong number.
    if (text.size() > 64 || !numberGlyphs(text, &glyphs, &positions, &width) || width > cell.width())
        return draw(painter, cell, text, alignment, color, color);
    QGlyphRun run;
    run.setRawFont(m_rawNumberFont);
    run.setGlyphIndexes(glyphs);
    run.setPositions(positions);
    painter->setPen(color);
    painter->drawGlyphRun(QPointF(leftEdge(cell, width, alignment), baseline(cell, m_numberMetrics)), run);
}

int CellTextPainter::width(const QString &text) const
{
    // Whatever is longer is wider than any column wants to be.
    return int(std::ceil(m_metrics.horizontalAdvance(lineOf(text, 1024).text)));
}

int CellTextPainter::numberWidth(const QString &text) const
{
    int pixels = 0;
    return text.size() <= 64 && numberGlyphs(text, nullptr, nullptr, &pixels) ? pixels : width(text);
}

} // namespace Ghar

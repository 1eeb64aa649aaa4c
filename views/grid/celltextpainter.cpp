// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celltextpainter.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Ghar {

namespace {
constexpr QChar lineBreakMark(0x21b5);
constexpr QChar ellipsis(0x2026);
constexpr QChar rupee(0x20b9);
/// More than a screen full; forgotten all at once.
constexpr size_t mostWords = 8192;

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
        || direction == QChar::DirRLO
        || direction == QChar::DirRLI
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
} // namespace

void CellTextPainter::setFonts(const QFont &text, const QFont &number, qreal ratio)
{
    m_font = scaled(text, ratio);
    m_numberFont = scaled(number, ratio);
    m_metrics = QFontMetricsF(m_font);
    m_numberMetrics = QFontMetricsF(m_numberFont);
    m_rawFont = QRawFont::fromFont(m_font);
    m_rawNumberFont = QRawFont::fromFont(m_numberFont);
    m_glyphPainter.clear();
    m_words.clear();
    readFigures(m_rawFont, m_letters);
    readFigures(m_rawNumberFont, m_figures);
    m_ellipsis = shapeWord(QString(ellipsis));

    // Whole pixels, so that a column of figures lines up exactly.
    Figure *const zero = m_figures + figureIndex(u'0');
    const qreal widest = std::round(std::max_element(zero, zero + 10, [](const Figure &a, const Figure &b) {
                                        return a.advance < b.advance;
                                    })->advance);
    for (Figure *figure = zero; figure != zero + 10; ++figure) {
        figure->shift = std::floor((widest - figure->advance) / 2);
        figure->advance = widest;
    }
}

void CellTextPainter::readFigures(const QRawFont &font, Figure *figures)
{
    for (int index = 0; index < figureCount; ++index) {
        figures[index] = {};
        const QChar c = index == figureCount - 1 ? rupee : QChar(char16_t(0x20 + index));
        const QList<quint32> glyphs = font.glyphIndexesForString(QString(c));
        if (glyphs.size() != 1 || glyphs.front() == 0)
            continue;
        figures[index].glyph = glyphs.front();
        figures[index].advance = font.advancesForGlyphIndexes(glyphs).front().x();
    }
}

int CellTextPainter::figureIndex(QChar c)
{
    if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
        return c.unicode() - 0x20;
    return c == rupee ? figureCount - 1 : -1;
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
    const Line line = lineOf(text, cell.width());
    if (line.rightToLeft) {
        painter->setPen(color);
        return drawRightToLeft(painter, cell, line, alignment);
    }
    const qreal width = place(line.text, cell.width());
    const bool fits = !line.cut && width <= cell.width();
    const qreal limit = fits ? width : cell.width() - m_ellipsis.advance;
    qreal end = 0;
    for (const Placed &placed : m_placed) {
        if (!fits && placed.left >= limit)
            break;
        end = collect(placed, limit);
    }
    if (!fits && limit >= 0)
        collect({&m_ellipsis, {}, std::round(end)}, cell.width());
    const int x = fits ? leftEdge(cell, int(std::ceil(width)), alignment) : cell.left();
    drawCollected(painter, QPointF(x, baseline(cell, m_metrics)), color, faint);
}

qreal CellTextPainter::place(QStringView text, qreal limit) const
{
    m_placed.clear();
    m_spelled.clear();
    if (m_words.size() > mostWords)
        m_words.clear();
    const qreal space = m_letters[0].advance;
    qreal x = 0;
    for (qsizetype at = 0; at < text.size() && x <= limit;) {
        if (text.at(at) == u' ') {
            x += space;
            ++at;
            continue;
        }
        qsizetype end = at + 1;
        // A mark for a line break is a word of its own.
        while (end < text.size() && text.at(at) != lineBreakMark && text.at(end) != u' '
               && text.at(end) != lineBreakMark)
            ++end;
        const QStringView part = text.mid(at, end - at);
        const Word *word = wordFor(part);
        m_placed.push_back({word, part, x});
        x += word->advance;
        at = end;
    }
    return x;
}

const CellTextPainter::Word *CellTextPainter::wordFor(QStringView text) const
{
    // Numbers, dates, codes and addresses hardly ever return, and have no kerning worth the time.
    const bool unique = std::any_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (unique) {
        Word word;
        if (spell(text, &word))
            return &m_spelled.emplace_back(std::move(word));
    }
    const auto known = m_words.find(QString::fromRawData(text.data(), text.size()));
    if (known != m_words.end())
        return &known->second;
    const QString copy = text.toString();
    return &m_words.emplace(copy, shapeWord(copy)).first->second;
}

bool CellTextPainter::spell(QStringView text, Word *word) const
{
    word->glyphs.reserve(text.size());
    word->positions.reserve(text.size());
    for (QChar c : text) {
        const int index = figureIndex(c);
        if (index < 0 || m_letters[index].glyph == 0)
            return false;
        word->glyphs.append(m_letters[index].glyph);
        word->positions.append({word->advance, 0});
        word->advance += m_letters[index].advance;
    }
    word->separable = true;
    return true;
}

CellTextPainter::Word CellTextPainter::shapeWord(const QString &text) const
{
    QTextLayout layout(text, m_font);
    shape(&layout);
    const QTextLine line = layout.lineAt(0);
    Word word;
    // Not naturalTextWidth(): that one adds what the last glyph lacks on its right.
    word.advance = line.cursorToX(int(text.size()));
    const auto runs = layout.glyphRuns();
    for (QGlyphRun run : runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF &position : positions)
            position.ry() -= line.ascent();
        if (run.rawFont() == m_rawFont) {
            word.glyphs += run.glyphIndexes();
            word.positions += positions;
        } else {
            run.setPositions(positions);
            word.others.append(run);
        }
    }
    word.separable = word.others.isEmpty() && word.glyphs.size() == text.size()
        && std::is_sorted(word.positions.begin(), word.positions.end(),
                          [](QPointF a, QPointF b) { return a.x() < b.x(); })
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isMark() || c.isSurrogate(); });
    return word;
}

qreal CellTextPainter::collect(const Placed &placed, qreal limit) const
{
    const Word &word = *placed.word;
    const qreal right = placed.left + word.advance;
    const auto take = [&](const Word &from, qsizetype count) {
        for (qsizetype i = 0; i < count; ++i) {
            m_glyphs.append(from.glyphs.at(i));
            m_positions.append(from.positions.at(i) + QPointF(placed.left, 0));
        }
        for (QGlyphRun run : from.others) {
            QList<QPointF> positions = run.positions();
            for (QPointF &position : positions)
                position.rx() += placed.left;
            run.setPositions(positions);
            m_others.push_back(run);
        }
    };
    if (right <= limit) {
        if (placed.text.size() == 1 && placed.text.front() == lineBreakMark)
            m_marks.emplace_back(&word, placed.left);
        else
            take(word, word.glyphs.size());
        return right;
    }
    if (word.separable) {
        // The right edge of a glyph is the left one of the next.
        qsizetype count = 0;
        while (count + 1 < word.glyphs.size() && placed.left + word.positions.at(count + 1).x() <= limit)
            ++count;
        take(word, count);
        return placed.left + (count < word.positions.size() ? word.positions.at(count).x() : word.advance);
    }
    // Syllables of Indian scripts must not be torn apart: shape what is left of the word again.
    const QString text = placed.text.toString();
    QTextLayout layout(text, m_font);
    shape(&layout);
    const QTextLine line = layout.lineAt(0);
    int cut = line.xToCursor(limit - placed.left, QTextLine::CursorOnCharacter);
    while (cut > 0 && placed.left + line.cursorToX(cut) > limit)
        cut = layout.previousCursorPosition(cut);
    const Word rest = shapeWord(text.left(cut));
    take(rest, rest.glyphs.size());
    return placed.left + rest.advance;
}

void CellTextPainter::drawCollected(QPainter *painter, QPointF origin, const QColor &color, const QColor &faint) const
{
    const auto drawAll = [&](const QColor &pen) {
        m_glyphPainter.draw(painter, origin, m_rawFont, m_glyphs.constData(), m_positions.constData(), m_glyphs.size(),
                            pen);
        m_glyphs.clear();
        m_positions.clear();
        for (const QGlyphRun &run : m_others) {
            const QList<quint32> glyphs = run.glyphIndexes();
            const QList<QPointF> positions = run.positions();
            painter->setPen(pen); // for emoji
            m_glyphPainter.draw(painter, origin, run.rawFont(), glyphs.constData(), positions.constData(),
                                std::min(glyphs.size(), positions.size()), pen);
        }
        m_others.clear();
    };
    drawAll(color);
    if (m_marks.empty())
        return;
    const auto marks = std::exchange(m_marks, {});
    for (const auto &[word, left] : marks)
        collect({word, {}, left}, left + word->advance);
    drawAll(faint);
}

void CellTextPainter::drawRightToLeft(QPainter *painter, const QRect &cell, const Line &line,
                                      Qt::Alignment alignment) const
{
    // Both directions in one line: Qt knows better than we do where it ends.
    QString text = line.text;
    QTextLayout layout(text, m_font);
    shape(&layout);
    bool fits = !line.cut && layout.lineAt(0).naturalTextWidth() <= cell.width();
    if (!fits) {
        text = m_metrics.elidedText(text, Qt::ElideRight, cell.width());
        layout.setText(text);
        shape(&layout);
    }
    const QTextLine shaped = layout.lineAt(0);
    const int width = int(std::ceil(shaped.naturalTextWidth()));
    const int x = fits ? leftEdge(cell, width, alignment)
                       : leftEdge(cell, width, text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    shaped.draw(painter, QPointF(x, baseline(cell, m_metrics) - shaped.ascent()));
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
    const QPointF origin(leftEdge(cell, width, alignment), baseline(cell, m_numberMetrics));
    m_glyphPainter.draw(painter, origin, m_rawNumberFont, glyphs.constData(), positions.constData(), glyphs.size(),
                        color);
}

int CellTextPainter::width(const QString &text) const
{
    // Whatever is longer is wider than any column wants to be.
    constexpr int widest = 1024;
    const Line line = lineOf(text, widest);
    return int(std::ceil(line.rightToLeft ? m_metrics.horizontalAdvance(line.text) : place(line.text, widest)));
}

int CellTextPainter::numberWidth(const QString &text) const
{
    int pixels = 0;
    return text.size() <= 64 && numberGlyphs(text, nullptr, nullptr, &pixels) ? pixels : width(text);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glyphpainter.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {
/// Some thousand glyphs of about 150 bytes; forgotten all at once.
constexpr size_t mostGlyphs = 8192;
constexpr int phases = 4; ///< per pixel
} // namespace

void GlyphPainter::clear()
{
    m_fonts.clear();
    m_glyphs.clear();
}

size_t GlyphPainter::fontNumber(const QRawFont &font)
{
    const auto known = std::find(m_fonts.begin(), m_fonts.end(), font);
    if (known != m_fonts.end())
        return size_t(known - m_fonts.begin());
    m_fonts.push_back(font);
    return m_fonts.size() - 1;
}

void GlyphPainter::draw(QPainter *painter, QPointF origin, const QRawFont &font, const quint32 *glyphs,
                        const QPointF *positions, qsizetype count, const QColor &color)
{
    if (m_glyphs.size() > mostGlyphs)
        clear();
    const size_t number = fontNumber(font);
    auto *picture = static_cast<QImage *>(painter->device());
    const QRgb rgb = color.rgba();
    for (qsizetype i = 0; i < count; ++i) {
        const QPointF at = origin + positions[i];
        const int quarters = int(std::floor(at.x() * phases + 0.5));
        const int x = quarters >> 2;
        const Glyph &known = glyph(number, glyphs[i], quarters & 3);
        if (known.colored) {
            QGlyphRun run;
            run.setRawFont(font);
            run.setGlyphIndexes({glyphs[i]});
            run.setPositions({QPointF()});
            painter->drawGlyphRun(at, run);
        } else if (known.width > 0) {
            blend(picture, QPoint(x, int(std::lround(at.y()))) + known.offset, known, rgb);
        }
    }
}

const GlyphPainter::Glyph &GlyphPainter::glyph(size_t font, quint32 index, int phase)
{
    const quint64 key = quint64(font) << 34 | quint64(index) << 2 | quint64(phase);
    const auto known = m_glyphs.find(key);
    return known != m_glyphs.end() ? known->second
                                   : m_glyphs.emplace(key, render(m_fonts[font], index, phase)).first->second;
}

GlyphPainter::Glyph GlyphPainter::render(const QRawFont &font, quint32 index, int phase)
{
    // Black on white, with room for whatever hinting adds to the stated bounds.
    const QRectF bounds = font.boundingRect(index);
    const QRect room = bounds.toAlignedRect().adjusted(-3, -3, 3, 3);
    QImage picture(room.size(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    {
        QPainter painter(&picture);
        painter.setPen(Qt::black);
        QGlyphRun run;
        run.setRawFont(font);
        run.setGlyphIndexes({index});
        run.setPositions({QPointF(double(phase) / phases, 0)});
        painter.drawGlyphRun(-room.topLeft(), run);
    }
    Glyph glyph;
    QRect inked;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            if ((line[x] & 0xffffff) == 0xffffff)
                continue;
            inked |= QRect(x, y, 1, 1);
            glyph.colored = glyph.colored || qRed(line[x]) != qGreen(line[x]) || qRed(line[x]) != qBlue(line[x]);
        }
    }
    glyph.offset = room.topLeft() + inked.topLeft();
    glyph.width = inked.width();
    glyph.height = inked.height();
    glyph.coverage.reserve(size_t(glyph.width) * size_t(glyph.height));
    for (int y = inked.top(); y <= inked.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = inked.left(); x <= inked.right(); ++x)
            glyph.coverage.push_back(uchar(255 - qGreen(line[x])));
    }
    return glyph;
}

void GlyphPainter::blend(QImage *picture, QPoint at, const Glyph &glyph, QRgb color)
{
    const QRect place = QRect(at, QSize(glyph.width, glyph.height)) & picture->rect();
    const uint opacity = uint(qAlpha(color));
    for (int y = place.top(); y <= place.bottom(); ++y) {
        auto *to = reinterpret_cast<QRgb *>(picture->scanLine(y)) + place.left();
        const uchar *coverage = glyph.coverage.data() + (y - at.y()) * glyph.width + (place.left() - at.x());
        for (int x = 0; x < place.width(); ++x, ++to, ++coverage) {
            uint a = *coverage;
            if (a == 0)
                continue;
            if (opacity != 255)
                a = (a * opacity + 127) / 255;
            if (a == 255) {
                *to = color | 0xff000000;
                continue;
            }
            // Two channels at a time; 256 instead of 255 as the divisor is invisible and saves the division.
            a += a >> 7;
            const uint rest = 256 - a;
            const uint rb = ((color & 0xff00ff) * a + (*to & 0xff00ff) * rest) >> 8 & 0xff00ff;
            const uint g = ((color & 0x00ff00) * a + (*to & 0x00ff00) * rest) >> 8 & 0x00ff00;
            *to = 0xff000000 | rb | g;
        }
    }
}

} // namespace Ghar

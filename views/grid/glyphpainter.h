// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QGlyphRun>
#include <QPoint>
#include <QRawFont>

#include <unordered_map>
#include <vector>

class QImage;
class QPainter;

namespace Ghar {

/// Copies glyphs into opaque pictures, each drawn by QPainter once and kept.
///
/// QPainter takes about a microsecond per glyph, this a tenth of it, which decides whether a page of new rows fits into
/// a frame. What comes out is what QPainter draws, at quarters of a pixel. GUI thread.
class GlyphPainter
{
public:
    void clear();
    /// The painter must be open on a Format_RGB32 picture, without transform or clip.
    void draw(QPainter *painter, QPointF origin, const QRawFont &font, const quint32 *glyphs, const QPointF *positions,
              qsizetype count, const QColor &color);

private:
    struct Glyph
    {
        QPoint offset; ///< from the origin to the corner of the coverage
        int width = 0;
        int height = 0;
        bool colored = false; ///< an emoji: has no coverage that could be tinted
        std::vector<uchar> coverage;
    };
    const Glyph &glyph(size_t font, quint32 index, int phase);
    static Glyph render(const QRawFont &font, quint32 index, int phase);
    static void blend(QImage *picture, QPoint at, const Glyph &glyph, QRgb color);
    size_t fontNumber(const QRawFont &font);

    std::vector<QRawFont> m_fonts;
    std::unordered_map<quint64, Glyph> m_glyphs;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "glyphpainter.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>
#include <QRect>
#include <QString>

#include <deque>
#include <unordered_map>
#include <vector>

class QPainter;

namespace Ghar {

/// Draws one line of text into a cell, elided where it ends, and knows how wide a text is.
///
/// Works in device pixels on an unscaled painter: glyphs are hinted at their real size and stand on whole pixels, at
/// 125 % as well as at 100 %. Cost depends on the width of the cell and never on the length of the text. GUI thread.
class CellTextPainter
{
public:
    /// Fonts in logical pixels; `ratio` device pixels make one of them.
    void setFonts(const QFont &text, const QFont &number, qreal ratio);

    /// `alignment`: the horizontal part counts. `faint` is the colour of the marks that stand for line breaks.
    void draw(QPainter *painter, const QRect &cell, const QString &text, Qt::Alignment alignment, const QColor &color,
              const QColor &faint) const;
    /// Figures of equal width without shaping. Falls back on draw() for anything but plain numbers.
    void drawNumber(QPainter *painter, const QRect &cell, const QString &text, Qt::Alignment alignment,
                    const QColor &color) const;

    int width(const QString &text) const;
    int numberWidth(const QString &text) const;

private:
    /// The part of a text that can be visible at all, line breaks and tabs replaced.
    struct Line
    {
        QString text;
        bool cut = false;
        bool rightToLeft = false; ///< contains any such character
    };
    /// A shaped word. Positions are relative to the start of its baseline.
    struct Word
    {
        QList<quint32> glyphs; ///< of the text font
        QList<QPointF> positions;
        QList<QGlyphRun> others; ///< of fonts that stand in for it
        qreal advance = 0;
        bool separable = false; ///< one glyph per character, in reading order: may be cut anywhere
    };
    /// A word of the line that is being drawn.
    struct Placed
    {
        const Word *word;
        QStringView text;
        qreal left;
    };
    static Line lineOf(const QString &text, int width);
    int baseline(const QRect &cell, const QFontMetricsF &metrics) const;
    bool numberGlyphs(const QString &text, QList<quint32> *glyphs, QList<QPointF> *positions, int *width) const;
    /// Fills m_placed until `limit` is passed; returns where the line ends.
    qreal place(QStringView text, qreal limit) const;
    const Word *wordFor(QStringView text) const;
    Word shapeWord(const QString &text) const;
    bool spell(QStringView text, Word *word) const;
    /// Adds what stands left of `limit` to the runs; returns where the last glyph ends.
    qreal collect(const Placed &placed, qreal limit) const;
    void drawCollected(QPainter *painter, QPointF origin, const QColor &color, const QColor &faint) const;
    void drawRightToLeft(QPainter *painter, const QRect &cell, const Line &line, Qt::Alignment alignment) const;

    QFont m_font;
    QFont m_numberFont;
    QFontMetricsF m_metrics{QFont()};
    QFontMetricsF m_numberMetrics{QFont()};

    /// Glyph of a character that numbers, dates and money consist of.
    struct Figure
    {
        quint32 glyph = 0;
        qreal advance = 0;
        qreal shift = 0; ///< centres a narrow figure in the common advance
    };
    static constexpr int figureCount = 96; ///< printable ASCII and the rupee sign
    static int figureIndex(QChar c);
    static void readFigures(const QRawFont &font, Figure *figures);
    QRawFont m_rawNumberFont;
    Figure m_figures[figureCount];

    QRawFont m_rawFont;
    Figure m_letters[figureCount];
    Word m_ellipsis;
    // Shaping a word by HarfBuzz costs more than all the rest of a cell, and words return all the time.
    mutable std::unordered_map<QString, Word> m_words;
    // Kept between the lines for their memory.
    mutable std::deque<Word> m_spelled;
    mutable std::vector<Placed> m_placed;
    mutable GlyphPainter m_glyphPainter;
    mutable QList<quint32> m_glyphs;
    mutable QList<QPointF> m_positions;
    mutable std::vector<QGlyphRun> m_others;
    mutable std::vector<std::pair<const Word *, qreal>> m_marks;
};

} // namespace Ghar

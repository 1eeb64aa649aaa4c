// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>
#include <QRect>
#include <QString>

class QPainter;

namespace Ghar {

/// Draws one line of text into a cell, elided where it ends, and knows how wide a text is.
///
/// Works in device pixels on an unscaled painter: glyphs are hinted at their real size and stand on whole pixels, at
/// 125 % as well as at 100 %. Cost depends on the width of the cell and never on the length of the text.
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
    struct Line {
        QString text;
        QList<int> breaks; ///< positions of the marks
        bool cut = false;
        bool rightToLeft = false; ///< contains any such character
    };
    static Line lineOf(const QString &text, int width);
    int baseline(const QRect &cell, const QFontMetricsF &metrics) const;
    bool numberGlyphs(const QString &text, QList<quint32> *glyphs, QList<QPointF> *positions, int *width) const;

    QFont m_font;
    QFont m_numberFont;
    QFontMetricsF m_metrics {QFont()};
    QFontMetricsF m_numberMetrics {QFont()};
    qreal m_ellipsisWidth = 0;

    /// Glyphs of the characters that numbers, dates and money consist of.
    struct Figure {
        quint32 glyph = 0;
        qreal advance = 0;
        qreal shift = 0; ///< centres a narrow figure in the common advance
    };
    static int figureIndex(QChar c);
    static constexpr int figureCount = 97;
    QRawFont m_rawNumberFont;
    Figure m_figures[figureCount];
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maplabelpainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Ghar {

namespace {

constexpr double haloWidth = 1.75;
constexpr double dotRadius = 2.25;
constexpr double dotGap = 5; ///< from the middle of the dot to the words
/// More than this is thrown away and drawn anew: somebody has been all over the map.
constexpr qsizetype mostImages = 3000;

} // namespace

QFont MapLabelPainter::font(MapLabel::Kind kind) const
{
    QFont font(m_look.family);
    font.setHintingPreference(QFont::PreferNoHinting);
    switch (kind) {
    case MapLabel::Kind::Country:
        font.setPixelSize(12);
        font.setWeight(QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 1.2);
        break;
    case MapLabel::Kind::State:
        font.setPixelSize(11);
        font.setWeight(QFont::Medium);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
        break;
    case MapLabel::Kind::City:
        font.setPixelSize(13);
        font.setWeight(QFont::Medium);
        break;
    case MapLabel::Kind::Town:
        font.setPixelSize(12);
        break;
    }
    return font;
}

QString MapLabelPainter::textOf(const MapLabel &label)
{
    const bool isArea = label.kind == MapLabel::Kind::Country || label.kind == MapLabel::Kind::State;
    return isArea ? label.text.toUpper() : label.text;
}

MapLabelPainter::Size MapLabelPainter::sizeOf(const MapLabel &label)
{
    const std::pair key(label.text, int(label.kind));
    const auto known = m_sizes.constFind(key);
    if (known != m_sizes.cend())
        return *known;
    const QFontMetricsF metrics(font(label.kind));
    const Size size{metrics.horizontalAdvance(textOf(label)), metrics.ascent(), metrics.descent()};
    m_sizes.insert(key, size);
    return size;
}

QRectF MapLabelPainter::words(const MapLabel &label, Side side)
{
    const Size size = sizeOf(label);
    const double height = size.ascent + size.descent;
    const double left = side == Side::Right ? dotGap : side == Side::Left ? -dotGap - size.width : -size.width / 2;
    const double top = side == Side::Above ? -dotRadius - height : side == Side::Below ? dotRadius : -height / 2;
    return {left, top, size.width, height};
}

MapLabelImage MapLabelPainter::draw(const MapLabel &label, Side side)
{
    const std::pair key(label.text, int(label.kind) * 5 + int(side));
    const auto known = m_images.constFind(key);
    if (known != m_images.cend())
        return *known;
    if (m_images.size() > mostImages)
        m_images.clear();

    MapLabelImage result;
    result.words = words(label, side);
    QRectF whole = result.words;
    if (side != Side::Middle)
        whole |= QRectF(-dotRadius, -dotRadius, 2 * dotRadius, 2 * dotRadius);
    whole.adjust(-haloWidth - 1, -haloWidth - 1, haloWidth + 1, haloWidth + 1);
    const QSize pixels(int(std::ceil(whole.width() * m_ratio)), int(std::ceil(whole.height() * m_ratio)));
    result.image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    result.image.fill(Qt::transparent);
    result.size = QSizeF(pixels) / m_ratio;
    result.anchor = -whole.topLeft();

    const bool isArea = label.kind == MapLabel::Kind::Country || label.kind == MapLabel::Kind::State;
    const QFont letters = font(label.kind);
    const QString text = textOf(label);
    const QPointF baseline(result.words.left(), result.words.top() + sizeOf(label).ascent);
    QPainter painter(&result.image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(m_ratio, m_ratio);
    painter.translate(result.anchor);
    QPainterPath outline;
    outline.addText(baseline, letters, text);
    if (side != Side::Middle)
        outline.addEllipse({}, dotRadius, dotRadius);
    painter.strokePath(outline, QPen(m_look.halo, 2 * haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(isArea ? m_look.labelMuted : m_look.label);
    painter.setFont(letters);
    painter.drawText(baseline, text);
    if (side != Side::Middle) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.label);
        painter.drawEllipse(QPointF(), dotRadius, dotRadius);
    }
    painter.end();
    m_images.insert(key, result);
    return result;
}

} // namespace Ghar

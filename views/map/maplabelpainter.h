// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/basemap.h"
#include "mapstyle.h"

#include <QHash>
#include <QImage>

namespace Ghar {

/// A label with its halo, ready to be put onto the map.
struct MapLabelImage
{
    QImage image;   ///< premultiplied, with the screen's pixels
    QSizeF size;    ///< in pixels of the map
    QPointF anchor; ///< the point of the image that lies on the place of the label
    QRectF words;   ///< what no other label may cover, from the anchor
    bool operator==(const MapLabelImage &) const = default;
};

/// Draws labels and remembers them. One thread at a time.
class MapLabelPainter
{
public:
    enum class Side { Right, Left, Above, Below, Middle }; ///< of the place; Middle is over it and without a dot

    MapLabelPainter(const MapLook &look, double ratio) : m_look(look), m_ratio(ratio) { }

    [[nodiscard]] const MapLook &look() const { return m_look; }
    [[nodiscard]] double ratio() const { return m_ratio; }

    /// The words of a label from its place, without drawing it.
    [[nodiscard]] QRectF words(const MapLabel &label, Side side);
    [[nodiscard]] MapLabelImage draw(const MapLabel &label, Side side);

private:
    struct Size
    {
        double width = 0;
        double ascent = 0;
        double descent = 0;
    };
    [[nodiscard]] QFont font(MapLabel::Kind kind) const;
    [[nodiscard]] static QString textOf(const MapLabel &label);
    [[nodiscard]] Size sizeOf(const MapLabel &label);

    MapLook m_look;
    double m_ratio;
    QHash<std::pair<QString, int>, Size> m_sizes;           ///< by text and kind
    QHash<std::pair<QString, int>, MapLabelImage> m_images; ///< by text, kind and side
};

} // namespace Ghar

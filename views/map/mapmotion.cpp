// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapmotion.h"

#include <cmath>

namespace Ghar {

MapMotion::MapMotion(QObject *parent) : QVariantAnimation(parent)
{
    setEasingCurve(QEasingCurve::OutCubic);
}

void MapMotion::go(const MapViewport &from, const MapViewport &to, const std::optional<QPointF> &anchor,
                   int milliseconds)
{
    stop();
    if (milliseconds <= 0) {
        emit moved(to);
        return;
    }
    m_from = from;
    m_to = to;
    m_anchor = anchor;
    // The short way around the world.
    m_to.center.rx() -= std::round(m_to.center.x() - m_from.center.x());
    setStartValue(0.0);
    setEndValue(1.0);
    setDuration(milliseconds);
    start();
}

std::optional<MapViewport> MapMotion::target() const
{
    return state() == Running ? std::optional(m_to) : std::nullopt;
}

void MapMotion::updateCurrentValue(const QVariant &value)
{
    if (state() != Running)
        return;
    const double part = value.toDouble();
    const double zoom = m_from.zoom + (m_to.zoom - m_from.zoom) * part;
    if (m_anchor) {
        emit moved(m_from.zoomedAt(zoom, *m_anchor));
        return;
    }
    MapViewport viewport = m_to;
    viewport.zoom = zoom;
    viewport.center = m_from.center + (m_to.center - m_from.center) * part;
    emit moved(viewport.bounded());
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapview.h"

#include <QCursor>

#include <cmath>

namespace Ghar {

namespace {

/// Part of the shorter side that an arrow key moves.
constexpr double keyStep = 1.0 / 5;
/// Levels for one step of a mouse wheel.
constexpr double wheelStep = 0.5;
constexpr double wheelUnit = 120;
/// A hand that rested this long before it let go does not throw, in milliseconds.
constexpr qint64 restTime = 60;
/// Pixels in a millisecond, below which the map stays where it is.
constexpr double slowest = 0.25;
/// How far a throw goes: as far as it went in this time, in milliseconds.
constexpr double throwTime = 140;

} // namespace

void MapView::mousePressEvent(QMouseEvent *event)
{
    m_motion.stop();
    forceActiveFocus(Qt::MouseFocusReason);
    m_isDragging = true;
    m_dragged = event->position();
    m_speed = {};
    m_sinceMove.start();
    // What scrolls around the map would take the drag away.
    setKeepMouseGrab(true);
    setCursor(Qt::ClosedHandCursor);
    event->accept();
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return;
    const QPointF by = event->position() - m_dragged;
    m_dragged = event->position();
    const double passed = double(std::max<qint64>(1, m_sinceMove.restart()));
    m_speed = m_speed * 0.4 + by / passed * 0.6;
    m_isPlaced = true;
    setPointer(event->position());
    setViewport(m_viewport.moved(by));
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return;
    mouseUngrabEvent();
    event->accept();
    if (m_isAnimated && m_sinceMove.elapsed() < restTime && std::hypot(m_speed.x(), m_speed.y()) > slowest)
        go(m_viewport.moved(m_speed * throwTime), {}, Pace::Long);
}

void MapView::mouseUngrabEvent()
{
    m_isDragging = false;
    setKeepMouseGrab(false);
    unsetCursor();
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    zoomAt(std::round(destination().zoom) + (event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1),
           event->position());
    event->accept();
}

void MapView::wheelEvent(QWheelEvent *event)
{
    if (!m_wheelZooms && !event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    event->accept();
    const double steps = event->angleDelta().y() / wheelUnit;
    if (steps == 0)
        return;
    m_isPlaced = true;
    // Touch pads move in small steps; they are their own animation.
    const bool isSmooth = !event->pixelDelta().isNull();
    const double zoom = destination().zoom + steps * wheelStep;
    go(m_viewport.zoomedAt(zoom, event->position()), event->position(), isSmooth ? Pace::AtOnce : Pace::Short);
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const double step = std::round(std::min(width(), height()) * keyStep);
    event->accept();
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        panBy(-step, 0);
        break;
    case Qt::Key_Right:
        panBy(step, 0);
        break;
    case Qt::Key_Up:
        panBy(0, -step);
        break;
    case Qt::Key_Down:
        panBy(0, step);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1);
        break;
    case Qt::Key_Minus:
        zoomBy(-1);
        break;
    case Qt::Key_0:
        home();
        break;
    default:
        event->ignore();
    }
}

void MapView::hoverEnterEvent(QHoverEvent *event)
{
    setPointer(event->position());
}

void MapView::hoverMoveEvent(QHoverEvent *event)
{
    setPointer(event->position());
}

void MapView::hoverLeaveEvent(QHoverEvent *event)
{
    Q_UNUSED(event)
    setPointer(std::nullopt);
}

} // namespace Ghar

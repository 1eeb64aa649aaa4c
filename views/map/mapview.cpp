// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapview.h"

#include "basemaptilesource.h"
#include "geo/scalebar.h"
#include "geo/webmercator.h"
#include "mapnode.h"
#include "mappicture.h"

#include <QQuickWindow>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr double homeMargin = 16;
constexpr double longestScale = 110;
/// Milliseconds.
constexpr int shortMotion = 140;
constexpr int longMotion = 320;

QGeoRectangle homeArea()
{
    return {QGeoCoordinate(37.2, 67.9), QGeoCoordinate(6.5, 97.6)};
}

} // namespace

MapView::MapView(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setClip(true);
    setActiveFocusOnTab(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    const auto renew = [this] {
        checkReady();
        update();
    };
    connect(&m_tiles, &MapTiles::changed, this, renew);
    connect(&m_labels, &MapLabelLayer::changed, this, renew);
    connect(&m_motion, &MapMotion::moved, this, &MapView::setViewport);
}

MapView::~MapView() = default;

QGeoCoordinate MapView::center() const
{
    return WebMercator::coordinateOf(m_viewport.center);
}

void MapView::setCenter(const QGeoCoordinate &center)
{
    if (!center.isValid())
        return;
    m_isPlaced = true;
    MapViewport viewport = m_viewport;
    viewport.center = WebMercator::worldOf(center);
    go(viewport, {}, Pace::AtOnce);
}

void MapView::setZoomLevel(double zoom)
{
    m_isPlaced = true;
    MapViewport viewport = m_viewport;
    viewport.zoom = zoom;
    go(viewport, {}, Pace::AtOnce);
}

double MapView::metresPerPixel() const
{
    return WebMercator::metresPerPixel(center().latitude(), m_viewport.zoom);
}

QString MapView::scaleText() const
{
    return distanceText(scaleBar(metresPerPixel(), longestScale).metres);
}

double MapView::scalePixels() const
{
    return scaleBar(metresPerPixel(), longestScale).pixels;
}

void MapView::setStyle(MapStyle *style)
{
    if (m_style == style)
        return;
    if (m_style)
        m_style->disconnect(this);
    m_style = style;
    // Once for all of its colours: they change one after the other.
    if (m_style)
        connect(m_style, &MapStyle::changed, this, &MapView::polish);
    emit styleChanged();
    polish();
}

void MapView::setAnimated(bool isAnimated)
{
    if (m_isAnimated == isAnimated)
        return;
    m_isAnimated = isAnimated;
    emit animatedChanged();
}

void MapView::setWheelZooms(bool wheelZooms)
{
    if (m_wheelZooms == wheelZooms)
        return;
    m_wheelZooms = wheelZooms;
    emit wheelZoomsChanged();
}

QString MapView::attribution() const
{
    return mapAttribution();
}

QGeoCoordinate MapView::pointerCoordinate() const
{
    return m_pointer ? toCoordinate(*m_pointer) : QGeoCoordinate();
}

QString MapView::pointerText() const
{
    const QGeoCoordinate place = pointerCoordinate();
    if (!place.isValid())
        return {};
    // As many digits as a pixel is worth.
    const int digits = qBound(1, int(std::ceil(-std::log10(360 / WebMercator::worldSize(m_viewport.zoom)))), 6);
    return u"%1, %2"_s.arg(place.latitude(), 0, 'f', digits).arg(place.longitude(), 0, 'f', digits);
}

void MapView::setPointer(const std::optional<QPointF> &point)
{
    if (m_pointer == point)
        return;
    m_pointer = point;
    emit pointerChanged();
}

void MapView::setTileSource(const std::shared_ptr<TileSource> &source)
{
    m_hasOtherSource = true;
    m_tiles.setSource(source);
    polish();
}

QPointF MapView::fromCoordinate(const QGeoCoordinate &coordinate) const
{
    return m_viewport.pointOf(WebMercator::worldOf(coordinate));
}

QGeoCoordinate MapView::toCoordinate(const QPointF &point) const
{
    return WebMercator::coordinateOf(m_viewport.worldOf(point));
}

QPointF MapView::pointOf(double latitude, double longitude) const
{
    return m_viewport.pointOf(WebMercator::worldOf(latitude, longitude));
}

void MapView::lookAt(double latitude, double longitude, double zoom)
{
    m_isPlaced = true;
    MapViewport viewport = m_viewport;
    viewport.center = WebMercator::worldOf(latitude, longitude);
    viewport.zoom = zoom;
    go(viewport, {}, Pace::AtOnce);
}

MapViewport MapView::destination() const
{
    return m_motion.target().value_or(m_viewport);
}

void MapView::zoomBy(double levels)
{
    zoomAt(destination().zoom + levels, QPointF(width() / 2, height() / 2));
}

void MapView::zoomAt(double zoom, const QPointF &point)
{
    m_isPlaced = true;
    go(m_viewport.zoomedAt(zoom, point), point, Pace::Short);
}

void MapView::panBy(double x, double y)
{
    m_isPlaced = true;
    go(destination().moved({-x, -y}), {}, Pace::Short);
}

void MapView::home()
{
    go(m_viewport.fitting(homeArea(), homeMargin), {}, Pace::Long);
}

void MapView::go(const MapViewport &to, const std::optional<QPointF> &anchor, Pace pace)
{
    const int milliseconds = pace == Pace::AtOnce ? 0 : pace == Pace::Short ? shortMotion : longMotion;
    m_motion.go(m_viewport, to, anchor, m_isAnimated && isVisible() ? milliseconds : 0);
}

void MapView::setViewport(const MapViewport &viewport)
{
    // Before there is a size nothing can be bounded.
    const MapViewport bounded = viewport.isEmpty() ? viewport : viewport.bounded();
    if (m_viewport == bounded)
        return;
    m_viewport = bounded;
    emit viewChanged();
    if (m_pointer)
        emit pointerChanged();
    polish();
}

void MapView::applySize()
{
    MapViewport viewport = m_viewport;
    viewport.size = {width(), height()};
    viewport.ratio = window() ? window()->effectiveDevicePixelRatio() : 1.0;
    if (!m_isPlaced && isComponentComplete())
        viewport = viewport.fitting(homeArea(), homeMargin);
    m_motion.stop();
    setViewport(viewport);
}

void MapView::componentComplete()
{
    QQuickItem::componentComplete();
    applySize();
}

void MapView::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() != oldGeometry.size())
        applySize();
}

void MapView::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    if (change == ItemSceneChange || change == ItemDevicePixelRatioHasChanged)
        applySize();
    if (change == ItemVisibleHasChanged)
        polish();
}

void MapView::applyLook()
{
    const MapLook look = m_style ? m_style->look() : MapLook();
    if (m_look == look)
        return;
    m_look = look;
    if (m_hasOtherSource)
        return;
    m_tiles.setSource(m_style ? BaseMapTileSource::shared(look) : nullptr);
}

void MapView::updatePolish()
{
    // A map that nobody sees, or of which a part of the look is not known yet, asks for nothing.
    if (!m_style || !isVisible() || m_viewport.isEmpty())
        return;
    applyLook();
    m_tiles.show(m_viewport);
    m_labels.show(m_viewport, m_look);
    checkReady();
    update();
}

void MapView::checkReady()
{
    const bool isReady = m_style && !m_viewport.isEmpty() && m_tiles.isReady() && m_labels.isReady();
    if (m_isReady == isReady)
        return;
    m_isReady = isReady;
    emit readyChanged();
}

QSGNode *MapView::updatePaintNode(QSGNode *old, UpdatePaintNodeData *data)
{
    Q_UNUSED(data)
    auto *node = static_cast<MapNode *>(old);
    if (!m_style || m_viewport.isEmpty()) {
        delete node;
        return nullptr;
    }
    if (!node)
        node = new MapNode(window());
    node->synchronize(m_viewport, m_look.water, m_tiles.shown(), m_labels.labels(), window());
    return node;
}

} // namespace Ghar

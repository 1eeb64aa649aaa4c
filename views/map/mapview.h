// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/mapviewport.h"
#include "maplabellayer.h"
#include "mapmotion.h"
#include "mapstyle.h"
#include "maptiles.h"

#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QPointer>
#include <QQmlEngine>
#include <QQuickItem>

namespace Ghar {

/// A map to look at: pan by drag, zoom by wheel, double click and keys. It draws the embedded base map and its labels;
/// what is on the map, and the attribution that must be with it, belong to whoever shows it. Degrees are of WGS 84,
/// lengths in pixels of the item. GUI thread.
class MapView : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QGeoCoordinate center READ center WRITE setCenter NOTIFY viewChanged)
    /// 0 to 18, with a fraction; never so small that the world is lower than the item.
    Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY viewChanged)
    Q_PROPERTY(double minimumZoom READ minimumZoom NOTIFY viewChanged)
    Q_PROPERTY(double metresPerPixel READ metresPerPixel NOTIFY viewChanged)
    /// A round length for the scale: "20 km", and how long that is.
    Q_PROPERTY(QString scaleText READ scaleText NOTIFY viewChanged)
    Q_PROPERTY(double scalePixels READ scalePixels NOTIFY viewChanged)
    /// Nothing is drawn without one.
    Q_PROPERTY(Ghar::MapStyle *style READ style WRITE setStyle NOTIFY styleChanged)
    /// Motion takes a moment; otherwise the map is there at once.
    Q_PROPERTY(bool animated READ isAnimated WRITE setAnimated NOTIFY animatedChanged)
    /// Off for maps in something that scrolls: the wheel is left to that, unless Control is held.
    Q_PROPERTY(bool wheelZooms READ wheelZooms WRITE setWheelZooms NOTIFY wheelZoomsChanged)
    /// Everything that is seen has been drawn.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    /// Must be read wherever the map is shown.
    Q_PROPERTY(QString attribution READ attribution CONSTANT)
    Q_PROPERTY(QGeoCoordinate pointerCoordinate READ pointerCoordinate NOTIFY pointerChanged)
    /// "28.45950, 77.02660", empty when the pointer is elsewhere.
    Q_PROPERTY(QString pointerText READ pointerText NOTIFY pointerChanged)

public:
    explicit MapView(QQuickItem *parent = nullptr);
    ~MapView() override;

    [[nodiscard]] QGeoCoordinate center() const;
    /// An invalid coordinate is ignored.
    void setCenter(const QGeoCoordinate &center);
    [[nodiscard]] double zoomLevel() const { return m_viewport.zoom; }
    void setZoomLevel(double zoom);
    [[nodiscard]] double minimumZoom() const { return m_viewport.minimalZoom(); }
    [[nodiscard]] double metresPerPixel() const;
    [[nodiscard]] QString scaleText() const;
    [[nodiscard]] double scalePixels() const;
    [[nodiscard]] MapStyle *style() const { return m_style; }
    void setStyle(MapStyle *style);
    [[nodiscard]] bool isAnimated() const { return m_isAnimated; }
    void setAnimated(bool isAnimated);
    [[nodiscard]] bool wheelZooms() const { return m_wheelZooms; }
    void setWheelZooms(bool wheelZooms);
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] QString attribution() const;
    [[nodiscard]] QGeoCoordinate pointerCoordinate() const;
    [[nodiscard]] QString pointerText() const;
    [[nodiscard]] const MapViewport &viewport() const { return m_viewport; }
    /// Another source than the embedded map, for tests.
    void setTileSource(const std::shared_ptr<TileSource> &source);

    /// Where a coordinate is in the item; it may be outside.
    [[nodiscard]] Q_INVOKABLE QPointF fromCoordinate(const QGeoCoordinate &coordinate) const;
    [[nodiscard]] Q_INVOKABLE QGeoCoordinate toCoordinate(const QPointF &point) const;
    /// The same in degrees, for QML without the module of Qt Positioning.
    [[nodiscard]] Q_INVOKABLE QPointF pointOf(double latitude, double longitude) const;
    Q_INVOKABLE void lookAt(double latitude, double longitude, double zoom);
    /// By levels, about the middle.
    Q_INVOKABLE void zoomBy(double levels);
    /// To a zoom, about a point.
    Q_INVOKABLE void zoomAt(double zoom, const QPointF &point);
    /// Moves what is seen by pixels.
    Q_INVOKABLE void panBy(double x, double y);
    /// The whole of India.
    Q_INVOKABLE void home();

signals:
    void viewChanged();
    void styleChanged();
    void animatedChanged();
    void wheelZoomsChanged();
    void readyChanged();
    void pointerChanged();

protected:
    void componentComplete() override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hoverEnterEvent(QHoverEvent *event) override;
    void hoverMoveEvent(QHoverEvent *event) override;
    void hoverLeaveEvent(QHoverEvent *event) override;

private:
    enum class Pace { AtOnce, Short, Long };
    void setViewport(const MapViewport &viewport);
    void go(const MapViewport &to, const std::optional<QPointF> &anchor, Pace pace);
    [[nodiscard]] MapViewport destination() const;
    void applyLook();
    void applySize();
    void checkReady();
    void setPointer(const std::optional<QPointF> &point);

    MapViewport m_viewport;
    /// Wanted before the item had a size.
    bool m_isPlaced = false;
    QPointer<MapStyle> m_style;
    MapLook m_look;
    bool m_hasOtherSource = false;
    bool m_isAnimated = false;
    bool m_wheelZooms = true;
    bool m_isReady = false;
    MapTiles m_tiles;
    MapLabelLayer m_labels;
    MapMotion m_motion;
    std::optional<QPointF> m_pointer;

    bool m_isDragging = false;
    QPointF m_dragged; ///< where the pointer was last
    QPointF m_speed;   ///< pixels in a millisecond
    QElapsedTimer m_sinceMove;
};

} // namespace Ghar

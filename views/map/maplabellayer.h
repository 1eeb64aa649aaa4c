// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/mapviewport.h"
#include "maplabelpainter.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace Ghar {

/// A label that is shown, and where its place is in the world.
struct ShownLabel
{
    int index = 0; ///< in BaseMap::labels()
    QPointF world;
    MapLabelImage label;
};

/// Chooses the labels of a viewport so that none covers another, the important ones first. Over the tiles, so that none
/// is cut at a tile's edge. Reads the map's files when called for the first time. Any thread, one at a time for one
/// painter.
[[nodiscard]] QList<ShownLabel> chosenLabels(const MapViewport &viewport, MapLabelPainter &painter);

/// The labels of one map, chosen and drawn by a worker. While it works the ones before stay. GUI thread.
class MapLabelLayer : public QObject
{
    Q_OBJECT

public:
    explicit MapLabelLayer(QObject *parent = nullptr);
    /// Waits for the worker, a few milliseconds.
    ~MapLabelLayer() override;

    /// What is seen now. The same again does nothing.
    void show(const MapViewport &viewport, const MapLook &look);
    [[nodiscard]] const QList<ShownLabel> &labels() const { return m_labels; }
    /// Nothing is being chosen.
    [[nodiscard]] bool isReady() const { return !m_isWorking && !m_wanted; }

signals:
    void changed();

private:
    struct Task
    {
        MapViewport viewport;
        MapLook look;
        bool operator==(const Task &) const = default;
    };
    void start();

    std::optional<Task> m_wanted; ///< not begun
    std::optional<Task> m_shown;  ///< begun or done
    bool m_isWorking = false;
    std::shared_ptr<MapLabelPainter> m_painter; ///< the worker's while it works
    QList<ShownLabel> m_labels;
    QThreadPool m_worker;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/mapviewport.h"

#include <QVariantAnimation>

#include <optional>

namespace Ghar {

/// Moves a viewport to another one in a little time. GUI thread.
class MapMotion : public QVariantAnimation
{
    Q_OBJECT

public:
    explicit MapMotion(QObject *parent = nullptr);

    /// With an anchor only the zoom changes, and what is at that point stays there. With a duration of 0 it is there at
    /// once.
    void go(const MapViewport &from, const MapViewport &to, const std::optional<QPointF> &anchor, int milliseconds);
    /// Where it is going; nothing while it stands.
    [[nodiscard]] std::optional<MapViewport> target() const;

signals:
    void moved(const Ghar::MapViewport &viewport);

protected:
    void updateCurrentValue(const QVariant &value) override;

private:
    MapViewport m_from;
    MapViewport m_to;
    std::optional<QPointF> m_anchor;
};

} // namespace Ghar

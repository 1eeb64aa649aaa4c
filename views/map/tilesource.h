// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/tilecover.h"

#include <QImage>
#include <QObject>

#include <functional>
#include <memory>

namespace Ghar {

/// Dropping it cancels what was asked for: the answer does not come any more.
class TileTicket
{
public:
    TileTicket() = default;
    virtual ~TileTicket() = default;
    Q_DISABLE_COPY_MOVE(TileTicket)
};

/// Where tiles come from. One source has one look: a map in other colours asks another source. GUI thread; the work is
/// done elsewhere.
class TileSource : public QObject
{
    Q_OBJECT

public:
    /// A null image where there is no such tile.
    using Answer = std::function<void(const QImage &)>;

    using QObject::QObject;

    /// Tiles up to this level come so quickly that it is worth showing them until the right ones are there; -1 for
    /// none.
    [[nodiscard]] virtual int quickZoom() const { return -1; }
    /// The tile, if it is in memory.
    [[nodiscard]] virtual QImage atOnce(const TileId &id, int pixels) = 0;
    /// Asks for a tile with `pixels` of the screen on each side. The answer comes later, on the GUI thread, never
    /// within this call, and not after the ticket or the source is gone.
    [[nodiscard]] virtual std::unique_ptr<TileTicket> request(const TileId &id, int pixels, Answer answer) = 0;
};

} // namespace Ghar

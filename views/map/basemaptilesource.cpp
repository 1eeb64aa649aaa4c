// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemaptilesource.h"

#include "basemappainter.h"
#include "geo/basemap.h"

#include <QThread>

#include <atomic>

namespace Ghar {

namespace {

constexpr qsizetype kilobyte = 1024;

/// Shared by who waits and by the worker.
struct Order
{
    std::atomic_bool isCancelled = false;
    TileSource::Answer answer; ///< GUI thread
};

class OrderTicket : public TileTicket
{
public:
    explicit OrderTicket(std::shared_ptr<Order> order) : m_order(std::move(order)) { }
    ~OrderTicket() override
    {
        m_order->isCancelled = true;
        // What it captured may be about to go.
        m_order->answer = nullptr;
    }

private:
    std::shared_ptr<Order> m_order;
};

} // namespace

BaseMapTileSource::BaseMapTileSource(const MapLook &look, qsizetype cacheBytes, QObject *parent)
    : TileSource(parent), m_look(look), m_cache(cacheBytes / kilobyte)
{
    // One core is left to the window.
    m_workers.setMaxThreadCount(qBound(1, QThread::idealThreadCount() - 1, 3));
}

BaseMapTileSource::~BaseMapTileSource()
{
    m_workers.clear();
    m_workers.waitForDone();
}

std::shared_ptr<BaseMapTileSource> BaseMapTileSource::shared(const MapLook &look)
{
    static QList<std::weak_ptr<BaseMapTileSource>> sources;
    sources.removeIf([](const std::weak_ptr<BaseMapTileSource> &source) { return source.expired(); });
    for (const std::weak_ptr<BaseMapTileSource> &one : std::as_const(sources)) {
        if (std::shared_ptr<BaseMapTileSource> source = one.lock(); source && source->look() == look)
            return source;
    }
    auto source = std::make_shared<BaseMapTileSource>(look);
    sources.append(source);
    return source;
}

int BaseMapTileSource::quickZoom() const
{
    // Below it is the detail, which is read for the levels above.
    return BaseMap::coarseZoom - 1;
}

QImage BaseMapTileSource::atOnce(const TileId &id, int pixels)
{
    const QImage *image = m_cache.object({id, pixels});
    return image ? *image : QImage();
}

qsizetype BaseMapTileSource::cachedBytes() const
{
    return m_cache.totalCost() * kilobyte;
}

void BaseMapTileSource::keep(const Key &key, const QImage &image)
{
    ++m_drawn;
    // One that alone is beyond the limit is not kept; QCache deletes it then.
    m_cache.insert(key, new QImage(image), qMax<qsizetype>(1, image.sizeInBytes() / kilobyte));
}

std::unique_ptr<TileTicket> BaseMapTileSource::request(const TileId &id, int pixels, Answer answer)
{
    auto order = std::make_shared<Order>();
    order->answer = std::move(answer);
    m_workers.start([this, order, id, pixels] {
        if (order->isCancelled)
            return;
        const QImage image = baseMapTile(id, pixels, m_look);
        // The destructor waits for this worker, so `this` is there; afterwards the event is dropped with it.
        QMetaObject::invokeMethod(
            this,
            [this, order, id, pixels, image] {
                // Late is late for who asked, but the tile may be wanted again.
                keep({id, pixels}, image);
                if (!order->isCancelled && order->answer) {
                    // The answer may drop the ticket, which holds it.
                    const Answer call = order->answer;
                    call(image);
                }
            },
            Qt::QueuedConnection);
    });
    return std::make_unique<OrderTicket>(order);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture.h"

#include "picturenode.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace Ghar {

namespace {

/// How much more than what is seen is decoded, so that a small move needs nothing new.
constexpr double spareShare = 0.25;
/// Sharp enough: less than this is not seen as missing.
constexpr double almost = 0.98;

} // namespace

Picture::Picture(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

Picture::~Picture() = default;

void Picture::setStore(PictureStore *store)
{
    if (m_store == store)
        return;
    if (m_store)
        m_store->policy()->disconnect(this);
    m_store = store;
    if (m_store) {
        connect(m_store->policy(), &MediaPolicy::changed, this, [this] {
            // What may be seen already stays; the rest is looked at anew.
            if (m_status != Status::Ready || m_store->atOnce(*m_shown).value_or(m_whole).problem != m_whole.problem)
                restart();
        });
    }
    emit storeChanged();
    restart();
}

void Picture::setSource(const QString &source)
{
    if (m_source == source)
        return;
    m_source = source;
    emit sourceChanged();
    restart();
}

void Picture::restart()
{
    m_ticket.reset();
    m_partTicket.reset();
    m_wanted.reset();
    m_shown.reset();
    m_wantedPart = {};
    m_whole = {};
    m_part = {};
    PictureView view = m_view;
    view.natural = {};
    view.zoom = 1;
    view.centre = {0.5, 0.5};
    setView(view);
    setStatus(m_source.isEmpty() || !m_store ? Status::Empty : Status::Loading);
    if (m_status == Status::Loading) {
        // What needs no picture to be known is known at once, in whatever size.
        const PictureKey key{m_source, {}, {}};
        const std::optional<DecodedPicture> known = m_store->atOnce(key);
        if (known && known->problem != PictureProblem::None)
            takeWhole(key, *known);
    }
    polish();
    update();
}

void Picture::setFillMode(FillMode mode)
{
    if (fillMode() == mode)
        return;
    PictureView view = m_view;
    view.isCropped = mode == FillMode::Crop;
    setView(view.bounded());
    emit fillModeChanged();
}

void Picture::setGreyscale(bool greyscale)
{
    if (m_effects.greyscale == greyscale)
        return;
    m_effects.greyscale = greyscale;
    emit effectsChanged();
    polish();
}

void Picture::setBlurred(bool blurred)
{
    if (m_effects.blurred == blurred)
        return;
    m_effects.blurred = blurred;
    emit effectsChanged();
    polish();
}

void Picture::setView(const PictureView &view)
{
    m_view = view;
    emit viewChanged();
    polish();
    update();
}

void Picture::setZoom(qreal zoom)
{
    if (qFuzzyCompare(m_view.zoom, zoom))
        return;
    PictureView view = m_view;
    view.zoom = zoom;
    setView(view.bounded());
}

void Picture::setCentre(const QPointF &centre)
{
    if (m_view.centre == centre)
        return;
    PictureView view = m_view;
    view.centre = centre;
    setView(view.bounded());
}

int Picture::percent() const
{
    return m_view.isEmpty() ? 0 : qRound(100 * m_view.scale() * m_view.ratio);
}

QRectF Picture::paintedRect() const
{
    return m_view.isEmpty() ? QRectF() : m_view.target();
}

void Picture::zoomAt(qreal zoom, const QPointF &point)
{
    setView(m_view.zoomedAt(zoom, point));
}

void Picture::zoomToPixels()
{
    if (!m_view.isEmpty())
        setZoom(m_view.zoomOfPixels());
}

void Picture::zoomToPixelsAt(const QPointF &point)
{
    if (!m_view.isEmpty())
        setView(m_view.zoomedAt(m_view.zoomOfPixels(), point));
}

void Picture::moveBy(qreal x, qreal y)
{
    setView(m_view.movedBy({x, y}));
}

void Picture::retry()
{
    if (m_store)
        m_store->forgetFailure(m_source);
    restart();
}

void Picture::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() == oldGeometry.size())
        return;
    PictureView view = m_view;
    view.item = newGeometry.size();
    setView(view.isEmpty() ? view : view.bounded());
}

void Picture::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange || change == ItemVisibleHasChanged) {
        m_view.ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
        polish();
    }
}

void Picture::updatePolish()
{
    requestWhole();
    requestPart();
}

void Picture::setStatus(Status status, PictureProblem problem, const QString &host)
{
    const QString text = pictureProblemText(problem, host);
    if (m_status == status && m_errorText == text && m_host == host)
        return;
    m_status = status;
    m_errorText = text;
    m_host = host;
    emit statusChanged();
}

void Picture::requestWhole()
{
    if (!m_store || m_source.isEmpty() || m_view.item.isEmpty() || !isVisible() || m_status == Status::Blocked
        || m_status == Status::Failed)
        return;
    PictureKey key;
    key.source = m_source;
    key.effects = m_effects;
    key.scale.measure = m_view.isCropped ? PictureScale::Measure::ShortSide : PictureScale::Measure::LongSide;
    key.scale.pixels =
        PictureScale::stepAbove(int(std::ceil(std::max(m_view.item.width(), m_view.item.height()) * m_view.ratio)));
    // A larger one than is needed by now will do.
    const bool suffices = m_shown && m_shown->effects == key.effects && m_shown->scale.measure == key.scale.measure
        && m_shown->scale.pixels >= key.scale.pixels;
    if (suffices) {
        m_ticket.reset();
        m_wanted.reset();
        return;
    }
    if (m_wanted == key)
        return;
    m_wanted = key;
    m_ticket.reset();
    if (const std::optional<DecodedPicture> picture = m_store->atOnce(key)) {
        takeWhole(key, *picture);
        return;
    }
    m_ticket = m_store->request(key, true, [this, key](const DecodedPicture &picture) { takeWhole(key, picture); });
}

void Picture::takeWhole(const PictureKey &key, const DecodedPicture &picture)
{
    m_ticket.reset();
    m_wanted.reset();
    if (picture.problem != PictureProblem::None) {
        m_whole = {};
        m_part = {};
        m_shown.reset();
        setStatus(picture.problem == PictureProblem::HostNotAllowed ? Status::Blocked : Status::Failed, picture.problem,
                  picture.host);
        update();
        return;
    }
    const bool isOtherLook = m_shown && m_shown->effects != key.effects;
    if (isOtherLook) {
        m_part = {};
        m_wantedPart = {};
        m_partTicket.reset();
    }
    m_shown = key;
    m_whole = picture;
    if (m_view.natural != picture.natural) {
        PictureView view = m_view;
        view.natural = picture.natural;
        setView(view.bounded());
    }
    setStatus(Status::Ready, PictureProblem::None, picture.host);
    polish();
    update();
}

void Picture::requestPart()
{
    const double wantedFactor = std::min(1.0, m_view.scale() * m_view.ratio);
    const double wholeFactor = m_shown ? double(m_whole.image.width()) / m_whole.natural.width() : 1.0;
    if (!m_store || !m_shown || m_effects.blurred || wholeFactor >= wantedFactor * almost) {
        m_partTicket.reset();
        m_wantedPart = {};
        m_part = {};
        return;
    }
    const QRectF seen = m_view.source();
    const auto suffices = [&](const QRect &region, int width) {
        return QRectF(region).adjusted(-1, -1, 1, 1).contains(seen)
            && double(width) / region.width() >= wantedFactor * almost;
    };
    if (!m_part.region.isNull() && suffices(m_part.region, m_part.image.width()))
        return;
    if (m_partTicket && suffices(m_wantedPart.region, m_wantedPart.regionPixels.width()))
        return;
    const double spare = spareShare * std::max(seen.width(), seen.height());
    m_wantedPart = m_shown->scale;
    m_wantedPart.region = seen.adjusted(-spare, -spare, spare, spare).toAlignedRect() & QRect({}, m_view.natural);
    m_wantedPart.regionPixels = (QSizeF(m_wantedPart.region.size()) * wantedFactor)
                                    .toSize()
                                    .expandedTo({1, 1})
                                    .boundedTo({PictureScale::largestSide, PictureScale::largestSide});
    PictureKey key = *m_shown;
    key.scale = m_wantedPart;
    m_partTicket = m_store->request(key, true, [this](const DecodedPicture &picture) {
        m_partTicket.reset();
        if (picture.problem != PictureProblem::None)
            return; // the whole picture is there, only less sharp
        m_part = picture;
        polish();
        update();
    });
}

QSGNode *Picture::updatePaintNode(QSGNode *oldNode, UpdatePaintNodeData *data)
{
    Q_UNUSED(data)
    auto *node = static_cast<PictureNode *>(oldNode);
    if (m_whole.image.isNull() || m_view.isEmpty()) {
        delete node;
        return nullptr;
    }
    if (!node)
        node = new PictureNode;
    node->synchronize(m_view, m_whole, m_part, window());
    return node;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturepreload.h"

namespace Ghar {

PicturePreload::PicturePreload(QObject *parent)
    : QObject(parent), m_tickets(0, [](const PictureKey &key) { return qHash(key); })
{ }

PicturePreload::~PicturePreload() = default;

void PicturePreload::setStore(PictureStore *store)
{
    if (m_store == store)
        return;
    if (m_store) {
        m_store->look()->disconnect(this);
        m_store->policy()->disconnect(this);
    }
    m_store = store;
    if (m_store) {
        connect(m_store->look(), &PictureLook::changed, this, &PicturePreload::request);
        connect(m_store->policy(), &MediaPolicy::changed, this, &PicturePreload::request);
    }
    emit changed();
    request();
}

void PicturePreload::setSources(const QStringList &sources)
{
    if (m_sources == sources)
        return;
    m_sources = sources;
    emit changed();
    request();
}

void PicturePreload::setPixels(int pixels)
{
    if (m_pixels == pixels)
        return;
    m_pixels = pixels;
    emit changed();
    request();
}

void PicturePreload::setCropped(bool cropped)
{
    if (m_isCropped == cropped)
        return;
    m_isCropped = cropped;
    emit changed();
    request();
}

void PicturePreload::request()
{
    auto before = std::move(m_tickets);
    m_tickets = decltype(m_tickets)(0, before.hash_function());
    if (!m_store || m_pixels <= 0)
        return;
    for (const QString &source : std::as_const(m_sources).first(qMin(m_sources.size(), mostSources))) {
        PictureKey key;
        key.source = source;
        key.effects = m_store->look()->effects();
        key.scale.measure = m_isCropped ? PictureScale::Measure::ShortSide : PictureScale::Measure::LongSide;
        key.scale.pixels = PictureScale::stepAbove(m_pixels);
        if (m_tickets.contains(key) || m_store->atOnce(key))
            continue;
        if (const auto it = before.find(key); it != before.end()) {
            m_tickets.emplace(key, std::move(it->second));
            continue;
        }
        // The store keeps it; nothing is left to do here.
        m_tickets.emplace(key, m_store->request(key, false, [](const DecodedPicture &) {}));
    }
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "picturestore.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>

#include <memory>
#include <unordered_map>

namespace Ghar {

/// Gets pictures ready before they are looked at, in the size and look that they will have. Behind everything that is
/// looked at now; what is taken off the list again is not fetched.
class PicturePreload : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Ghar::PictureStore *store READ store WRITE setStore NOTIFY changed)
    Q_PROPERTY(QStringList sources READ sources WRITE setSources NOTIFY changed)
    /// The longer side of the items that will show them, in device pixels.
    Q_PROPERTY(int pixels READ pixels WRITE setPixels NOTIFY changed)
    /// They will fill their items; otherwise be seen whole.
    Q_PROPERTY(bool cropped READ isCropped WRITE setCropped NOTIFY changed)

public:
    explicit PicturePreload(QObject *parent = nullptr);
    ~PicturePreload() override;

    [[nodiscard]] PictureStore *store() const { return m_store; }
    void setStore(PictureStore *store);
    [[nodiscard]] QStringList sources() const { return m_sources; }
    void setSources(const QStringList &sources);
    [[nodiscard]] int pixels() const { return m_pixels; }
    void setPixels(int pixels);
    [[nodiscard]] bool isCropped() const { return m_isCropped; }
    void setCropped(bool cropped);

    /// More are not worth it: they would drive each other out of the memory.
    static constexpr qsizetype mostSources = 60;

signals:
    void changed();

private:
    void request();

    QPointer<PictureStore> m_store;
    QStringList m_sources;
    int m_pixels = 0;
    bool m_isCropped = false;
    std::unordered_map<PictureKey, std::unique_ptr<PictureTicket>, size_t (*)(const PictureKey &)> m_tickets;
};

} // namespace Ghar

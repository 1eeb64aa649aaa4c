// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "picturestore.h"
#include "pictureview.h"

#include <QPointer>
#include <QQuickItem>

#include <memory>
#include <optional>

namespace Ghar {

/// Shows the picture at the address of a record, out of a store. Decoded in about the size it has on the screen; where
/// it is looked at more closely, the part that is seen is decoded anew, and what was there stays until that has come.
/// Whoever changes the address sees nothing of the old picture any more.
class Picture : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Ghar::PictureStore *store READ store WRITE setStore NOTIFY storeChanged)
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(FillMode fillMode READ fillMode WRITE setFillMode NOTIFY fillModeChanged)
    Q_PROPERTY(bool greyscale READ isGreyscale WRITE setGreyscale NOTIFY effectsChanged)
    Q_PROPERTY(bool blurred READ isBlurred WRITE setBlurred NOTIFY effectsChanged)
    Q_PROPERTY(Status status READ status NOTIFY statusChanged)
    /// Why there is no picture, as a sentence.
    Q_PROPERTY(QString errorText READ errorText NOTIFY statusChanged)
    /// Who gives the picture, or would; empty for pictures of this computer.
    Q_PROPERTY(QString host READ host NOTIFY statusChanged)
    Q_PROPERTY(QSize naturalSize READ naturalSize NOTIFY viewChanged)
    /// 1 is the whole picture (or the filled item).
    Q_PROPERTY(qreal zoom READ zoom WRITE setZoom NOTIFY viewChanged)
    /// What is in the middle, as a fraction of the picture.
    Q_PROPERTY(QPointF centre READ centre WRITE setCentre NOTIFY viewChanged)
    /// How large a pixel of the picture is on the screen, in percent; 0 without a picture.
    Q_PROPERTY(int percent READ percent NOTIFY viewChanged)
    /// Where the picture is in the item.
    Q_PROPERTY(QRectF paintedRect READ paintedRect NOTIFY viewChanged)

public:
    enum class Status { Empty, Loading, Ready, Blocked, Failed };
    Q_ENUM(Status)
    enum class FillMode { Fit, Crop };
    Q_ENUM(FillMode)

    explicit Picture(QQuickItem *parent = nullptr);
    ~Picture() override;

    [[nodiscard]] PictureStore *store() const { return m_store; }
    void setStore(PictureStore *store);
    [[nodiscard]] QString source() const { return m_source; }
    void setSource(const QString &source);
    [[nodiscard]] FillMode fillMode() const { return m_view.isCropped ? FillMode::Crop : FillMode::Fit; }
    void setFillMode(FillMode mode);
    [[nodiscard]] bool isGreyscale() const { return m_effects.greyscale; }
    void setGreyscale(bool greyscale);
    [[nodiscard]] bool isBlurred() const { return m_effects.blurred; }
    void setBlurred(bool blurred);
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QString host() const { return m_host; }
    [[nodiscard]] QSize naturalSize() const { return m_view.natural; }
    [[nodiscard]] qreal zoom() const { return m_view.zoom; }
    void setZoom(qreal zoom);
    [[nodiscard]] QPointF centre() const { return m_view.centre; }
    void setCentre(const QPointF &centre);
    [[nodiscard]] int percent() const;
    [[nodiscard]] QRectF paintedRect() const;

    /// Zooms so that what is at the point of the item stays there.
    Q_INVOKABLE void zoomAt(qreal zoom, const QPointF &point);
    /// One pixel of the picture on one of the screen.
    Q_INVOKABLE void zoomToPixels();
    Q_INVOKABLE void zoomToPixelsAt(const QPointF &point);
    Q_INVOKABLE void moveBy(qreal x, qreal y);
    /// Tries once more after a failure.
    Q_INVOKABLE void retry();

    /// What is shown, for tests: the picture, and the part that was decoded anew.
    [[nodiscard]] QImage image() const { return m_whole.image; }
    [[nodiscard]] DecodedPicture part() const { return m_part; }

signals:
    void storeChanged();
    void sourceChanged();
    void fillModeChanged();
    void effectsChanged();
    void statusChanged();
    void viewChanged();

protected:
    void updatePolish() override;
    QSGNode *updatePaintNode(QSGNode *oldNode, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;

private:
    void setView(const PictureView &view);
    /// Begins anew: another picture, or another right to it.
    void restart();
    void requestWhole();
    void requestPart();
    void takeWhole(const PictureKey &key, const DecodedPicture &picture);
    void setStatus(Status status, PictureProblem problem = PictureProblem::None, const QString &host = {});

    QPointer<PictureStore> m_store;
    QString m_source;
    PictureEffects m_effects;
    PictureView m_view;
    Status m_status = Status::Empty;
    QString m_errorText;
    QString m_host;
    std::optional<PictureKey> m_wanted; ///< what the ticket below is for
    std::optional<PictureKey> m_shown;  ///< what m_whole is
    DecodedPicture m_whole;
    DecodedPicture m_part;
    PictureScale m_wantedPart; ///< what the ticket of the part is for
    std::unique_ptr<PictureTicket> m_ticket;
    std::unique_ptr<PictureTicket> m_partTicket;
};

} // namespace Ghar

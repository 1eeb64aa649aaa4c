// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "picturedecoder.h"
#include "pictureview.h"

#include <QSGNode>

class QQuickWindow;
class QSGImageNode;

namespace Ghar {

/// A picture and, above it, the part of it that is there in more detail. Render thread.
class PictureNode : public QSGNode
{
public:
    PictureNode();

    void synchronize(const PictureView &view, const DecodedPicture &whole, const DecodedPicture &part,
                     QQuickWindow *window);

private:
    struct Layer
    {
        QSGNode *place = nullptr;
        QSGImageNode *node = nullptr; ///< owned by `place`, with its texture
        qint64 serial = 0;            ///< of the image in the texture
    };
    static void show(Layer &layer, const QImage &image, const QRectF &target, const QRectF &source,
                     QQuickWindow *window);
    static void hide(Layer &layer);

    Layer m_whole;
    Layer m_part;
};

} // namespace Ghar

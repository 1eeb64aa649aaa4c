// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace Ghar {

/// Draws the desk's icons in any colour and size: `image://icon/<name>/<rrggbb>` or `…/<aarrggbb>`, and behind
/// that perhaps `/<stroke width of 24>`. Keeps no state, so it may be asked from any thread. The engine owns it:
/// `engine.addImageProvider(IconProvider::id(), new IconProvider);`
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider();

    [[nodiscard]] static QString id();

    /// A name without an icon gives a crossed square and a warning, so that the gap is seen and not only logged.
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace Ghar

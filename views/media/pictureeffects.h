// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace Ghar {

/// How a picture is softened for whoever has to look at many. Made on the decoding thread, so that it works on every
/// computer and nothing sharp ever gets near the screen.
struct PictureEffects
{
    bool greyscale = false;
    bool blurred = false; ///< faces and writing cannot be recognised, places can

    [[nodiscard]] bool any() const { return greyscale || blurred; }
    [[nodiscard]] QImage applied(const QImage &image) const;
    bool operator==(const PictureEffects &) const = default;
};

} // namespace Ghar

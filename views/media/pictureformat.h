// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Ghar {

/// What the first bytes of a file say about it. Names and types that a server gives are not believed.
struct PictureFormat
{
    QByteArray name; ///< as QImageReader knows it: jpeg, png, gif, webp, avif; svg for drawings; empty for no picture
    /// A JPEG whose parts come in several passes: it cannot be read in a smaller size without having all of it.
    bool isProgressive = false;
    /// A JPEG that ends before its pictures do.
    bool isCutOff = false;

    [[nodiscard]] static PictureFormat of(const QByteArray &bytes);
};

} // namespace Ghar

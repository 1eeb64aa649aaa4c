// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictureeffects.h"
#include "pictureproblem.h"

#include <QByteArray>
#include <QImage>
#include <QRect>
#include <QSize>

namespace Ghar {

/// In which size a picture is wanted.
struct PictureScale
{
    enum class Measure {
        LongSide, ///< the longer side has at least `pixels`: to be seen whole
        ShortSide ///< the shorter one has: to fill a frame
    };

    Measure measure = Measure::LongSide;
    int pixels = 0;
    QRect region;       ///< only this part, in pixels of the upright picture; null for the whole
    QSize regionPixels; ///< in which size; not larger than the region

    bool operator==(const PictureScale &) const = default;

    /// The next of few sizes, so that a window that is drawn larger does not decode at each step.
    [[nodiscard]] static int stepAbove(int pixels);
    /// In which size a picture of this size is decoded: never enlarged, never beyond `largestSide`.
    [[nodiscard]] QSize sizeFor(const QSize &natural) const;

    static constexpr int largestSide = 4096; ///< what every graphics card takes
};

/// A picture ready to be shown.
struct DecodedPicture
{
    QImage image;
    QSize natural; ///< of the whole picture, upright
    QRect region;  ///< which part of it `image` is; null for the whole
    PictureProblem problem = PictureProblem::None;
    QString host; ///< where it comes from, or who failed to give it; empty for what is on this computer

    [[nodiscard]] qsizetype bytes() const { return image.sizeInBytes(); }
};

/// Decodes a picture upright. Memory is bounded by the wanted size wherever the format allows it, and by refusing the
/// rest. `isShipped` pictures may be drawings. Any thread.
[[nodiscard]] DecodedPicture decodePicture(const QByteArray &bytes, const PictureScale &scale, bool isShipped);

} // namespace Ghar

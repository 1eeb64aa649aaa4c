// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureeffects.h"

#include <algorithm>
#include <vector>

namespace Ghar {

namespace {

/// Blurring happens in this small size: it costs the same for every picture and leaves no detail behind.
constexpr int blurSide = 160;
constexpr int blurRadius = 4;
constexpr int blurPasses = 3; // three boxes are a bell

/// One pass along lines of `count` pixels that are `step` apart.
void boxLine(QRgb *pixels, int count, qsizetype step, std::vector<QRgb> &line)
{
    line.resize(size_t(count));
    for (int i = 0; i < count; ++i)
        line[size_t(i)] = pixels[i * step];
    int red = 0;
    int green = 0;
    int blue = 0;
    int alpha = 0;
    const auto add = [&](int i, int sign) {
        const QRgb pixel = line[size_t(std::clamp(i, 0, count - 1))];
        red += sign * qRed(pixel);
        green += sign * qGreen(pixel);
        blue += sign * qBlue(pixel);
        alpha += sign * qAlpha(pixel);
    };
    for (int i = -blurRadius; i <= blurRadius; ++i)
        add(i, 1);
    constexpr int width = 2 * blurRadius + 1;
    for (int i = 0; i < count; ++i) {
        pixels[i * step] = qRgba(red / width, green / width, blue / width, alpha / width);
        add(i + blurRadius + 1, 1);
        add(i - blurRadius, -1);
    }
}

QImage blurredImage(const QImage &image)
{
    const QSize small = image.size().scaled(blurSide, blurSide, Qt::KeepAspectRatio).expandedTo({1, 1});
    QImage result = image.scaled(small.boundedTo(image.size()), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    std::vector<QRgb> line;
    const qsizetype stride = result.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *pixels = reinterpret_cast<QRgb *>(result.bits());
    for (int pass = 0; pass < blurPasses; ++pass) {
        for (int y = 0; y < result.height(); ++y)
            boxLine(pixels + y * stride, result.width(), 1, line);
        for (int x = 0; x < result.width(); ++x)
            boxLine(pixels + x, result.height(), stride, line);
    }
    return result.scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

QImage PictureEffects::applied(const QImage &image) const
{
    if (image.isNull())
        return image;
    QImage result = image;
    if (blurred)
        result = blurredImage(result);
    if (greyscale) {
        // By the eye's weights, not the colour space's: it is about calm, and keeps what is transparent.
        result = result.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < result.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(result.scanLine(y));
            for (int x = 0; x < result.width(); ++x) {
                const int grey = qGray(line[x]);
                line[x] = qRgba(grey, grey, grey, qAlpha(line[x]));
            }
        }
    }
    return result;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturedecoder.h"

#include "pictureformat.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

Q_LOGGING_CATEGORY(lcPictures, "ghar.pictures")

namespace Ghar {

namespace {

constexpr qint64 mostPixels = 300'000'000;
/// Where all pixels must be in memory before there is a smaller picture.
constexpr qint64 mostPixelsAtOnce = 120'000'000;
constexpr int mostMegabytesAtOnce = 512;

bool isTurned(QImageIOHandler::Transformations turn)
{
    return turn.testFlag(QImageIOHandler::TransformationRotate90);
}

/// Where a part of the upright picture is in the file, whose picture has the size `stored`.
QRect storedRect(const QRect &upright, const QSize &stored, QImageIOHandler::Transformations turn)
{
    // The file's picture is mirrored and flipped first, then turned by 90° clockwise; here it goes back.
    QRect rect = upright;
    if (isTurned(turn))
        rect = QRect(upright.y(), stored.height() - upright.x() - upright.width(), upright.height(), upright.width());
    if (turn.testFlag(QImageIOHandler::TransformationMirror))
        rect.moveLeft(stored.width() - rect.x() - rect.width());
    if (turn.testFlag(QImageIOHandler::TransformationFlip))
        rect.moveTop(stored.height() - rect.y() - rect.height());
    return rect;
}

/// The size in which a format that comes in pieces must be refused; nothing where it may be read.
PictureProblem problemOfSize(const QSize &size, const PictureFormat &format)
{
    const qint64 pixels = qint64(size.width()) * size.height();
    const bool isReadInPieces = format.name == "jpeg" && !format.isProgressive;
    return pixels > (isReadInPieces ? mostPixels : mostPixelsAtOnce) ? PictureProblem::TooManyPixels
                                                                     : PictureProblem::None;
}

QImage forScreen(QImage image)
{
    const QColorSpace space = image.colorSpace();
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    image.setDevicePixelRatio(1);
    return image;
}

} // namespace

int PictureScale::stepAbove(int pixels)
{
    static constexpr std::array steps{128, 256, 512, 1024, 1536, 2048, 3072, largestSide};
    const auto step = std::lower_bound(steps.begin(), steps.end(), pixels);
    return step == steps.end() ? largestSide : *step;
}

QSize PictureScale::sizeFor(const QSize &natural) const
{
    const int longSide = std::max(natural.width(), natural.height());
    const int shortSide = std::min(natural.width(), natural.height());
    const double wanted = double(pixels) / (measure == Measure::LongSide ? longSide : shortSide);
    const double factor = std::min({wanted, 1.0, double(largestSide) / longSide});
    return QSize(qRound(natural.width() * factor), qRound(natural.height() * factor)).expandedTo({1, 1});
}

DecodedPicture decodePicture(const QByteArray &bytes, const PictureScale &scale, bool isShipped)
{
    DecodedPicture result;
    const auto failed = [&result](PictureProblem problem) {
        result.problem = problem;
        result.image = {};
        return result;
    };
    const PictureFormat format = PictureFormat::of(bytes);
    if (format.name.isEmpty())
        return failed(PictureProblem::NotAPicture);
    const bool isDrawing = format.name == "svg";
    if (isDrawing && !isShipped)
        return failed(PictureProblem::Drawing);
    if (!QImageReader::supportedImageFormats().contains(format.name))
        return failed(PictureProblem::UnknownKind);
    if (format.isCutOff)
        return failed(PictureProblem::Broken);

    // Of the whole program, so only once.
    static const bool isLimited = (QImageReader::setAllocationLimit(mostMegabytesAtOnce), true);
    Q_UNUSED(isLimited)
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format.name);
    reader.setAutoDetectImageFormat(false); // nothing but what the bytes claim to be
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    if (stored.isEmpty())
        return failed(PictureProblem::Broken);
    if (const PictureProblem problem = problemOfSize(stored, format); problem != PictureProblem::None)
        return failed(problem);
    const QImageIOHandler::Transformations turn = reader.transformation();
    result.natural = isTurned(turn) ? stored.transposed() : stored;

    if (scale.region.isNull()) {
        const QSize wanted = scale.sizeFor(result.natural);
        if (wanted != result.natural || isDrawing)
            reader.setScaledSize(isTurned(turn) ? wanted.transposed() : wanted);
    } else {
        result.region = scale.region & QRect({}, result.natural);
        const QSize wanted = scale.regionPixels.boundedTo(result.region.size())
                                 .boundedTo({PictureScale::largestSide, PictureScale::largestSide});
        if (result.region.isEmpty() || wanted.isEmpty())
            return failed(PictureProblem::Broken);
        reader.setClipRect(storedRect(result.region, stored, turn));
        if (wanted != result.region.size())
            reader.setScaledSize(isTurned(turn) ? wanted.transposed() : wanted);
    }
    QImage image;
    if (!reader.read(&image) || image.isNull()) {
        qCInfo(lcPictures) << "A picture could not be decoded:" << reader.errorString();
        return failed(PictureProblem::Broken);
    }
    result.image = forScreen(std::move(image));
    return result;
}

} // namespace Ghar

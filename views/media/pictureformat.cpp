// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureformat.h"

#include <QByteArrayView>

namespace Ghar {

namespace {

/// Walks the segments of a JPEG to its first scan.
void readSegments(const QByteArray &bytes, PictureFormat &format)
{
    const auto at = [&bytes](qsizetype i) { return quint8(bytes.at(i)); };
    qsizetype i = 2;
    while (i + 3 < bytes.size()) {
        if (at(i) != 0xff) {
            format.isCutOff = true; // no segment begins here: whatever comes is not a picture
            return;
        }
        const quint8 marker = at(i + 1);
        if (marker == 0xff) { // fill byte
            ++i;
            continue;
        }
        if (marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce)
            format.isProgressive = true;
        if (marker == 0xda) {
            // Small pictures inside the header have an end of their own, which is before this.
            format.isCutOff = bytes.lastIndexOf(QByteArrayView("\xff\xd9", 2)) < i;
            return;
        }
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
            i += 2;
            continue;
        }
        i += 2 + at(i + 2) * 256 + at(i + 3);
    }
    format.isCutOff = true;
}

} // namespace

PictureFormat PictureFormat::of(const QByteArray &bytes)
{
    PictureFormat format;
    if (bytes.startsWith("\xff\xd8\xff")) {
        format.name = "jpeg";
        readSegments(bytes, format);
    } else if (bytes.startsWith("\x89PNG\r\n\x1a\n")) {
        format.name = "png";
    } else if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        format.name = "gif";
    } else if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") {
        format.name = "webp";
    } else if (bytes.size() > 12 && bytes.sliced(4, 4) == "ftyp"
               && (bytes.sliced(8, 4) == "avif" || bytes.sliced(8, 4) == "avis")) {
        format.name = "avif";
    } else if (const QByteArray start = bytes.left(1024).toLower(); start.contains("<svg")) {
        format.name = "svg";
    }
    return format;
}

} // namespace Ghar

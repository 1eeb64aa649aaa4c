// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/textencoding.h"

#include <QCoreApplication>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TextEncoding)
};

/// Bytes of the character that begins so; 0 when none does.
int lengthOf(uchar first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return 2;
    if (first >= 0xe0 && first <= 0xef)
        return 3;
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/// The second byte is where overlong forms, surrogates and what lies beyond Unicode are told.
bool isSecond(uchar first, uchar second)
{
    switch (first) {
    case 0xe0:
        return second >= 0xa0 && second <= 0xbf;
    case 0xed:
        return second >= 0x80 && second <= 0x9f;
    case 0xf0:
        return second >= 0x90 && second <= 0xbf;
    case 0xf4:
        return second >= 0x80 && second <= 0x8f;
    default:
        return (second & 0xc0) == 0x80;
    }
}

} // namespace

qsizetype firstThatIsNoUtf8(QByteArrayView bytes, qsizetype &complete)
{
    const auto *data = reinterpret_cast<const uchar *>(bytes.data());
    const qsizetype size = bytes.size();
    complete = size;
    qsizetype i = 0;
    while (i < size) {
        if (data[i] < 0x80) {
            quint64 eight = 0;
            if (i + 8 <= size) {
                std::memcpy(&eight, data + i, 8);
                if (!(eight & Q_UINT64_C(0x8080808080808080))) {
                    i += 8;
                    continue;
                }
            }
            ++i;
            continue;
        }
        const int length = lengthOf(data[i]);
        if (length == 0)
            return i;
        for (int k = 1; k < length; ++k) {
            if (i + k == size) {
                complete = i;
                return size;
            }
            const bool fits = k == 1 ? isSecond(data[i], data[i + 1]) : (data[i + k] & 0xc0) == 0x80;
            if (!fits)
                return i;
        }
        i += length;
    }
    return size;
}

Result<void> checkIsText(QByteArrayView start, const QString &wanted)
{
    const auto refused = [](const QString &sentence) { return Error{ErrorKind::BadInput, sentence, {}}; };
    const QByteArray bytes = start.toByteArray();
    const bool marked16 = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    // Latin letters in UTF-16 have a NUL beside each, always on the same side.
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < qMin<qsizetype>(bytes.size(), 64); ++i) {
        if (bytes.at(i) == '\0')
            ++(i % 2 == 0 ? even : odd);
    }
    if (marked16 || (qMax(even, odd) >= 4 && qMin(even, odd) == 0))
        return refused(Text::tr("The file is text in UTF-16. Save it as UTF-8 (“CSV UTF-8” in a spreadsheet) and try "
                                "again. Nothing was read."));
    if (bytes.startsWith("PK\x03\x04"))
        return refused(
            Text::tr("The file is an archive or a workbook and no %1. Name the format xlsx, or unpack it. Nothing was "
                     "read.")
                .arg(wanted));
    if (bytes.startsWith("\xd0\xcf\x11\xe0"))
        return refused(
            Text::tr("The file is a workbook of the old form (.xls) and no %1. Save it as .xlsx or CSV UTF-8. "
                     "Nothing was read.")
                .arg(wanted));
    if (bytes.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return refused(Text::tr("The file is a database and no %1. Nothing was read.").arg(wanted));
    return {};
}

Error notUtf8(qint64 line)
{
    return {
        ErrorKind::BadInput,
        Text::tr("Line %1 has bytes that are no UTF-8; the file is probably in Windows-1252 or another older encoding. "
                 "Save it as UTF-8 (“CSV UTF-8” in a spreadsheet) and try again. Nothing was written.")
            .arg(line),
        {}};
}

Error hasNul(qint64 line)
{
    return {
        ErrorKind::BadInput,
        Text::tr("Line %1 has a NUL byte, which no text has. The file is damaged or is no text. Nothing was written.")
            .arg(line),
        {}};
}

} // namespace Ghar

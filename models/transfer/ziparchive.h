// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QIODevice>

#include <memory>

struct zip;

namespace Ghar {

/// A ZIP archive that is read with suspicion: what unpacks to more than any honest workbook, or to a thousand times its
/// size, is refused before it fills memory or time, whatever its directory says of it.
class ZipArchive
{
public:
    /// The device must be able to go to any place, and outlive this.
    [[nodiscard]] static Result<std::unique_ptr<ZipArchive>> open(QIODevice &device);
    ~ZipArchive();

    [[nodiscard]] bool contains(const QString &name) const;
    /// Unpacked size as the directory has it; 0 when there is no such part.
    [[nodiscard]] qint64 sizeOf(const QString &name) const;
    /// A part as it unpacks. Reading fails with a sentence in errorString() when it is damaged or grows beyond `most`.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> part(const QString &name, qint64 most);

    /// Of all parts together.
    static constexpr qint64 mostUnpacked = Q_INT64_C(8) << 30;
    /// Unpacked bytes for each packed one; sheets of equal rows come to about a hundred.
    static constexpr qint64 highestRatio = 400;
    /// Parts smaller than this may have any ratio.
    static constexpr qint64 harmless = 4 << 20;

private:
    explicit ZipArchive(zip *archive) : m_archive(archive) { }
    [[nodiscard]] Result<void> checkSizes() const;

    zip *m_archive;
};

} // namespace Ghar

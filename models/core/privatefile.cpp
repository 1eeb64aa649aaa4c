// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PrivateFile)
};

} // namespace

Result<qint64> writePrivateFile(const QString &path, const std::function<Result<qint64>(QIODevice &)> &write)
{
    QSaveFile out(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorKind::Permission,
                     Text::tr("%1 cannot be written: %2. Choose another place.").arg(shown, out.errorString()),
                     out.errorString()};
    const Result<qint64> written = write(out);
    if (written && !out.commit())
        return Error{
            ErrorKind::DiskFull,
            Text::tr("%1 could not be written to its end: %2. Nothing was left there.").arg(shown, out.errorString()),
            out.errorString()};
    return written;
}

} // namespace Ghar

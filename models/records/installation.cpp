// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/installation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Installation)
};

} // namespace

Result<QString> installationId()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QString path = folder + u"/installation"_s;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QUuid known = QUuid::fromString(QString::fromLatin1(file.readAll().trimmed()));
        if (!known.isNull())
            return known.toString(QUuid::WithoutBraces);
    }
    const QString made = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSaveFile saved(path);
    const bool done = QDir().mkpath(folder) && saved.open(QIODevice::WriteOnly)
        && saved.write(made.toLatin1() + '\n') > 0 && saved.commit();
    if (!done)
        return Error{ErrorKind::Permission,
                     Text::tr("%1 cannot be written, so the journal cannot name this desk. Nothing was changed.")
                         .arg(QDir::toNativeSeparators(path)),
                     saved.errorString()};
    return made;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sqlitefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QtEndian>

namespace Ghar {

// Layout of the first 100 bytes: sqlite.org/fileformat2.html, "The Database Header".
static constexpr qsizetype headerSize = 100;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SqliteFile)
};

} // namespace

static QByteArray headerOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(headerSize) : QByteArray();
}

/// Everything that can be said without opening the file.
static Result<void> checkPlace(const QString &path, Access access)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (path.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("No file was named."), {}};
    if (!info.exists()) {
        if (access == Access::ReadOnly)
            return Error{
                ErrorKind::NotFound,
                Text::tr("There is no file %1. Check the name, or make one with “ghar-desk db init --sqlite FILE”.")
                    .arg(shown),
                {}};
        const QFileInfo folder(info.absolutePath());
        if (!folder.isDir())
            return Error{
                ErrorKind::NotFound,
                Text::tr("There is no folder %1 to write into.").arg(QDir::toNativeSeparators(folder.filePath())),
                {}};
        if (!folder.isWritable())
            return Error{ErrorKind::Permission,
                         Text::tr("The folder %1 cannot be written by you. Nothing was changed; choose another one.")
                             .arg(QDir::toNativeSeparators(folder.filePath())),
                         {}};
        return {};
    }
    if (info.isDir())
        return Error{ErrorKind::BadInput, Text::tr("%1 is a folder, not a file.").arg(shown), {}};
    if (!info.isFile())
        return Error{ErrorKind::BadInput, Text::tr("%1 is not an ordinary file.").arg(shown), {}};
    if (!info.isReadable())
        return Error{ErrorKind::Permission, Text::tr("%1 cannot be read by you.").arg(shown), {}};
    if (access == Access::ReadWrite && !info.isWritable())
        return Error{
            ErrorKind::Permission, Text::tr("%1 cannot be written by you. Nothing was changed.").arg(shown), {}};
    if (access == Access::ReadWrite && !QFileInfo(info.absolutePath()).isWritable())
        return Error{
            ErrorKind::Permission,
            Text::tr("%1 cannot be written by you, because its folder cannot: SQLite keeps a log beside the file. "
                     "Nothing was changed.")
                .arg(shown),
            {}};
    return {};
}

static Result<void> checkHeader(const QString &path, const QByteArray &header)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (info.size() == 0)
        return {}; // an empty file is an empty database
    if (!header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return Error{ErrorKind::CannotOpen,
                     Text::tr("%1 is not an SQLite database, or it is encrypted. Choose another file.").arg(shown),
                     {}};
    const auto damaged = [&shown] {
        return Error{
            ErrorKind::CannotOpen,
            Text::tr("%1 is shorter than it should be, as after an interrupted copy. Nothing was changed; copy it "
                     "again or restore it from a backup.")
                .arg(shown),
            {}};
    };
    if (header.size() < headerSize)
        return damaged();
    const auto *bytes = reinterpret_cast<const uchar *>(header.constData());
    quint32 pageSize = qFromBigEndian<quint16>(bytes + 16);
    if (pageSize == 1)
        pageSize = 65536;
    const quint32 pages = qFromBigEndian<quint32>(bytes + 28);
    const bool pagesAreKnown = qFromBigEndian<quint32>(bytes + 24) == qFromBigEndian<quint32>(bytes + 92);
    // With a log beside it the file may rightly be short: the missing pages are in there.
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (pagesAreKnown && !hasLog && info.size() < qint64(pageSize) * pages)
        return damaged();
    return {};
}

Result<void> checkSqliteFile(const QString &path, Access access)
{
    if (const Result<void> place = checkPlace(path, access); !place)
        return place;
    return checkHeader(path, headerOf(path));
}

static bool saysWriteAheadLog(const QByteArray &header)
{
    return header.size() == headerSize && header.at(18) == 2;
}

bool usesWriteAheadLog(const QString &path)
{
    return saysWriteAheadLog(headerOf(path));
}

namespace {

struct OpenFile
{
    int connections = 0;
    bool usesLog = false;
};

/// Files that this process has open, by their real names.
struct OpenFiles
{
    QMutex mutex;
    QHash<QString, OpenFile> files;
};

OpenFiles &openFiles()
{
    static OpenFiles files;
    return files;
}

/// One name for a file however it is spelled, also before it is made.
QString realName(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists())
        return info.canonicalFilePath();
    return QFileInfo(info.absolutePath()).canonicalFilePath() + QLatin1Char('/') + info.fileName();
}

} // namespace

Result<std::unique_ptr<SqliteFileUse>> SqliteFileUse::begin(const QString &path, Access access)
{
    if (const Result<void> place = checkPlace(path, access); !place)
        return place.error();
    const QString name = realName(path);
    // Held while the header is read, so that no other thread opens the file in between.
    const QMutexLocker lock(&openFiles().mutex);
    OpenFile file = openFiles().files.value(name);
    if (file.connections == 0) {
        const QByteArray header = headerOf(path);
        if (const Result<void> good = checkHeader(path, header); !good)
            return good.error();
        file.usesLog = saysWriteAheadLog(header);
    }
    ++file.connections;
    openFiles().files.insert(name, file);
    return std::unique_ptr<SqliteFileUse>(new SqliteFileUse(name, file.usesLog));
}

SqliteFileUse::~SqliteFileUse()
{
    const QMutexLocker lock(&openFiles().mutex);
    const auto file = openFiles().files.find(m_name);
    if (--file->connections == 0)
        openFiles().files.erase(file);
}

} // namespace Ghar

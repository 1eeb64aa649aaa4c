// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/stagingfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StagingFile)
};

constexpr int mostWindows = 16;

Error writeError(const QFile &file)
{
    return {ErrorKind::DiskFull,
            Text::tr("Staged edits could not be saved in %1: %2. They are kept in the window; commit or discard them "
                     "before you close it.")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()),
            {}};
}

Result<void> sync(const QFile &file)
{
#ifdef Q_OS_WIN
    const bool synced = _commit(file.handle()) == 0;
#else
    const bool synced = fsync(file.handle()) == 0;
#endif
    if (!synced)
        return writeError(file);
    return {};
}

/// The path for the n-th window on the same database.
QString numbered(const QString &path, int number)
{
    if (number == 1)
        return path;
    const QFileInfo info(path);
    return info.path() + u'/' + info.completeBaseName() + u'-' + QString::number(number) + u'.' + info.suffix();
}

/// Objects up to the first line that is none; `good` is how many bytes they take.
QList<QJsonObject> parse(const QByteArray &bytes, qint64 &good)
{
    QList<QJsonObject> lines;
    good = 0;
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', from);
        if (end < 0)
            break;
        const QJsonDocument document = QJsonDocument::fromJson(bytes.mid(from, end - from));
        if (!document.isObject())
            break;
        lines.append(document.object());
        from = end + 1;
        good = from;
    }
    return lines;
}

} // namespace

StagingFile::~StagingFile() = default;

Result<StagingFile> StagingFile::open(const QString &path, QList<QJsonObject> &lines, QString &notice)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return Error{
            ErrorKind::Permission,
            Text::tr("The folder %1 for staged edits cannot be made. Edits are kept until the window is closed.")
                .arg(QDir::toNativeSeparators(QFileInfo(path).path())),
            {}};
    StagingFile staging;
    for (int number = 1; number <= mostWindows; ++number) {
        auto lock = std::make_unique<QLockFile>(numbered(path, number) + u".lock"_s);
        lock->setStaleLockTime(0); // stale only when its process is gone, however long it runs
        if (!lock->tryLock() && lock->error() == QLockFile::LockFailedError)
            continue;
        if (!lock->isLocked())
            break;
        staging.m_lock = std::move(lock);
        staging.m_file = std::make_unique<QFile>(numbered(path, number));
        break;
    }
    if (!staging.m_file)
        return Error{ErrorKind::Permission,
                     Text::tr("%1 cannot be locked. Edits are kept until the window is closed.")
                         .arg(QDir::toNativeSeparators(path)),
                     {}};
    QFile &file = *staging.m_file;
    // Made without rights for others before anything is in it.
    if (!file.exists() && (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || (file.close(), false)))
        return writeError(file);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return writeError(file);
    const QByteArray bytes = file.readAll();
    qint64 good = 0;
    lines = parse(bytes, good);
    if (good < bytes.size()) {
        // A cut last line is what a crash leaves; anything more is somebody's work that must not vanish.
        if (bytes.indexOf('\n', good) >= 0) {
            QFile copy(file.fileName() + u".damaged"_s);
            if (!copy.open(QIODevice::WriteOnly | QIODevice::Truncate))
                return writeError(copy);
            copy.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            if (copy.write(bytes) != bytes.size() || !copy.flush())
                return writeError(copy);
            notice = Text::tr("Some staged edits could not be read. Those before them are here; the whole file is kept "
                              "as %1.")
                         .arg(QDir::toNativeSeparators(copy.fileName()));
        }
        if (!file.resize(good))
            return writeError(file);
    }
    file.seek(good);
    if (const Result<void> adopted = staging.adoptOrphans(path, lines); !adopted)
        return adopted.error();
    return staging;
}

Result<void> StagingFile::adoptOrphans(const QString &path, QList<QJsonObject> &lines)
{
    for (int number = 1; number <= mostWindows; ++number) {
        QFile orphan(numbered(path, number));
        if (orphan.fileName() == m_file->fileName() || !orphan.exists() || orphan.size() == 0)
            continue;
        QLockFile lock(orphan.fileName() + u".lock"_s);
        lock.setStaleLockTime(0);
        if (!lock.tryLock() || !orphan.open(QIODevice::ReadOnly))
            continue; // its window is there
        qint64 good = 0;
        const QList<QJsonObject> found = parse(orphan.readAll(), good);
        for (const QJsonObject &line : found) {
            if (const Result<void> kept = append(line); !kept)
                return kept;
        }
        // Only what is safe here may go there.
        if (const Result<void> synced = sync(*m_file); !synced)
            return synced;
        lines += found;
        orphan.close();
        orphan.remove();
    }
    return {};
}

Result<void> StagingFile::append(const QJsonObject &line)
{
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const qint64 before = m_file->pos();
    if (m_file->write(bytes) == bytes.size())
        return {};
    const Error error = writeError(*m_file);
    // Half a line would hide all that follow it.
    m_file->resize(before);
    m_file->seek(before);
    return error;
}

Result<void> StagingFile::clear()
{
    if (!m_file->resize(0))
        return writeError(*m_file);
    m_file->seek(0);
    return {};
}

Result<void> syncStagedEdits(const QString &path)
{
    if (path.isEmpty())
        return {};
    // What was written through another handle is flushed with the file.
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return writeError(file);
    return sync(file);
}

QString stagingPath(const QString &identity)
{
    const QByteArray hash = QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/staged/"_s
        + QString::fromLatin1(hash) + u".jsonl"_s;
}

} // namespace Ghar

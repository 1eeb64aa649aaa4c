// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QJsonObject>
#include <QList>
#include <QLockFile>
#include <QString>

#include <memory>

namespace Ghar {

/// A local file of JSON objects, one per line, to which staged edits are appended as they are made, so that they
/// outlive the program. Readable by its owner only. A line that was cut by a crash is dropped on opening; nothing
/// before it is. One window owns the file; another gets a second one beside it.
class StagingFile
{
public:
    StagingFile(StagingFile &&) = default;
    StagingFile &operator=(StagingFile &&) = default;
    ~StagingFile();

    /// Opens or makes the file and reads what is in it. `notice` says what could not be read and where a copy of it is.
    [[nodiscard]] static Result<StagingFile> open(const QString &path, QList<QJsonObject> &lines, QString &notice);

    /// The line is with the operating system when this returns: it survives the end of the program, and after
    /// syncStagedEdits() that of the machine.
    [[nodiscard]] Result<void> append(const QJsonObject &line);
    /// Empties the file: everything in it was committed or given up.
    [[nodiscard]] Result<void> clear();

    [[nodiscard]] QString path() const { return m_file->fileName(); }

private:
    StagingFile() = default;
    /// Takes over what another window left behind when it was killed, so that it is not hidden until there are as many
    /// windows again.
    [[nodiscard]] Result<void> adoptOrphans(const QString &path, QList<QJsonObject> &lines);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QFile> m_file;
};

/// Waits until what was appended to the file is on the disk. For any thread; nothing to do without a path.
[[nodiscard]] Result<void> syncStagedEdits(const QString &path);

/// Where the staged edits of a database are kept for this user; `identity` tells databases apart.
[[nodiscard]] QString stagingPath(const QString &identity);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/profile.h"

#include <QString>

#include <memory>

namespace Ghar {

/// Looks at an SQLite file before it is opened, since the library's own messages do not name the cause: no such file,
/// a folder, no rights, not SQLite (or encrypted), shorter than its header says. With Access::ReadWrite a missing
/// file is fine as long as its folder can be written.
[[nodiscard]] Result<void> checkSqliteFile(const QString &path, Access access);

/// True when the file's header says that it keeps a write-ahead log.
[[nodiscard]] bool usesWriteAheadLog(const QString &path);

/// A connection's use of a file, from before it is opened until after it is closed. On POSIX systems a process loses
/// all its locks on a file as soon as it closes any handle of it, those of SQLite too, and others would then write over
/// what we read (sqlite.org/howtocorrupt.html, section 2.2). So the header is read for the first connection only, while
/// none is open, and what it says is remembered for the others. Thread-safe.
class SqliteFileUse
{
public:
    /// Looks at the file as checkSqliteFile() does, as far as that can be done at this moment.
    [[nodiscard]] static Result<std::unique_ptr<SqliteFileUse>> begin(const QString &path, Access access);
    ~SqliteFileUse();
    SqliteFileUse(const SqliteFileUse &) = delete;
    SqliteFileUse &operator=(const SqliteFileUse &) = delete;

    [[nodiscard]] bool usesWriteAheadLog() const { return m_usesLog; }

private:
    SqliteFileUse(QString name, bool usesLog) : m_name(std::move(name)), m_usesLog(usesLog) { }

    const QString m_name;
    const bool m_usesLog;
};

} // namespace Ghar

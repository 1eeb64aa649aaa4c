// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/profile.h"

#include <QString>

namespace Ghar {

/// Looks at an SQLite file before it is opened, since the library's own messages do not name the cause: no such file,
/// a folder, no rights, not SQLite (or encrypted), shorter than its header says. With Access::ReadWrite a missing
/// file is fine as long as its folder can be written.
[[nodiscard]] Result<void> checkSqliteFile(const QString &path, Access access);

/// True when the file's header says that it keeps a write-ahead log.
[[nodiscard]] bool usesWriteAheadLog(const QString &path);

} // namespace Ghar

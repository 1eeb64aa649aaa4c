// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace Ghar {

class Connection;
class Dialect;

/// The name of one of the desk's own tables: `ghar_desk.NAME` on PostgreSQL, `desk_NAME` on SQLite. They are
/// apart from the platform's tables and never shown among them.
[[nodiscard]] QString deskTable(const Dialect &dialect, const QString &name);

/// One entry of the table of facts about the database itself (`meta`); empty when there is none. The table must exist.
[[nodiscard]] Result<QString> readMeta(Connection &connection, const QString &key);
Result<void> writeMeta(Connection &connection, const QString &key, const QString &value);

} // namespace Ghar

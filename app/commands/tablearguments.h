// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "records/tablequery.h"

namespace Ghar {

/// The table of that name, when the member of staff may see it.
[[nodiscard]] Result<const LiveTable *> tableNamed(const LiveSchema &live, const QString &name);

/// The column of that name.
[[nodiscard]] Result<const Column *> columnNamed(const LiveTable &table, const QString &name);

/// What --where and --sort ask for.
[[nodiscard]] Result<TableQuery> tableQueryOf(const CommandContext &context, const LiveSchema &live,
                                              const LiveTable &table);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/journalsetup.h"
#include "database/liveschema.h"
#include "records/staffmember.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace Ghar {

class Connection;

/// What opening a database found.
struct OpenedDatabase
{
    LiveSchemaPtr schema; ///< as the staff member sees it
    QStringList notices;  ///< translated; what the person should know about how it was opened
    JournalRoom journal = JournalRoom::NoRights;
    std::optional<StaffMember> staff;
    QString staffProblem; ///< translated: why the member that was asked for does not stand; nothing is seen then
};

/// Reads what the database has, where its journal is, and what the staff member (users.id, or NULL for nobody) sees of
/// it. Changes that an earlier run left open in a journal on this computer are found out.
[[nodiscard]] Result<OpenedDatabase> lookIntoDatabase(Connection &connection, const Value &staffId);

} // namespace Ghar

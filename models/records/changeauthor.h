// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "records/journal.h"
#include "records/staffmember.h"

#include <optional>

namespace Ghar {

class LiveSchema;
struct Profile;

/// The database's own name for who is connected; empty on SQLite, which has no users.
[[nodiscard]] Result<QString> databaseRole(Connection &connection);

/// Whether a change has to name a member of staff: on a server that is not a demo, where the role alone is often
/// shared.
[[nodiscard]] bool needsStaff(const Profile &profile, const LiveSchema &live);

/// The header of a new change by this installation and member. The id is made here; the role is filled in on the
/// connection that commits.
[[nodiscard]] Result<ChangeHeader> beginChange(const std::optional<StaffMember> &staff, const QDateTime &now,
                                               const QString &origin, const QString &reason);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "database/liveschema.h"

#include <QList>
#include <QString>

#include <optional>

namespace Ghar {

class Connection;

/// Somebody of the team: an active row of `users` whose role is admin or agent (core-and-moderation 0.4).
struct StaffMember
{
    qint64 id = 0;
    QString name;                  ///< never empty
    QString phone;                 ///< or empty
    QString email;                 ///< or empty
    bool isAgent = false;          ///< otherwise an admin
    std::optional<qint64> agentId; ///< of an agent: the row of `agents` that this login is

    bool operator==(const StaffMember &) const = default;
};

/// The member with this number. The error says what is wrong with the choice: no such user, another role, not active.
[[nodiscard]] Result<StaffMember> readStaffMember(Connection &connection, const LiveSchema &live, qint64 id);

/// Active members whose name, phone or e-mail contains the text, or who have that number; by name. All for no text.
[[nodiscard]] Result<QList<StaffMember>> searchStaff(Connection &connection, const LiveSchema &live,
                                                     const QString &text, int limit);

} // namespace Ghar

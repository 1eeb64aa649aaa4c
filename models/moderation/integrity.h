// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "records/stagedrow.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Ghar {

class Connection;

/// A state that the platform allows and that should not be (core-and-moderation.md section 11, numbers 1 to 9).
struct IntegrityCheck
{
    int number = 0;
    QString title;  ///< translated: what is wrong with the rows
    QString why;    ///< translated: what it leads to
    QString repair; ///< translated: what a repair changes
};

[[nodiscard]] const QList<IntegrityCheck> &integrityChecks();

/// A row that is in such a state.
struct IntegrityFinding
{
    QString table;
    Row key;
    bool operator==(const IntegrityFinding &) const = default;
};

/// Rows that a check finds, at most `limit`. `forgottenDays` is from when on an escalated report is forgotten; `now` is
/// UTC.
[[nodiscard]] Result<QList<IntegrityFinding>> findIntegrity(Connection &connection, const LiveSchema &live, int number,
                                                            int forgottenDays, const QDateTime &now, int limit = 1000);

/// What brings the rows into order, to be staged, reviewed and committed like any other change. Rows that are in order
/// by now are left out.
[[nodiscard]] Result<QList<StagedRow>> repairIntegrity(Connection &connection, const LiveSchema &live, int number,
                                                       const QList<IntegrityFinding> &findings, const QDateTime &now);

} // namespace Ghar

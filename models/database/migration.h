// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/profile.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Ghar {

class Connection;

/// The version of the platform's tables and of the desk's own that this program makes and expects: that of the last
/// migration.
inline constexpr int currentSchemaVersion = 3;

/// One step from the version before to `version`, as statements for each kind of database. Released steps are never
/// changed, only followed by others.
struct Migration
{
    int version = 0;
    QStringList sqlite;
    QStringList postgres;
};

/// All steps, in order, from resources/sql.
[[nodiscard]] const QList<Migration> &migrations();

/// Cuts a file of statements at its marker lines (`-- next statement`). A semicolon is no border: triggers have some.
[[nodiscard]] QStringList statementsOf(const QString &text);

/// Runs one step and notes its version, inside the caller's transaction.
Result<void> applyMigration(Connection &connection, const Migration &step);

/// Fails with ErrorKind::NewerSchema when a newer desk made the database, which this one must not touch.
[[nodiscard]] Result<void> refuseNewerSchema(const Connection &connection, int version);

/// What bringing a file up to date did.
struct MigrationReport
{
    int from = 0;   ///< the version that was found; 0 for a database that the desk did not make
    int to = 0;     ///< the version it has now
    QString backup; ///< the copy that was made before the first step; empty when none was needed
    QString notice; ///< translated; what the person should know: that it was done, or why not
};

/// Brings an SQLite file that an older desk made up to date: a copy beside it first, then step by step, each in one
/// transaction together with its version. A file of this version, one of a newer version, one that the desk did not
/// make and one that is not there are left alone. So is an old file that cannot be written or copied: it is used as it
/// is, and `notice` says so. On a server the steps run by `db init` only, on purpose. Blocks; call it on a worker.
[[nodiscard]] Result<MigrationReport> updateFile(const Profile &profile, const QDateTime &now,
                                                 const QList<Migration> &steps = migrations());

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Ghar {

/// How dangerous it is to write somewhere. Always shown, by name and colour.
enum class Environment {
    Demo,  ///< everybody in it is made up
    Local, ///< a file of one's own
    Staging,
    Production
};

/// Where a database is. The password is in memory only: it comes from the keychain or is asked for, and is in no file,
/// log or argument. Without one libpq looks into its service and pass files.
struct Profile
{
    enum class Kind { Sqlite, Postgres };

    QString name;
    Kind kind = Kind::Sqlite;
    QString file;                           ///< SQLite: path of the file
    QString connInfo;                       ///< PostgreSQL: key/value text or URI of libpq
    QString password;                       ///< PostgreSQL; empty = none given
    std::optional<Environment> environment; ///< as the person said; nothing = environmentOf() judges
};

/// What the person said; otherwise demo for a database that `db init --demo` filled, a local file, or staging.
[[nodiscard]] inline Environment environmentOf(const Profile &profile, bool isDemo)
{
    if (profile.environment)
        return *profile.environment;
    if (isDemo)
        return Environment::Demo;
    return profile.kind == Profile::Kind::Sqlite ? Environment::Local : Environment::Staging;
}

/// What a connection may do. ReadOnly is enforced by the database, not by the desk's manners.
enum class Access { ReadOnly, ReadWrite };

} // namespace Ghar

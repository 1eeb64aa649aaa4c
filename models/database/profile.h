// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Ghar {

/// Where a database is and how dangerous it is to write there. Holds no password: libpq takes it from the service
/// file, the pass file or `password`, which the caller adds from the keychain.
struct Profile
{
    enum class Kind { Sqlite, Postgres };
    enum class Environment { Demo, Staging, Production };

    QString name;
    Kind kind = Kind::Sqlite;
    QString file;     ///< SQLite: path of the file
    QString connInfo; ///< PostgreSQL: key/value text or URI of libpq
    Environment environment = Environment::Demo;
};

/// What a connection may do. ReadOnly is enforced by the database, not by the desk's manners.
enum class Access { ReadOnly, ReadWrite };

} // namespace Ghar

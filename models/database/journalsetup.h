// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace Ghar {

class Connection;
class Dialect;

/// What a database lets us do about the desk's journal.
enum class JournalRoom {
    There,     ///< it is there and may be added to
    CanBeMade, ///< it is not there, and we may make it
    NoRights   ///< neither; a journal on this computer is what remains
};

/// Looks at rights only; nothing is written.
[[nodiscard]] Result<JournalRoom> journalRoom(Connection &connection);

/// The statements that begin the desk's own tables; the migrations follow. `db init` runs the same.
[[nodiscard]] QStringList deskTableStatements(const Dialect &dialect);

/// Everything that createJournal() runs in a database without the desk's tables, for people to read before they agree.
[[nodiscard]] QStringList journalStatements(const Dialect &dialect);

/// Names of the tables, functions and schema that it makes, as the statements have them.
[[nodiscard]] QStringList journalObjects(const Dialect &dialect);

/// Makes the desk's own tables beside the platform's, in one transaction; the platform's are not touched. Where a
/// colleague was faster nothing is done. `now` is UTC.
[[nodiscard]] Result<void> createJournal(Connection &connection, const QDateTime &now);

/// Takes the rights to change or empty the journal from everybody who was given them, e.g. by default privileges of the
/// server. Inside the caller's transaction; SQLite has no rights.
[[nodiscard]] Result<void> closeJournal(Connection &connection);

} // namespace Ghar

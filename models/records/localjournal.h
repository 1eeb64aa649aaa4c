// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connection.h"
#include "records/journalstore.h"

namespace Ghar {

/// A short name for this database in files and settings of the desk: by its place and not by the spelling, so that the
/// window and the commands mean the same. No password is in it.
[[nodiscard]] QString databaseKey(const Profile &profile);

/// Where the journal of this database would be kept on this computer.
[[nodiscard]] QString localJournalPath(const Profile &profile);

/// What became of intents that an earlier run left open.
struct ResolvedIntents
{
    int committed = 0;
    int dropped = 0; ///< the database does not have them
    int open = 0;    ///< cannot be told yet
};

/// A journal in an SQLite file of the desk, for a server that gives no room for one. Because the two databases have no
/// transaction in common, a change is written down as an intent, safely on disk, before its COMMIT, and becomes entries
/// of the chain after it. An intent that is found open is resolved by asking the server for the outcome of the
/// transaction whose number it keeps, or, when the server has forgotten it, by looking at the rows themselves. Only
/// what this desk changed is in it.
class LocalJournal final : public JournalStore
{
public:
    /// Opens the file; it is made, readable by its owner only, when `create` is set and it is not there.
    [[nodiscard]] static Result<std::unique_ptr<LocalJournal>> open(const QString &path, bool create = false);

    Result<void> keep(Connection &database, const ChangeHeader &header, const QList<JournalNote> &notes) override;
    Result<void> settle(const QString &changeId, bool committed) override;
    Result<bool> wasCommitted(Connection &database, const LiveSchema &live, const QString &changeId) override;
    Connection &reader(Connection &) override { return *m_file; }

    /// Resolves every open intent: at connecting.
    [[nodiscard]] Result<ResolvedIntents> resolveAll(Connection &database, const LiveSchema &live);
    [[nodiscard]] Result<QStringList> openIntents();

private:
    enum class Outcome { Committed, NotCommitted, Unknown };
    struct Intent
    {
        ChangeHeader header;
        QList<JournalNote> notes;
        QString transaction;
    };

    explicit LocalJournal(std::unique_ptr<Connection> file) : m_file(std::move(file)) { }

    [[nodiscard]] Result<std::optional<Intent>> readIntent(const QString &changeId);
    [[nodiscard]] static Result<Outcome> outcomeOf(Connection &database, const LiveSchema &live, const Intent &intent);

    std::unique_ptr<Connection> m_file;
};

} // namespace Ghar

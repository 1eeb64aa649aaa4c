// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/journal.h"

#include <functional>
#include <memory>

namespace Ghar {

class LiveSchema;

/// Where the journal of an open database is kept: in the database itself, or in a file of the desk where the database
/// gives no room for one. A store belongs to the thread that opened it and lives for one piece of work.
class JournalStore
{
public:
    virtual ~JournalStore() = default;
    JournalStore(const JournalStore &) = delete;
    JournalStore &operator=(const JournalStore &) = delete;

    /// The store that the schema names; an error when the database has no journal at all.
    [[nodiscard]] static Result<std::unique_ptr<JournalStore>> open(const LiveSchema &live);

    /// Keeps the notes of a change: in its transaction, when all its statements have run, right before COMMIT. Where
    /// takesPortions() says so, part by part.
    [[nodiscard]] virtual Result<void> keep(Connection &database, const ChangeHeader &header,
                                            const QList<JournalNote> &notes) = 0;
    /// Whether keep() may be called several times for one change.
    [[nodiscard]] virtual bool takesPortions() const { return false; }
    /// COMMIT has answered: the change is there or it is not. An error leaves the change open; it is found out later.
    virtual Result<void> settle(const QString &changeId, bool committed) = 0;
    /// Whether a change was committed, asked of a new connection after COMMIT gave no answer. Settles the change.
    [[nodiscard]] virtual Result<bool> wasCommitted(Connection &database, const LiveSchema &live,
                                                    const QString &changeId) = 0;
    /// The connection that entries are read with: this one or the store's own, which lives as long as the store.
    [[nodiscard]] virtual Connection &reader(Connection &database) = 0;

protected:
    JournalStore() = default;
};

/// Runs `read` with the connection that has the journal's entries.
template <typename Read>
[[nodiscard]] std::invoke_result_t<Read, Connection &> withJournal(Connection &database, const LiveSchema &live,
                                                                   Read read)
{
    const Result<std::unique_ptr<JournalStore>> store = JournalStore::open(live);
    if (!store)
        return store.error();
    return read((*store)->reader(database));
}

} // namespace Ghar

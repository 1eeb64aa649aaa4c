// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journalstore.h"

#include "database/liveschema.h"
#include "records/localjournal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalStore)
};

/// The journal among the database's own tables: one transaction holds the change and its entries.
class OwnJournal final : public JournalStore
{
public:
    Result<void> keep(Connection &database, const ChangeHeader &header, const QList<JournalNote> &notes) override
    {
        return appendToJournal(database, header, notes);
    }
    bool takesPortions() const override { return true; }
    Result<void> settle(const QString &, bool) override { return {}; }
    Result<bool> wasCommitted(Connection &database, const LiveSchema &, const QString &changeId) override
    {
        return isInJournal(database, changeId);
    }
    Connection &reader(Connection &database) override { return database; }
};

} // namespace

Result<std::unique_ptr<JournalStore>> JournalStore::open(const LiveSchema &live)
{
    if (!live.localJournal.isEmpty()) {
        Result<std::unique_ptr<LocalJournal>> local = LocalJournal::open(live.localJournal);
        if (!local)
            return local.error();
        return std::unique_ptr<JournalStore>(std::move(local).value());
    }
    if (!live.hasJournal())
        return Error{ErrorKind::Refused,
                     Text::tr("This database has no journal of the desk yet, and nothing is changed without one."),
                     {}};
    return std::unique_ptr<JournalStore>(std::make_unique<OwnJournal>());
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "moderation/decisionplan.h"
#include "records/journal.h"

namespace Ghar {

class Connection;

/// How deciding ended.
struct DecisionOutcome
{
    enum class State {
        Done,
        Pending, ///< waits for a second person; nothing was changed
        Unknown  ///< the connection broke during COMMIT: the journal knows by the id
    };
    State state = State::Done;
    QString id; ///< of the decision, and of its change in the journal
    QList<ColumnChange> changes;
    QStringList warnings; ///< translated
    QList<PlannedNotice> notices;
};

/// Where a server tells of decisions, so that they leave the queues of colleagues at once; the text is the decision's
/// id.
[[nodiscard]] QString moderationChannel();

/// What the decision would change, tried in a transaction that is taken back: exactly the columns that it changes,
/// triggers included.
[[nodiscard]] Result<DecisionOutcome> tryDecision(Connection &connection, const LiveSchema &live,
                                                  const DecisionRequest &request, const ChangeHeader &header);

/// Carries a decision out: all its changes, the record of it and the journal's entries in one transaction. An item that
/// a colleague has claimed or decided meanwhile is an error that says who; then nothing was changed. `holder` is who
/// holds the claims of this window or command. The header's id becomes that of the decision.
[[nodiscard]] Result<DecisionOutcome> decide(Connection &connection, const LiveSchema &live,
                                             const DecisionRequest &request, const ChangeHeader &header,
                                             const QString &holder);

/// A second person carries out what waits for them. They cannot be the one who asked for it.
[[nodiscard]] Result<DecisionOutcome> confirmDecision(Connection &connection, const LiveSchema &live, const QString &id,
                                                      const ChangeHeader &header);
/// What it would change, with nothing kept of it.
[[nodiscard]] Result<DecisionOutcome> tryConfirmation(Connection &connection, const LiveSchema &live, const QString &id,
                                                      const ChangeHeader &header);
/// The second person says no; nothing is changed but the record.
[[nodiscard]] Result<void> refuseDecision(Connection &connection, const LiveSchema &live, const QString &id,
                                          const ChangeHeader &header);

/// Takes a decision back: every column that it changed gets its value from before (see reversalOf()), as a new
/// decision with a change of its own.
[[nodiscard]] Result<DecisionOutcome> reviseDecision(Connection &connection, const LiveSchema &live, const QString &id,
                                                     const ChangeHeader &header);
[[nodiscard]] Result<DecisionOutcome> tryRevision(Connection &connection, const LiveSchema &live, const QString &id,
                                                  const ChangeHeader &header);

} // namespace Ghar

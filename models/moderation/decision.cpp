// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decision.h"

#include "database/connection.h"
#include "moderation/decisionreversal.h"
#include "moderation/moderationclaim.h"
#include "records/changecommit.h"
#include "records/rowkey.h"
#include "records/staffmember.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Decision)
};

const auto reviseAction = u"revise"_s;

/// Moderation is the admins' (core-and-moderation.md 0.4), and somebody has to answer for it.
Result<void> checkModerator(Connection &connection, const LiveSchema &live, const ChangeHeader &header)
{
    if (!keepsDecisions(live))
        return noRoomForDecisions();
    if (header.staffId.isNull())
        return {};
    const Result<StaffMember> member = readStaffMember(connection, live.all(), header.staffId.text().toLongLong());
    if (!member)
        return member.error();
    if (member->isAgent)
        return Error{ErrorKind::Permission,
                     Text::tr("Only admins moderate; %1 is an agent. Nothing was changed.").arg(member->name),
                     {}};
    return {};
}

/// Every value that differs between the rows as they were planned and as they are now; all of a new row.
QList<ColumnChange> changesOf(const LiveSchema &live, const QList<StagedRow> &rows, const CommitOutcome &outcome)
{
    QList<ColumnChange> changes;
    for (const StagedRow &row : rows) {
        const LiveTable *table = live.table(row.table());
        const auto committed =
            std::find_if(outcome.rows.cbegin(), outcome.rows.cend(),
                         [&row](const CommittedRow &one) { return one.id == row.id && one.now.table == row.table(); });
        if (!table || committed == outcome.rows.cend())
            continue;
        const QString key = rowKeyText(committed->now.key);
        for (const Column &column : table->table.columns) {
            const Value now = committed->now.values.value(column.name);
            const Value before =
                row.kind == StagedKind::Insert ? Value::null() : row.original.values.value(column.name);
            if (now != before)
                changes.append({row.table(), key, column.name, before, now});
        }
    }
    return changes;
}

StoredDecision recordOf(const DecisionRequest &request, const DecisionPlan &plan, const ChangeHeader &header)
{
    StoredDecision record;
    record.id = header.changeId;
    record.items = request.items;
    record.subject = plan.subject;
    record.action = nameOf(request.action);
    record.reason = header.reason;
    record.note = request.note;
    record.until = request.until;
    record.staffId = header.staffId;
    record.staffName = header.staffName.text();
    record.openedAt = plan.openedAt;
    record.decidedAt = header.madeAt;
    record.revises = plan.revises;
    record.request = request.toJson();
    return record;
}

/// Tells the other desks on a server that something left their queues.
Result<void> notifyOthers(Connection &connection, const StoredDecision &decision)
{
    if (!connection.dialect().isPostgres())
        return {};
    Sql sql;
    sql.text = u"SELECT pg_notify("_s + connection.dialect().bindText(sql, moderationChannel()) + u", "_s;
    sql.text += connection.dialect().bindText(sql, decision.id) + u')';
    const Result<Value> told = connection.scalar(sql);
    if (!told)
        return told.error();
    return {};
}

/// The error for a commit that found the rows changed. Who was faster is looked up afterwards.
Error staleError(Connection &connection, const DecisionRequest &request, const CommitProblem &problem)
{
    if (problem.kind == CommitProblem::Kind::Refused)
        return {ErrorKind::Constraint, problem.sentence, {}};
    QString who;
    for (const ModerationItem &item : request.items) {
        const Result<std::optional<StoredDecision>> decision = latestDecisionOf(connection, item);
        if (decision && *decision)
            who = Text::tr("%1 decided “%2” of %3.").arg((*decision)->staffName, (*decision)->action, item.text());
    }
    return {ErrorKind::Refused,
            who.isEmpty() ? Text::tr("Somebody was faster: %1").arg(problem.sentence)
                          : Text::tr("Somebody was faster: %1 Nothing was changed.").arg(who),
            {}};
}

/// Commits the plan with the record of it. `isNew` is false where the record waits already.
Result<DecisionOutcome> commitPlan(Connection &connection, const LiveSchema &live, const DecisionRequest &request,
                                   const DecisionPlan &plan, const ChangeHeader &header, StoredDecision record,
                                   bool isNew)
{
    DecisionOutcome result;
    result.id = record.id;
    result.warnings = plan.warnings;
    result.notices = plan.notices;
    const auto companion = [&](Connection &writer, const CommitOutcome &outcome) -> Result<void> {
        record.changes = changesOf(live.all(), plan.rows, outcome);
        record.state = DecisionState::Done;
        const Result<void> kept = isNew ? insertDecision(writer, record) : settleDecision(writer, record);
        if (!kept)
            return kept;
        if (const Result<void> ended = endClaims(writer, record.items); !ended)
            return ended;
        if (!plan.revises.isEmpty()) {
            if (const Result<void> marked = markRevised(writer, plan.revises, record.id, false); !marked)
                return marked;
        }
        return notifyOthers(writer, record);
    };
    const Result<CommitOutcome> outcome = commitChanges(connection, live, plan.rows, header, {}, companion);
    if (!outcome)
        return outcome.error();
    switch (outcome->state) {
    case CommitOutcome::State::Committed:
        result.changes = record.changes;
        return result;
    case CommitOutcome::State::Problems:
        return staleError(connection, request, outcome->problems.constFirst());
    case CommitOutcome::State::Unknown:
        result.state = DecisionOutcome::State::Unknown;
        return result;
    }
    Q_UNREACHABLE();
}

/// What the plan would change, with nothing kept of it.
Result<DecisionOutcome> tryPlan(Connection &connection, const LiveSchema &live, const DecisionRequest &request,
                                const DecisionPlan &plan, const ChangeHeader &header)
{
    DecisionOutcome result;
    result.id = header.changeId;
    result.warnings = plan.warnings;
    if (request.policy.needsSecondPerson(request.action, request.until.has_value(),
                                         qMax(request.items.size(), request.together)))
        result.warnings.prepend(Text::tr("It waits until a second person confirms it."));
    result.notices = plan.notices;
    // The error takes everything back, and is none.
    const Error enough{ErrorKind::Cancelled, {}, {}};
    const Result<CommitOutcome> outcome = commitChanges(connection, live, plan.rows, header, {},
                                                        [&](Connection &, const CommitOutcome &tried) -> Result<void> {
                                                            result.changes = changesOf(live.all(), plan.rows, tried);
                                                            return enough;
                                                        });
    if (!outcome && outcome.error().kind != ErrorKind::Cancelled)
        return outcome.error();
    if (outcome)
        return staleError(connection, request, outcome->problems.constFirst());
    return result;
}

} // namespace

QString moderationChannel()
{
    return u"ghar_desk_moderation"_s;
}

Result<DecisionOutcome> tryDecision(Connection &connection, const LiveSchema &live, const DecisionRequest &request,
                                    const ChangeHeader &header)
{
    if (const Result<void> allowed = checkModerator(connection, live, header); !allowed)
        return allowed.error();
    const Result<DecisionPlan> plan = planDecision(connection, live, request);
    if (!plan)
        return plan.error();
    return tryPlan(connection, live, request, *plan, header);
}

Result<DecisionOutcome> decide(Connection &connection, const LiveSchema &live, const DecisionRequest &request,
                               const ChangeHeader &header, const QString &holder)
{
    if (const Result<void> allowed = checkModerator(connection, live, header); !allowed)
        return allowed.error();
    for (const ModerationItem &item : request.items) {
        const Result<std::optional<ModerationClaim>> held = claimOfOthers(connection, item, holder, header.madeAt);
        if (!held)
            return held.error();
        if (*held)
            return Error{
                ErrorKind::Refused,
                Text::tr("%1 works on %2 at the moment. Nothing was changed; take another, or wait until the "
                         "claim ends.")
                    .arg((*held)->staffName.isEmpty() ? Text::tr("Somebody else") : (*held)->staffName, item.text()),
                {}};
        const Result<std::optional<StoredDecision>> latest = latestDecisionOf(connection, item);
        if (!latest)
            return latest.error();
        if (*latest && (*latest)->state == DecisionState::Pending)
            return Error{
                ErrorKind::Refused,
                Text::tr("Decision %1 (“%2”) of %3 waits for a second person. Nothing was changed; confirm or refuse "
                         "it first.")
                    .arg((*latest)->id, (*latest)->action, item.text()),
                {}};
    }
    const Result<DecisionPlan> plan = planDecision(connection, live, request);
    if (!plan)
        return plan.error();
    StoredDecision record = recordOf(request, *plan, header);
    if (!request.policy.needsSecondPerson(request.action, request.until.has_value(),
                                          qMax(request.items.size(), request.together)))
        return commitPlan(connection, live, request, *plan, header, record, true);
    record.state = DecisionState::Pending;
    record.revises.clear();
    // Its record alone, but in a transaction like everything else.
    const Result<CommitOutcome> outcome =
        commitChanges(connection, live, {}, header, {},
                      [&record](Connection &writer, const CommitOutcome &) { return insertDecision(writer, record); });
    if (!outcome)
        return outcome.error();
    DecisionOutcome result;
    result.state = outcome->state == CommitOutcome::State::Unknown ? DecisionOutcome::State::Unknown
                                                                   : DecisionOutcome::State::Pending;
    result.id = record.id;
    result.warnings = plan->warnings;
    return result;
}

/// The decision with this id that waits for a second person.
static Result<StoredDecision> pendingDecision(Connection &connection, const QString &id)
{
    const Result<std::optional<StoredDecision>> stored = readDecision(connection, id);
    if (!stored)
        return stored.error();
    if (!*stored || (*stored)->state != DecisionState::Pending)
        return Error{ErrorKind::NotFound, Text::tr("No decision %1 waits for a second person.").arg(id), {}};
    return **stored;
}

static Result<DecisionOutcome> confirm(Connection &connection, const LiveSchema &live, const QString &id,
                                       const ChangeHeader &header, bool isTrial)
{
    if (const Result<void> allowed = checkModerator(connection, live, header); !allowed)
        return allowed.error();
    const Result<StoredDecision> stored = pendingDecision(connection, id);
    if (!stored)
        return stored.error();
    if (header.staffId.isNull() || header.staffId == stored->staffId)
        return Error{ErrorKind::Refused,
                     Text::tr("Somebody else than %1 has to confirm this decision. Nothing was changed.")
                         .arg(stored->staffName.isEmpty() ? Text::tr("the one who asked for it") : stored->staffName),
                     {}};
    Result<DecisionRequest> request = DecisionRequest::fromJson(stored->request);
    if (!request)
        return request.error();
    if (!stored->staffId.isNull())
        request->moderator = stored->staffId.text().toLongLong();
    request->moderatorName = stored->staffName;
    request->now = header.madeAt;
    const Result<DecisionPlan> plan = planDecision(connection, live, *request);
    if (!plan)
        return plan.error();
    if (isTrial) {
        request->policy.secondPerson.clear(); // this is the second person
        request->policy.secondPersonBulk = 0;
        return tryPlan(connection, live, *request, *plan, header);
    }
    StoredDecision record = *stored;
    record.confirmedBy = header.staffId;
    record.confirmedName = header.staffName.text();
    record.decidedAt = header.madeAt;
    ChangeHeader own = header;
    own.changeId = id;
    own.reason = stored->reason;
    return commitPlan(connection, live, *request, *plan, own, record, false);
}

Result<DecisionOutcome> confirmDecision(Connection &connection, const LiveSchema &live, const QString &id,
                                        const ChangeHeader &header)
{
    return confirm(connection, live, id, header, false);
}

Result<DecisionOutcome> tryConfirmation(Connection &connection, const LiveSchema &live, const QString &id,
                                        const ChangeHeader &header)
{
    return confirm(connection, live, id, header, true);
}

Result<void> refuseDecision(Connection &connection, const LiveSchema &live, const QString &id,
                            const ChangeHeader &header)
{
    if (const Result<void> allowed = checkModerator(connection, live, header); !allowed)
        return allowed.error();
    const Result<StoredDecision> stored = pendingDecision(connection, id);
    if (!stored)
        return stored.error();
    StoredDecision record = *stored;
    record.state = DecisionState::Refused;
    record.confirmedBy = header.staffId;
    record.confirmedName = header.staffName.text();
    record.decidedAt = header.madeAt;
    const Result<CommitOutcome> outcome =
        commitChanges(connection, live, {}, header, {},
                      [&record](Connection &writer, const CommitOutcome &) { return settleDecision(writer, record); });
    if (!outcome)
        return outcome.error();
    return {};
}

static Result<DecisionOutcome> revise(Connection &connection, const LiveSchema &live, const QString &id,
                                      const ChangeHeader &header, bool isTrial)
{
    if (const Result<void> allowed = checkModerator(connection, live, header); !allowed)
        return allowed.error();
    const Result<std::optional<StoredDecision>> stored = readDecision(connection, id);
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorKind::NotFound, Text::tr("There is no decision %1.").arg(id), {}};
    if ((*stored)->state != DecisionState::Done)
        return Error{ErrorKind::Refused,
                     (*stored)->state == DecisionState::Revised
                         ? Text::tr("Decision %1 was taken back already. Nothing was changed.").arg(id)
                         : Text::tr("Decision %1 was never carried out, so there is nothing to take back.").arg(id),
                     {}};
    const Result<QList<StagedRow>> rows = reversalOf(connection, live, (*stored)->changes);
    if (!rows)
        return rows.error();
    StoredDecision record;
    record.id = header.changeId;
    record.items = (*stored)->items;
    record.subject = (*stored)->subject;
    record.action = reviseAction;
    record.reason = header.reason;
    record.staffId = header.staffId;
    record.staffName = header.staffName.text();
    record.decidedAt = header.madeAt;
    record.revises = id;
    ChangeHeader own = header;
    own.reverts = Value(id);
    DecisionOutcome result;
    result.id = record.id;
    const Result<CommitOutcome> outcome = commitChanges(
        connection, live, *rows, own, {}, [&](Connection &writer, const CommitOutcome &tried) -> Result<void> {
            record.changes = changesOf(live.all(), *rows, tried);
            if (isTrial) // the error takes everything back, and is none
                return Error{ErrorKind::Cancelled, {}, {}};
            if (const Result<void> kept = insertDecision(writer, record); !kept)
                return kept;
            if (const Result<void> marked = markRevised(writer, id, record.id, true); !marked)
                return marked;
            if (!(*stored)->revises.isEmpty()) {
                if (const Result<void> stands = markStanding(writer, (*stored)->revises); !stands)
                    return stands;
            }
            return notifyOthers(writer, record);
        });
    if (!outcome && !(isTrial && outcome.error().kind == ErrorKind::Cancelled))
        return outcome.error();
    if (outcome && outcome->state == CommitOutcome::State::Problems)
        return staleError(connection, {}, outcome->problems.constFirst());
    if (outcome && outcome->state == CommitOutcome::State::Unknown)
        result.state = DecisionOutcome::State::Unknown;
    result.changes = record.changes;
    return result;
}

Result<DecisionOutcome> reviseDecision(Connection &connection, const LiveSchema &live, const QString &id,
                                       const ChangeHeader &header)
{
    return revise(connection, live, id, header, false);
}

Result<DecisionOutcome> tryRevision(Connection &connection, const LiveSchema &live, const QString &id,
                                    const ChangeHeader &header)
{
    return revise(connection, live, id, header, true);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a ModerationDesk is about deciding.
#include "moderationdesk.h"

#include "core/instant.h"
#include "database/databasesession.h"
#include "moderation/decision.h"
#include "moderationwords.h"
#include "records/changeauthor.h"
#include "records/writecheck.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Actions whose reason is read by the person that they are about.
bool needsWords(ModerationAction action)
{
    return action == ModerationAction::Reject || action == ModerationAction::RequestEdit
        || action == ModerationAction::Restore || action == ModerationAction::Suspend;
}

/// What the record says: an item is in its queue for a reason, where the moderator gives none.
QString recordedReason(const DecisionRequest &request, const QueueItem &item)
{
    return request.reason.isEmpty() ? ModerationDesk::tr("No reason given (%1)").arg(reasonLabel(item.reason))
                                    : request.reason;
}

QList<ModerationAction> actionsFor(const QueueItem &item, ModerationQueue queue)
{
    using A = ModerationAction;
    switch (queue) {
    case ModerationQueue::Reports:
        return {A::Dismiss, A::Warn, A::Suspend, A::Escalate, A::Pause};
    case ModerationQueue::Escalated:
        return {A::Dismiss, A::Warn, A::Suspend, A::Pause};
    case ModerationQueue::Listings:
    case ModerationQueue::Waiting:
        return {A::Approve, A::Reject, A::RequestEdit, A::Pause};
    case ModerationQueue::Bypassed:
        return {A::Approve, A::Reject, A::RequestEdit, A::Pause};
    case ModerationQueue::Profiles:
        return item.reason == "unpaused-by-user"_L1 ? QList<A>{A::Pause, A::Reject, A::Suspend}
                                                    : QList<A>{A::Approve, A::Reject, A::Pause, A::Suspend};
    case ModerationQueue::Restrictions:
        if (item.reason == "suspended"_L1)
            return {A::Restore, A::Suspend}; // again, e.g. with an end
        return item.reason == "blocked"_L1 ? QList<A>{A::Warn, A::Pause, A::Suspend} : QList<A>{A::Unpause, A::Suspend};
    case ModerationQueue::Decided:
        break;
    }
    return {};
}

} // namespace

void ModerationDesk::offerActions()
{
    if (!whyNot().isEmpty() || !m_isPolicyKnown) {
        m_actions.setActions({});
        return;
    }
    QList<QueueItem> items = m_items.markedItems();
    if (const QueueItem *item = currentItem(); item && items.isEmpty())
        items.append(*item);
    // Of several, what can be decided of all.
    QList<ModerationAction> actions = items.isEmpty() ? QList<ModerationAction>() : actionsFor(items.first(), m_queue);
    for (const QueueItem &item : std::as_const(items)) {
        const QList<ModerationAction> fitting = actionsFor(item, m_queue);
        actions.removeIf([&fitting](ModerationAction action) { return !fitting.contains(action); });
    }
    m_actions.setActions(actions);
}

void ModerationDesk::clearWords()
{
    // What was typed or switched for one person must never go to the next.
    m_effects.forget();
    m_reason.clear();
    m_note.clear();
    m_untilText.clear();
    m_availableFrom.reset();
    emit wordsChanged();
}

QString ModerationDesk::approveFrom(const QString &date)
{
    if (date.trimmed().isEmpty()) {
        m_availableFrom = Value::null();
    } else {
        const Result<QDate> day = dayOf(date);
        if (!day)
            return day.error().userText;
        if (*day < m_clock.now().date())
            return tr("The new move-in date has passed as well. Give one from today on.");
        m_availableFrom = Value(instantText(QDateTime(*day, QTime(0, 0), Qt::UTC)));
    }
    decide(nameOf(ModerationAction::Approve));
    return {};
}

QString ModerationDesk::untilProblem() const
{
    if (m_untilText.trimmed().isEmpty())
        return {};
    const Result<QDate> day = dayOf(m_untilText);
    if (!day)
        return day.error().userText;
    return *day < m_clock.today() ? tr("The last day has to be today or later.") : QString();
}

Result<QDate> ModerationDesk::dayOf(const QString &text)
{
    static const Column day = [] {
        Column column;
        column.name = u"day"_s;
        column.label = tr("The day");
        column.type = ColumnType::Date;
        return column;
    }();
    const Result<Value> value = valueToWrite(day, {}, text.trimmed());
    if (!value)
        return value.error();
    return QDate::fromString(value->text(), Qt::ISODate);
}

std::optional<DecisionRequest> ModerationDesk::requestFor(const QueueItem &item, ModerationAction action)
{
    DecisionRequest request;
    request.items = item.group;
    request.action = action;
    request.policy = m_policy;
    request.note = m_note.trimmed();
    request.now = m_clock.now();
    if (m_staff) {
        request.moderator = m_staff->id;
        request.moderatorName = m_staff->name;
    }
    request.reason = m_reason.trimmed();
    if (action == ModerationAction::Approve && item.item.kind == ItemKind::Listing) {
        request.availableFrom = m_availableFrom;
        request.needsMoveInDate = true;
    }
    const bool hasEnd = action == ModerationAction::Suspend || action == ModerationAction::Pause;
    if (hasEnd && !m_untilText.trimmed().isEmpty()) {
        if (!untilProblem().isEmpty()) {
            emit failed(tr("%1 Nothing was decided.").arg(untilProblem()));
            return std::nullopt;
        }
        request.until = *dayOf(m_untilText);
    }
    m_effects.applyTo(request);
    return request;
}

void ModerationDesk::decide(const QString &name)
{
    const std::optional<ModerationAction> action = moderationActionNamed(name);
    // Those that may not decide are offered nothing.
    if (!action || !m_actions.actions().contains(*action))
        return;
    if (m_sinceDecision.isValid() && m_sinceDecision.elapsed() < m_bounce)
        return;
    if (m_items.markedCount() > 0) {
        decideMarked(*action);
        return;
    }
    const QueueItem *item = currentItem();
    if (!item)
        return;
    if (!m_claim.text().isEmpty()) {
        emit failed(m_claim.text());
        return;
    }
    if (*action == ModerationAction::Approve && item->item.kind == ItemKind::Listing && !m_availableFrom
        && m_evidence.isExpired()) {
        emit moveInDateWanted();
        return;
    }
    if (needsWords(*action) && m_reason.trimmed().isEmpty()) {
        emit reasonWanted(name);
        return;
    }
    const std::optional<DecisionRequest> request = requestFor(*item, *action);
    if (!request)
        return;
    m_sinceDecision.start();
    const WaitingDecision decision{*request, *item, m_current,
                                   tr("%1: %2").arg(actionLabel(*action), labelText(item->subject, m_privacy))};
    m_claim.leave();
    m_decided.insert(item->item.text());
    const int row = m_current;
    m_current = -1;
    m_items.remove(row);
    m_waiting.add(decision);
    select(freeRow(row));
    if (m_items.count() == 0)
        emit currentChanged();
}

void ModerationDesk::decideMarked(ModerationAction action)
{
    if (needsWords(action) && m_reason.trimmed().isEmpty()) {
        emit reasonWanted(nameOf(action));
        return;
    }
    const QList<QueueItem> items = m_items.markedItems();
    QList<BulkDecision::Entry> entries;
    for (const QueueItem &item : items) {
        std::optional<DecisionRequest> request = requestFor(item, action);
        if (!request)
            return;
        request->together = items.size();
        entries.append({item, *request, recordedReason(*request, item)});
    }
    m_sinceDecision.start();
    m_bulk.prepare(entries, m_live, m_claim.holder(), m_privacy);
    emit bulkWanted();
}

QString ModerationDesk::previewLabel() const
{
    return m_previewAction.isEmpty() ? QString() : actionLabelNamed(m_previewAction);
}

/// What taking back or confirming the decision in hand would do; false when neither is asked for.
bool ModerationDesk::previewStored(const QString &name, quint64 generation)
{
    const bool isRevision = name == "revise"_L1 && isRevisable();
    if (!isRevision && !(name == "confirm"_L1 && isConfirmable()))
        return false;
    m_previewAction = name;
    m_previewLoading = true;
    emit previewChanged();
    write(
        [id = currentItem()->decisionId, isRevision](Connection &connection, const LiveSchema &live,
                                                     const ChangeHeader &header) {
            return isRevision ? tryRevision(connection, live, id, header)
                              : tryConfirmation(connection, live, id, header);
        },
        tr("Only looked at"),
        [this, generation](const Result<DecisionOutcome> &outcome) { takePreview(outcome, generation); });
    return true;
}

void ModerationDesk::takePreview(const Result<DecisionOutcome> &outcome, quint64 generation)
{
    if (generation != m_previewGeneration)
        return;
    m_previewLoading = false;
    if (outcome)
        m_consequences.setOutcome(m_live, *outcome, m_privacy);
    else
        m_previewError = outcome.error().userText;
    emit previewChanged();
}

void ModerationDesk::preview(const QString &name)
{
    const quint64 generation = ++m_previewGeneration;
    const QueueItem *item = currentItem();
    const std::optional<ModerationAction> action = moderationActionNamed(name);
    m_previewError.clear();
    m_consequences.clear();
    m_previewLoading = false;
    if (previewStored(name, generation))
        return;
    m_previewAction = item && action && m_session && m_session->writer() ? name : QString();
    emit previewChanged();
    if (m_previewAction.isEmpty()) {
        m_effects.setRequest(std::nullopt);
        return;
    }
    std::optional<DecisionRequest> request = requestFor(*item, *action);
    if (request)
        request->needsMoveInDate = false; // it is asked for when it is decided
    m_effects.setRequest(request);
    if (!request)
        return;
    m_previewLoading = true;
    emit previewChanged();
    write([request = *request](Connection &connection, const LiveSchema &live,
                               const ChangeHeader &header) { return tryDecision(connection, live, request, header); },
          recordedReason(*request, *item),
          [this, generation](const Result<DecisionOutcome> &outcome) { takePreview(outcome, generation); });
}

void ModerationDesk::write(
    const std::function<Result<DecisionOutcome>(Connection &, const LiveSchema &, const ChangeHeader &)> &job,
    const QString &reason, const std::function<void(const Result<DecisionOutcome> &)> &then)
{
    const Result<ChangeHeader> begun = beginChange(m_staff, m_clock.now(), u"moderation"_s, reason);
    if (!begun) {
        then(begun.error());
        return;
    }
    ++m_running;
    m_session->writer()
        ->run([job, live = m_live, header = *begun](Connection &connection) mutable -> Result<DecisionOutcome> {
            const Result<QString> role = databaseRole(connection);
            if (!role)
                return role.error();
            header.role = *role;
            return job(connection, *live, header);
        })
        .then(this, [this, live = m_live, then](const Result<DecisionOutcome> &outcome) {
            if (live != m_live)
                return;
            --m_running;
            then(outcome);
            ended();
        });
}

void ModerationDesk::run(const WaitingDecision &decision)
{
    if (!m_session || !m_session->writer())
        return;
    write([request = decision.request, holder = m_claim.holder()](
              Connection &connection, const LiveSchema &live,
              const ChangeHeader &header) { return Ghar::decide(connection, live, request, header, holder); },
          recordedReason(decision.request, decision.item),
          [this, decision](const Result<DecisionOutcome> &outcome) { takeOutcome(decision, outcome); });
}

void ModerationDesk::takeOutcome(const WaitingDecision &decision, const Result<DecisionOutcome> &outcome)
{
    m_decided.remove(decision.item.item.text());
    if (!outcome) {
        if (!currentItem() || currentItem()->item != decision.item.item) {
            // Nobody looks at it any more, so it is free; the next one is taken again at the next look.
            m_claim.takeUp(decision.item.item);
            m_claim.giveBack(decision.item.item);
            if (const QueueItem *item = currentItem())
                claim(*item);
        }
        // Nothing was changed, so the item is as open as it was, unless somebody else settled it: the queue says.
        emit failed(tr("%1 – %2").arg(decision.label, outcome.error().userText));
    } else if (outcome->state == DecisionOutcome::State::Unknown) {
        emit failed(
            tr("%1 – The connection was lost while it was committed. The queue says whether it happened; decide "
               "again only what is still there.")
                .arg(decision.label));
    } else if (outcome->state == DecisionOutcome::State::Pending) {
        emit decided(tr("%1 – waits for a second person.").arg(decision.label));
    } else {
        emit decided(tr("%1 – done.").arg(decision.label));
    }
    readItems();
    readCounts();
}

void ModerationDesk::undo()
{
    const std::optional<WaitingDecision> decision = m_waiting.takeLast();
    if (!decision)
        return;
    m_decided.remove(decision->item.item.text());
    m_items.putBack(decision->row, decision->item);
    const int row = m_items.rowOf(decision->item);
    // What moved down for it is not in hand any more.
    m_current = -1;
    select(row);
    m_reason = decision->request.reason;
    m_note = decision->request.note;
    emit wordsChanged();
    ended();
}

void ModerationDesk::finish()
{
    m_waiting.runAll();
    ended();
}

void ModerationDesk::leave()
{
    m_poll.stop();
    m_waiting.runAll();
    if (const QueueItem *item = currentItem())
        m_claim.giveBack(item->item);
    ended();
}

void ModerationDesk::ended()
{
    if (m_running == 0 && m_waiting.count() == 0 && !m_claim.isBusy())
        emit finished();
}

bool ModerationDesk::isRevisable() const
{
    const QueueItem *item = currentItem();
    return item && whyNot().isEmpty() && m_queue == ModerationQueue::Decided && item->state == "done"_L1;
}

bool ModerationDesk::isRefusable() const
{
    const QueueItem *item = currentItem();
    return item && whyNot().isEmpty() && m_queue == ModerationQueue::Decided && item->state == "pending"_L1;
}

bool ModerationDesk::isConfirmable() const
{
    return isRefusable() && m_staff && currentItem()->deciderId != Value::integer(m_staff->id);
}

void ModerationDesk::refuse()
{
    if (!isRefusable())
        return;
    write(
        [id = currentItem()->decisionId](Connection &connection, const LiveSchema &live,
                                         const ChangeHeader &header) -> Result<DecisionOutcome> {
            const Result<void> done = refuseDecision(connection, live, id, header);
            if (!done)
                return done.error();
            return DecisionOutcome();
        },
        {},
        [this](const Result<DecisionOutcome> &outcome) {
            if (outcome)
                emit decided(tr("The decision was refused; nothing was changed."));
            else
                emit failed(outcome.error().userText);
            readItems();
            readCounts();
        });
}

void ModerationDesk::revise(const QString &reason)
{
    if (!isRevisable())
        return;
    write(
        [id = currentItem()->decisionId](Connection &connection, const LiveSchema &live, const ChangeHeader &header) {
            return reviseDecision(connection, live, id, header);
        },
        reason,
        [this](const Result<DecisionOutcome> &outcome) {
            if (outcome) {
                emit decided(tr("The decision was taken back."));
                refreshEvidence();
            } else
                emit failed(outcome.error().userText);
            readItems();
            readCounts();
        });
}

void ModerationDesk::confirm()
{
    if (!isConfirmable())
        return;
    write(
        [id = currentItem()->decisionId](Connection &connection, const LiveSchema &live, const ChangeHeader &header) {
            return confirmDecision(connection, live, id, header);
        },
        {},
        [this](const Result<DecisionOutcome> &outcome) {
            if (outcome) {
                emit decided(tr("The decision was confirmed and carried out."));
                refreshEvidence();
            } else
                emit failed(outcome.error().userText);
            readItems();
            readCounts();
        });
}

} // namespace Ghar

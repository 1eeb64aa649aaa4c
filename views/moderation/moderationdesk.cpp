// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderationdesk.h"

#include "core/instant.h"
#include "database/databasesession.h"
#include "database/notificationlistener.h"
#include "moderation/decision.h"
#include "moderationwords.h"
#include "records/changeauthor.h"
#include "records/writecheck.h"

#include <QSet>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int standardBounceMilliseconds = 250;
constexpr int pollMilliseconds = 5000;
/// Where the server tells of decisions, only claims and what the platform itself does are looked for.
constexpr int pollWhileHearingMilliseconds = 20'000;
constexpr int heardMilliseconds = 100;
/// Items whose evidence is read before they are in hand.
constexpr int prefetchedItems = 3;
constexpr int standardUndoSeconds = 6;
const auto undoKey = u"moderation/undoSeconds"_s;
const auto bounceKey = u"moderation/bounceMilliseconds"_s;

/// Actions whose reason is read by the person that they are about.
bool needsWords(ModerationAction action)
{
    return action == ModerationAction::Reject || action == ModerationAction::RequestEdit
        || action == ModerationAction::Restore;
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
            return {A::Restore};
        return item.reason == "blocked"_L1 ? QList<A>{A::Warn, A::Pause, A::Suspend} : QList<A>{A::Unpause, A::Suspend};
    case ModerationQueue::Decided:
        break;
    }
    return {};
}

} // namespace

ModerationDesk::ModerationDesk(const Clock &clock, StagedChanges &changes, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_bounce(QSettings().value(bounceKey, standardBounceMilliseconds).toInt())
    , m_claim(clock)
    , m_bulk([this](const auto &job, const QString &reason, const auto &then) { write(job, reason, then); })
    , m_checks(clock, changes)
    , m_filterChoices(clock)
    , m_insight(clock)
{
    m_waiting.setDelay(qBound(0, QSettings().value(undoKey, standardUndoSeconds).toInt(), 60) * 1000);
    connect(&m_checks, &IntegrityCheckListModel::failed, this, &ModerationDesk::failed);
    connect(&m_filterChoices, &DecisionFilterChoices::chosen, this,
            [this](const QueueFilter &filter) { showQueue(ModerationQueue::Decided, filter); });
    connect(&m_insight, &InsightBoard::rowsWanted, this, &ModerationDesk::showRows);
    connect(&m_claim, &ItemClaim::changed, this, &ModerationDesk::currentChanged);
    connect(&m_claim, &ItemClaim::settled, this, &ModerationDesk::ended);
    connect(&m_settings, &ModerationSettings::saveWanted, this, &ModerationDesk::writePolicy);
    connect(m_settings.keys(), &DecisionKeyModel::edited, &m_actions, &DecisionActionListModel::keysChanged);
    connect(&m_effects, &EffectListModel::switched, this, [this] { preview(m_previewAction); });
    connect(&m_bulk, &BulkDecision::finished, this, &ModerationDesk::lookForChanges);
    connect(&m_items, &QueueItemListModel::marksChanged, this, &ModerationDesk::offerActions);
    connect(&m_waiting, &WaitingDecisions::due, this, &ModerationDesk::run);
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        lookForChanges();
        // Whoever still looks at an item keeps it.
        if (const QueueItem *item = currentItem())
            claim(*item);
    });
    m_heard.setSingleShot(true);
    m_heard.setInterval(heardMilliseconds);
    connect(&m_heard, &QTimer::timeout, this, &ModerationDesk::lookForChanges);
}

ModerationDesk::~ModerationDesk() = default;

void ModerationDesk::setSession(DatabaseSession *session, const QString &whyNot)
{
    if (session == m_session) {
        m_whyNot = whyNot;
        offerActions();
        emit changed();
        return;
    }
    m_session = session;
    m_listener.reset();
    m_poll.setInterval(pollMilliseconds);
    m_live = session ? session->schema() : nullptr;
    m_whyNot = whyNot;
    m_checks.setSession(session);
    m_insight.setSession(session);
    m_filter = {};
    m_filterChoices.setFilter({});
    m_filterChoices.setDeciders({});
    ++m_generation;
    m_running = 0;
    m_waiting.clear();
    m_bulk.clear();
    m_decided.clear();
    m_prefetched.clear();
    m_policy = ModerationPolicy::standard();
    m_isPolicyKnown = false;
    m_isPolicyLoading = false;
    m_policyError.clear();
    m_claim.setSession(session);
    m_current = -1;
    m_hasMore = false;
    m_evidenceLoading = false;
    m_evidenceError.clear();
    m_items.setItems({}, m_queue, m_clock.now());
    m_evidence.clear();
    m_actions.setActions({});
    m_queues.clearCounts();
    preview({});
    clearWords();
    setState(State::Idle);
    emit currentChanged();
    if (m_session && m_isActive) {
        listen();
        reload();
    }
}

void ModerationDesk::setStaff(const std::optional<StaffMember> &staff, bool isNeeded)
{
    m_staff = staff;
    m_claim.setStaff(staff);
    m_isStaffNeeded = isNeeded;
    offerActions();
    emit changed();
}

void ModerationDesk::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    m_items.setPrivacy(privacy);
    if (const QueueItem *item = currentItem(); item && m_prefetched.contains(item->item.text()))
        takeEvidence(m_prefetched.value(item->item.text()));
}

void ModerationDesk::setState(State state, const QString &errorText)
{
    m_state = state;
    m_errorText = errorText;
    emit changed();
}

QString ModerationDesk::whyNot() const
{
    if (!m_whyNot.isEmpty())
        return m_whyNot;
    if (m_live && !keepsDecisions(*m_live))
        return noRoomForDecisions().userText;
    if (m_staff && m_staff->isAgent)
        return tr("Only admins moderate; %1 is an agent.").arg(m_staff->name);
    if (!m_policyError.isEmpty())
        return tr("How the team moderates could not be read, so nothing can be decided: %1 Reload to try again.")
            .arg(m_policyError);
    if (m_isStaffNeeded && !m_staff)
        return tr("On a server a decision names who makes it. Choose who you are first.");
    return {};
}

QString ModerationDesk::queueText() const
{
    return Ghar::queueLabel(m_queue);
}

QString ModerationDesk::emptyText() const
{
    if (!m_filter.search.isEmpty())
        return tr("No decision has “%1” in its person, item, reason, note or moderator.").arg(m_filter.search);
    if (!m_filter.isEmpty())
        return tr("Nothing fits: %1.").arg(filterText());
    return queueEmptyText(m_queue);
}

bool ModerationDesk::isBusy() const
{
    return m_state == State::Loading || m_evidenceLoading || m_previewLoading || m_running > 0 || m_isPolicyLoading
        || m_insight.isLoading();
}

void ModerationDesk::activate()
{
    m_isActive = true;
    m_poll.start();
    listen();
    if (const QueueItem *item = currentItem())
        claim(*item);
    if (m_session && m_state == State::Idle)
        reload();
}

void ModerationDesk::setPollMilliseconds(int milliseconds)
{
    if (milliseconds > 0)
        m_poll.start(milliseconds);
    else
        m_poll.stop();
}

/// On a server decisions of colleagues leave the queue as they happen.
void ModerationDesk::listen()
{
    if (m_listener || !m_session || !m_session->dialect().isPostgres() || !keepsDecisions(*m_live))
        return;
    m_listener = std::make_unique<NotificationListener>(m_session->profile(), moderationChannel());
    connect(m_listener.get(), &NotificationListener::heard, this, [this] { m_heard.start(); });
    connect(m_listener.get(), &NotificationListener::hearingChanged, this,
            [this] { m_poll.setInterval(m_listener->isHearing() ? pollWhileHearingMilliseconds : pollMilliseconds); });
}

void ModerationDesk::lookForChanges()
{
    if (!m_session || !m_isActive || m_state == State::Loading || (m_staff && m_staff->isAgent))
        return;
    readPolicy();
    readItems();
    readCounts();
}

void ModerationDesk::deactivate()
{
    // Who goes elsewhere gives the item back; it is claimed again with the next look at it.
    if (const QueueItem *item = currentItem(); item && m_isActive)
        m_claim.giveBack(item->item);
    m_isActive = false;
    m_poll.stop();
}

void ModerationDesk::reload()
{
    if (!m_session)
        return;
    // core-and-moderation.md 0.4: agents see none of it.
    if (m_staff && m_staff->isAgent) {
        m_items.setItems({}, m_queue, m_clock.now());
        setState(State::Ready);
        return;
    }
    m_prefetched.clear();
    setState(State::Loading);
    readPolicy();
    readDeciders();
    readItems();
    readCounts();
}

QueueQuery ModerationDesk::queueQuery(ModerationQueue queue, const QueueFilter &filter) const
{
    QueueQuery query;
    query.queue = queue;
    query.policy = m_policy;
    query.now = m_clock.now();
    query.holder = m_claim.holder();
    query.filter = filter;
    return query;
}

void ModerationDesk::readPolicy()
{
    if (!keepsDecisions(*m_live))
        return;
    m_isPolicyLoading = true;
    m_session->details()
        .run([](Connection &connection) { return readModerationPolicy(connection); })
        .then(this, [this, live = m_live](const Result<ModerationPolicy> &policy) {
            if (live != m_live)
                return;
            m_isPolicyLoading = false;
            m_isPolicyKnown = policy.hasValue();
            m_policyError = policy ? QString() : policy.error().userText;
            if (policy)
                takePolicy(*policy);
            offerActions();
            emit changed();
        });
}

void ModerationDesk::takePolicy(const ModerationPolicy &policy)
{
    m_policy = policy;
    m_checks.setForgottenDays(m_policy.forgottenDays);
    m_insight.setPolicy(m_policy);
}

void ModerationDesk::writePolicy(const ModerationPolicy &expected, const ModerationPolicy &wanted,
                                 const QString &reason)
{
    const Result<ChangeHeader> begun = beginChange(m_staff, m_clock.now(), u"moderation"_s, reason);
    if (!whyNot().isEmpty() || !m_session->writer() || !begun) {
        m_settings.takeResult(begun ? Error{ErrorKind::Refused, whyNot(), {}} : begun.error());
        return;
    }
    m_session->writer()
        ->run([expected, wanted, live = m_live,
               header = *begun](Connection &connection) mutable -> Result<ModerationPolicy> {
            const Result<QString> role = databaseRole(connection);
            if (!role)
                return role.error();
            header.role = *role;
            const Result<void> changed = changeModerationPolicy(connection, *live, expected, wanted, header);
            if (!changed)
                return changed.error();
            return wanted;
        })
        .then(this, [this, live = m_live](const Result<ModerationPolicy> &written) {
            if (live != m_live)
                return;
            if (written)
                takePolicy(*written);
            m_settings.takeResult(written);
            reload();
        });
}

/// By whom decisions can be filtered, and for what.
void ModerationDesk::readDeciders()
{
    const LiveTable *reports = m_live->table(u"user_reports"_s);
    const Column *reason = reports ? reports->table.column(u"reason"_s) : nullptr;
    m_filterChoices.setReasons(reason ? m_live->enumLabels(*reason) : QStringList());
    if (!keepsDecisions(*m_live))
        return;
    m_session->details()
        .run([](Connection &connection) { return Ghar::readDeciders(connection); })
        .then(this, [this, live = m_live](const Result<QList<Decider>> &deciders) {
            if (live == m_live && deciders)
                m_filterChoices.setDeciders(*deciders);
        });
}

void ModerationDesk::readItems()
{
    const quint64 generation = ++m_generation;
    m_session->reader()
        .run([live = m_live, query = queueQuery(m_queue, m_filter)](Connection &connection) {
            return readQueue(connection, *live, query);
        })
        .then(this, [this, generation](const Result<QueuePage> &page) {
            if (generation != m_generation)
                return;
            if (page)
                takeItems(*page);
            else
                setState(State::Failed, page.error().userText);
        });
}

void ModerationDesk::readCounts()
{
    for (const ModerationQueue queue : allModerationQueues()) {
        m_session->counter()
            .run([live = m_live, query = queueQuery(queue, {})](Connection &connection) {
                return countQueue(connection, *live, query);
            })
            .then(this, [this, live = m_live, queue](const Result<QueueCount> &count) {
                if (live == m_live && count)
                    m_queues.setCount(queue, *count, m_clock.now());
            });
    }
}

/// What somebody looks at stays in hand; what waits here or runs does not come back.
void ModerationDesk::takeItems(const QueuePage &page)
{
    QList<QueueItem> items = page.items;
    items.removeIf(
        [this](const QueueItem &item) { return m_decided.contains(item.item.text()) && item.decisionId.isEmpty(); });
    const std::optional<QueueItem> held = currentItem() ? std::optional(*currentItem()) : std::nullopt;
    m_hasMore = page.hasMore;
    m_items.setItems(items, m_queue, m_clock.now());
    const bool isFirst = m_state == State::Loading && !held;
    const int row = held ? m_items.rowOf(*held) : -1;
    setState(State::Ready);
    if (row >= 0) {
        m_current = row;
        emit currentChanged();
    } else if (held) {
        // Decided or deleted by somebody else: it is said, and the hand is free for the next.
        const int next = qMin(m_current, m_items.count() - 1);
        m_claim.giveBack(held->item);
        m_current = -1;
        select(next);
        emit currentChanged();
        if (m_queue != ModerationQueue::Decided && m_filter.isEmpty()
            && !m_bulk.writtenItems().contains(held->item.text())) // or it only left what is looked for
            emit decided(tr("%1 was settled by somebody else.").arg(held->item.text()));
    } else if (isFirst || m_queue == ModerationQueue::Decided) {
        select(m_items.count() > 0 ? 0 : -1);
    }
    prefetch();
}

void ModerationDesk::setQueueIndex(int index)
{
    if (index < 0 || index >= allModerationQueues().size() || index == int(m_queue))
        return;
    showQueue(ModerationQueue(index), {});
}

void ModerationDesk::showRows(ModerationQueue queue, const QueueFilter &filter)
{
    showQueue(queue, filter);
    emit rowsShown();
}

void ModerationDesk::clearFilter()
{
    if (!m_filter.isEmpty())
        showQueue(m_queue, {});
}

QString ModerationDesk::filterText() const
{
    QueueFilter narrowed = m_filter;
    narrowed.search.clear(); // it stands in its own field
    return Ghar::filterText(narrowed, m_filterChoices.nameOf(m_filter.decider.value_or(Value())));
}

void ModerationDesk::showQueue(ModerationQueue queue, const QueueFilter &filter)
{
    if (const QueueItem *item = currentItem())
        m_claim.giveBack(item->item);
    m_queue = queue;
    m_filter = filter;
    m_filterChoices.setFilter(filter);
    m_current = -1;
    m_prefetched.clear();
    m_items.setItems({}, m_queue, m_clock.now());
    m_evidence.clear();
    m_actions.setActions({});
    preview({});
    clearWords();
    emit queueChanged();
    emit searchChanged();
    emit currentChanged();
    if (!m_session || (m_staff && m_staff->isAgent))
        return;
    setState(State::Loading);
    readItems();
}

const QueueItem *ModerationDesk::currentItem() const
{
    return m_current >= 0 && m_current < m_items.count() ? &m_items.items().at(m_current) : nullptr;
}

QString ModerationDesk::itemTable() const
{
    const QueueItem *item = currentItem();
    return item && item->item.id > 0 ? tableOf(item->item.kind) : QString();
}

QString ModerationDesk::itemKey() const
{
    const QueueItem *item = currentItem();
    return item ? QString::number(item->item.id) : QString();
}

void ModerationDesk::select(int row)
{
    if (row >= m_items.count() || (row == m_current && row >= 0))
        return;
    if (const QueueItem *item = currentItem())
        m_claim.giveBack(item->item);
    m_current = qMax(row, -1);
    preview({});
    if (m_items.markedCount() == 0) // words for several are not those for one
        clearWords();
    offerActions();
    const QueueItem *item = currentItem();
    if (!item) {
        m_evidence.clear();
        emit currentChanged();
        return;
    }
    claim(*item);
    if (m_prefetched.contains(item->item.text()))
        takeEvidence(m_prefetched.value(item->item.text()));
    else
        readEvidence();
    prefetch();
}

void ModerationDesk::selectNext(int step)
{
    if (m_items.count() > 0)
        select(qBound(0, m_current + step, m_items.count() - 1));
}

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

void ModerationDesk::readEvidence()
{
    const QueueItem &item = *currentItem();
    if (item.item.id == 0)
        return;
    m_evidence.clear();
    m_evidenceLoading = true;
    m_evidenceError.clear();
    emit currentChanged();
    m_session->details()
        .run([live = m_live, wanted = item.item](Connection &connection) {
            return Ghar::readEvidence(connection, *live, wanted);
        })
        .then(this, [this, live = m_live, wanted = item.item](const Result<Evidence> &evidence) {
            const QueueItem *present = currentItem();
            if (live != m_live || !present || present->item != wanted)
                return;
            if (evidence) {
                m_prefetched.insert(wanted.text(), *evidence);
                takeEvidence(*evidence);
                return;
            }
            m_evidenceLoading = false;
            m_evidenceError = evidence.error().userText;
            emit currentChanged();
        });
}

void ModerationDesk::takeEvidence(const Evidence &evidence)
{
    m_evidenceLoading = false;
    m_evidenceError.clear();
    m_evidence.setEvidence(m_live, evidence, m_clock.now(), m_privacy);
    emit currentChanged();
}

/// The next items are read while this one is looked at, so that they are there when they are wanted.
void ModerationDesk::prefetch()
{
    QSet<QString> near;
    for (int row = qMax(0, m_current); row < m_items.count() && row <= m_current + prefetchedItems; ++row) {
        const ModerationItem item = m_items.items().at(row).item;
        near.insert(item.text());
        if (row == m_current || item.id == 0 || m_prefetched.contains(item.text()))
            continue;
        m_session->details()
            .run([live = m_live, item](Connection &connection) { return Ghar::readEvidence(connection, *live, item); })
            .then(this, [this, live = m_live, item](const Result<Evidence> &evidence) {
                if (live == m_live && evidence && !m_prefetched.contains(item.text())) {
                    m_prefetched.insert(item.text(), *evidence);
                    emit picturesAheadChanged();
                }
            });
    }
    // What waits may be called back.
    m_prefetched.removeIf([&](auto it) { return !near.contains(it.key()) && !m_decided.contains(it.key()); });
    emit picturesAheadChanged();
}

QStringList ModerationDesk::picturesAhead() const
{
    QStringList pictures;
    for (int row = m_current + 1; row < m_items.count() && row <= m_current + prefetchedItems; ++row) {
        const auto it = m_prefetched.constFind(m_items.items().at(row).item.text());
        if (it != m_prefetched.cend())
            pictures += EvidenceListModel::picturesOf(*it);
    }
    return pictures;
}

void ModerationDesk::claim(const QueueItem &item)
{
    if (whyNot().isEmpty() && item.item.id > 0 && item.decisionId.isEmpty())
        m_claim.take(item.item);
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
    if (action == ModerationAction::Approve && item.item.kind == ItemKind::Listing)
        request.availableFrom = m_availableFrom;
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
    const QueueItem *item = currentItem();
    const std::optional<ModerationAction> action = moderationActionNamed(name);
    // Those that may not decide are offered nothing.
    if (!item || !action || !m_actions.actions().contains(*action))
        return;
    if (m_sinceDecision.isValid() && m_sinceDecision.elapsed() < m_bounce)
        return;
    if (m_items.markedCount() > 0) {
        decideMarked(*action);
        return;
    }
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
    select(qMin(row, m_items.count() - 1));
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
    // What waits to be undone may be among them.
    m_waiting.runAll();
    m_bulk.prepare(entries, m_live, m_claim.holder(), m_privacy);
    emit bulkWanted();
}

void ModerationDesk::toggleMark(int row)
{
    if (m_queue != ModerationQueue::Decided)
        m_items.setMarked(row, !m_items.isMarked(row));
}

void ModerationDesk::markTo(int row)
{
    if (m_queue == ModerationQueue::Decided || m_items.count() == 0)
        return;
    const int last = qBound(0, row, m_items.count() - 1);
    for (int i = qMin(m_current, last); i <= qMax(m_current, last); ++i)
        m_items.setMarked(i, true);
    select(last);
}

void ModerationDesk::markAll()
{
    if (m_queue == ModerationQueue::Decided)
        return;
    for (int row = 0; row < m_items.count(); ++row)
        m_items.setMarked(row, true);
}

QString ModerationDesk::previewLabel() const
{
    return m_previewAction.isEmpty() ? QString() : actionLabelNamed(m_previewAction);
}

void ModerationDesk::clearMarks()
{
    if (m_items.markedCount() == 0)
        return;
    m_items.clearMarks();
    clearWords();
}

void ModerationDesk::preview(const QString &name)
{
    const quint64 generation = ++m_previewGeneration;
    const QueueItem *item = currentItem();
    const std::optional<ModerationAction> action = moderationActionNamed(name);
    m_previewError.clear();
    m_consequences.clear();
    m_previewLoading = false;
    m_previewAction = item && action && m_session && m_session->writer() ? name : QString();
    emit previewChanged();
    if (m_previewAction.isEmpty()) {
        m_effects.setRequest(std::nullopt);
        return;
    }
    const std::optional<DecisionRequest> request = requestFor(*item, *action);
    m_effects.setRequest(request);
    if (!request)
        return;
    m_previewLoading = true;
    emit previewChanged();
    write([request = *request](Connection &connection, const LiveSchema &live,
                               const ChangeHeader &header) { return tryDecision(connection, live, request, header); },
          recordedReason(*request, *item),
          [this, generation](const Result<DecisionOutcome> &outcome) {
              if (generation != m_previewGeneration)
                  return;
              m_previewLoading = false;
              if (outcome)
                  m_consequences.setOutcome(m_live, *outcome, m_privacy);
              else
                  m_previewError = outcome.error().userText;
              emit previewChanged();
          });
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

void ModerationDesk::setSearch(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (m_filter.search == trimmed)
        return;
    m_filter.search = trimmed;
    m_filterChoices.setFilter(m_filter);
    emit searchChanged();
    if (m_queue == ModerationQueue::Decided)
        readItems();
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
            if (outcome)
                emit decided(tr("The decision was taken back."));
            else
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
            if (outcome)
                emit decided(tr("The decision was confirmed and carried out."));
            else
                emit failed(outcome.error().userText);
            readItems();
            readCounts();
        });
}

void ModerationDesk::openConversation()
{
    const QueueItem *item = currentItem();
    if (!item || !hasConversation() || !m_session->writer())
        return;
    const Result<ChangeHeader> begun =
        beginChange(m_staff, m_clock.now(), u"moderation"_s, tr("Looked at for %1").arg(item->item.text()));
    if (!begun) {
        emit failed(begun.error().userText);
        return;
    }
    m_session->writer()
        ->run([live = m_live, header = *begun, conversation = m_evidence.conversation(),
               around = m_evidence.conversationTime()](Connection &connection) mutable -> Result<ConversationWindow> {
            const Result<QString> role = databaseRole(connection);
            if (!role)
                return role.error();
            header.role = *role;
            return Ghar::openConversation(connection, *live, conversation, around, header);
        })
        .then(this, [this, live = m_live, item = item->item](const Result<ConversationWindow> &conversation) {
            const QueueItem *present = currentItem();
            if (live != m_live || !present || present->item != item)
                return;
            const int row = m_evidence.count();
            if (conversation) {
                m_evidence.setConversation(*conversation, m_privacy);
                emit conversationShown(row);
            } else {
                emit failed(conversation.error().userText);
            }
            emit currentChanged();
        });
}

void ModerationDesk::setUndoSeconds(int seconds)
{
    const int wanted = qBound(0, seconds, 60);
    if (wanted == undoSeconds())
        return;
    m_waiting.setDelay(wanted * 1000);
    QSettings().setValue(undoKey, wanted);
    emit undoSecondsChanged();
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderationdesk.h"

#include "database/databasesession.h"
#include "database/notificationlistener.h"
#include "moderation/decision.h"
#include "moderationwords.h"
#include "records/changeauthor.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int standardBounceMilliseconds = 250;
constexpr int pollMilliseconds = 5000;
/// Where the server tells of decisions, only claims and what the platform itself does are looked for.
constexpr int pollWhileHearingMilliseconds = 20'000;
constexpr int heardMilliseconds = 100;
constexpr int standardUndoSeconds = 6;
const auto undoKey = u"moderation/undoSeconds"_s;
const auto bounceKey = u"moderation/bounceMilliseconds"_s;

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
    connect(&m_queues, &QAbstractItemModel::dataChanged, this, &ModerationDesk::queueDetailChanged);
    connect(this, &ModerationDesk::queueChanged, this, &ModerationDesk::queueDetailChanged);
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
    m_settledText.clear();
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
    refreshEvidence();
    setState(State::Loading);
    readPolicy();
    readDeciders();
    readItems();
    readCounts();
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

void ModerationDesk::claim(const QueueItem &item)
{
    if (whyNot().isEmpty() && item.item.id > 0 && item.decisionId.isEmpty())
        m_claim.take(item.item);
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

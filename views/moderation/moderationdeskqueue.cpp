// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a ModerationDesk is about the queue and the item in hand.
#include "moderationdesk.h"

#include "database/databasesession.h"
#include "moderation/decision.h"
#include "moderationwords.h"
#include "records/changeauthor.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

/// Items whose evidence is read before they are in hand.
static constexpr int prefetchedItems = 3;

QString ModerationDesk::queueText() const
{
    return Ghar::queueLabel(m_queue);
}

QString ModerationDesk::queueDetail() const
{
    return m_queues.index(int(m_queue)).data(QueueListModel::DetailRole).toString();
}

QString ModerationDesk::emptyText() const
{
    if (!m_filter.search.isEmpty())
        return tr("No decision has “%1” in its person, item, reason, note or moderator.").arg(m_filter.search);
    if (!m_filter.isEmpty())
        return tr("Nothing fits: %1.").arg(filterText());
    if (m_staff && m_staff->isAgent)
        return tr("Agents see no queues; moderation is for admins.");
    return queueEmptyText(m_queue);
}

void ModerationDesk::lookForChanges()
{
    if (!m_session || !m_isActive || m_state == State::Loading || (m_staff && m_staff->isAgent))
        return;
    readPolicy();
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
        const int next = qMin(m_current, m_items.count() - 1);
        m_claim.giveBack(held->item);
        m_current = -1;
        const bool isOwn = m_queue == ModerationQueue::Decided || !m_filter.isEmpty()
            || m_bulk.writtenItems().contains(held->item.text());
        if (isOwn) {
            select(next);
        } else {
            // What somebody reads stays before their eyes, and no key meets another item by accident.
            m_settledText =
                tr("%1 was settled by somebody else. Nothing is left to decide; Down goes on.").arg(held->item.text());
            m_nextRow = qMax(0, next);
            m_evidenceLoading = false;
            preview({});
            offerActions();
        }
        emit currentChanged();
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
    m_settledText.clear();
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
    m_settledText.clear();
    m_evidenceLoading = false;
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
    if (m_items.count() == 0)
        return;
    // After an item that was settled the next one stands where that was.
    const int from = m_current >= 0 ? m_current : m_nextRow - (step > 0 ? 1 : 0);
    select(qBound(0, from + step, m_items.count() - 1));
}

int ModerationDesk::freeRow(int row) const
{
    for (int next = qMax(0, row); next < m_items.count(); ++next) {
        if (m_items.items().at(next).claimedBy.isEmpty())
            return next;
    }
    return qMin(row, m_items.count() - 1);
}

void ModerationDesk::refreshEvidence()
{
    m_prefetched.clear();
    // What is shown stays until the new answer is there.
    if (const QueueItem *item = currentItem(); item && item->item.id > 0)
        readEvidence(true);
}

void ModerationDesk::readEvidence(bool keepsShown)
{
    const QueueItem &item = *currentItem();
    if (item.item.id == 0)
        return;
    if (!keepsShown) {
        m_evidence.clear();
        m_evidenceLoading = true;
        m_evidenceError.clear();
        emit currentChanged();
    }
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

void ModerationDesk::clearMarks()
{
    if (m_items.markedCount() == 0)
        return;
    m_items.clearMarks();
    clearWords();
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

} // namespace Ghar

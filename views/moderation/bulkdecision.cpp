// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkdecision.h"

#include "moderationwords.h"
#include "support/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

BulkDecision::BulkDecision(Runner runner, QObject *parent) : QAbstractListModel(parent), m_run(std::move(runner)) { }

void BulkDecision::prepare(const QList<Entry> &entries, const LiveSchemaPtr &live, const QString &holder,
                           Privacy privacy)
{
    ++m_generation;
    beginResetModel();
    m_live = live;
    m_holder = holder;
    m_privacy = privacy;
    m_lines.clear();
    for (const Entry &entry : entries)
        m_lines.append({entry, State::Waiting, {}, {}});
    endResetModel();
    m_current = -1;
    m_consequences.clear();
    emit currentChanged();
    setStep(Step::Trying);
}

void BulkDecision::clear()
{
    ++m_generation;
    beginResetModel();
    m_lines.clear();
    endResetModel();
    m_current = -1;
    m_consequences.clear();
    m_step = Step::Empty;
    emit currentChanged();
    emit changed();
}

void BulkDecision::setStep(Step step)
{
    m_step = step;
    m_next = 0;
    m_isStopped = false;
    emit changed();
    next();
}

void BulkDecision::next()
{
    for (; m_next < count() && !m_isStopped; ++m_next) {
        const State state = m_lines.at(m_next).state;
        if (m_step == Step::Trying && state == State::Waiting)
            return tryLine(m_next++);
        if (m_step == Step::Running && state == State::Possible)
            return runLine(m_next++);
        if (m_step == Step::TakingBack && state == State::Done)
            return takeBackLine(m_next++);
    }
    if (m_step == Step::Trying) {
        m_step = Step::Ready;
        if (m_current < 0 && count() > 0)
            setCurrent(0);
    } else if (m_step == Step::Running) {
        m_step = Step::Finished;
        emit finished();
    } else if (m_step == Step::TakingBack) {
        m_step = Step::TakenBack;
        emit finished();
    }
    emit changed();
}

void BulkDecision::tryLine(int row)
{
    const Entry &entry = m_lines.at(row).entry;
    m_run(
        [request = entry.request](Connection &connection, const LiveSchema &live, const ChangeHeader &header) {
            return tryDecision(connection, live, request, header);
        },
        entry.reason,
        [this, row, generation = m_generation](const Outcome &outcome) {
            if (generation != m_generation)
                return;
            if (outcome) {
                m_lines[row].outcome = *outcome;
                settle(row, State::Possible);
            } else {
                settle(row, State::Impossible, outcome.error().userText);
            }
            next();
        });
}

void BulkDecision::runLine(int row)
{
    const Entry &entry = m_lines.at(row).entry;
    m_run([request = entry.request,
           holder = m_holder](Connection &connection, const LiveSchema &live,
                              const ChangeHeader &header) { return decide(connection, live, request, header, holder); },
          entry.reason,
          [this, row, generation = m_generation](const Outcome &outcome) {
              if (generation != m_generation)
                  return;
              if (!outcome) {
                  settle(row, State::Failed, outcome.error().userText);
              } else {
                  m_lines[row].outcome = *outcome;
                  settle(row,
                         outcome->state == DecisionOutcome::State::Pending       ? State::Pending
                             : outcome->state == DecisionOutcome::State::Unknown ? State::Unknown
                                                                                 : State::Done);
              }
              next();
          });
}

void BulkDecision::takeBackLine(int row)
{
    m_run(
        [id = m_lines.at(row).outcome.id](Connection &connection, const LiveSchema &live, const ChangeHeader &header) {
            return reviseDecision(connection, live, id, header);
        },
        m_takeBackReason,
        [this, row, generation = m_generation](const Outcome &outcome) {
            if (generation != m_generation)
                return;
            if (outcome)
                settle(row, State::TakenBack);
            else // it still stands
                settle(row, State::Done, outcome.error().userText);
            next();
        });
}

void BulkDecision::settle(int row, State state, const QString &words)
{
    m_lines[row].state = state;
    m_lines[row].words = words;
    emit dataChanged(index(row), index(row), {StateTextRole, StateIconRole, StateToneRole});
    if (row == m_current)
        showConsequences();
    emit changed();
}

void BulkDecision::run()
{
    if (isRunnable())
        setStep(Step::Running);
}

void BulkDecision::takeBack(const QString &reason)
{
    if (!isUndoable())
        return;
    m_takeBackReason = reason;
    setStep(Step::TakingBack);
}

int BulkDecision::countOf(State state) const
{
    return int(
        std::count_if(m_lines.cbegin(), m_lines.cend(), [state](const Line &line) { return line.state == state; }));
}

QStringList BulkDecision::writtenItems() const
{
    QStringList items;
    for (const Line &line : m_lines) {
        if (line.state == State::Done || line.state == State::Pending || line.state == State::TakenBack)
            items.append(line.entry.item.item.text());
    }
    return items;
}

bool BulkDecision::isRunnable() const
{
    return m_step == Step::Ready && countOf(State::Possible) > 0;
}

bool BulkDecision::isUndoable() const
{
    return m_step == Step::Finished && countOf(State::Done) > 0;
}

qreal BulkDecision::progress() const
{
    return count() == 0 ? 0 : qreal(m_next) / count();
}

QString BulkDecision::title() const
{
    return m_lines.isEmpty()
        ? QString()
        : tr("%1: %n item(s)", nullptr, count()).arg(actionLabel(m_lines.first().entry.request.action));
}

QString BulkDecision::acceptText() const
{
    const int possible = countOf(State::Possible);
    return m_lines.isEmpty()
        ? QString()
        : tr("%1 %n item(s)", nullptr, possible).arg(actionLabel(m_lines.first().entry.request.action));
}

QString BulkDecision::summary() const
{
    const int impossible = countOf(State::Impossible);
    switch (m_step) {
    case Step::Empty:
        break;
    case Step::Trying:
        return tr("Looking what each would change…");
    case Step::Ready:
        if (impossible == 0)
            return tr("Nothing is in the way. Each is decided for itself, and can be taken back for itself.");
        return countOf(State::Possible) == 0
            ? tr("None of them can be decided so; the lines say why.")
            : tr("%n item(s) cannot be decided so and stay as they are; the lines say why.", nullptr, impossible);
    case Step::Running:
        return tr("Deciding, one after the other…");
    case Step::Finished: {
        QStringList parts{tr("%n done", nullptr, countOf(State::Done))};
        if (const int pending = countOf(State::Pending))
            parts.append(tr("%n wait(s) for a second person", nullptr, pending));
        if (const int failed = countOf(State::Failed) + impossible)
            parts.append(tr("%n left as they were", nullptr, failed));
        if (const int stopped = countOf(State::Possible))
            parts.append(tr("%n not begun", nullptr, stopped));
        if (const int unknown = countOf(State::Unknown))
            parts.append(tr("%n not known: the connection was lost", nullptr, unknown));
        return parts.join(tr(", ")) + u'.';
    }
    case Step::TakingBack:
        return tr("Taking back, one after the other…");
    case Step::TakenBack:
        return tr("%n taken back.", nullptr, countOf(State::TakenBack));
    }
    return {};
}

void BulkDecision::setCurrent(int row)
{
    const int wanted = qBound(-1, row, count() - 1);
    if (wanted == m_current)
        return;
    m_current = wanted;
    showConsequences();
    emit currentChanged();
}

void BulkDecision::showConsequences()
{
    if (m_current < 0 || m_lines.at(m_current).outcome.changes.isEmpty())
        m_consequences.clear();
    else
        m_consequences.setOutcome(m_live, m_lines.at(m_current).outcome, m_privacy);
}

QString BulkDecision::whatItDoes(const DecisionOutcome &outcome) const
{
    QStringList rows;
    for (const ColumnChange &change : outcome.changes) {
        if (const QString row = change.table + u'/' + change.key; !rows.contains(row))
            rows.append(row);
    }
    const auto told = std::count_if(outcome.notices.cbegin(), outcome.notices.cend(),
                                    [](const PlannedNotice &notice) { return notice.whyNot.isEmpty(); });
    return tr("%1, %2").arg(tr("%n row(s)", nullptr, int(rows.size())), tr("%n notice(s)", nullptr, int(told)));
}

int BulkDecision::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant BulkDecision::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SubjectRole:
        return labelText(line.entry.item.subject, m_privacy);
    case ReasonTextRole:
        return reasonLabel(line.entry.item.reason);
    case StateTextRole:
        switch (line.state) {
        case State::Waiting:
            return QString();
        case State::Possible:
            return whatItDoes(line.outcome);
        case State::Impossible:
        case State::Failed:
            return line.words;
        case State::Done:
            return line.words.isEmpty() ? tr("Done") : tr("Still stands: %1").arg(line.words);
        case State::Pending:
            return tr("Waits for a second person");
        case State::Unknown:
            return tr("Not known: the connection was lost while it was committed. The queue says whether it happened.");
        case State::TakenBack:
            return tr("Taken back");
        }
        return {};
    case StateIconRole:
        switch (line.state) {
        case State::Waiting:
            return u"clock"_s;
        case State::Possible:
            return u"circle"_s;
        case State::Impossible:
        case State::Failed:
            return u"circle-x"_s;
        case State::Done:
            return u"circle-check"_s;
        case State::Pending:
            return u"users"_s;
        case State::Unknown:
            return u"triangle-alert"_s;
        case State::TakenBack:
            return u"undo-2"_s;
        }
        return {};
    case StateToneRole:
        return int(line.state == State::Done                                            ? CellTone::Good
                       : line.state == State::Impossible || line.state == State::Failed ? CellTone::Bad
                       : line.state == State::Unknown                                   ? CellTone::Warning
                                                                                        : CellTone::Neutral);
    default:
        return {};
    }
}

QHash<int, QByteArray> BulkDecision::roleNames() const
{
    return {{SubjectRole, "subject"},
            {ReasonTextRole, "reasonText"},
            {StateTextRole, "stateText"},
            {StateIconRole, "stateIcon"},
            {StateToneRole, "stateTone"}};
}

} // namespace Ghar

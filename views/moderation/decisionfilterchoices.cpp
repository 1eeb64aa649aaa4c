// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisionfilterchoices.h"

#include "moderationwords.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

const QStringList &stateNames()
{
    static const QStringList names{u"done"_s, u"revised"_s, u"pending"_s, u"refused"_s};
    return names;
}

/// Days up to today that a period of the list has.
constexpr int periodDays[] = {1, 7, 30, 90};

QString deciderText(const Decider &decider)
{
    return !decider.name.isEmpty() ? decider.name
        : decider.staffId.isNull() ? DecisionFilterChoices::tr("Without a name")
                                   : u'#' + decider.staffId.text();
}

} // namespace

DecisionFilterChoices::DecisionFilterChoices(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

void DecisionFilterChoices::setDeciders(const QList<Decider> &deciders)
{
    m_deciders = deciders;
    emit changed();
}

void DecisionFilterChoices::setReasons(const QStringList &reasons)
{
    m_causes = reasons + QStringList{Ghar::nameOf(ItemKind::Listing), Ghar::nameOf(ItemKind::Profile)};
    emit changed();
}

void DecisionFilterChoices::setFilter(const QueueFilter &filter)
{
    m_filter = filter;
    emit changed();
}

QString DecisionFilterChoices::nameOf(const Value &staffId) const
{
    for (const Decider &known : m_deciders) {
        if (known.staffId == staffId)
            return known.name;
    }
    return {};
}

void DecisionFilterChoices::choose(const QueueFilter &filter)
{
    if (filter == m_filter)
        return;
    setFilter(filter);
    emit chosen(filter);
}

QStringList DecisionFilterChoices::deciders() const
{
    QStringList names{tr("Everybody")};
    for (const Decider &known : m_deciders)
        names.append(deciderText(known));
    return names;
}

QStringList DecisionFilterChoices::actions() const
{
    QStringList labels{tr("All decisions")};
    for (const ModerationAction known : allModerationActions())
        labels.append(actionLabel(known));
    return labels;
}

QStringList DecisionFilterChoices::states() const
{
    QStringList labels{tr("In all states")};
    for (const QString &known : stateNames())
        labels.append(decisionStateLabel(known));
    return labels;
}

QStringList DecisionFilterChoices::causes() const
{
    QStringList labels{tr("For all reasons")};
    for (const QString &known : m_causes)
        labels.append(causeLabel(known));
    return labels;
}

QStringList DecisionFilterChoices::periods() const
{
    QStringList labels{tr("At any time")};
    for (const int days : periodDays)
        labels.append(days == 1 ? tr("Today") : tr("Last %1 days").arg(days));
    return labels;
}

int DecisionFilterChoices::decider() const
{
    if (!m_filter.decider)
        return 0;
    for (qsizetype i = 0; i < m_deciders.size(); ++i) {
        if (m_deciders.at(i).staffId == *m_filter.decider)
            return int(i) + 1;
    }
    return -1;
}

int DecisionFilterChoices::action() const
{
    const std::optional<ModerationAction> known = moderationActionNamed(m_filter.action);
    return m_filter.action.isEmpty() ? 0 : known ? int(allModerationActions().indexOf(*known)) + 1 : -1;
}

int DecisionFilterChoices::state() const
{
    const qsizetype place = stateNames().indexOf(m_filter.state);
    return m_filter.state.isEmpty() ? 0 : place < 0 ? -1 : int(place) + 1;
}

int DecisionFilterChoices::cause() const
{
    const qsizetype place = m_causes.indexOf(m_filter.reason);
    return m_filter.reason.isEmpty() ? 0 : place < 0 ? -1 : int(place) + 1;
}

std::pair<std::optional<QDateTime>, std::optional<QDateTime>> DecisionFilterChoices::boundsOf(int period) const
{
    if (period < 1 || period > int(std::size(periodDays)))
        return {};
    return {Clock::startOf(m_clock.today().addDays(1 - periodDays[period - 1])),
            Clock::startOf(m_clock.today().addDays(1))};
}

int DecisionFilterChoices::period() const
{
    for (int i = 0; i <= int(std::size(periodDays)); ++i) {
        if (boundsOf(i) == std::pair(m_filter.decidedFrom, m_filter.decidedBefore))
            return i;
    }
    return -1;
}

void DecisionFilterChoices::setDecider(int index)
{
    QueueFilter filter = m_filter;
    filter.decider.reset();
    if (index > 0 && index <= m_deciders.size())
        filter.decider = m_deciders.at(index - 1).staffId;
    choose(filter);
}

void DecisionFilterChoices::setAction(int index)
{
    QueueFilter filter = m_filter;
    filter.action = index > 0 && index <= allModerationActions().size()
        ? Ghar::nameOf(allModerationActions().at(index - 1))
        : QString();
    choose(filter);
}

void DecisionFilterChoices::setState(int index)
{
    QueueFilter filter = m_filter;
    filter.state = stateNames().value(index - 1);
    choose(filter);
}

void DecisionFilterChoices::setCause(int index)
{
    QueueFilter filter = m_filter;
    filter.reason = m_causes.value(index - 1);
    choose(filter);
}

void DecisionFilterChoices::setPeriod(int index)
{
    QueueFilter filter = m_filter;
    std::tie(filter.decidedFrom, filter.decidedBefore) = boundsOf(index);
    choose(filter);
}

} // namespace Ghar

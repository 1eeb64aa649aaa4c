// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "waitingdecisions.h"

#include <utility>

namespace Ghar {

/// Often enough for a number of seconds to change in time.
static constexpr int tickMilliseconds = 200;

WaitingDecisions::WaitingDecisions(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(tickMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &WaitingDecisions::tick);
}

void WaitingDecisions::add(const WaitingDecision &decision)
{
    if (m_delay <= 0) {
        emit due(decision);
        return;
    }
    m_waiting.append({decision, QDeadlineTimer(m_delay)});
    m_timer.start();
    emit changed();
    emit ticked();
}

std::optional<WaitingDecision> WaitingDecisions::takeLast()
{
    if (m_waiting.isEmpty())
        return std::nullopt;
    const WaitingDecision decision = m_waiting.takeLast().decision;
    if (m_waiting.isEmpty())
        m_timer.stop();
    emit changed();
    emit ticked();
    return decision;
}

void WaitingDecisions::runAll()
{
    const QList<Entry> all = std::exchange(m_waiting, {});
    m_timer.stop();
    for (const Entry &entry : all)
        emit due(entry.decision);
    emit changed();
    emit ticked();
}

void WaitingDecisions::clear()
{
    m_waiting.clear();
    m_timer.stop();
    emit changed();
    emit ticked();
}

int WaitingDecisions::secondsLeft() const
{
    return m_waiting.isEmpty() ? 0 : int((m_waiting.last().deadline.remainingTime() + 999) / 1000);
}

void WaitingDecisions::tick()
{
    bool isChanged = false;
    while (!m_waiting.isEmpty() && m_waiting.first().deadline.hasExpired()) {
        const WaitingDecision decision = m_waiting.takeFirst().decision;
        isChanged = true;
        emit due(decision);
    }
    if (m_waiting.isEmpty())
        m_timer.stop();
    if (isChanged)
        emit changed();
    emit ticked();
}

} // namespace Ghar

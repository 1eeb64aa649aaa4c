// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/decisionplan.h"
#include "moderation/moderationqueue.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include <optional>

namespace Ghar {

/// A decision that was made and can still be called back.
struct WaitingDecision
{
    DecisionRequest request;
    QueueItem item;
    int row = 0; ///< where the item stood in its queue
    QString label;
};

/// Decisions that wait some seconds before they run, so that a slip of the finger costs nothing. Each has its own time;
/// the latest can be called back first.
class WaitingDecisions : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY ticked)

public:
    explicit WaitingDecisions(QObject *parent = nullptr);

    /// How long decisions wait; none wait with 0.
    void setDelay(int milliseconds) { m_delay = milliseconds; }
    [[nodiscard]] int delay() const { return m_delay; }
    void add(const WaitingDecision &decision);
    /// Calls the latest back; nothing when none waits.
    [[nodiscard]] std::optional<WaitingDecision> takeLast();
    /// Runs all of them now.
    void runAll();
    /// Forgets all of them; they are not run.
    void clear();

    [[nodiscard]] int count() const { return int(m_waiting.size()); }
    /// What the latest is, in words.
    [[nodiscard]] QString text() const { return m_waiting.isEmpty() ? QString() : m_waiting.last().decision.label; }
    /// Until the latest runs, rounded up.
    [[nodiscard]] int secondsLeft() const;

signals:
    void changed();
    void ticked();
    /// The time of this one is over.
    void due(const Ghar::WaitingDecision &decision);

private:
    struct Entry
    {
        WaitingDecision decision;
        QDeadlineTimer deadline;
    };
    void tick();

    QList<Entry> m_waiting; ///< the oldest first
    QTimer m_timer;
    int m_delay = 6000;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "consequencelistmodel.h"
#include "moderation/decision.h"
#include "moderation/moderationqueue.h"

#include <QAbstractListModel>
#include <QQmlEngine>

#include <functional>

namespace Ghar {

/// One decision about several items, each for itself: first every one is tried, so that it is known what it would
/// change and what is in the way; then they are carried out one after the other, and every line says how it ended.
/// Stopping leaves the rest as it is. What was done can be taken back at once. Owned by the ModerationDesk.
class BulkDecision : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// How many can be carried out, or were.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString acceptText READ acceptText NOTIFY changed)
    Q_PROPERTY(bool runnable READ isRunnable NOTIFY changed)
    Q_PROPERTY(bool undoable READ isUndoable NOTIFY changed)
    Q_PROPERTY(qreal progress READ progress NOTIFY changed)
    /// The line whose consequences are shown.
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(Ghar::ConsequenceListModel *consequences READ consequences CONSTANT)

public:
    enum class Step { Empty, Trying, Ready, Running, Finished, TakingBack, TakenBack };
    Q_ENUM(Step)
    enum Role {
        SubjectRole = Qt::UserRole + 1,
        ReasonTextRole,
        StateTextRole, ///< what it would do, or how it ended
        StateIconRole,
        StateToneRole ///< CellTone
    };

    using Outcome = Result<DecisionOutcome>;
    using Job = std::function<Outcome(Connection &, const LiveSchema &, const ChangeHeader &)>;
    /// Runs a job on the writing connection and comes back with its outcome.
    using Runner =
        std::function<void(const Job &, const QString &reason, const std::function<void(const Outcome &)> &)>;

    struct Entry
    {
        QueueItem item;
        DecisionRequest request;
        QString reason; ///< of the record
    };

    explicit BulkDecision(Runner runner, QObject *parent = nullptr);

    /// Tries a decision about each.
    void prepare(const QList<Entry> &entries, const LiveSchemaPtr &live, const QString &holder, Privacy privacy);
    Q_INVOKABLE void clear();
    /// Carries out what can be.
    Q_INVOKABLE void run();
    /// After the one that runs.
    Q_INVOKABLE void stop() { m_isStopped = true; }
    /// Takes back all that was carried out.
    Q_INVOKABLE void takeBack(const QString &reason);

    /// Items about which something was written: they left the queue by this window's own doing.
    [[nodiscard]] QStringList writtenItems() const;
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] int count() const { return int(m_lines.size()); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString acceptText() const;
    [[nodiscard]] bool isRunnable() const;
    [[nodiscard]] bool isUndoable() const;
    [[nodiscard]] qreal progress() const;
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);
    [[nodiscard]] ConsequenceListModel *consequences() { return &m_consequences; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void currentChanged();
    /// All of them ended.
    void finished();

private:
    enum class State { Waiting, Possible, Impossible, Done, Pending, Failed, Unknown, TakenBack };
    struct Line
    {
        Entry entry;
        State state = State::Waiting;
        DecisionOutcome outcome;
        QString words; ///< what is in the way
    };

    void setStep(Step step);
    /// Goes on with the next line in one of the states, or ends the step.
    void next();
    void tryLine(int row);
    void runLine(int row);
    void takeBackLine(int row);
    void settle(int row, State state, const QString &words = {});
    void showConsequences();
    [[nodiscard]] int countOf(State state) const;
    [[nodiscard]] QString whatItDoes(const DecisionOutcome &outcome) const;

    const Runner m_run;
    LiveSchemaPtr m_live;
    QString m_holder;
    Privacy m_privacy = Privacy::Masked;
    Step m_step = Step::Empty;
    QList<Line> m_lines;
    int m_next = 0;
    int m_current = -1;
    bool m_isStopped = false;
    quint64 m_generation = 0;
    QString m_takeBackReason;
    ConsequenceListModel m_consequences;
};

} // namespace Ghar

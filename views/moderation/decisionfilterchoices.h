// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "moderation/decisionstore.h"
#include "moderation/moderationqueue.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>

namespace Ghar {

/// By what decisions can be filtered: the first of each list is "all". A filter that comes from elsewhere is shown as
/// far as the lists have it.
class DecisionFilterChoices : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(QStringList deciders READ deciders NOTIFY changed)
    Q_PROPERTY(QStringList actions READ actions CONSTANT)
    Q_PROPERTY(QStringList states READ states CONSTANT)
    Q_PROPERTY(QStringList causes READ causes NOTIFY changed)
    Q_PROPERTY(QStringList periods READ periods CONSTANT)
    Q_PROPERTY(int decider READ decider WRITE setDecider NOTIFY changed)
    Q_PROPERTY(int action READ action WRITE setAction NOTIFY changed)
    Q_PROPERTY(int state READ state WRITE setState NOTIFY changed)
    Q_PROPERTY(int cause READ cause WRITE setCause NOTIFY changed)
    /// -1 for days that are in no list.
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY changed)

public:
    explicit DecisionFilterChoices(const Clock &clock, QObject *parent = nullptr);

    void setDeciders(const QList<Decider> &deciders);
    /// Reasons of reports; listings and profiles are added.
    void setReasons(const QStringList &reasons);
    /// Shows the filter without telling of it.
    void setFilter(const QueueFilter &filter);
    [[nodiscard]] QString nameOf(const Value &staffId) const;

    [[nodiscard]] QStringList deciders() const;
    [[nodiscard]] QStringList actions() const;
    [[nodiscard]] QStringList states() const;
    [[nodiscard]] QStringList causes() const;
    [[nodiscard]] QStringList periods() const;
    [[nodiscard]] int decider() const;
    [[nodiscard]] int action() const;
    [[nodiscard]] int state() const;
    [[nodiscard]] int cause() const;
    [[nodiscard]] int period() const;
    void setDecider(int index);
    void setAction(int index);
    void setState(int index);
    void setCause(int index);
    void setPeriod(int index);

signals:
    void changed();
    /// Another filter was chosen.
    void chosen(const Ghar::QueueFilter &filter);

private:
    void choose(const QueueFilter &filter);
    /// The days of a period of the list; no bounds for "all".
    [[nodiscard]] std::pair<std::optional<QDateTime>, std::optional<QDateTime>> boundsOf(int period) const;

    const Clock m_clock;
    QList<Decider> m_deciders;
    QStringList m_causes;
    QueueFilter m_filter;
};

} // namespace Ghar

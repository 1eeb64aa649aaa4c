// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/decisioneffect.h"

#include <QAbstractListModel>
#include <QHash>
#include <QQmlEngine>

namespace Ghar {

/// What the decision that is looked at does beside its own matter, to switch on and off for this decision alone.
class EffectListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { EffectRole = Qt::UserRole + 1, LabelRole, OnRole };

    explicit EffectListModel(QObject *parent = nullptr);

    /// Shows the effects of the request; those of nothing without one.
    void setRequest(const std::optional<DecisionRequest> &request);
    /// Changes the request as it was switched.
    void applyTo(DecisionRequest &request) const;
    Q_INVOKABLE void toggle(int row);
    /// The policy counts again.
    void forget();

    [[nodiscard]] int count() const { return int(m_effects.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();
    void switched();

private:
    std::optional<DecisionRequest> m_request;
    QList<DecisionEffect> m_effects;
    QHash<int, bool> m_switched; ///< by effect
};

} // namespace Ghar

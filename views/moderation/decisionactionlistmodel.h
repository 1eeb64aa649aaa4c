// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/moderationitem.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// What can be decided of the present item, each with its key (see DecisionKeyModel).
class DecisionActionListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< for ModerationDesk::decide()
        LabelRole,
        IconNameRole,
        ToneRole, ///< CellTone
        KeyTextRole
    };

    explicit DecisionActionListModel(QObject *parent = nullptr);

    void setActions(const QList<ModerationAction> &actions);
    [[nodiscard]] const QList<ModerationAction> &actions() const { return m_actions; }
    /// The action of a key among those that are offered; empty for none.
    Q_INVOKABLE QString actionOfKey(const QString &key) const;
    /// Keys were chosen anew.
    void keysChanged();

    [[nodiscard]] int count() const { return int(m_actions.size()); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<ModerationAction> m_actions;
};

} // namespace Ghar

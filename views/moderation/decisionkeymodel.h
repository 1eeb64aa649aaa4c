// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/moderationitem.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// The key of each decision, to be changed. They are kept for the person, not for the team.
class DecisionKeyModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of the moderation settings")

public:
    enum Role {
        LabelRole = Qt::UserRole + 1,
        KeyTextRole,
        ChangedRole ///< otherwise than the standard
    };

    explicit DecisionKeyModel(QObject *parent = nullptr);

    /// The key of an action, as it was chosen or as the standard is.
    [[nodiscard]] static QString keyOf(ModerationAction action);
    /// Letters that do something else on the screen.
    [[nodiscard]] static const QString &takenLetters();

    /// Chooses a key; an empty text means the standard's. A sentence when it cannot be used.
    Q_INVOKABLE QString setKey(int row, const QString &key);
    Q_INVOKABLE void resetAll();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void edited();
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/profile.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// The databases a person can open: the demo, then the saved profiles by name.
class ConnectionListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by Connections")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ProfileNameRole = Qt::UserRole + 1, ///< empty for the demo
        ProfileTitleRole,
        ProfileDetailRole,      ///< where it is, in words
        ProfileEnvironmentRole, ///< `demo`, `local`, `staging`, `production`
        IsCurrentRole           ///< the one that is open
    };

    explicit ConnectionListModel(QObject *parent = nullptr);

    /// Reads the saved profiles again.
    void reload();
    /// The profile that is open; empty for the demo, nothing for a database that was named on the command line.
    void setCurrent(const std::optional<QString> &name);
    [[nodiscard]] int count() const { return int(m_profiles.size()) + 1; }
    /// The row of a profile; 0 is the demo.
    Q_INVOKABLE int rowOf(const QString &name) const;
    Q_INVOKABLE QString nameAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<Profile> m_profiles;
    std::optional<QString> m_current;
};

/// Where a profile's database is, in words: a file, or `database on host as user`.
[[nodiscard]] QString placeOf(const Profile &profile);

} // namespace Ghar

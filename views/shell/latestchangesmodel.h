// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/latestchanges.h"
#include "support/cellformatter.h"

#include <QAbstractListModel>
#include <QQmlEngine>

namespace Ghar {

/// The latest changes for the Overview.
class LatestChangesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        ChangeTableRole = Qt::UserRole + 1,
        ChangeTableLabelRole,
        ChangeIconRole,
        ChangeTextRole,
        ChangeKeyRole,
        ChangeAgoRole,
        ChangeExactRole
    };

    explicit LatestChangesModel(QObject *parent = nullptr);
    void setChanges(const LiveSchemaPtr &live, const QList<LatestChange> &changes, const QDateTime &now);
    void setPrivacy(Privacy privacy);
    [[nodiscard]] int count() const { return int(m_changes.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    Privacy m_privacy = Privacy::Masked;
    LiveSchemaPtr m_live;
    QList<LatestChange> m_changes;
    QDateTime m_now;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "database/databaseworker.h"
#include "moderation/integrity.h"

#include <QAbstractListModel>
#include <QHash>
#include <QQmlEngine>

namespace Ghar {

class DatabaseSession;
class StagedChanges;

/// The checks of moderation with how many rows each finds. A repair is staged like any other edit and waits for its
/// review. Owned by the ModerationDesk.
class IntegrityCheckListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of a ModerationDesk")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        WhyRole,
        RepairRole,
        CountTextRole, ///< empty until it is known; `1,000+` where there are more
        FoundRole,     ///< whether there are any
        ErrorTextRole
    };

    IntegrityCheckListModel(const Clock &clock, StagedChanges &changes, QObject *parent = nullptr);

    void setSession(DatabaseSession *session);
    void setForgottenDays(int days) { m_forgottenDays = days; }
    /// Runs all checks.
    Q_INVOKABLE void reload();
    /// Nobody looks any more: another database is not checked by itself.
    Q_INVOKABLE void rest() { m_isWatched = false; }
    /// Stages what brings the rows of a check into order; staged() follows.
    Q_INVOKABLE void repair(int row);
    [[nodiscard]] bool isBusy() const { return m_jobs > 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    /// So many rows wait for their review.
    void staged(int rows);
    void failed(const QString &sentence);

private:
    struct Finding
    {
        QList<IntegrityFinding> rows;
        QString errorText;
    };
    void touch(int row);

    const Clock m_clock;
    StagedChanges &m_changes;
    DatabaseSession *m_session = nullptr;
    int m_forgottenDays = 7;
    int m_jobs = 0;
    bool m_isWatched = false;
    quint64 m_generation = 0;
    QHash<int, Finding> m_found; ///< by row
};

} // namespace Ghar

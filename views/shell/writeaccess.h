// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "database/profile.h"
#include "records/openeddatabase.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

class DatabaseSession;

/// What stands between a person and changing the open database, and the way past it: production is allowed on purpose
/// and for this connection only; a journal is made with consent, in the database or on this computer. Owned by the
/// Desk.
class WriteAccess : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by the Desk")
    Q_PROPERTY(Obstacle obstacle READ obstacle NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString offerText READ offerText NOTIFY changed)
    Q_PROPERTY(QString objects READ objects NOTIFY changed)
    Q_PROPERTY(QString statements READ statements NOTIFY changed)
    Q_PROPERTY(QString journalPlace READ journalPlace NOTIFY changed)
    Q_PROPERTY(bool journalIsLocal READ isJournalLocal NOTIFY changed)
    Q_PROPERTY(bool productionAllowed READ isProductionAllowed NOTIFY changed)
    Q_PROPERTY(bool working READ isWorking NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)

public:
    enum class Obstacle {
        None,
        Closed,     ///< no database is open
        File,       ///< the file may not be written
        Staff,      ///< the chosen member of staff may change nothing
        Production, ///< is allowed on purpose
        NoJournal,  ///< can be made
        NoRights    ///< the journal can only be kept on this computer
    };
    Q_ENUM(Obstacle)

    explicit WriteAccess(const Clock &clock, QObject *parent = nullptr);

    /// What opening the database found; nullptr when it is closed. The session must outlive this or be replaced before.
    void setDatabase(DatabaseSession *session, const OpenedDatabase *opened, Environment environment);
    /// Another connection: what was allowed is not any more.
    void forgetPermission();

    Q_INVOKABLE void allowProduction();
    Q_INVOKABLE void createJournal();
    Q_INVOKABLE void keepJournalHere();

    [[nodiscard]] Obstacle obstacle() const { return m_obstacle; }
    /// Why nothing can be changed; empty when it can.
    [[nodiscard]] QString sentence() const;
    /// What can be done about it, for a button; empty when nothing can.
    [[nodiscard]] QString offerText() const;
    [[nodiscard]] QString objects() const;
    [[nodiscard]] QString statements() const;
    [[nodiscard]] QString journalPlace() const;
    [[nodiscard]] bool isJournalLocal() const;
    [[nodiscard]] bool isProductionAllowed() const { return m_productionAllowed; }
    [[nodiscard]] bool isWorking() const { return m_working; }
    [[nodiscard]] QString errorText() const { return m_errorText; }

signals:
    void changed();
    /// Whether changes are possible has changed for this session.
    void permissionChanged();
    /// There is a journal now; the database is to be opened again.
    void journalMade();

private:
    [[nodiscard]] Obstacle findObstacle() const;
    void takeJournal(const Result<void> &made);

    const Clock m_clock;
    DatabaseSession *m_session = nullptr;
    LiveSchemaPtr m_live;
    JournalRoom m_room = JournalRoom::NoRights;
    Environment m_environment = Environment::Demo;
    QString m_staffProblem;
    bool m_isAgent = false;
    bool m_productionAllowed = false;
    Obstacle m_obstacle = Obstacle::Closed;
    bool m_working = false;
    QString m_errorText;
    quint64 m_generation = 0;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "database/databasesession.h"
#include "database/keychain.h"

#include <QObject>

#include <memory>

namespace Ghar {

/// Opens one database after the other for the window: makes the demo where there is none yet, asks the keychain for
/// passwords and keeps those that the server has taken, and remembers which profile was open last. What is done in an
/// open database is the Desk's business. GUI thread; the work runs on workers.
class DatabaseOpener : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,
        Preparing, ///< the demo database is being made
        Connecting,
        NeedsPassword,
        Open,
        Failed
    };

    DatabaseOpener(const Clock &clock, std::unique_ptr<Keychain> keychain, QObject *parent = nullptr);
    ~DatabaseOpener() override;

    /// Where the demo database is; it is made when it is opened for the first time.
    void setDemo(const Profile &profile) { m_demo = profile; }
    /// Opens the database of the profile; closes the present one first.
    void open(const Profile &profile);
    void openDemo();
    /// Opens a saved profile; the keychain is asked for its password. False when there is none of that name.
    [[nodiscard]] bool openProfile(const QString &name);
    /// Opens the profile that was open last, or the demo.
    void openLast();
    /// Answers State::NeedsPassword. With `keep` the password goes to the keychain once the server has taken it.
    void enterPassword(const QString &password, bool keep);
    /// Works as this member of staff (users.id) instead of the one who is remembered, until another is chosen.
    void setStaff(const Value &staffId) { m_staff = staffId; }
    /// Forgets a saved profile and its password.
    void forget(const QString &name);
    /// Opens the present profile again.
    void retry();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] bool isDemo() const;
    /// True when the profile is a saved connection.
    [[nodiscard]] bool isSaved() const;
    [[nodiscard]] Keychain *keychain() const { return m_keychain.get(); }
    /// Nullptr before connecting. Valid until closing().
    [[nodiscard]] DatabaseSession *session() const { return m_session.get(); }

signals:
    /// The profile is another one; its database is not open yet.
    void profileChanged();
    void stateChanged();
    /// The session is about to go.
    void closing();
    /// The session has its schema; stateChanged() with State::Open follows.
    void opened(const Ghar::OpenedDatabase &database);
    void remarked(const QString &sentence);

private:
    void makeDemo();
    void connectSession();
    void takeDatabase(const Result<OpenedDatabase> &opened);
    void setState(State state, const Error &error = {});

    const Clock m_clock;
    const std::unique_ptr<Keychain> m_keychain;
    Profile m_demo;
    Profile m_profile;
    QString m_passwordToKeep;
    Value m_staff;
    std::unique_ptr<DatabaseSession> m_session;
    State m_state = State::Closed;
    Error m_error;
    quint64 m_generation = 0;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/answer.h"
#include "database/conninfo.h"
#include "database/keychain.h"
#include "database/profile.h"

#include <QObject>
#include <QQmlEngine>

namespace Ghar {

/// One saved database being edited: the parts of its connection, its password in the keychain, and a test of it.
/// Nothing is written before save().
class ProfileEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Owned by Connections")
    Q_PROPERTY(QString formerName READ formerName NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(bool postgres READ isPostgres WRITE setPostgres NOTIFY changed)
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY changed)
    Q_PROPERTY(QString host READ host WRITE setHost NOTIFY changed)
    Q_PROPERTY(QString port READ port WRITE setPort NOTIFY changed)
    Q_PROPERTY(QString database READ database WRITE setDatabase NOTIFY changed)
    Q_PROPERTY(QString user READ user WRITE setUser NOTIFY changed)
    Q_PROPERTY(QString tlsMode READ tlsMode WRITE setTlsMode NOTIFY changed)
    Q_PROPERTY(QString rootCertificate READ rootCertificate WRITE setRootCertificate NOTIFY changed)
    Q_PROPERTY(QString password READ password WRITE setPassword NOTIFY changed)
    Q_PROPERTY(bool keepPassword READ keepsPassword WRITE setKeepPassword NOTIFY changed)
    Q_PROPERTY(QString environment READ environment WRITE setEnvironment NOTIFY changed)
    Q_PROPERTY(QString nameProblem READ nameProblem NOTIFY changed)
    Q_PROPERTY(QString placeProblem READ placeProblem NOTIFY changed)
    Q_PROPERTY(QString portProblem READ portProblem NOTIFY changed)
    Q_PROPERTY(QString tlsWarning READ tlsWarning NOTIFY changed)
    Q_PROPERTY(QStringList tlsModeTexts READ tlsModeTexts CONSTANT)
    Q_PROPERTY(int tlsChoice READ tlsChoice WRITE setTlsChoice NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    Q_PROPERTY(bool modified READ isModified NOTIFY changed)
    Q_PROPERTY(TestState testState READ testState NOTIFY testChanged)
    Q_PROPERTY(QString testText READ testText NOTIFY testChanged)

public:
    enum class TestState { Untested, Testing, Good, Bad };
    Q_ENUM(TestState)

    explicit ProfileEditor(QObject *parent = nullptr);

    /// The keychain must outlive the editor.
    void setKeychain(Keychain *keychain) { m_keychain = keychain; }

    /// Begins a new PostgreSQL profile.
    Q_INVOKABLE void startNew();
    /// Loads a saved profile and looks for its password.
    Q_INVOKABLE void load(const QString &name);
    /// Where a whole connection text stands in the field of the host (pasted, or typed to its end), takes it apart.
    Q_INVOKABLE void takeApart();
    /// Saves the profile, and its password in the keychain or takes it out of there. The answer of the keychain comes
    /// by keychainFailed() when it is an error.
    Q_INVOKABLE void save();
    /// Connects with what is in the form, without saving.
    Q_INVOKABLE void test();

    [[nodiscard]] Profile profile() const;

    [[nodiscard]] QString formerName() const { return m_formerName; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] bool isPostgres() const { return m_isPostgres; }
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] QString host() const { return m_info.host; }
    [[nodiscard]] QString port() const { return m_info.port; }
    [[nodiscard]] QString database() const { return m_info.database; }
    [[nodiscard]] QString user() const { return m_info.user; }
    [[nodiscard]] QString tlsMode() const { return m_info.tlsMode; }
    [[nodiscard]] QString rootCertificate() const { return m_info.rootCertificate; }
    [[nodiscard]] QString password() const { return m_info.password; }
    [[nodiscard]] bool keepsPassword() const { return m_keepPassword; }
    [[nodiscard]] QString environment() const { return m_environment; }
    void setName(const QString &name) { set(m_name, name); }
    void setPostgres(bool postgres) { set(m_isPostgres, postgres); }
    void setFile(const QString &file);
    void setHost(const QString &host) { set(m_info.host, host.trimmed()); }
    void setPort(const QString &port) { set(m_info.port, port.trimmed()); }
    void setDatabase(const QString &database) { set(m_info.database, database); }
    void setUser(const QString &user) { set(m_info.user, user); }
    void setTlsMode(const QString &mode) { set(m_info.tlsMode, mode); }
    void setRootCertificate(const QString &file) { set(m_info.rootCertificate, file); }
    void setPassword(const QString &password) { set(m_info.password, password); }
    void setKeepPassword(bool keep) { set(m_keepPassword, keep); }
    void setEnvironment(const QString &environment) { set(m_environment, environment); }

    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QString placeProblem() const;
    [[nodiscard]] QString portProblem() const;
    [[nodiscard]] QString tlsWarning() const;
    /// The desk's rule, then libpq's modes from the strictest on.
    [[nodiscard]] static QStringList tlsModeTexts();
    /// Which of tlsModeTexts() is chosen.
    [[nodiscard]] int tlsChoice() const;
    void setTlsChoice(int choice);
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool isModified() const { return m_modified; }
    [[nodiscard]] TestState testState() const { return m_testState; }
    [[nodiscard]] QString testText() const { return m_testText; }

signals:
    void changed();
    void testChanged();
    void saved(const QString &name);
    void keychainFailed(const QString &text);

private:
    template <typename T> void set(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        m_modified = true;
        setTest(TestState::Untested);
        emit changed();
    }
    void setTest(TestState state, const QString &text = {});

    Keychain *m_keychain = nullptr;
    QString m_formerName;
    QString m_name;
    bool m_isPostgres = true;
    QString m_file;
    ConnInfo m_info;
    bool m_keepPassword = true;
    QString m_environment;
    bool m_modified = false;
    TestState m_testState = TestState::Untested;
    QString m_testText;
    quint64 m_generation = 0;
};

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseopener.h"

#include "database/initializer.h"
#include "database/profilestore.h"
#include "schema/schemareader.h"
#include "staffchoice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Ghar {

DatabaseOpener::DatabaseOpener(const Clock &clock, std::unique_ptr<Keychain> keychain, QObject *parent)
    : QObject(parent), m_clock(clock), m_keychain(keychain ? std::move(keychain) : Keychain::system())
{ }

DatabaseOpener::~DatabaseOpener() = default;

void DatabaseOpener::open(const Profile &profile)
{
    m_profile = profile;
    m_passwordToKeep.clear();
    emit profileChanged();
    retry();
}

bool DatabaseOpener::isDemo() const
{
    return m_profile.kind == Profile::Kind::Sqlite && !m_demo.file.isEmpty() && m_profile.file == m_demo.file;
}

bool DatabaseOpener::isSaved() const
{
    return ProfileStore::profile(m_profile.name).has_value();
}

void DatabaseOpener::openDemo()
{
    QSettings().remove(u"window/lastProfile"_s);
    open(m_demo);
}

bool DatabaseOpener::openProfile(const QString &name)
{
    const std::optional<Profile> saved = ProfileStore::profile(name);
    if (!saved)
        return false;
    QSettings().setValue(u"window/lastProfile"_s, name);
    open(*saved);
    return true;
}

void DatabaseOpener::openLast()
{
    const QString last = QSettings().value(u"window/lastProfile"_s).toString();
    if (last.isEmpty() || !openProfile(last))
        openDemo();
}

void DatabaseOpener::enterPassword(const QString &password, bool keep)
{
    m_profile.password = password;
    m_passwordToKeep = keep ? password : QString();
    retry();
}

void DatabaseOpener::forget(const QString &name)
{
    ProfileStore::remove(name);
    m_keychain->remove(name, [](const Result<void> &) {});
}

void DatabaseOpener::retry()
{
    const quint64 generation = ++m_generation;
    emit closing();
    m_session.reset();
    if (isDemo() && !QFileInfo::exists(m_profile.file)) {
        makeDemo();
        return;
    }
    const bool asksKeychain = m_profile.kind == Profile::Kind::Postgres && m_profile.password.isEmpty() && isSaved();
    if (!asksKeychain) {
        connectSession();
        return;
    }
    setState(State::Connecting);
    m_keychain->read(m_profile.name, [self = QPointer(this), generation](const Result<QString> &password) {
        if (!self || self->m_generation != generation)
            return;
        if (password)
            self->m_profile.password = *password;
        self->connectSession();
    });
}

void DatabaseOpener::makeDemo()
{
    setState(State::Preparing);
    const quint64 generation = m_generation;
    Answer<Result<InitReport>> made(
        QtConcurrent::run([profile = m_profile, today = m_clock.today()]() -> Result<InitReport> {
            QDir().mkpath(QFileInfo(profile.file).absolutePath());
            Result<std::unique_ptr<Connection>> connection = Connection::open(profile, Access::ReadWrite);
            if (!connection)
                return connection.error();
            return initializeDatabase(**connection, platformSchema(), DemoRequest{1, today});
        }));
    made.then(this, [this, generation](const Result<InitReport> &report) {
        if (generation != m_generation)
            return;
        if (!report) {
            QFile::remove(m_profile.file);
            setState(State::Failed, report.error());
            return;
        }
        connectSession();
    });
}

void DatabaseOpener::connectSession()
{
    setState(State::Connecting);
    m_session = std::make_unique<DatabaseSession>(m_profile);
    const Value staff = m_staff.isNull() ? StaffChoice::remembered(m_profile) : m_staff;
    m_session->open(m_clock.now(), staff)
        .then(this, [this, generation = m_generation](const Result<OpenedDatabase> &opened) {
            if (generation == m_generation)
                takeDatabase(opened);
        });
}

void DatabaseOpener::takeDatabase(const Result<OpenedDatabase> &opened)
{
    if (!opened) {
        const bool wantsPassword =
            opened.error().kind == ErrorKind::Authentication && m_profile.kind == Profile::Kind::Postgres;
        m_passwordToKeep.clear();
        setState(wantsPassword ? State::NeedsPassword : State::Failed, opened.error());
        return;
    }
    if (!m_passwordToKeep.isEmpty() && isSaved()) {
        m_keychain->write(m_profile.name, std::exchange(m_passwordToKeep, {}),
                          [self = QPointer(this)](const Result<void> &done) {
                              if (self && !done)
                                  emit self->remarked(done.error().userText);
                          });
    }
    m_session->setSchema(opened->schema);
    emit this->opened(*opened);
    setState(State::Open);
}

void DatabaseOpener::setState(State state, const Error &error)
{
    m_state = state;
    m_error = error;
    emit stateChanged();
}

} // namespace Ghar

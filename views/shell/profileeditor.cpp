// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "profileeditor.h"

#include "database/connection.h"
#include "database/introspection.h"
#include "database/profilestore.h"
#include "schema/schemareader.h"

#include <QFileInfo>
#include <QPointer>
#include <QUrl>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Ghar {

ProfileEditor::ProfileEditor(QObject *parent) : QObject(parent)
{
    startNew();
}

void ProfileEditor::startNew()
{
    ++m_generation;
    m_formerName.clear();
    m_name.clear();
    m_isPostgres = true;
    m_file.clear();
    m_info = {};
    m_keepPassword = true;
    // Careful until told otherwise.
    m_environment = environmentName(Environment::Production);
    m_modified = false;
    setTest(TestState::Untested);
    emit changed();
}

void ProfileEditor::load(const QString &name)
{
    const std::optional<Profile> saved = ProfileStore::profile(name);
    if (!saved) {
        startNew();
        return;
    }
    const quint64 generation = ++m_generation;
    m_formerName = m_name = name;
    m_isPostgres = saved->kind == Profile::Kind::Postgres;
    m_file = saved->file;
    const Result<ConnInfo> info = parseConnInfo(saved->connInfo);
    m_info = info ? *info : ConnInfo();
    m_keepPassword = false;
    m_environment = environmentName(environmentOf(*saved, false));
    m_modified = false;
    setTest(TestState::Untested);
    emit changed();
    if (!m_isPostgres || !m_keychain)
        return;
    m_keychain->read(name, [self = QPointer(this), generation](const Result<QString> &password) {
        if (!self || self->m_generation != generation || !password || password->isEmpty())
            return;
        self->m_info.password = *password;
        self->m_keepPassword = true;
        emit self->changed();
    });
}

void ProfileEditor::setFile(const QString &file)
{
    // A chosen file comes as an address.
    const QUrl url(file);
    set(m_file, url.isLocalFile() ? url.toLocalFile() : file.trimmed());
}

void ProfileEditor::takeApart()
{
    const QString text = m_info.host;
    if (!text.startsWith("postgres://"_L1) && !text.startsWith("postgresql://"_L1) && !text.contains(u'='))
        return;
    const Result<ConnInfo> info = parseConnInfo(text);
    if (!info) {
        setTest(TestState::Bad, info.error().userText);
        return;
    }
    m_info = *info;
    setTest(TestState::Untested);
    emit changed();
}

Profile ProfileEditor::profile() const
{
    Profile profile;
    profile.name = m_name.trimmed();
    profile.kind = m_isPostgres ? Profile::Kind::Postgres : Profile::Kind::Sqlite;
    if (m_isPostgres) {
        profile.connInfo = connInfoText(m_info);
        profile.password = m_info.password;
    } else {
        profile.file = m_file;
    }
    profile.environment = environmentFromName(m_environment);
    return profile;
}

void ProfileEditor::save()
{
    takeApart();
    if (!canSave())
        return;
    const Profile wanted = profile();
    ProfileStore::save(wanted, m_formerName);
    const auto told = [self = QPointer(this)](const Result<void> &done) {
        if (self && !done)
            emit self->keychainFailed(done.error().userText);
    };
    if (m_keychain && m_isPostgres) {
        if (!m_formerName.isEmpty() && m_formerName != wanted.name)
            m_keychain->remove(m_formerName, [](const Result<void> &) {});
        if (m_keepPassword && !m_info.password.isEmpty())
            m_keychain->write(wanted.name, m_info.password, told);
        else if (!m_formerName.isEmpty())
            m_keychain->remove(wanted.name, [](const Result<void> &) {});
    }
    m_formerName = m_name = wanted.name;
    m_modified = false;
    emit changed();
    emit saved(wanted.name);
}

void ProfileEditor::test()
{
    takeApart();
    const quint64 generation = ++m_generation;
    setTest(TestState::Testing, tr("Connecting…"));
    Answer<Result<LiveSchemaPtr>> tried(QtConcurrent::run([wanted = profile()]() -> Result<LiveSchemaPtr> {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(wanted, Access::ReadOnly);
        if (!connection)
            return connection.error();
        return introspect(**connection, platformSchema());
    }));
    tried.then(this, [this, generation](const Result<LiveSchemaPtr> &live) {
        if (generation != m_generation)
            return;
        if (!live) {
            setTest(TestState::Bad, live.error().userText);
            return;
        }
        const auto known = std::count_if((*live)->tables.cbegin(), (*live)->tables.cend(),
                                         [](const LiveTable &table) { return table.inCatalogue; });
        if (known == 0)
            setTest(TestState::Bad,
                    tr("%1 answers, but it has none of the platform's tables. Is it the right database?")
                        .arg((*live)->server));
        else
            setTest(TestState::Good, tr("It works: %1, %2 of the platform's tables.").arg((*live)->server).arg(known));
    });
}

void ProfileEditor::setTest(TestState state, const QString &text)
{
    if (state == m_testState && text == m_testText)
        return;
    m_testState = state;
    m_testText = text;
    emit testChanged();
}

QString ProfileEditor::nameProblem() const
{
    const QString wanted = m_name.trimmed();
    if (wanted.isEmpty())
        return m_modified ? tr("Give it a name.") : QString();
    if (wanted != m_formerName && ProfileStore::profile(wanted))
        return tr("There is a connection of this name already.");
    return {};
}

QString ProfileEditor::placeProblem() const
{
    if (m_isPostgres || m_file.isEmpty() || QFileInfo::exists(m_file))
        return {};
    return tr("There is no such file.");
}

QString ProfileEditor::portProblem() const
{
    bool ok = false;
    const int number = m_info.port.toInt(&ok);
    return m_info.port.isEmpty() || (ok && number > 0 && number < 65536) ? QString() : tr("A number from 1 to 65535.");
}

QString ProfileEditor::tlsWarning() const
{
    if (!m_isPostgres || isLocalHost(m_info.host) || m_info.tlsMode.isEmpty() || m_info.tlsMode == "verify-full"_L1)
        return {};
    if (m_info.tlsMode == "verify-ca"_L1)
        return tr("The server's name is not checked: another server with a certificate of the same authority is "
                  "taken for it.");
    if (m_info.tlsMode == "require"_L1)
        return tr("The server is not checked: whoever is on the way can read and change everything.");
    return tr("Not encrypted for certain: whoever is on the way can read everything, the password too.");
}

QStringList ProfileEditor::tlsModeTexts()
{
    return QStringList{tr("Checked (recommended)")} + tlsModes();
}

int ProfileEditor::tlsChoice() const
{
    return int(tlsModes().indexOf(m_info.tlsMode)) + 1;
}

void ProfileEditor::setTlsChoice(int choice)
{
    setTlsMode(tlsModes().value(choice - 1));
}

bool ProfileEditor::canSave() const
{
    return !m_name.trimmed().isEmpty() && nameProblem().isEmpty() && placeProblem().isEmpty() && portProblem().isEmpty()
        && (m_isPostgres || !m_file.isEmpty());
}

} // namespace Ghar

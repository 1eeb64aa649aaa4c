// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writeaccess.h"

#include "database/databasesession.h"
#include "records/localjournal.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Ghar {

WriteAccess::WriteAccess(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) { }

void WriteAccess::setDatabase(DatabaseSession *session, const OpenedDatabase *opened, Environment environment)
{
    ++m_generation;
    m_session = opened ? session : nullptr;
    m_live = opened ? opened->schema : nullptr;
    m_room = opened ? opened->journal : JournalRoom::NoRights;
    m_staffProblem = opened ? opened->staffProblem : QString();
    m_isAgent = opened && opened->staff && opened->staff->isAgent;
    m_environment = environment;
    m_working = false;
    m_errorText.clear();
    m_obstacle = findObstacle();
    emit changed();
}

void WriteAccess::forgetPermission()
{
    m_productionAllowed = false;
    emit changed();
}

WriteAccess::Obstacle WriteAccess::findObstacle() const
{
    if (!m_session)
        return Obstacle::Closed;
    const Profile &profile = m_session->profile();
    if (profile.kind == Profile::Kind::Sqlite && !QFileInfo(profile.file).isWritable())
        return Obstacle::File;
    if (!m_staffProblem.isEmpty())
        return Obstacle::Staff;
    if (m_environment == Environment::Production && !m_productionAllowed)
        return Obstacle::Production;
    if (!m_live->localJournal.isEmpty() || m_room == JournalRoom::There)
        return Obstacle::None;
    return m_room == JournalRoom::CanBeMade ? Obstacle::NoJournal : Obstacle::NoRights;
}

QString WriteAccess::sentence() const
{
    switch (m_obstacle) {
    case Obstacle::None:
        return {};
    case Obstacle::Closed:
        return tr("No database is open.");
    case Obstacle::File:
        return tr("You may not write to this file.");
    case Obstacle::Staff:
        return m_staffProblem;
    case Obstacle::Production:
        return tr("Production is opened read-only.");
    case Obstacle::NoJournal:
        return tr("This database has no journal of the desk, and nothing is changed without one.");
    case Obstacle::NoRights:
        return tr("This database has no journal that you may write, and nothing is changed without one.");
    }
    return {};
}

QString WriteAccess::offerText() const
{
    switch (m_obstacle) {
    case Obstacle::Production:
        return tr("Allow changes…");
    case Obstacle::NoJournal:
        return m_isAgent ? QString() : tr("Create the journal…");
    case Obstacle::NoRights:
        return tr("Keep it on this computer…");
    default:
        return {};
    }
}

QString WriteAccess::objects() const
{
    return m_session ? journalObjects(m_session->dialect()).join(u", "_s) : QString();
}

QString WriteAccess::statements() const
{
    return m_session ? journalStatements(m_session->dialect()).join(u";\n\n"_s) + u';' : QString();
}

QString WriteAccess::journalPlace() const
{
    return m_session ? QDir::toNativeSeparators(localJournalPath(m_session->profile())) : QString();
}

bool WriteAccess::isJournalLocal() const
{
    return m_live && !m_live->localJournal.isEmpty();
}

void WriteAccess::allowProduction()
{
    if (m_obstacle != Obstacle::Production)
        return;
    m_productionAllowed = true;
    m_obstacle = findObstacle();
    emit changed();
    emit permissionChanged();
}

void WriteAccess::createJournal()
{
    if (m_obstacle != Obstacle::NoJournal || m_working)
        return;
    m_working = true;
    m_errorText.clear();
    emit changed();
    m_session->allowWriting();
    m_session->writer()
        ->run([now = m_clock.now()](Connection &connection) { return Ghar::createJournal(connection, now); })
        .then(this, [this, generation = m_generation](const Result<void> &made) {
            if (generation == m_generation)
                takeJournal(made);
        });
}

void WriteAccess::keepJournalHere()
{
    if (m_obstacle != Obstacle::NoRights || m_working)
        return;
    m_working = true;
    m_errorText.clear();
    emit changed();
    // On a worker, because it waits for the disk; the connection to the server is not needed.
    m_session->details()
        .run([path = localJournalPath(m_session->profile())](Connection &) -> Result<void> {
            const Result<std::unique_ptr<LocalJournal>> made = LocalJournal::open(path, true);
            return made ? Result<void>() : Result<void>(made.error());
        })
        .then(this, [this, generation = m_generation](const Result<void> &made) {
            if (generation == m_generation)
                takeJournal(made);
        });
}

void WriteAccess::takeJournal(const Result<void> &made)
{
    m_working = false;
    if (!made)
        m_errorText = made.error().userText;
    emit changed();
    if (made)
        emit journalMade();
}

} // namespace Ghar

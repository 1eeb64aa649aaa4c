// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemclaim.h"

#include "database/databasesession.h"
#include "moderation/moderationclaim.h"

#include <QUuid>

namespace Ghar {

ItemClaim::ItemClaim(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_holder(QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

void ItemClaim::setSession(DatabaseSession *session)
{
    m_session = session;
    ++m_generation;
    m_givenBack = 0;
    m_item.reset();
    setText({});
}

void ItemClaim::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    emit changed();
}

void ItemClaim::take(const ModerationItem &item)
{
    if (!m_session || !m_session->writer())
        return;
    const bool isAnother = m_item != item;
    if (isAnother)
        setText({});
    m_item = item;
    const QDateTime now = m_clock.now();
    const ModerationClaim wanted{item,
                                 m_holder,
                                 m_staff ? Value::integer(m_staff->id) : Value::null(),
                                 m_staff ? m_staff->name : QString(),
                                 now,
                                 now.addSecs(claimMinutes * 60)};
    m_session->writer()
        ->run([wanted](Connection &connection) { return claimItem(connection, wanted); })
        .then(this, [this, item, generation = m_generation](const Result<ModerationClaim> &held) {
            if (generation != m_generation || m_item != item)
                return;
            setText(!held                           ? held.error().userText
                        : held->holder == m_holder  ? QString()
                        : held->staffName.isEmpty() ? tr("Somebody else works on this at the moment.")
                                                    : tr("%1 works on this at the moment.").arg(held->staffName));
        });
}

void ItemClaim::giveBack(const ModerationItem &item)
{
    if (m_item != item || !m_session || !m_session->writer())
        return;
    m_item.reset();
    setText({});
    ++m_givenBack;
    m_session->writer()
        ->run([item, holder = m_holder](Connection &connection) -> Result<bool> {
            const Result<void> done = releaseItem(connection, item, holder);
            if (!done)
                return done.error();
            return true;
        })
        .then(this, [this, generation = m_generation](const Result<bool> &) {
            // A claim that could not be given back ends by itself.
            if (generation != m_generation)
                return;
            --m_givenBack;
            if (m_givenBack == 0)
                emit settled();
        });
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mediapolicy.h"

#include "mediaaddress.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

const auto modeKey = u"media/load"_s;
const auto hostsKey = u"media/allowedHosts"_s;
const auto neverWord = u"never"_s;
const auto alwaysWord = u"always"_s;
const auto allowedWord = u"allowed-hosts"_s;

QString wordOf(MediaRules::Mode mode)
{
    switch (mode) {
    case MediaRules::Mode::Never:
        return neverWord;
    case MediaRules::Mode::Always:
        return alwaysWord;
    case MediaRules::Mode::AllowedHosts:
        break;
    }
    return allowedWord;
}

/// What somebody has written by hand and nobody understands is the careful choice, not the generous one.
MediaRules::Mode modeOf(const QString &word)
{
    if (word == neverWord)
        return MediaRules::Mode::Never;
    return word == alwaysWord ? MediaRules::Mode::Always : MediaRules::Mode::AllowedHosts;
}

} // namespace

MediaPolicy::MediaPolicy(QObject *parent) : QObject(parent)
{
    const QSettings settings;
    m_rules.mode = modeOf(settings.value(modeKey).toString());
    const QStringList hosts = settings.value(hostsKey).toStringList();
    m_rules.hosts = QSet<QString>(hosts.cbegin(), hosts.cend());
    m_rules.hosts.remove({});
}

void MediaPolicy::setRules(const MediaRules &rules)
{
    if (m_rules == rules)
        return;
    m_rules = rules;
    QSettings settings;
    settings.setValue(modeKey, wordOf(m_rules.mode));
    settings.setValue(hostsKey, hosts());
    emit changed();
}

void MediaPolicy::setMode(Mode mode)
{
    MediaRules rules = m_rules;
    rules.mode = MediaRules::Mode(mode);
    setRules(rules);
}

QStringList MediaPolicy::hosts() const
{
    QStringList hosts(m_rules.hosts.cbegin(), m_rules.hosts.cend());
    std::sort(hosts.begin(), hosts.end());
    return hosts;
}

void MediaPolicy::allowHost(const QString &host)
{
    if (host.isEmpty())
        return;
    MediaRules rules = m_rules;
    rules.hosts.insert(host);
    if (rules.mode == MediaRules::Mode::Never)
        rules.mode = MediaRules::Mode::AllowedHosts;
    setRules(rules);
}

void MediaPolicy::forgetHosts()
{
    MediaRules rules = m_rules;
    rules.hosts.clear();
    setRules(rules);
}

QString MediaPolicy::blockedHost(const QStringList &addresses) const
{
    for (const QString &text : addresses) {
        const MediaAddress address = MediaAddress::parse(text);
        if (address.kind == MediaAddress::Kind::Network && !m_rules.allowsHost(address.host))
            return address.host;
    }
    return {};
}

} // namespace Ghar

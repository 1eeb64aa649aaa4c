// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mediarules.h"

#include "mediaaddress.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Neither of this computer nor of a network around it.
bool isPublic(const QHostAddress &address)
{
    bool isMapped = false;
    const quint32 number = address.toIPv4Address(&isMapped);
    const QHostAddress plain = isMapped ? QHostAddress(number) : address;
    static const QList<QPair<QHostAddress, int>> nearby{
        QHostAddress::parseSubnet(u"0.0.0.0/8"_s),      QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"100.64.0.0/10"_s),  QHostAddress::parseSubnet(u"127.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"169.254.0.0/16"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"224.0.0.0/3"_s),
        QHostAddress::parseSubnet(u"::/127"_s),         QHostAddress::parseSubnet(u"fc00::/7"_s),
        QHostAddress::parseSubnet(u"fe80::/9"_s),       QHostAddress::parseSubnet(u"ff00::/8"_s)};
    return std::none_of(nearby.cbegin(), nearby.cend(), [&](const auto &net) { return plain.isInSubnet(net); });
}

/// Written like a service of this computer or of the network around it.
bool isNearby(const QString &host)
{
    const QHostAddress address(host);
    if (!address.isNull())
        return !isPublic(address);
    // Numbers in other bases (`0x7f.1`, `2130706433`) are addresses to the system's resolver.
    const QString last = host.section(u'.', -1);
    if (!last.isEmpty() && last.at(0).isDigit())
        return true;
    return !host.contains(u'.') || host.endsWith(".localhost"_L1) || host.endsWith(".local"_L1)
        || host.endsWith(".internal"_L1) || host.endsWith(".home.arpa"_L1);
}

} // namespace

bool MediaRules::allowsHost(const QString &host) const
{
    switch (mode) {
    case Mode::Never:
        return false;
    case Mode::AllowedHosts:
        return hosts.contains(host);
    case Mode::Always:
        return hosts.contains(host) || !isNearby(host);
    }
    return false;
}

bool MediaRules::allows(const QUrl &url) const
{
    const MediaAddress address = MediaAddress::parse(url);
    return address.kind == MediaAddress::Kind::Network && allowsHost(address.host);
}

} // namespace Ghar

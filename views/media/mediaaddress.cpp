// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mediaaddress.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr qsizetype longestAddress = 4096;
constexpr qsizetype longestInline = 8 * 1024 * 1024;
const auto shippedScheme = "ghar-demo:/"_L1;
const auto shippedFolder = u":/ghar/demo/"_s;

MediaAddress shippedAddress(QStringView path)
{
    // A path of a resource cannot leave the resources, but it shall not leave the folder of the demo either.
    if (path.isEmpty() || path.contains(u"..") || path.startsWith(u'/'))
        return {};
    MediaAddress address;
    address.kind = MediaAddress::Kind::Shipped;
    address.resource = shippedFolder + path.toString();
    return address;
}

MediaAddress inlineAddress(const QString &text)
{
    const qsizetype comma = text.indexOf(u',');
    if (comma < 0 || text.size() > longestInline)
        return {};
    const QString head = text.left(comma).toLower();
    if (!head.startsWith("data:image/"_L1) || head.startsWith("data:image/svg"_L1) || !head.endsWith(";base64"_L1))
        return {};
    MediaAddress address;
    address.kind = MediaAddress::Kind::Inline;
    address.payload = QStringView(text).sliced(comma + 1).toLatin1();
    return address;
}

} // namespace

QString mediaHost(const QUrl &url)
{
    // Encoded, so that a letter of another alphabet cannot pass for one of a host that is allowed.
    QString host = url.host(QUrl::FullyEncoded).toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

MediaAddress MediaAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(shippedScheme))
        return shippedAddress(QStringView(trimmed).sliced(shippedScheme.size()));
    if (trimmed.startsWith("data:"_L1, Qt::CaseInsensitive))
        return inlineAddress(trimmed);
    if (trimmed.size() > longestAddress)
        return {};
    return parse(QUrl(trimmed, QUrl::TolerantMode));
}

MediaAddress MediaAddress::parse(const QUrl &url)
{
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return {};
    MediaAddress address;
    address.host = mediaHost(url);
    if (address.host.isEmpty())
        return {};
    address.kind = Kind::Network;
    address.url = url;
    address.url.setUserInfo({});
    address.url.setFragment({});
    return address;
}

} // namespace Ghar

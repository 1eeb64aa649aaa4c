// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Ghar {

/// Where the address of a picture in a record leads. Records are written by anybody, so whatever is not known to be
/// harmless is Unusable: files of this computer, addresses without a host, other schemes, texts.
struct MediaAddress
{
    enum class Kind {
        Unusable,
        Shipped, ///< compiled in (`ghar-demo:/…`): `resource`
        Inline,  ///< inside the address itself (`data:`): `payload`
        Network  ///< `url`, without anybody's name and password in it
    };

    Kind kind = Kind::Unusable;
    QString resource;
    QByteArray payload; ///< base64
    QUrl url;
    QString host; ///< of Network, as it is compared and shown: lower case, international names in their plain spelling

    [[nodiscard]] static MediaAddress parse(const QString &text);
    /// The same for where a server sends us on to. Only the network can be meant.
    [[nodiscard]] static MediaAddress parse(const QUrl &url);
};

/// How a host is written wherever hosts are compared.
[[nodiscard]] QString mediaHost(const QUrl &url);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace Ghar {

/// A connection text of libpq, taken apart for a form. What the form does not show is kept in `others`.
struct ConnInfo
{
    QString host; ///< empty, or beginning with a slash: the local socket
    QString port;
    QString database;
    QString user;
    QString password; ///< taken out of the text, so that it is not stored with it
    QString tlsMode; ///< libpq's sslmode; empty = the desk's rule: verify-full for every host that is not this computer
    QString rootCertificate;
    QMap<QString, QString> others;

    bool operator==(const ConnInfo &) const = default;
};

/// Reads a key/value text or a postgresql:// address. The error says what libpq could not read.
[[nodiscard]] Result<ConnInfo> parseConnInfo(const QString &text);

/// The key/value text, without the password.
[[nodiscard]] QString connInfoText(const ConnInfo &info);

/// The text with the desk's own rules added: time limits, and verify-full for every host that is not this computer
/// unless the person chose another mode. Looks up what a service file or the environment says of the host.
[[nodiscard]] ConnInfo withDeskRules(ConnInfo info);

/// libpq's sslmode values, from the strictest on.
[[nodiscard]] QStringList tlsModes();

/// Where it leads, in translated words: `ghar on db.example.org as asha`.
[[nodiscard]] QString placeOf(const ConnInfo &info);

/// Whether the host is this computer, so that a connection to it needs no TLS.
[[nodiscard]] bool isLocalHost(const QString &host);

} // namespace Ghar

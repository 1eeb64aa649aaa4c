// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

class QUrl;

namespace Ghar {

/// Which hosts pictures may be fetched from. A value, so that it can be handed to the thread that fetches.
struct MediaRules
{
    enum class Mode { Never, AllowedHosts, Always };

    Mode mode = Mode::AllowedHosts;
    QSet<QString> hosts; ///< as mediaHost() writes them

    /// Whether a picture may be fetched from this address. "Always" does not reach this computer and private networks:
    /// an address in a record must not make the desk call on the services of an office. Those are allowed by name.
    [[nodiscard]] bool allows(const QUrl &url) const;
    [[nodiscard]] bool allowsHost(const QString &host) const;
    bool operator==(const MediaRules &) const = default;
};

} // namespace Ghar

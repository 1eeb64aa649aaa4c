// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Ghar {

/// Why a picture cannot be shown.
enum class PictureProblem {
    None,
    HostNotAllowed, ///< nothing was asked of the host
    BadAddress,
    Gone,
    Forbidden,
    ServerTrouble,
    NoNetwork,
    TimedOut,
    NotTrusted,   ///< the certificate
    NotEncrypted, ///< an encrypted address that leads to one that is not
    TooManyBytes,
    TooManyPixels,
    NotAPicture,
    Drawing,     ///< SVG from the network: programs could be in it
    UnknownKind, ///< a picture of a kind that this computer cannot read
    Broken
};

/// It as a sentence. `host` is who was asked, empty for what is on this computer.
[[nodiscard]] QString pictureProblemText(PictureProblem problem, const QString &host);

} // namespace Ghar

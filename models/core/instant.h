// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace Ghar {

/// An instant in the fixed-width form of Value: `YYYY-MM-DD HH:MM:SS.ffffff+00:00`, UTC, from milliseconds.
[[nodiscard]] QString instantText(const QDateTime &time);

/// The instant of a text in that form (also without fraction or with another offset), to the millisecond; nothing for
/// `infinity`, years BC and anything else that QDateTime cannot hold exactly enough to show.
[[nodiscard]] std::optional<QDateTime> instantFromText(QStringView text);

/// Brings a PostgreSQL time stamp in ISO style and UTC (`2026-01-02 03:04:05.12`, with or without `+00`, perhaps
/// followed by ` BC`) to the fixed-width form. `infinity` and `-infinity` stay as they are.
[[nodiscard]] QString canonicalInstant(QStringView serverText);

} // namespace Ghar

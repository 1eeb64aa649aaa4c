// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Ghar {

/// A short text as it was typed: the platform escapes `& < > " '` in names and titles before it stores them
/// (core-and-moderation.md 0.1). For showing only; what is written stays escaped.
[[nodiscard]] QString withoutEntities(const QString &text);

} // namespace Ghar

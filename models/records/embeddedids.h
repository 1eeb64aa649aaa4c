// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <QString>
#include <QStringList>

namespace Ghar {

/// Keys of other rows inside a value. `path` is a JSON path as in JsonKey (`floor_plans[].markers[].scene_id`); with an
/// empty path every UUID in the text counts, as in the URL of a tour.
[[nodiscard]] QStringList embeddedIds(const QString &text, const QString &path);

/// The value without these keys: the entry of the innermost list around a key goes, or the key itself where no list is
/// around it. Nothing is left of a text in which a key stands without a path. Unknown keys and their order stay.
[[nodiscard]] Value withoutIds(const QString &text, const QString &path, const QStringList &ids);

} // namespace Ghar

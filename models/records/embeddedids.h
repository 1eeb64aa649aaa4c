// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QString>
#include <QStringList>

namespace Ghar {

/// Keys of other rows inside a value. `path` is a JSON path as in JsonKey (`floor_plans[].markers[].scene_id`); with an
/// empty path every UUID in the text counts, as in the URL of a tour.
[[nodiscard]] QStringList embeddedIds(const QString &text, const QString &path);

} // namespace Ghar

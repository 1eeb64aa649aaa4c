// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsource.h"

#include <QByteArray>

#include <utility>

namespace Ghar {

/// The keys of one JSON object with their values as cells, in its order. A key may be there twice. The problem is
/// translated and empty when the text is right; values inside are not looked into beyond their brackets.
[[nodiscard]] QString cellsOfJsonObject(const QByteArray &text, QList<std::pair<QString, SourceCell>> &cells);

} // namespace Ghar

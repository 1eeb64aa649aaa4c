// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <functional>

class QIODevice;

namespace Ghar {

/// Makes a file that is there whole or not at all, and that only its owner may read, since it may hold values of
/// persons. `write` fills it and returns a number, e.g. of rows, which is returned; after its error an older file of
/// the name is as it was.
[[nodiscard]] Result<qint64> writePrivateFile(const QString &path,
                                              const std::function<Result<qint64>(QIODevice &)> &write);

} // namespace Ghar

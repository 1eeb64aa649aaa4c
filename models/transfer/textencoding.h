// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayView>

namespace Ghar {

/// Where the bytes stop being UTF-8: their number when all of them are. A character that the end has cut counts as
/// right, and `complete` tells where it begins.
[[nodiscard]] qsizetype firstThatIsNoUtf8(QByteArrayView bytes, qsizetype &complete);

/// What the first bytes of a file say against reading it as UTF-8 text: UTF-16, an archive, a workbook, a database.
/// `wanted` names the format for the sentence.
[[nodiscard]] Result<void> checkIsText(QByteArrayView start, const QString &wanted);

/// The sentence for bytes that are no UTF-8, with the line where they are.
[[nodiscard]] Error notUtf8(qint64 line);

/// The sentence for a NUL.
[[nodiscard]] Error hasNul(qint64 line);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Ghar {

/// Whether a spreadsheet that opens a file of plain text would run this cell as a formula. Plain numbers are none, nor
/// is a telephone number without blanks.
[[nodiscard]] bool looksLikeFormula(QStringView text);

/// The text with an apostrophe before it where it looks like a formula.
[[nodiscard]] QString guardedText(QString text);

/// Takes back what guardedText() did, and nothing else.
[[nodiscard]] QString unguardedText(QString text);

} // namespace Ghar

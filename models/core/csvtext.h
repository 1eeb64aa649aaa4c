// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Ghar {

/// Whether CSV (RFC 4180, separated by commas) demands quotes around the text.
[[nodiscard]] bool needsCsvQuotes(QStringView text);

/// The text in quotes, with those inside it doubled.
[[nodiscard]] QString csvQuoted(QString text);

/// One field of CSV, quoted where it has to be and guarded against formulas.
[[nodiscard]] QString csvField(QString text);

} // namespace Ghar

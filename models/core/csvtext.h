// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

class QIODevice;

namespace Ghar {

/// Whether CSV (RFC 4180, separated by commas) demands quotes around the text.
[[nodiscard]] bool needsCsvQuotes(QStringView text);

/// The text in quotes, with those inside it doubled.
[[nodiscard]] QString csvQuoted(QString text);

/// One field of CSV, quoted where it has to be and guarded against formulas.
[[nodiscard]] QString csvField(QString text);

/// Writes one line of such fields, ended by CR LF.
[[nodiscard]] Result<void> writeCsvLine(QIODevice &out, const QStringList &fields);

} // namespace Ghar

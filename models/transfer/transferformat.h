// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Ghar {

/// Kinds of files that rows are written to and read from. SQL is written only.
enum class TransferFormat { Csv, Xlsx, Json, JsonLines, Sql };

/// The short name, which is also the usual ending of such a file: `csv`, `xlsx`, `json`, `jsonl`, `sql`.
[[nodiscard]] QString nameOf(TransferFormat format);
/// The other way; nothing for other names.
[[nodiscard]] std::optional<TransferFormat> transferFormatNamed(const QString &name);
/// By the ending of the file's name.
[[nodiscard]] std::optional<TransferFormat> transferFormatOf(const QString &path);
/// All names, for messages.
[[nodiscard]] QStringList transferFormatNames();

} // namespace Ghar

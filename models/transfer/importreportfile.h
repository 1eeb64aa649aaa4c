// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importplan.h"

#include <QFile>

#include <memory>

namespace Ghar {

/// Writes what became of each row of an import as CSV, one line for each, as they are worked off: `row`, `line`,
/// `outcome`
/// (`inserted`, `updated`, `unchanged`, `refused`), `key`, `column` and `problem`. Readable by its owner only.
class ImportReportFile
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ImportReportFile>> open(const QString &path);
    [[nodiscard]] Result<void> add(const ImportRow &row);
    [[nodiscard]] Result<void> finish();

private:
    explicit ImportReportFile(const QString &path) : m_file(path) { }
    [[nodiscard]] Result<void> pass(qsizetype atLeast);

    QFile m_file;
    QByteArray m_bytes;
};

/// The name of an outcome as the report and the command line have it.
[[nodiscard]] QString nameOf(ImportOutcome outcome);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/liveschema.h"
#include "transfer/importplan.h"
#include "transfer/rowsource.h"

namespace Ghar {

/// A cell of the file as it would be taken.
struct PreviewCell
{
    QString text;    ///< as it stands in the file
    QString problem; ///< why it cannot be taken, translated; or empty
};

/// What a person is shown before an import: the names in the file, where they would go, and the first rows.
struct ImportPreview
{
    QStringList names;
    ImportMapping mapping; ///< for each name
    QList<QList<PreviewCell>> rows;
    QString problem; ///< why it cannot be imported with this mapping, translated; or empty
};

/// Reads the names and the first rows. Without a mapping in the plan it proposes one by name. Cells are checked against
/// their column; what only the database knows is left to the dry run.
[[nodiscard]] Result<ImportPreview> previewImport(const LiveSchema &live, const ImportPlan &plan,
                                                  const RowSourceFactory &factory, qsizetype rows = 20);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/liveschema.h"

namespace Ghar {

/// One way in which a database is not as the catalogue has it.
struct SchemaDifference
{
    QString kind; ///< missing_table, extra_table, missing_column, extra_column, type, on_delete, missing_key,
                  ///< missing_unique, missing_trigger, missing_check, …
    QString table;
    QString column; ///< empty when it is about the whole table
    QString expected;
    QString found;
    bool blocks = false; ///< true when the desk cannot work with the table
};

/// Compares what was found with the catalogue. Differences that the desk expects and handles (single-precision money,
/// jsonb, other lengths) are not reported.
[[nodiscard]] QList<SchemaDifference> compareWithCatalogue(const LiveSchema &live, bool isPostgres);

/// One translated sentence.
[[nodiscard]] QString describe(const SchemaDifference &difference);

} // namespace Ghar

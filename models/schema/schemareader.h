// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "schema/schema.h"

namespace Ghar {

/// Reads the schema files of a folder (`enums.json`, `json-shapes.json` and one `NN-module.json` per module, in the
/// order of their names) and checks that they agree with each other: every key, enum, shape and column that is named
/// exists. Errors name file, table and column.
[[nodiscard]] Result<SchemaPtr> readSchema(const QString &folder);

/// The schema that ships with the desk. Broken files are a defect that the tests find, so this asserts.
[[nodiscard]] SchemaPtr platformSchema();

} // namespace Ghar

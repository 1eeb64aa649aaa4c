// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/initializer.h"
#include "schema/schema.h"

namespace Ghar {

class Connection;

/// Writes the demo platform into empty tables, inside the caller's transaction. Returns the number of rows.
[[nodiscard]] Result<qint64> loadDemo(Connection &connection, const SchemaPtr &schema, const DemoRequest &request);

} // namespace Ghar

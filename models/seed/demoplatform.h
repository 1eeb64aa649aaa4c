// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "schema/schema.h"
#include "seed/seedsink.h"

#include <QDate>

namespace Ghar {

/// How large the demo platform is and on which day it lives.
struct DemoOptions
{
    /// How many times the platform of about 6,000 rows is repeated; reference tables stay as they are.
    int scale = 1;
    /// Every date is counted from this day; the same day and scale give the same bytes.
    QDate today = QDate(2026, 11, 16);
};

/// Generates a believable Delhi-NCR platform into the sink: rows of every table with all columns of the schema, a row
/// never before those its keys name. Keys that form a cycle come as updates at the end. Knows no database and no clock.
[[nodiscard]] Result<void> generateDemoPlatform(const Schema &schema, const DemoOptions &options, SeedSink &sink);

} // namespace Ghar

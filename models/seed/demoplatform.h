// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "schema/schema.h"
#include "seed/seedsink.h"
#include <QDate>
namespace Ghar {
struct DemoOptions { int scale = 1; QDate today; };
Result<void> generateDemoPlatform(const Schema &schema, const DemoOptions &options, SeedSink &sink);
}

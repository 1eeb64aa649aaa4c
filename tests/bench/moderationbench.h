// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"

/// The queue of a fiftieth of the rows as open reports, its count, the evidence of an item, and a decision; on each
/// database, beside the twenty oldest open reports that the platform's own page reads.
QJsonObject runModerationBench(const BenchOptions &options);

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"

/// The delete plan of a user with `rows` dependent rows, nine of ten of which nothing refers to: when the direct ones
/// are told, and when all is. Beside it the counts alone, by SQLite itself.
QJsonObject runPlanBench(const BenchOptions &options);

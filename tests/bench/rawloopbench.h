// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"

/// The floor: the same pages read by sqlite3_step() in a loop, by an index and by key, and copied to QString cells.
QJsonObject runRawLoop(const BenchOptions &options, const QString &file);

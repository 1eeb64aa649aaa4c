// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"

/// Opens a big table in RecordTableModel, goes to its end and jumps about in it, in several orders; beside it
/// QSqlTableModel and the raw SQLite loop in processes of their own.
QJsonObject runGridBench(const BenchOptions &options);

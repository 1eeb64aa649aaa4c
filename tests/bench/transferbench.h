// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"

/// Import of a CSV with a fifth of the rows into a table of the platform with its indexes and triggers: the desk beside
/// `.import` of the sqlite3 program and, where --postgres names a server, beside COPY by psql.
QJsonObject runImportBench(const BenchOptions &options);

/// Export of the whole bench table in each form: time, and how far memory grows at a tenth of the rows and at all of
/// them.
QJsonObject runExportBench(const BenchOptions &options);

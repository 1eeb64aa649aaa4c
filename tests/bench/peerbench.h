// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"

/// QSqlTableModel on the same table, sorted by the same column: the first rows, then all up to the last.
QJsonObject runPeer(const BenchOptions &options, const QString &file);

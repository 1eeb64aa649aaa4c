// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchsupport.h"

/// Starts the desk again and again and clocks the time from starting the process to its first frame.
QJsonObject runStartBench(const BenchOptions &options);

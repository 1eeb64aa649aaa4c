// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

Q_LOGGING_CATEGORY(lcDatabase, "ghar.database", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRecords, "ghar.records", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSchema, "ghar.schema", QtInfoMsg)

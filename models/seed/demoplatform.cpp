// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed/demoplatform.h"
namespace Ghar { Result<void> generateDemoPlatform(const Schema &, const DemoOptions &, SeedSink &) { return {}; } }

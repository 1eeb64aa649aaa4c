// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Ghar {

/// How many random cases a property test tries: `usual` as a rule, more with `tests/run --fuzz` (GHAR_TEST_CASES) and
/// with `--full`.
[[nodiscard]] inline int testCases(int usual)
{
    const int asked = qEnvironmentVariableIntValue("GHAR_TEST_CASES");
    if (asked > 0)
        return asked;
    return qEnvironmentVariableIsSet("GHAR_TEST_FULL") ? usual * 10 : usual;
}

} // namespace Ghar

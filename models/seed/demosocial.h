// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seed/demoworld.h"

/// Who talks to whom: shared by flatmates, reports and visits.
namespace Ghar::DemoSocial {

inline constexpr int matches = 40;       ///< pairs with a match, first
inline constexpr int conversations = 60; ///< pairs with a thread; the later ones began at a listing
inline constexpr int archivedPair = 44;
inline constexpr int emptyPair = 45;            ///< nobody wrote yet
inline constexpr int blockedButActivePair = 46; ///< re-opened past a block
inline constexpr int leftBlockedPair = 47;      ///< blocked although nobody blocks any more

struct Pair
{
    const DemoPerson &first; ///< has the smaller id
    const DemoPerson &second;
};
[[nodiscard]] Pair pairOf(const DemoWorld &world, int block, int number);
/// When the two met.
[[nodiscard]] DemoInstant pairTime(const DemoWorld &world, int number);
/// Key of the pair's conversation.
[[nodiscard]] inline qint64 conversationId(int block, int number)
{
    return qint64(block) * conversations + number + 1;
}

} // namespace Ghar::DemoSocial

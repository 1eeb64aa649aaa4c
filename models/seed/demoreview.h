// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seed/demoworld.h"

namespace Ghar::DemoReview {

// Places of the shared listings of a block (0 … DemoCast::sharedListings − 1) and the review state each one shows. The
// gaps between the named places hold more of the state before.
inline constexpr int pending = 0;
inline constexpr int missingFields = 2; ///< pending, flagged by the pre-screen
inline constexpr int suspiciousRent = 3;
inline constexpr int spamWords = 4;
inline constexpr int waitingForOwner = 10; ///< pending after a request to edit
inline constexpr int approved = 13;
inline constexpr int rejected = 28;
inline constexpr int pausedByOwner = 32;
inline constexpr int autoPaused = 34;    ///< the move-in date passed
inline constexpr int statusMissing = 37; ///< available: in the queue and public
inline constexpr int statusMissingHidden = 39;
inline constexpr int neverReviewed = 40; ///< put live by the owner
inline constexpr int limbo = 42;         ///< live, not available, never moderated
inline constexpr int moveInPassed = 44;  ///< live, will be paused at the next look
inline constexpr int liveAfterRejection = 45;
inline constexpr int approvedWithOldReason = 46;
inline constexpr int notForRent = 47; ///< pg with a purpose that breaks the review
inline constexpr int noPreferences = 48;
inline constexpr int disputedTags = 49;
inline constexpr int ofSuspendedOwner = 51;

/// Writes availability, move-in date and listing_preferences of a pg or flatmate listing.
void setState(const DemoWorld &world, DemoRow &row, const DemoListing &listing, int slot);
/// Images and amenities of every listing.
void makeDetails(DemoWorld &world);
/// Address of a listing's picture.
[[nodiscard]] QString imageUrl(const DemoListing &listing, int number);

} // namespace Ghar::DemoReview

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seed/demoworld.h"

namespace Ghar {

/// The papers of property management: who owns them and what they are about; 0 leaves a link NULL.
struct DemoDocument
{
    QString type;
    QString title;
    qint64 ownerId = 0;
    DemoInstant created;
    qint64 userId = 0;
    qint64 propertyId = 0;
    qint64 leaseId = 0;
    qint64 requestId = 0;
    qint64 applicationId = 0;
    qint64 replaces = 0;
    qint64 createdBy = 0;
    int version = 1;
    bool isForTenant = false;
};

/// Key of an application; leases are made first and name one of them.
[[nodiscard]] inline qint64 demoApplicationId(int block, int number)
{
    return qint64(block) * 36 + number + 1;
}

/// Writes a document and returns its key.
qint64 writeDemoDocument(DemoWorld &world, const DemoDocument &document);

/// Places of the managed listings of a block (0 … DemoCast::managed − 1) and the lease that each one shows.
namespace DemoLeasePlace {
inline constexpr int active = 0;
inline constexpr int holdingOver = 0; ///< active, end date in the past (three)
inline constexpr int endingSoon = 3;  ///< active, ends within ninety days (three)
inline constexpr int onNotice = 6;
inline constexpr int startsLater = 7;      ///< active before its start
inline constexpr int withoutAccount = 8;   ///< tenant has name and phone only
inline constexpr int textTerms = 9;        ///< lease_terms is a JSON string
inline constexpr int lateDueDay = 10;      ///< due on the 31st
inline constexpr int bothFees = 11;        ///< amount and percentage
inline constexpr int withoutPointer = 12;  ///< property does not name its lease
inline constexpr int fromApplication = 12; ///< its terms name the application it came from
inline constexpr int foreignOwner = 13;    ///< lease owner is not the property's owner
inline constexpr int expiringSoon = 32;
inline constexpr int expired = 36;
inline constexpr int terminated = 40;
inline constexpr int terminatedUndated = 42; ///< older row: no date, no reason
inline constexpr int cancelledBeforeStart = 43;
inline constexpr int chargedAfterEnd = 44;
inline constexpr int renewedToDraft = 45;
inline constexpr int renewed = 47;
inline constexpr int draft = 49;
inline constexpr int pendingSignature = 52;
inline constexpr int plannedRenewal = 54; ///< active, its successor waits for signatures
inline constexpr int vacant = 56;
} // namespace DemoLeasePlace

} // namespace Ghar

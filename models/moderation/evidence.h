// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/value.h"
#include "database/liveschema.h"
#include "moderation/decisionstore.h"
#include "moderation/moderationitem.h"
#include "moderation/prescreen.h"
#include "records/journal.h"
#include "records/rowlabels.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace Ghar {

class Connection;

/// One report about a person.
struct EvidenceReport
{
    qint64 id = 0;
    QString reason;
    QString status;
    QString notes; ///< the reporter's own words, and what staff added below
    Value reporterId;
    RowLabel reporter;
    int reporterRight = 0;   ///< of the reporter's last 100 decided reports: those that were acted on
    int reporterDecided = 0; ///< and all of them
    Value conversationId;    ///< the one it names, or that of the two; NULL when they have none
    Value propertyId;
    std::optional<QDateTime> createdAt; ///< UTC
};

/// What is known of a person, to decide with.
struct EvidencePerson
{
    Value id;
    RowLabel label;
    QMap<QString, Value> values; ///< of the row of `users`
    bool isDeleted = false;      ///< the account was made anonymous
    int reportsReceived = 0;
    int reportsActioned = 0;
    int reportsDismissed = 0;
    int reportsMade = 0;
    int blockedBy = 0;
    int blocksMade = 0;
    QList<RowLabel> otherAccounts; ///< with the same phone (last ten digits) or e-mail base
    QList<RowLabel> listings;
};

/// A listing with what the pre-screen says of it now.
struct EvidenceListing
{
    QMap<QString, Value> values; ///< of the row of `properties`
    RowLabel label;
    QStringList photos; ///< URLs: the main one, then the gallery in its order, none twice
    QList<PrescreenFlag> flags;
    QList<RowLabel> duplicates; ///< with the same address, place and number of bedrooms
};

/// Everything that stands beside an item.
struct Evidence
{
    ModerationItem item;
    bool isGone = false; ///< the item's row is not there any more
    std::optional<EvidencePerson> subject;
    QList<EvidencePerson> reporters; ///< who made the open reports, the latest first, at most five; without listings
    QList<EvidenceReport> reports;   ///< about the subject: open ones first, then the latest
    std::optional<EvidenceListing> listing;
    QList<StoredDecision> decisions; ///< about the subject, the latest first
};

/// Reads what belongs to an item. Parts whose tables are missing are left out.
[[nodiscard]] Result<Evidence> readEvidence(Connection &connection, const LiveSchema &live, const ModerationItem &item);

/// A message of a conversation.
struct EvidenceMessage
{
    qint64 id = 0;
    Value senderId;
    RowLabel sender;
    QString body;
    QString kind; ///< text, image, system or visit_request
    QString attachment;
    std::optional<QDateTime> at; ///< UTC
};

/// Messages of a conversation of two around a moment: at most `before` up to it and `after` behind it, the oldest
/// first.
struct ConversationWindow
{
    QList<EvidenceMessage> messages;
    bool hasEarlier = false;
    bool hasLater = false;
};

/// Reads a conversation without marking anything read. That it was looked at is put into the journal first, because the
/// words are other people's.
[[nodiscard]] Result<ConversationWindow> openConversation(Connection &connection, const LiveSchema &live,
                                                          const Value &conversationId, const QDateTime &around,
                                                          const ChangeHeader &header, int before = 100, int after = 20);

} // namespace Ghar

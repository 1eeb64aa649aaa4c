// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "moderation/decisioneffect.h"
#include "moderation/moderationqueue.h"
#include "support/cellformatter.h"

#include <QDateTime>
#include <QString>

namespace Ghar {

/// How moderation is said to people.
[[nodiscard]] QString queueLabel(ModerationQueue queue);
[[nodiscard]] QString queueIcon(ModerationQueue queue);
/// What an empty queue says.
[[nodiscard]] QString queueEmptyText(ModerationQueue queue);

[[nodiscard]] QString actionLabel(ModerationAction action);
/// Also of actions of the desk's tables that are no ModerationAction, e.g. `revise`.
[[nodiscard]] QString actionLabelNamed(const QString &name);
[[nodiscard]] CellTone actionTone(ModerationAction action);
[[nodiscard]] QString actionIcon(ModerationAction action);
/// The key that decides it, as QKeySequence writes it, until the person chooses another.
[[nodiscard]] QString standardKey(ModerationAction action);

[[nodiscard]] QString effectLabel(DecisionEffect effect);

/// The reason of a report, or why an item is in its queue.
[[nodiscard]] QString reasonLabel(const QString &reason);
[[nodiscard]] CellTone reasonTone(const QString &reason);

/// What a decision's item was there for, see causeOfDecision().
[[nodiscard]] QString causeLabel(const QString &cause);

/// The state of a decision as it is kept, or carriedOut().
[[nodiscard]] QString decisionStateLabel(const QString &state);

/// What a filter leaves, e.g. `Spam · came in before 8 Nov 2026`. `decider` is the name of who decided.
[[nodiscard]] QString filterText(const QueueFilter &filter, const QString &decider);

/// `3 h`, `2 d`: since when, or how long still; the coarsest unit that says enough.
[[nodiscard]] QString durationText(qint64 seconds);

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderationwords.h"

#include "core/clock.h"
#include "support/indianformat.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationWords)
};

} // namespace

QString queueLabel(ModerationQueue queue)
{
    switch (queue) {
    case ModerationQueue::Reports:
        return Text::tr("Reports");
    case ModerationQueue::Escalated:
        return Text::tr("Escalated");
    case ModerationQueue::Listings:
        return Text::tr("Listings");
    case ModerationQueue::Waiting:
        return Text::tr("Waiting for owner");
    case ModerationQueue::Bypassed:
        return Text::tr("Bypassed");
    case ModerationQueue::Profiles:
        return Text::tr("Profiles");
    case ModerationQueue::Restrictions:
        return Text::tr("Restrictions");
    case ModerationQueue::Decided:
        return Text::tr("Decided");
    }
    return {};
}

QString queueIcon(ModerationQueue queue)
{
    switch (queue) {
    case ModerationQueue::Reports:
        return u"flag"_s;
    case ModerationQueue::Escalated:
        return u"shield-alert"_s;
    case ModerationQueue::Listings:
        return u"house"_s;
    case ModerationQueue::Waiting:
        return u"clock"_s;
    case ModerationQueue::Bypassed:
        return u"route"_s;
    case ModerationQueue::Profiles:
        return u"users"_s;
    case ModerationQueue::Restrictions:
        return u"ban"_s;
    case ModerationQueue::Decided:
        return u"list-checks"_s;
    }
    return {};
}

QString queueEmptyText(ModerationQueue queue)
{
    switch (queue) {
    case ModerationQueue::Reports:
        return Text::tr("No report is open.");
    case ModerationQueue::Escalated:
        return Text::tr("Nothing was escalated.");
    case ModerationQueue::Listings:
        return Text::tr("No listing waits for a review.");
    case ModerationQueue::Waiting:
        return Text::tr("No owner was asked for changes.");
    case ModerationQueue::Bypassed:
        return Text::tr("No listing went live past the review.");
    case ModerationQueue::Profiles:
        return Text::tr("No profile waits for a look.");
    case ModerationQueue::Restrictions:
        return Text::tr("Nobody is suspended, paused or blocked.");
    case ModerationQueue::Decided:
        return Text::tr("Nothing was decided with the desk yet.");
    }
    return {};
}

QString actionLabel(ModerationAction action)
{
    switch (action) {
    case ModerationAction::Dismiss:
        return Text::tr("Dismiss");
    case ModerationAction::Warn:
        return Text::tr("Warn");
    case ModerationAction::Suspend:
        return Text::tr("Suspend");
    case ModerationAction::Escalate:
        return Text::tr("Escalate");
    case ModerationAction::Restore:
        return Text::tr("Restore");
    case ModerationAction::Approve:
        return Text::tr("Approve");
    case ModerationAction::Reject:
        return Text::tr("Reject");
    case ModerationAction::RequestEdit:
        return Text::tr("Request edit");
    case ModerationAction::Pause:
        return Text::tr("Pause");
    case ModerationAction::Unpause:
        return Text::tr("Unpause");
    }
    return {};
}

QString actionLabelNamed(const QString &name)
{
    if (const auto action = moderationActionNamed(name))
        return actionLabel(*action);
    if (name == "confirm"_L1)
        return Text::tr("Confirm");
    return name == "revise"_L1 ? Text::tr("Take back") : name;
}

CellTone actionTone(ModerationAction action)
{
    switch (action) {
    case ModerationAction::Suspend:
    case ModerationAction::Reject:
        return CellTone::Bad;
    case ModerationAction::Warn:
    case ModerationAction::Pause:
    case ModerationAction::RequestEdit:
    case ModerationAction::Escalate:
        return CellTone::Warning;
    case ModerationAction::Approve:
    case ModerationAction::Restore:
    case ModerationAction::Unpause:
        return CellTone::Good;
    case ModerationAction::Dismiss:
        break;
    }
    return CellTone::Neutral;
}

QString actionIcon(ModerationAction action)
{
    switch (action) {
    case ModerationAction::Dismiss:
        return u"circle-x"_s;
    case ModerationAction::Warn:
        return u"triangle-alert"_s;
    case ModerationAction::Suspend:
        return u"ban"_s;
    case ModerationAction::Escalate:
        return u"shield-alert"_s;
    case ModerationAction::Restore:
        return u"rotate-ccw"_s;
    case ModerationAction::Approve:
        return u"check"_s;
    case ModerationAction::Reject:
        return u"x"_s;
    case ModerationAction::RequestEdit:
        return u"pencil"_s;
    case ModerationAction::Pause:
        return u"pause"_s;
    case ModerationAction::Unpause:
        return u"play"_s;
    }
    return {};
}

QString standardKey(ModerationAction action)
{
    switch (action) {
    case ModerationAction::Dismiss:
        return u"D"_s;
    case ModerationAction::Warn:
        return u"W"_s;
    case ModerationAction::Suspend:
        return u"S"_s;
    case ModerationAction::Escalate:
        return u"E"_s;
    case ModerationAction::Restore:
        return u"O"_s;
    case ModerationAction::Approve:
        return u"A"_s;
    case ModerationAction::Reject:
        return u"R"_s;
    case ModerationAction::RequestEdit:
        return u"Q"_s;
    case ModerationAction::Pause:
        return u"P"_s;
    case ModerationAction::Unpause:
        return u"U"_s;
    }
    return {};
}

QString effectLabel(DecisionEffect effect)
{
    switch (effect) {
    case DecisionEffect::Profile:
        return Text::tr("Pause the profile");
    case DecisionEffect::Listings:
        return Text::tr("Take listings down");
    case DecisionEffect::Conversations:
        return Text::tr("Close conversations");
    case DecisionEffect::Matches:
        return Text::tr("End matches");
    case DecisionEffect::Notices:
        return Text::tr("Tell people");
    }
    return {};
}

QString reasonLabel(const QString &reason)
{
    static const QHash<QString, const char *> labels{
        {u"spam"_s, QT_TRANSLATE_NOOP("ModerationWords", "Spam")},
        {u"fake_profile"_s, QT_TRANSLATE_NOOP("ModerationWords", "Fake profile")},
        {u"abuse"_s, QT_TRANSLATE_NOOP("ModerationWords", "Abuse")},
        {u"inappropriate"_s, QT_TRANSLATE_NOOP("ModerationWords", "Inappropriate")},
        {u"other"_s, QT_TRANSLATE_NOOP("ModerationWords", "Other")},
        {u"pending"_s, QT_TRANSLATE_NOOP("ModerationWords", "New")},
        {u"edited"_s, QT_TRANSLATE_NOOP("ModerationWords", "Edited by owner")},
        {u"pending-and-public"_s, QT_TRANSLATE_NOOP("ModerationWords", "Public without status")},
        {u"waiting-for-owner"_s, QT_TRANSLATE_NOOP("ModerationWords", "Edit requested")},
        {u"never-reviewed"_s, QT_TRANSLATE_NOOP("ModerationWords", "Live, never reviewed")},
        {u"limbo"_s, QT_TRANSLATE_NOOP("ModerationWords", "Live but invisible")},
        {u"switched-by-owner"_s, QT_TRANSLATE_NOOP("ModerationWords", "Switched live by owner")},
        {u"unknown-status"_s, QT_TRANSLATE_NOOP("ModerationWords", "Unknown status")},
        {u"expired"_s, QT_TRANSLATE_NOOP("ModerationWords", "Move-in date passed")},
        {u"pending_review"_s, QT_TRANSLATE_NOOP("ModerationWords", "Waits for review")},
        {u"repeat_reports"_s, QT_TRANSLATE_NOOP("ModerationWords", "Paused by reports")},
        {u"unpaused-by-user"_s, QT_TRANSLATE_NOOP("ModerationWords", "Opened again by user")},
        {u"suspended"_s, QT_TRANSLATE_NOOP("ModerationWords", "Suspended")},
        {u"profile-paused"_s, QT_TRANSLATE_NOOP("ModerationWords", "Profile paused")},
        {u"profile-rejected"_s, QT_TRANSLATE_NOOP("ModerationWords", "Profile rejected")},
        {u"blocked"_s, QT_TRANSLATE_NOOP("ModerationWords", "Blocked by others")}};
    const auto label = labels.constFind(reason);
    // What a newer platform calls a reason is shown as it is.
    return label == labels.cend() ? reason : Text::tr(*label);
}

CellTone reasonTone(const QString &reason)
{
    if (reason == "abuse"_L1 || reason == "suspended"_L1 || reason == "pending-and-public"_L1
        || reason == "switched-by-owner"_L1)
        return CellTone::Bad;
    if (reason == "inappropriate"_L1 || reason == "fake_profile"_L1 || reason == "never-reviewed"_L1
        || reason == "expired"_L1 || reason == "unpaused-by-user"_L1 || reason == "repeat_reports"_L1)
        return CellTone::Warning;
    return CellTone::Neutral;
}

QString causeLabel(const QString &cause)
{
    if (cause.isEmpty())
        return Text::tr("Not known any more");
    if (cause == nameOf(ItemKind::Listing))
        return Text::tr("Listing");
    return cause == nameOf(ItemKind::Profile) ? Text::tr("Profile") : reasonLabel(cause);
}

QString decisionStateLabel(const QString &state)
{
    static const QHash<QString, const char *> labels{
        {carriedOut(), QT_TRANSLATE_NOOP("ModerationWords", "Carried out")},
        {u"done"_s, QT_TRANSLATE_NOOP("ModerationWords", "Stands")},
        {u"revised"_s, QT_TRANSLATE_NOOP("ModerationWords", "Taken back")},
        {u"pending"_s, QT_TRANSLATE_NOOP("ModerationWords", "Waits for a second person")},
        {u"refused"_s, QT_TRANSLATE_NOOP("ModerationWords", "Refused")}};
    const auto label = labels.constFind(state);
    return label == labels.cend() ? state : Text::tr(*label);
}

/// A range of instants in words; the end is not in it. Whole days are told as days in India.
static QString rangeText(const std::optional<QDateTime> &from, const std::optional<QDateTime> &before)
{
    const auto isDay = [](const std::optional<QDateTime> &time) {
        return !time || Clock::startOf(Clock::dayOf(*time)) == *time;
    };
    if (isDay(from) && isDay(before)) {
        const QString first = from ? dateText(Clock::dayOf(*from)) : QString();
        const QString last = before ? dateText(Clock::dayOf(*before).addDays(-1)) : QString();
        return !from        ? Text::tr("up to %1").arg(last)
            : !before       ? Text::tr("from %1").arg(first)
            : first == last ? first
                            : Text::tr("%1 to %2").arg(first, last);
    }
    return !from  ? Text::tr("before %1").arg(localTimeText(*before))
        : !before ? Text::tr("from %1").arg(localTimeText(*from))
                  : Text::tr("%1 to %2").arg(localTimeText(*from), localTimeText(*before));
}

QString filterText(const QueueFilter &filter, const QString &decider)
{
    QStringList parts;
    if (filter.decider)
        parts.append(filter.decider->isNull() ? Text::tr("without a name")
                         : decider.isEmpty()  ? Text::tr("by #%1").arg(filter.decider->text())
                                              : Text::tr("by %1").arg(decider));
    if (filter.kind)
        parts.append(*filter.kind == ItemKind::Report        ? Text::tr("Reports")
                         : *filter.kind == ItemKind::Listing ? Text::tr("Listings")
                                                             : Text::tr("Profiles"));
    if (!filter.reason.isEmpty())
        parts.append(causeLabel(filter.reason));
    if (!filter.action.isEmpty())
        parts.append(actionLabelNamed(filter.action));
    if (!filter.state.isEmpty())
        parts.append(decisionStateLabel(filter.state));
    if (filter.decidedFrom || filter.decidedBefore)
        parts.append(rangeText(filter.decidedFrom, filter.decidedBefore));
    if (filter.waitsFrom || filter.waitsBefore)
        parts.append(Text::tr("came in %1").arg(rangeText(filter.waitsFrom, filter.waitsBefore)));
    if (filter.dueBy)
        parts.append(Text::tr("due by %1").arg(localTimeText(*filter.dueBy)));
    if (!filter.search.isEmpty())
        parts.append(Text::tr("“%1”").arg(filter.search));
    return parts.join(Text::tr(" · "));
}

QString durationText(qint64 seconds)
{
    const qint64 minutes = qMax<qint64>(0, seconds) / 60;
    if (minutes < 60)
        return Text::tr("%1 min").arg(minutes);
    if (minutes < 48 * 60)
        return Text::tr("%1 h").arg(minutes / 60);
    return Text::tr("%1 d").arg(minutes / (24 * 60));
}

} // namespace Ghar

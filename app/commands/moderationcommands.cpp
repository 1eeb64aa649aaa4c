// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/moderationcommands.h"

#include "core/instant.h"
#include "moderation/decision.h"
#include "moderation/decisioneffect.h"
#include "moderation/moderationqueue.h"
#include "records/changeauthor.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModerationCommands)
};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(instantText(*time)) : QJsonValue();
}

QJsonObject jsonOf(const QueueItem &item, const QDateTime &now)
{
    QJsonArray group;
    for (const ModerationItem &one : item.group)
        group.append(one.text());
    QJsonArray parts;
    for (const ScorePart &part : item.parts)
        parts.append(QJsonObject{{u"label"_s, part.label}, {u"points"_s, part.points}});
    QJsonObject object{
        {u"item"_s, item.item.id > 0 ? QJsonValue(item.item.text()) : QJsonValue()},
        {u"items"_s, group},
        {u"subject"_s, item.subject.text},
        {u"subject_id"_s, item.subjectId.isNull() ? QJsonValue() : QJsonValue(item.subjectId.text().toLongLong())},
        {u"reason"_s, textOrNull(item.reason)},
        {u"created_at"_s, timeOrNull(item.createdAt)},
        {u"age_s"_s, item.createdAt ? QJsonValue(item.createdAt->secsTo(now)) : QJsonValue()},
        {u"due_at"_s, timeOrNull(item.dueAt)},
        {u"score"_s, item.score},
        {u"score_parts"_s, parts},
        {u"reporters"_s, item.reporters},
        {u"claimed_by"_s, textOrNull(item.claimedBy)}};
    if (!item.decisionId.isEmpty()) {
        object.insert(u"decision"_s, item.decisionId);
        object.insert(u"action"_s, item.action);
        object.insert(u"state"_s, textOrNull(item.state));
        object.insert(u"decided_by"_s, textOrNull(item.decidedBy));
        object.insert(u"decided_at"_s, timeOrNull(item.decidedAt));
        object.insert(u"until"_s, item.until ? QJsonValue(item.until->toString(Qt::ISODate)) : QJsonValue());
    }
    return object;
}

/// One item for people: what it is, how urgent, why it is there, and who decided it since when.
QString lineOf(const QueueItem &item, const QDateTime &now)
{
    QStringList cells{item.item.text()};
    if (item.decisionId.isEmpty())
        cells +=
            {QString::number(item.score),
             item.dueAt ? *item.dueAt <= now ? Text::tr("overdue") : instantText(*item.dueAt).left(16) : QString()};
    cells += {item.reason, item.subject.masked};
    if (!item.decisionId.isEmpty()) {
        cells.append(item.action);
        if (item.decidedAt)
            cells.append(Text::tr("since %1 UTC").arg(instantText(*item.decidedAt).left(16)));
        if (!item.decidedBy.isEmpty())
            cells.append(Text::tr("by %1").arg(item.decidedBy));
        if (item.until)
            cells.append(Text::tr("until %1").arg(item.until->toString(Qt::ISODate)));
        if (item.state != "done"_L1 && !item.state.isEmpty())
            cells.append(item.state);
    }
    cells.removeAll(QString());
    return cells.join(u"  "_s);
}

ExitCode queue(CommandContext &context, const QStringList &rest)
{
    if (rest.size() > 1)
        return context.usage(Text::tr("moderation queue takes the name of one queue, no more."));
    QueueQuery query;
    const std::optional<ModerationQueue> named = moderationQueueNamed(rest.value(0, u"reports"_s));
    if (!named) {
        QStringList names;
        for (const ModerationQueue known : allModerationQueues())
            names.append(nameOf(known));
        return context.usage(Text::tr("There is no queue “%1”. There are: %2.").arg(rest.first(), names.join(u", "_s)));
    }
    query.queue = *named;
    query.now = context.clock().now();
    bool isNumber = true;
    query.limit = context.arguments().value(u"limit"_s, u"1000"_s).toInt(&isNumber);
    if (!isNumber || query.limit < 1)
        return context.usage(
            Text::tr("--limit %1 is not a number of items.").arg(context.arguments().value(u"limit"_s)));
    std::unique_ptr<Connection> connection;
    const Result<OpenedDatabase> opened = context.openAndLook(Access::ReadOnly, connection);
    if (!opened)
        return context.fail(opened.error());
    for (const QString &notice : opened->notices)
        context.complain(notice);
    const LiveSchemaPtr &live = opened->schema;
    // core-and-moderation.md 0.4
    if (opened->staff && opened->staff->isAgent)
        return context.fail({ErrorKind::Permission,
                             Text::tr("Moderation is for admins only; %1 is an agent.").arg(opened->staff->name),
                             {}});
    if (keepsDecisions(*live)) {
        const Result<ModerationPolicy> policy = readModerationPolicy(*connection);
        if (!policy)
            return context.fail(policy.error());
        query.policy = *policy;
    } else {
        context.complain(noRoomForDecisions().userText);
    }
    const Result<QueuePage> page = readQueue(*connection, *live, query);
    if (!page)
        return context.fail(page.error());
    QJsonArray items;
    for (const QueueItem &item : page->items) {
        if (context.isJson()) {
            items.append(jsonOf(item, query.now));
            continue;
        }
        context.print(lineOf(item, query.now));
    }
    if (context.isJson())
        context.printJson({{u"queue"_s, nameOf(query.queue)}, {u"items"_s, items}, {u"more"_s, page->hasMore}});
    else if (page->hasMore)
        context.complain(Text::tr("There are more; --limit shows them."));
    return ExitCode::Done;
}

/// A database that is decided in, and who decides.
struct Desk
{
    std::unique_ptr<Connection> connection;
    LiveSchemaPtr live;
    ChangeHeader header;
};

Result<Desk> openDesk(CommandContext &context, bool isDryRun)
{
    Desk desk;
    const Result<OpenedDatabase> opened = context.openAndLook(Access::ReadWrite, desk.connection);
    if (!opened)
        return opened.error();
    for (const QString &notice : opened->notices)
        context.complain(notice);
    desk.live = opened->schema;
    if (!isDryRun && !opened->staff && needsStaff(desk.connection->profile(), *desk.live))
        return Error{ErrorKind::BadInput, Text::tr("On a server a decision names who makes it. Add --as USER_ID."), {}};
    if (!isDryRun && environmentOf(desk.connection->profile(), desk.live->isDemo) == Environment::Production
        && !context.arguments().has(u"yes"_s)
        && !context.confirm(Text::tr("%1 is in production. Decide there? [y/N]").arg(desk.connection->profile().name)))
        return Error{ErrorKind::Refused, Text::tr("Nothing was changed."), {}};
    Result<ChangeHeader> header =
        beginChange(opened->staff, context.clock().now(), u"moderation"_s, context.arguments().value(u"reason"_s));
    const Result<QString> role = header ? databaseRole(*desk.connection) : Result<QString>(header.error());
    if (!role)
        return role.error();
    desk.header = std::move(header).value();
    desk.header.role = *role;
    return desk;
}

/// What else this decision does, or does not.
Result<void> takeEffects(const CommandContext &context, DecisionRequest &request)
{
    for (const bool isOn : {true, false}) {
        const QString option = isOn ? u"with"_s : u"without"_s;
        for (const QString &name : context.arguments().value(option).split(u',', Qt::SkipEmptyParts)) {
            const std::optional<DecisionEffect> effect = decisionEffectNamed(name);
            if (!effect) {
                QStringList names;
                for (const DecisionEffect known : allDecisionEffects())
                    names.append(nameOf(known));
                return Error{
                    ErrorKind::BadInput,
                    Text::tr("--%1 %2: there is no such effect. There are: %3.").arg(option, name, names.join(u", "_s)),
                    {}};
            }
            if (!effectsOf(request.items.first().kind, request.action).contains(*effect))
                return Error{ErrorKind::BadInput,
                             Text::tr("--%1 %2: %3 has no such effect.").arg(option, name, nameOf(request.action)),
                             {}};
            setEffect(request, *effect, isOn);
        }
    }
    return {};
}

Result<DecisionRequest> requestOf(const CommandContext &context, const QStringList &rest)
{
    DecisionRequest request;
    for (const QString &text : rest.first().split(u',', Qt::SkipEmptyParts)) {
        const Result<ModerationItem> item = itemFromText(text);
        if (!item)
            return item.error();
        request.items.append(*item);
    }
    if (request.items.isEmpty())
        return itemFromText(rest.first()).error();
    const std::optional<ModerationAction> action = moderationActionNamed(rest.at(1));
    if (!action) {
        QStringList names;
        for (const ModerationAction known : allModerationActions())
            names.append(nameOf(known));
        return Error{ErrorKind::BadInput,
                     Text::tr("There is no action “%1”. There are: %2.").arg(rest.at(1), names.join(u", "_s)),
                     {}};
    }
    request.action = *action;
    request.reason = context.arguments().value(u"reason"_s).trimmed();
    request.isAgain = context.arguments().has(u"again"_s);
    request.note = context.arguments().value(u"note"_s);
    request.now = context.clock().now();
    if (context.arguments().has(u"until"_s)) {
        const QDate until = QDate::fromString(context.arguments().value(u"until"_s), Qt::ISODate);
        if (!until.isValid() || until < context.clock().today())
            return Error{ErrorKind::BadInput,
                         Text::tr("--until %1 is no day from today on. Write it as 2026-11-30.")
                             .arg(context.arguments().value(u"until"_s)),
                         {}};
        request.until = until;
    }
    if (context.arguments().has(u"available-from"_s)) {
        const QString text = context.arguments().value(u"available-from"_s);
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (text != "none"_L1 && !day.isValid())
            return Error{
                ErrorKind::BadInput, Text::tr("--available-from %1 is neither a date nor “none”.").arg(text), {}};
        request.availableFrom =
            day.isValid() ? Value(instantText(QDateTime(day, QTime(0, 0), Qt::UTC))) : Value::null();
    }
    return request;
}

/// What became of a decision.
ExitCode tell(CommandContext &context, const DecisionOutcome &outcome, bool isDryRun)
{
    for (const QString &warning : outcome.warnings)
        context.complain(warning);
    for (const PlannedNotice &notice : outcome.notices) {
        if (!notice.whyNot.isEmpty())
            context.complain(
                Text::tr("No notice “%1” to user %2: %3.").arg(notice.title).arg(notice.userId).arg(notice.whyNot));
    }
    switch (outcome.state) {
    case DecisionOutcome::State::Pending:
        if (context.isJson())
            context.printJson({{u"pending"_s, outcome.id}});
        else
            context.print(
                Text::tr("Decision %1 waits for a second person: “ghar-desk moderation confirm %1 --as USER_ID”.")
                    .arg(outcome.id));
        return ExitCode::Pending;
    case DecisionOutcome::State::Unknown:
        context.complain(
            Text::tr("The connection was lost while it was committed. “ghar-desk moderation queue decided” says "
                     "whether decision %1 is there.")
                .arg(outcome.id));
        return ExitCode::Failed;
    case DecisionOutcome::State::Done:
        break;
    }
    if (context.isJson()) {
        context.printJson({{u"changes"_s, toJson(outcome.changes)},
                           {u"decision"_s, isDryRun ? QJsonValue() : QJsonValue(outcome.id)},
                           {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)},
                           {u"dry_run"_s, isDryRun}});
        return ExitCode::Done;
    }
    for (const ColumnChange &change : outcome.changes)
        context.print(change.table + u" #"_s + change.key + u"  "_s + change.column + u": "_s
                      + (change.before.isNull() ? u"NULL"_s : change.before.text()) + u" -> "_s
                      + (change.after.isNull() ? u"NULL"_s : change.after.text()));
    context.print(isDryRun ? Text::tr("Nothing was changed: this was a trial.")
                           : Text::tr("Done, as decision %1.").arg(outcome.id));
    return ExitCode::Done;
}

ExitCode decideItem(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 2)
        return context.usage(Text::tr("moderation decide takes an item and an action, e.g. report:12 warn."));
    Result<DecisionRequest> request = requestOf(context, rest);
    if (!request)
        return context.usage(request.error().userText);
    const bool isDryRun = context.arguments().has(u"dry-run"_s);
    if (request->reason.isEmpty())
        return context.usage(Text::tr("A decision needs a reason. Add --reason TEXT."));
    Result<Desk> desk = openDesk(context, isDryRun);
    if (!desk)
        return context.fail(desk.error());
    if (keepsDecisions(*desk->live)) {
        const Result<ModerationPolicy> policy = readModerationPolicy(*desk->connection);
        if (!policy)
            return context.fail(policy.error());
        request->policy = *policy;
    }
    if (const Result<void> switched = takeEffects(context, *request); !switched)
        return context.usage(switched.error().userText);
    if (!desk->header.staffId.isNull())
        request->moderator = desk->header.staffId.text().toLongLong();
    request->moderatorName = desk->header.staffName.text();
    const Result<DecisionOutcome> outcome = isDryRun
        ? tryDecision(*desk->connection, *desk->live, *request, desk->header)
        : decide(*desk->connection, *desk->live, *request, desk->header, desk->header.changeId);
    return outcome ? tell(context, *outcome, isDryRun) : context.fail(outcome.error());
}

ExitCode revise(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 1)
        return context.usage(Text::tr("moderation revise takes the id of one decision."));
    if (context.arguments().value(u"reason"_s).trimmed().isEmpty())
        return context.usage(Text::tr("Taking a decision back needs a reason. Add --reason TEXT."));
    const bool isDryRun = context.arguments().has(u"dry-run"_s);
    const Result<Desk> desk = openDesk(context, isDryRun);
    if (!desk)
        return context.fail(desk.error());
    const auto reviseOrTry = isDryRun ? tryRevision : reviseDecision;
    const Result<DecisionOutcome> outcome = reviseOrTry(*desk->connection, *desk->live, rest.first(), desk->header);
    return outcome ? tell(context, *outcome, isDryRun) : context.fail(outcome.error());
}

ExitCode confirm(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 1)
        return context.usage(Text::tr("moderation confirm takes the id of one decision that waits."));
    const bool isDryRun = context.arguments().has(u"dry-run"_s);
    const Result<Desk> desk = openDesk(context, isDryRun);
    if (!desk)
        return context.fail(desk.error());
    const auto confirmOrTry = isDryRun ? tryConfirmation : confirmDecision;
    const Result<DecisionOutcome> outcome = confirmOrTry(*desk->connection, *desk->live, rest.first(), desk->header);
    return outcome ? tell(context, *outcome, isDryRun) : context.fail(outcome.error());
}

ExitCode refuse(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 1)
        return context.usage(Text::tr("moderation refuse takes the id of one decision that waits."));
    const Result<Desk> desk = openDesk(context, false);
    if (!desk)
        return context.fail(desk.error());
    if (const Result<void> done = refuseDecision(*desk->connection, *desk->live, rest.first(), desk->header); !done)
        return context.fail(done.error());
    if (context.isJson())
        context.printJson({{u"refused"_s, rest.first()}});
    else
        context.print(Text::tr("Decision %1 was refused; nothing was changed.").arg(rest.first()));
    return ExitCode::Done;
}

} // namespace

QList<Command> moderationCommands()
{
    return {
        {{u"moderation"_s, u"queue"_s},
         u"[QUEUE]"_s,
         Text::tr(
             "what waits for moderators: reports, escalated, listings, waiting, bypassed, profiles, restrictions or "
             "decided"),
         {u"limit"_s},
         queue},
        {{u"moderation"_s, u"decide"_s},
         u"ITEM ACTION"_s,
         Text::tr("decides report:ID, listing:ID or profile:ID: dismiss, warn, suspend, escalate, restore, approve, "
                  "reject, request-edit, pause or unpause; --dry-run changes nothing"),
         {u"reason"_s, u"note"_s, u"until"_s, u"available-from"_s, u"with"_s, u"without"_s, u"again"_s, u"dry-run"_s,
          u"yes"_s},
         decideItem},
        {{u"moderation"_s, u"revise"_s},
         u"DECISION"_s,
         Text::tr("takes a decision back, column by column; --dry-run changes nothing"),
         {u"reason"_s, u"dry-run"_s, u"yes"_s},
         revise},
        {{u"moderation"_s, u"confirm"_s},
         u"DECISION"_s,
         Text::tr("carries out a decision that waits for a second person; --dry-run changes nothing"),
         {u"dry-run"_s, u"yes"_s},
         confirm},
        {{u"moderation"_s, u"refuse"_s},
         u"DECISION"_s,
         Text::tr("drops a decision that waits for a second person"),
         {u"yes"_s},
         refuse}};
}

} // namespace Ghar

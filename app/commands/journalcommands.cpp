// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/journalcommands.h"

#include "core/instant.h"
#include "records/changeauthor.h"
#include "records/changecommit.h"
#include "records/changestatement.h"
#include "records/journalcsv.h"
#include "records/journalstore.h"
#include "records/localjournal.h"
#include "records/staffscope.h"
#include "records/undochange.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalCommands)
};

/// A database whose journal is read.
struct JournalReading
{
    std::unique_ptr<Connection> connection;
    LiveSchemaPtr live;
    QString visible; ///< for JournalQuery
};

Result<JournalReading> openJournal(CommandContext &context)
{
    JournalReading reading;
    const Result<OpenedDatabase> opened = context.openAndLook(Access::ReadOnly, reading.connection);
    if (!opened)
        return opened.error();
    for (const QString &notice : opened->notices)
        context.complain(notice);
    reading.live = opened->schema;
    if (!reading.live->hasJournal())
        return Error{
            ErrorKind::NotFound, Text::tr("This database has no journal. “ghar-desk journal create” makes one."), {}};
    if (opened->staff)
        reading.visible = StaffScope::journalCondition(*reading.live, opened->staff->id);
    if (!reading.live->localJournal.isEmpty())
        context.complain(Text::tr("The journal of this database is kept on this computer, so it holds only what was "
                                  "changed from here; what colleagues changed is in theirs."));
    return reading;
}

QJsonValue jsonOrNull(const Value &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue(value.text());
}

/// What a row was before or after, as the object that it is kept as.
QJsonValue rowOrNull(const Value &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue(QJsonDocument::fromJson(value.text().toUtf8()).object());
}

QJsonObject jsonOf(const JournalEntry &entry)
{
    return {{u"writer"_s, entry.header.writerId},
            {u"sequence"_s, entry.sequence},
            {u"change"_s, entry.header.changeId},
            {u"at"_s, instantText(entry.header.madeAt)},
            {u"role"_s, entry.header.role},
            {u"staff_id"_s, jsonOrNull(entry.header.staffId)},
            {u"staff_name"_s, jsonOrNull(entry.header.staffName)},
            {u"origin"_s, entry.header.origin},
            {u"reason"_s, entry.header.reason},
            {u"reverts"_s, jsonOrNull(entry.header.reverts)},
            {u"action"_s, nameOf(entry.note.action)},
            {u"table"_s, entry.note.table},
            {u"key"_s, jsonOrNull(entry.note.rowKey)},
            {u"before"_s, rowOrNull(entry.note.before)},
            {u"after"_s, rowOrNull(entry.note.after)},
            {u"hash"_s, entry.hash}};
}

ExitCode list(CommandContext &context, const QStringList &rest)
{
    if (rest.size() > 2)
        return context.usage(Text::tr("journal list takes a table and the key of a row, no more."));
    JournalQuery query;
    query.table = rest.value(0);
    query.rowKey = rest.value(1);
    bool isNumber = true;
    query.limit = context.arguments().value(u"limit"_s, QString::number(query.limit)).toInt(&isNumber);
    if (!isNumber || query.limit < 1)
        return context.usage(
            Text::tr("--limit %1 is not a number of entries.").arg(context.arguments().value(u"limit"_s)));
    const Result<JournalReading> reading = openJournal(context);
    if (!reading)
        return context.fail(reading.error());
    query.visible = reading->visible;
    const Result<QList<JournalEntry>> entries = withJournal(
        *reading->connection, *reading->live, [&query](Connection &journal) { return readJournal(journal, query); });
    if (!entries)
        return context.fail(entries.error());
    QJsonArray array;
    for (const JournalEntry &entry : *entries) {
        if (context.isJson())
            array.append(jsonOf(entry));
        else
            context.print(instantText(entry.header.madeAt).left(19) + u"  "_s
                          + (entry.header.staffName.isNull() ? entry.header.role : entry.header.staffName.text())
                          + u"  "_s + nameOf(entry.note.action) + u"  "_s + entry.note.table + u" #"_s
                          + entry.note.rowKey.text()
                          + (entry.header.reason.isEmpty() ? QString() : u"  "_s + entry.header.reason));
    }
    if (context.isJson())
        context.printJson({{u"entries"_s, array}});
    return ExitCode::Done;
}

ExitCode verify(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("journal verify takes no further words: %1.").arg(rest.join(u' ')));
    const Result<JournalReading> reading = openJournal(context);
    if (!reading)
        return context.fail(reading.error());
    const Result<QList<JournalChain>> chains =
        withJournal(*reading->connection, *reading->live, [](Connection &journal) { return verifyJournal(journal); });
    if (!chains)
        return context.fail(chains.error());
    bool intact = true;
    QJsonArray array;
    for (const JournalChain &chain : *chains) {
        intact = intact && chain.brokenAt == 0;
        const QJsonValue brokenAt = chain.brokenAt == 0 ? QJsonValue() : QJsonValue(chain.brokenAt);
        if (context.isJson())
            array.append(QJsonObject{{u"writer"_s, chain.writerId},
                                     {u"entries"_s, chain.entries},
                                     {u"broken_at"_s, brokenAt},
                                     {u"problem"_s, chain.problem}});
        else if (chain.brokenAt == 0)
            context.print(Text::tr("%1: %n entries, all as they were written.", nullptr, pluralOf(chain.entries))
                              .arg(chain.writerId));
        else
            context.print(
                Text::tr("%1: entry %2 is broken. %3").arg(chain.writerId).arg(chain.brokenAt).arg(chain.problem));
    }
    if (context.isJson())
        context.printJson({{u"writers"_s, array}, {u"intact"_s, intact}});
    else if (chains->isEmpty())
        context.print(Text::tr("The journal has no entries."));
    return intact ? ExitCode::Done : ExitCode::Failed;
}

ExitCode create(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("journal create takes no further words: %1.").arg(rest.join(u' ')));
    std::unique_ptr<Connection> connection;
    const Result<OpenedDatabase> opened = context.openAndLook(Access::ReadWrite, connection);
    if (!opened)
        return context.fail(opened.error());
    const bool local = context.arguments().has(u"local"_s);
    const auto finish = [&context](bool created, const QString &sentence) {
        if (context.isJson())
            context.printJson({{u"created"_s, created}});
        else
            context.print(sentence);
        return ExitCode::Done;
    };
    if (opened->staff && opened->staff->isAgent)
        return context.fail(
            {ErrorKind::Permission,
             Text::tr("%1 works as an agent; only an admin makes the journal.").arg(opened->staff->name),
             {}});
    if (opened->journal == JournalRoom::There)
        return finish(false, Text::tr("The journal is there already; nothing was changed."));
    if (opened->journal == JournalRoom::NoRights && !local)
        return context.fail(
            {ErrorKind::Permission,
             Text::tr("You may not make the journal's tables in this database. Ask for the rights (%1), "
                      "or keep the journal on this computer with --local.")
                 .arg(u"CREATE"_s),
             {}});
    const QStringList objects = journalObjects(connection->dialect());
    const QString place = localJournalPath(connection->profile());
    context.complain(local ? Text::tr("This makes a journal on this computer: %1").arg(QDir::toNativeSeparators(place))
                           : Text::tr("This makes in the database: %1. The platform's tables are not touched.")
                                 .arg(objects.join(u", "_s)));
    if (!context.arguments().has(u"yes"_s) && !context.confirm(Text::tr("Make it? [y/N]"))) {
        context.complain(Text::tr("Nothing was changed."));
        return ExitCode::Failed;
    }
    if (local) {
        const Result<std::unique_ptr<LocalJournal>> made = LocalJournal::open(place, true);
        if (!made)
            return context.fail(made.error());
        return finish(true, Text::tr("Done. Changes to this database are journalled on this computer from now on."));
    }
    if (const Result<void> made = createJournal(*connection, context.clock().now()); !made)
        return context.fail(made.error());
    return finish(true, Text::tr("Done. Changes to this database are journalled from now on."));
}

QJsonArray jsonOf(const QList<UndoConflict> &conflicts)
{
    QJsonArray array;
    for (const UndoConflict &conflict : conflicts)
        array.append(
            QJsonObject{{u"table"_s, conflict.table}, {u"key"_s, conflict.key}, {u"problem"_s, conflict.sentence}});
    return array;
}

ExitCode undo(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 1)
        return context.usage(Text::tr("journal undo needs the id of one change; “journal list --json” shows them."));
    const bool dryRun = context.arguments().has(u"dry-run"_s);
    std::unique_ptr<Connection> connection;
    const Result<OpenedDatabase> opened =
        context.openAndLook(dryRun ? Access::ReadOnly : Access::ReadWrite, connection);
    if (!opened)
        return context.fail(opened.error());
    const LiveSchema &live = *opened->schema;
    if (!dryRun && !opened->staff && needsStaff(connection->profile(), live))
        return context.fail(
            {ErrorKind::BadInput, Text::tr("On a server a change names who makes it. Add --as USER_ID."), {}});
    const Result<UndoPlan> plan = planUndoOf(*connection, live, rest.first());
    if (!plan)
        return context.fail(plan.error());
    QJsonArray statements;
    for (const StagedRow &row : plan->rows) {
        const Result<Sql> sql = statementFor(*connection, *live.table(row.table()), row, context.clock().now());
        if (!sql)
            return context.fail(sql.error());
        statements.append(readableStatement(*sql));
        if (!context.isJson())
            context.print(readableStatement(*sql) + u';');
    }
    for (const UndoConflict &conflict : plan->conflicts)
        context.complain(conflict.sentence);
    const auto report = [&](bool done, const QString &changeId) {
        if (context.isJson())
            context.printJson({{u"change"_s, changeId.isEmpty() ? QJsonValue() : QJsonValue(changeId)},
                               {u"reverts"_s, plan->changeId},
                               {u"statements"_s, statements},
                               {u"conflicts"_s, jsonOf(plan->conflicts)},
                               {u"done"_s, done}});
    };
    if (!plan->conflicts.isEmpty() || plan->rows.isEmpty()) {
        context.complain(plan->conflicts.isEmpty() ? Text::tr("There is nothing to take back. Nothing was changed.")
                                                   : Text::tr("It cannot be taken back whole. Nothing was changed."));
        report(false, {});
        return ExitCode::Failed;
    }
    if (dryRun) {
        report(false, {});
        return ExitCode::Done;
    }
    if (!context.arguments().has(u"yes"_s)
        && !context.confirm(Text::tr("Take the change back with these statements? [y/N]"))) {
        context.complain(Text::tr("Nothing was changed."));
        report(false, {});
        return ExitCode::Failed;
    }
    Result<ChangeHeader> header =
        beginChange(opened->staff, context.clock().now(), u"command"_s, context.arguments().value(u"reason"_s));
    const Result<QString> role = header ? databaseRole(*connection) : Result<QString>(header.error());
    if (!role)
        return context.fail(role.error());
    header->role = *role;
    header->reverts = Value(plan->changeId);
    const Result<CommitOutcome> outcome = commitChanges(*connection, live, plan->rows, *header);
    if (!outcome)
        return context.fail(outcome.error());
    for (const CommitProblem &problem : outcome->problems)
        context.complain(problem.sentence);
    const bool done = outcome->state == CommitOutcome::State::Committed;
    if (outcome->state == CommitOutcome::State::Unknown)
        context.complain(
            Text::tr("The connection was lost while it was committed. “ghar-desk journal list” says whether "
                     "change %1 is there.")
                .arg(header->changeId));
    report(done, header->changeId);
    if (done && !context.isJson())
        context.print(Text::tr("Done, as change %1.").arg(header->changeId));
    return done ? ExitCode::Done : ExitCode::Failed;
}

ExitCode exportCsv(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("journal export takes no further words: %1.").arg(rest.join(u' ')));
    if (context.isJson() && !context.arguments().has(u"out"_s))
        return context.usage(Text::tr("journal export prints CSV; --json needs --out FILE."));
    const Result<JournalReading> reading = openJournal(context);
    if (!reading)
        return context.fail(reading.error());
    JournalQuery query;
    query.table = context.arguments().value(u"table"_s);
    query.visible = reading->visible;
    if (!query.table.isEmpty() && !reading->live->table(query.table))
        context.complain(
            Text::tr("The database has no table %1 now; what the journal has of it is exported.").arg(query.table));
    if (!context.arguments().has(u"out"_s)) {
        const Result<qint64> written = withJournal(*reading->connection, *reading->live, [&](Connection &journal) {
            return exportJournalCsv(journal, query, context.output());
        });
        return written ? ExitCode::Done : context.fail(written.error());
    }
    const QString path = context.arguments().value(u"out"_s);
    const Result<qint64> written = exportJournalToFile(*reading->connection, *reading->live, query, path);
    if (!written)
        return context.fail(written.error());
    if (context.isJson())
        context.printJson({{u"entries"_s, *written}, {u"file"_s, path}});
    else
        context.print(Text::tr("%n entries written.", nullptr, pluralOf(*written)));
    return ExitCode::Done;
}

} // namespace

QList<Command> journalCommands()
{
    return {
        {{u"journal"_s, u"list"_s},
         Text::tr("[TABLE [KEY]]"),
         Text::tr("print what was changed, the latest first"),
         {u"limit"_s},
         list},
        {{u"journal"_s, u"verify"_s},
         {},
         Text::tr("check that no entry of the journal was changed or taken out"),
         {},
         verify},
        {{u"journal"_s, u"create"_s},
         {},
         Text::tr("make the journal in a database that has none"),
         {u"yes"_s, u"local"_s},
         create},
        {{u"journal"_s, u"undo"_s},
         u"CHANGE"_s,
         Text::tr("take a change back, as a new change"),
         {u"dry-run"_s, u"yes"_s, u"reason"_s},
         undo},
        {{u"journal"_s, u"export"_s}, {}, Text::tr("write the journal as CSV"), {u"table"_s, u"out"_s}, exportCsv},
    };
}

} // namespace Ghar

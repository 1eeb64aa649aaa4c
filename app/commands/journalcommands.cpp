// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/journalcommands.h"

#include "core/instant.h"
#include "records/journal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalCommands)
};

/// The first version of the desk's own tables that has a journal.
constexpr int firstWithJournal = 2;

/// A connection to a database that has a journal.
Result<std::unique_ptr<Connection>> openJournal(CommandContext &context)
{
    std::unique_ptr<Connection> connection;
    const Result<LiveSchemaPtr> live = context.introspectReadOnly(connection);
    if (!live)
        return live.error();
    if ((*live)->deskVersion < firstWithJournal)
        return Error{ErrorKind::NotFound, Text::tr("This database has no journal."), {}};
    return connection;
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
    const Result<std::unique_ptr<Connection>> connection = openJournal(context);
    if (!connection)
        return context.fail(connection.error());
    const Result<QList<JournalEntry>> entries = readJournal(**connection, query);
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
    const Result<std::unique_ptr<Connection>> connection = openJournal(context);
    if (!connection)
        return context.fail(connection.error());
    const Result<QList<JournalChain>> chains = verifyJournal(**connection);
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
            context.print(Text::tr("%1: %2 entries, all as they were written.").arg(chain.writerId).arg(chain.entries));
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
    };
}

} // namespace Ghar

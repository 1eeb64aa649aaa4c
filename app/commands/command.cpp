// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/command.h"

#include "commands/dbcommands.h"
#include "commands/journalcommands.h"
#include "commands/mapcommands.h"
#include "commands/moderationcommands.h"
#include "commands/recordscommands.h"
#include "commands/transfercommands.h"
#include "database/conninfo.h"
#include "database/migration.h"
#include "database/profilestore.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonDocument>
#include <QStandardPaths>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace

QString demoDatabasePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/demo.sqlite"_s;
}

CommandContext::CommandContext(Arguments arguments, QIODevice &out, QIODevice &err, QIODevice &in)
    : m_arguments(std::move(arguments)), m_out(out), m_err(err), m_in(in)
{ }

Result<void> CommandContext::prepare()
{
    if (m_arguments.has(u"as"_s)) {
        bool isNumber = false;
        const QString staff = m_arguments.value(u"as"_s);
        if (staff.toLongLong(&isNumber) < 1 || !isNumber)
            return Error{ErrorKind::BadInput, Text::tr("--as %1 is not the number of a user.").arg(staff), {}};
    }
    if (!m_arguments.has(u"today"_s))
        return {};
    const QString text = m_arguments.value(u"today"_s);
    const QDate today = QDate::fromString(text, Qt::ISODate);
    if (!today.isValid() || text.size() != 10)
        return Error{ErrorKind::BadInput, Text::tr("--today %1 is not a date. Write it as 2026-11-30.").arg(text), {}};
    // Demo data reaches years back and ahead, and times have four digits for the year.
    if (today.year() < 1900 || today.year() > 2200)
        return Error{ErrorKind::BadInput, Text::tr("--today %1 is not between 1900 and 2200.").arg(text), {}};
    m_clock = Clock::pinned(today);
    return {};
}

Result<Profile> CommandContext::profile() const
{
    const int named =
        int(m_arguments.has(u"sqlite"_s)) + int(m_arguments.has(u"postgres"_s)) + int(m_arguments.has(u"profile"_s));
    if (named > 1)
        return Error{ErrorKind::BadInput, Text::tr("Name one database: --sqlite, --postgres or --profile."), {}};
    Profile profile;
    if (m_arguments.has(u"sqlite"_s)) {
        profile.file = m_arguments.value(u"sqlite"_s);
        profile.name = profile.file;
        return profile;
    }
    if (m_arguments.has(u"postgres"_s)) {
        profile.kind = Profile::Kind::Postgres;
        profile.connInfo = m_arguments.value(u"postgres"_s);
        if (const Result<ConnInfo> info = parseConnInfo(profile.connInfo))
            profile.name = placeOf(*info);
        return profile;
    }
    if (m_arguments.has(u"profile"_s)) {
        const QString name = m_arguments.value(u"profile"_s);
        if (const std::optional<Profile> saved = ProfileStore::profile(name))
            return *saved;
        const QStringList known = ProfileStore::names();
        return Error{ErrorKind::NotFound,
                     Text::tr("There is no profile %1. Known profiles: %2.")
                         .arg(name, known.isEmpty() ? Text::tr("none") : known.join(u", "_s)),
                     {}};
    }
    return demoProfile();
}

Profile CommandContext::demoProfile()
{
    Profile profile;
    profile.name = Text::tr("Demo database");
    profile.file = demoDatabasePath();
    return profile;
}

Result<std::unique_ptr<Connection>> CommandContext::open(Access access)
{
    const Result<Profile> wanted = profile();
    if (!wanted)
        return wanted.error();
    const Result<MigrationReport> updated = updateFile(*wanted, m_clock.now());
    if (!updated)
        return updated.error();
    Result<std::unique_ptr<Connection>> connection = Connection::open(*wanted, access);
    if (!connection)
        return connection;
    for (const QString &notice : {updated->notice, (*connection)->notice()}) {
        if (!notice.isEmpty())
            complain(notice);
    }
    return connection;
}

Result<OpenedDatabase> CommandContext::openAndLook(Access access, std::unique_ptr<Connection> &connection)
{
    Result<std::unique_ptr<Connection>> opened = open(access);
    if (!opened)
        return opened.error();
    connection = std::move(opened).value();
    const Value staff = m_arguments.has(u"as"_s) ? Value(m_arguments.value(u"as"_s)) : Value();
    Result<OpenedDatabase> database = lookIntoDatabase(*connection, staff);
    if (database && !database->staffProblem.isEmpty())
        return Error{ErrorKind::Permission, database->staffProblem, {}};
    return database;
}

Result<LiveSchemaPtr> CommandContext::introspectReadOnly(std::unique_ptr<Connection> &connection)
{
    const Result<OpenedDatabase> database = openAndLook(Access::ReadOnly, connection);
    if (!database)
        return database.error();
    for (const QString &notice : database->notices)
        complain(notice);
    return database->schema;
}

void CommandContext::print(const QString &line)
{
    m_out.write(line.toUtf8() + '\n');
}

void CommandContext::printJson(const QJsonObject &document)
{
    m_out.write(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

void CommandContext::complain(const QString &line)
{
    m_err.write(line.toUtf8() + '\n');
}

ExitCode CommandContext::fail(const Error &error)
{
    complain(error.userText);
    return error.kind == ErrorKind::BadInput ? ExitCode::Usage : ExitCode::Failed;
}

ExitCode CommandContext::usage(const QString &sentence)
{
    complain(sentence);
    return ExitCode::Usage;
}

bool CommandContext::confirm(const QString &question)
{
    m_err.write((question + u' ').toUtf8());
    const QByteArray answer = m_in.readLine().trimmed().toLower();
    return answer == "y" || answer == "yes";
}

const QList<Command> &allCommands()
{
    static const QList<Command> commands = databaseCommands() + recordsCommands() + transferCommands()
        + journalCommands() + moderationCommands() + mapCommands();
    return commands;
}

const QList<OptionSpec> &allOptions()
{
    static const QList<OptionSpec> options{
        {u"sqlite"_s, true, false, Text::tr("the database is this SQLite file"), u"FILE"_s},
        {u"postgres"_s, true, false, Text::tr("the database is this PostgreSQL server"), u"CONNINFO"_s},
        {u"profile"_s, true, false, Text::tr("the database is that of a saved profile"), u"NAME"_s},
        {u"json"_s, false, false, Text::tr("print one JSON document"), {}},
        {u"today"_s, true, false, Text::tr("the day to work on (default: today in India)"), u"DATE"_s},
        {u"as"_s, true, false, Text::tr("the staff member who does it"), u"USER_ID"_s},
        {u"yes"_s, false, false, Text::tr("do not ask"), {}},
        {u"demo"_s, false, false, Text::tr("fill it with demo data"), {}},
        {u"scale"_s, true, false, Text::tr("demo data that many times as large"), u"N"_s},
        {u"where"_s, true, true, Text::tr("only rows with this value"), u"COLUMN=VALUE"_s},
        {u"sort"_s, true, true, Text::tr("order by this column"), u"COLUMN[:desc]"_s},
        {u"limit"_s, true, false, Text::tr("at most that many rows (default: 100)"), u"N"_s},
        {u"after"_s, true, false, Text::tr("rows after the one with this key"), u"KEY"_s},
        {u"reason"_s, true, false, Text::tr("why it is done; kept in the journal"), u"TEXT"_s},
        {u"note"_s, true, false, Text::tr("added below what the reporter wrote"), u"TEXT"_s},
        {u"until"_s, true, false, Text::tr("last day of a suspension or pause"), u"DATE"_s},
        {u"available-from"_s, true, false, Text::tr("new move-in date of an approved listing, or none"), u"DATE"_s},
        {u"again"_s, false, false, Text::tr("also a report that was closed outside of the desk"), {}},
        {u"with"_s, true, false, Text::tr("also: profile, listings, conversations, matches, notices"), u"EFFECTS"_s},
        {u"without"_s, true, false, Text::tr("leave these effects out"), u"EFFECTS"_s},
        {u"dry-run"_s, false, false, Text::tr("only say what would be done"), {}},
        {u"local"_s, false, false, Text::tr("keep the journal on this computer"), {}},
        {u"table"_s, true, false, Text::tr("only entries of this table"), u"TABLE"_s},
        {u"out"_s, true, false, Text::tr("write into this file; also -o"), u"FILE"_s},
        {u"format"_s, true, false, Text::tr("csv, xlsx, json, jsonl or sql (default: by the file's name)"),
         u"FORMAT"_s},
        {u"columns"_s, true, false, Text::tr("only these columns, separated by commas"), u"LIST"_s},
        {u"bom"_s, false, false, Text::tr("begin CSV with a byte order mark, for spreadsheets on Windows"), {}},
        {u"no-guard"_s, false, false, Text::tr("write texts that look like formulas as they are"), {}},
        {u"mode"_s, true, false, Text::tr("insert, update or upsert (default: insert)"), u"MODE"_s},
        {u"key"_s, true, false, Text::tr("columns by which rows are found (default: the primary key)"), u"LIST"_s},
        {u"map"_s, true, true, Text::tr("this column of the file is for that one of the table"), u"NAME=COLUMN"_s},
        {u"skip"_s, true, true, Text::tr("leave this column of the file out"), u"NAME"_s},
        {u"by-label"_s, true, true, Text::tr("this column names rows by their labels only"), u"COLUMN"_s},
        {u"dates"_s, true, false, Text::tr("day-first or month-first, where the dates leave it open"), u"ORDER"_s},
        {u"keep-good"_s, false, false, Text::tr("write the rows without problems although others have some"), {}},
        {u"report"_s, true, false, Text::tr("write what becomes of each row into this file"), u"FILE"_s},
        {u"sheet"_s, true, false, Text::tr("read this sheet of the workbook (default: the first)"), u"NAME"_s},
        {u"separator"_s, true, false, Text::tr("what separates the cells of CSV; “tab” for a tab"), u"CHARACTER"_s},
        {u"center"_s, true, false, Text::tr("the place in the middle of the map"), u"LAT,LON"_s},
        {u"zoom"_s, true, false, Text::tr("0 is the world, 18 is a street"), u"Z"_s},
        {u"dark"_s, false, false, Text::tr("in the colours of the dark theme"), {}},
        {u"masked"_s, false, false, Text::tr("write dots in place of the values of persons"), {}},
        {u"screen"_s, true, false, Text::tr("open this screen"), u"NAME"_s},
        {u"pictures"_s, true, false, Text::tr("save a picture of every screen in this folder and end"), u"DIR"_s},
        {u"theme"_s, true, false, Text::tr("light or dark"), u"THEME"_s},
        {u"size"_s, true, false, Text::tr("size of the window or the pictures"), u"WxH"_s},
        {u"self-test"_s, false, false, Text::tr("load every screen and end"), {}},
        {u"help"_s, false, false, Text::tr("show this text"), {}},
        {u"version"_s, false, false, Text::tr("show the version"), {}},
    };
    return options;
}

QStringList globalOptions()
{
    return {u"sqlite"_s, u"postgres"_s, u"profile"_s, u"json"_s, u"today"_s, u"as"_s, u"help"_s};
}

const Command *findCommand(const QStringList &words)
{
    for (const Command &command : allCommands()) {
        if (words.size() >= command.words.size() && words.first(command.words.size()) == command.words)
            return &command;
    }
    return nullptr;
}

QString helpText()
{
    QStringList lines{Text::tr("Usage: ghar-desk [OPTIONS]              open the window"),
                      Text::tr("       ghar-desk COMMAND [OPTIONS]      work without a window"), QString(),
                      Text::tr("Commands:")};
    for (const Command &command : allCommands()) {
        QString left = u"  "_s + command.words.join(u' ');
        if (!command.argumentsHelp.isEmpty())
            left += u' ' + command.argumentsHelp;
        lines.append(left.leftJustified(28) + u"  "_s + command.help);
    }
    lines.append({QString(), Text::tr("Options, before or after the command's words:")});
    for (const OptionSpec &option : allOptions()) {
        const QString left = u"  --"_s + option.name + (option.takesValue ? u' ' + option.valueName : QString());
        lines.append(left.leftJustified(28) + u"  "_s + option.help);
    }
    lines.append(
        {QString(), Text::tr("Exit code: 0 done, 1 refused or failed, 2 wrong usage, 4 waits for a second person.")});
    return lines.join(u'\n');
}

ExitCode runCommandLine(const QStringList &arguments, QIODevice &out, QIODevice &err, QIODevice &in, bool &handled)
{
    handled = true;
    Result<Arguments> parsed = Arguments::parse(arguments, allOptions());
    if (!parsed) {
        err.write(parsed.error().userText.toUtf8() + '\n');
        return ExitCode::Usage;
    }
    CommandContext context(*parsed, out, err, in);
    if (const Result<void> ready = context.prepare(); !ready)
        return context.fail(ready.error());
    if (parsed->has(u"help"_s)) {
        if (context.isJson())
            context.printJson({{u"help"_s, helpText()}});
        else
            context.print(helpText());
        return ExitCode::Done;
    }
    if (parsed->has(u"version"_s)) {
        const QString version = QCoreApplication::applicationVersion();
        if (context.isJson())
            context.printJson({{u"name"_s, QCoreApplication::applicationName()}, {u"version"_s, version}});
        else
            context.print(QCoreApplication::applicationName() + u' ' + version);
        return ExitCode::Done;
    }
    if (parsed->words().isEmpty()) {
        handled = false;
        return ExitCode::Done;
    }
    const Command *command = findCommand(parsed->words());
    if (!command)
        return context.usage(
            Text::tr("There is no command “%1”. See “ghar-desk --help”.").arg(parsed->words().join(u' ')));
    const QStringList allowed = globalOptions() + command->options;
    for (const QString &option : parsed->optionNames()) {
        if (!allowed.contains(option))
            return context.usage(
                Text::tr("The command “%1” takes no option --%2.").arg(command->words.join(u' '), option));
    }
    const ExitCode code = command->run(context, parsed->words().sliced(command->words.size()));
    handled = !command->needsFonts || code != ExitCode::Done;
    return code;
}

int pluralOf(qint64 count)
{
    return int(qMin<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace Ghar

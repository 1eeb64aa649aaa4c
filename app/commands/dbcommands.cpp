// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/dbcommands.h"

#include "database/initializer.h"
#include "database/schemacheck.h"
#include "records/recordreader.h"
#include "schema/schemareader.h"
#include "seed/cleardemo.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseCommands)
};

ExitCode init(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("db init takes no further words: %1.").arg(rest.join(u' ')));
    std::optional<DemoRequest> demo;
    if (context.arguments().has(u"demo"_s))
        demo = DemoRequest{1, context.clock().today()};
    if (context.arguments().has(u"scale"_s)) {
        bool ok = false;
        const int scale = context.arguments().value(u"scale"_s).toInt(&ok);
        if (!ok || scale < 1 || scale > 10'000)
            return context.usage(
                Text::tr("--scale %1 is not a number from 1 to 10000.").arg(context.arguments().value(u"scale"_s)));
        if (!demo)
            return context.usage(Text::tr("--scale needs --demo."));
        demo->scale = scale;
    }
    const Result<Profile> profile = context.profile();
    if (!profile)
        return context.fail(profile.error());
    const bool isNamed = context.arguments().has(u"sqlite"_s) || context.arguments().has(u"postgres"_s)
        || context.arguments().has(u"profile"_s);
    if (!isNamed && !demo)
        return context.usage(
            Text::tr("Say where: --sqlite FILE or --postgres CONNINFO. Only the demo has a place of its own."));
    const bool isFile = profile->kind == Profile::Kind::Sqlite;
    const bool existed = isFile && QFileInfo::exists(profile->file);
    if (isFile && !isNamed)
        QDir().mkpath(QFileInfo(profile->file).absolutePath());
    InitReport report;
    std::optional<Error> error;
    {
        Result<std::unique_ptr<Connection>> connection = context.open(Access::ReadWrite);
        if (!connection)
            return context.fail(connection.error());
        Result<InitReport> done = initializeDatabase(**connection, platformSchema(), demo);
        if (done)
            report = *done;
        else
            error = done.error();
    }
    if (error) {
        // Opening made the file; a failed start leaves none behind.
        if (isFile && !existed) {
            for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
                QFile::remove(profile->file + suffix);
        }
        return context.fail(*error);
    }
    if (context.isJson()) {
        context.printJson({{u"created"_s, report.created},
                           {u"updated_from"_s, report.updatedFrom},
                           {u"demo"_s, report.demoFilled},
                           {u"rows"_s, report.rows},
                           {u"remarks"_s, QJsonArray::fromStringList(report.remarks)}});
        return ExitCode::Done;
    }
    for (const QString &remark : std::as_const(report.remarks))
        context.complain(remark);
    if (report.updatedFrom > 0)
        context.print(
            Text::tr("It was initialised before; the desk's own tables were brought up to date from version %1.")
                .arg(report.updatedFrom));
    else if (!report.created && !report.demoFilled)
        context.print(Text::tr("It was initialised before; nothing was changed."));
    else if (report.demoFilled)
        context.print(Text::tr("Done: %n row(s) of demo data.", nullptr, pluralOf(report.rows)));
    else
        context.print(Text::tr("Done: an empty platform database."));
    return ExitCode::Done;
}

ExitCode tables(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("db tables takes no further words: %1.").arg(rest.join(u' ')));
    std::unique_ptr<Connection> connection;
    const Result<LiveSchemaPtr> live = context.introspectReadOnly(connection);
    if (!live)
        return context.fail(live.error());
    QJsonArray list;
    const auto add = [&](const QString &name, const QString &module, const QJsonValue &rows, bool present) {
        if (context.isJson())
            list.append(
                QJsonObject{{u"table"_s, name}, {u"module"_s, module}, {u"rows"_s, rows}, {u"present"_s, present}});
        else
            context.print(
                name.leftJustified(32) + module.leftJustified(18)
                + (present
                       ? (rows.isNull() ? Text::tr("no rights") : QString::number(rows.toInteger())).rightJustified(12)
                       : Text::tr("missing").rightJustified(12)));
    };
    for (const LiveTable &table : (*live)->tables) {
        QJsonValue rows;
        if (table.readable) {
            const RecordSource source(*live, table, {}, connection->dialect(), {});
            const Result<qint64> count = countRows(*connection, source);
            if (!count && count.error().kind != ErrorKind::Permission)
                return context.fail(count.error());
            if (count)
                rows = *count;
        }
        add(table.table.name, table.table.module, rows, true);
    }
    for (const QString &name : (*live)->missingTables)
        add(name, (*live)->catalogue->table(name)->module, QJsonValue(), false);
    if (context.isJson())
        context.printJson({{u"tables"_s, list}});
    return ExitCode::Done;
}

ExitCode check(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("db check takes no further words: %1.").arg(rest.join(u' ')));
    std::unique_ptr<Connection> connection;
    const Result<LiveSchemaPtr> live = context.introspectReadOnly(connection);
    if (!live)
        return context.fail(live.error());
    const QList<SchemaDifference> differences = compareWithCatalogue(**live, connection->dialect().isPostgres());
    bool blocked = false;
    QJsonArray list;
    for (const SchemaDifference &difference : differences) {
        blocked = blocked || difference.blocks;
        if (context.isJson())
            list.append(
                QJsonObject{{u"table"_s, difference.table},
                            {u"column"_s, difference.column.isEmpty() ? QJsonValue() : QJsonValue(difference.column)},
                            {u"kind"_s, difference.kind},
                            {u"expected"_s, difference.expected},
                            {u"found"_s, difference.found},
                            {u"blocks"_s, difference.blocks}});
        else
            context.print(describe(difference));
    }
    if (context.isJson())
        context.printJson({{u"server"_s, (*live)->server}, {u"differences"_s, list}, {u"blocked"_s, blocked}});
    else if (differences.isEmpty())
        context.print(Text::tr("The database is as the catalogue has it."));
    return blocked ? ExitCode::Failed : ExitCode::Done;
}

ExitCode clearDemo(CommandContext &context, const QStringList &rest)
{
    if (!rest.isEmpty())
        return context.usage(Text::tr("db clear-demo takes no further words: %1.").arg(rest.join(u' ')));
    const Result<Profile> profile = context.profile();
    if (!profile)
        return context.fail(profile.error());
    if (profile->kind == Profile::Kind::Sqlite && !QFileInfo::exists(profile->file))
        return context.fail(
            {ErrorKind::NotFound, Text::tr("There is no file %1.").arg(QDir::toNativeSeparators(profile->file)), {}});
    Result<std::unique_ptr<Connection>> connection = context.open(Access::ReadWrite);
    if (!connection)
        return context.fail(connection.error());
    const Result<LiveSchemaPtr> live = introspect(**connection, platformSchema());
    if (!live)
        return context.fail(live.error());
    if (context.arguments().has(u"as"_s)) {
        const Result<StaffMember> member =
            readStaffMember(**connection, **live, context.arguments().value(u"as"_s).toLongLong());
        if (!member)
            return context.fail(member.error());
        if (member->isAgent)
            return context.fail(
                {ErrorKind::Permission,
                 Text::tr("%1 works as an agent; only an admin deletes the demo rows.").arg(member->name),
                 {}});
    }
    const Result<ClearDemoPlan> plan = planClearDemo(**connection, **live);
    if (!plan)
        return context.fail(plan.error());
    const auto show = [&](const QString &line) { context.isJson() ? context.complain(line) : context.print(line); };
    for (const QString &line : describe(*plan))
        show(line);
    const auto json = [&](bool done) {
        QJsonObject deleted;
        for (const auto &[table, count] : plan->deletedRows)
            deleted.insert(table, count);
        QJsonArray cleared;
        for (const ClearDemoPlan::ClearedReference &reference : plan->clearedReferences)
            cleared.append(QJsonObject{
                {u"table"_s, reference.table}, {u"column"_s, reference.column}, {u"rows"_s, reference.rows}});
        QJsonArray kept;
        for (const ClearDemoPlan::KeptOwner &owner : plan->keptOwners)
            kept.append(
                QJsonObject{{u"property_id"_s, owner.propertyId.text()}, {u"owner_id"_s, owner.ownerId.text()}});
        context.printJson(
            {{u"deleted"_s, deleted}, {u"cleared"_s, cleared}, {u"kept_owners"_s, kept}, {u"done"_s, done}});
    };
    if (plan->deletedRows.isEmpty()) {
        if (context.isJson())
            json(true);
        return ExitCode::Done;
    }
    if (!context.arguments().has(u"yes"_s) && !context.confirm(Text::tr("Delete these rows? [y/N]"))) {
        context.complain(Text::tr("Nothing was changed."));
        if (context.isJson())
            json(false);
        return ExitCode::Failed;
    }
    if (const Result<void> done = clearDemoData(**connection, **live, *plan); !done)
        return context.fail(done.error());
    if (context.isJson())
        json(true);
    else
        context.print(Text::tr("Done."));
    return ExitCode::Done;
}

} // namespace

QList<Command> databaseCommands()
{
    return {
        {{u"db"_s, u"init"_s},
         {},
         Text::tr("make an empty platform database, or one with demo data"),
         {u"demo"_s, u"scale"_s},
         init},
        {{u"db"_s, u"tables"_s}, {}, Text::tr("list the tables with their row counts"), {}, tables},
        {{u"db"_s, u"check"_s}, {}, Text::tr("compare the database with the catalogue"), {}, check},
        {{u"db"_s, u"clear-demo"_s}, {}, Text::tr("delete the demo rows and nothing else"), {u"yes"_s}, clearDemo},
    };
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/transfercommands.h"

#include "commands/tablearguments.h"
#include "core/datehabit.h"
#include "records/changeauthor.h"
#include "transfer/exporter.h"
#include "transfer/importer.h"
#include "transfer/importpreview.h"
#include "transfer/importreportfile.h"
#include "transfer/rowsourcefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TransferCommands)
};

/// The format that is named or that the file's name tells.
Result<TransferFormat> formatOf(const CommandContext &context, const QString &path,
                                std::optional<TransferFormat> otherwise)
{
    if (context.arguments().has(u"format"_s)) {
        const QString name = context.arguments().value(u"format"_s);
        if (const std::optional<TransferFormat> named = transferFormatNamed(name))
            return *named;
        return Error{ErrorKind::BadInput,
                     Text::tr("--format %1 is none of %2.").arg(name, transferFormatNames().join(u", "_s)),
                     {}};
    }
    const std::optional<TransferFormat> told = path.isEmpty() ? otherwise : transferFormatOf(path);
    if (told)
        return *told;
    return Error{ErrorKind::BadInput,
                 Text::tr("The name %1 does not tell the format. Add --format: %2.")
                     .arg(path, transferFormatNames().join(u", "_s)),
                 {}};
}

Result<QStringList> columnsOf(const CommandContext &context, const LiveTable &table)
{
    if (!context.arguments().has(u"columns"_s))
        return exportableColumns(table);
    const QStringList names = context.arguments().value(u"columns"_s).split(u',', Qt::SkipEmptyParts);
    const QStringList known = exportableColumns(table);
    for (const QString &name : names) {
        if (const Result<const Column *> column = columnNamed(table, name); !column)
            return column.error();
        if (!known.contains(name))
            return Error{ErrorKind::BadInput, Text::tr("%1 cannot be exported; the server makes it.").arg(name), {}};
    }
    if (names.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("--columns names no column."), {}};
    return names;
}

ExitCode exportTable(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 1)
        return context.usage(Text::tr("records export needs the name of one table."));
    const QString path = context.arguments().value(u"out"_s);
    const Result<TransferFormat> format =
        formatOf(context, path, context.isJson() ? TransferFormat::Json : TransferFormat::Csv);
    if (!format)
        return context.fail(format.error());
    if (path.isEmpty() && *format == TransferFormat::Xlsx)
        return context.usage(Text::tr("A workbook is written to a file. Add --out FILE."));
    if (path.isEmpty() && context.isJson() && *format != TransferFormat::Json)
        return context.usage(Text::tr("With --json, standard output is JSON. Add --out FILE for another format."));
    std::unique_ptr<Connection> connection;
    const Result<LiveSchemaPtr> live = context.introspectReadOnly(connection);
    if (!live)
        return context.fail(live.error());
    const Result<const LiveTable *> table = tableNamed(**live, rest.first());
    if (!table)
        return context.fail(table.error());
    const Result<TableQuery> query = tableQueryOf(context, **live, **table);
    if (!query)
        return context.fail(query.error());
    const Result<QStringList> columns = columnsOf(context, **table);
    if (!columns)
        return context.fail(columns.error());
    const RecordSource source(*live, **table, *query, connection->dialect(), *columns);
    ExportRequest request;
    request.format = *format;
    request.csv.byteOrderMark = context.arguments().has(u"bom"_s);
    request.csv.guardsFormulas = !context.arguments().has(u"no-guard"_s);
    request.isMasked = context.arguments().has(u"masked"_s);
    const Result<qint64> written = path.isEmpty() ? exportToDevice(*connection, source, request, context.output())
                                                  : exportToFile(*connection, source, request, path);
    if (!written)
        return context.fail(written.error());
    if (path.isEmpty())
        return ExitCode::Done;
    if (context.isJson())
        context.printJson(
            {{u"table"_s, rest.first()}, {u"rows"_s, *written}, {u"format"_s, nameOf(*format)}, {u"file"_s, path}});
    else
        context.print(Text::tr("%n row(s) of %1 are in %2.", nullptr, pluralOf(*written))
                          .arg(rest.first(), QDir::toNativeSeparators(path)));
    return ExitCode::Done;
}

/// What --map, --skip and --by-label make of the mapping that the names give.
Result<ImportMapping> mappingOf(const CommandContext &context, const LiveTable &table, ImportMapping mapping)
{
    const auto entryOf = [&mapping](const QString &name) {
        return std::find_if(mapping.begin(), mapping.end(),
                            [&name](const MappedColumn &mapped) { return mapped.name == name; });
    };
    const auto unknown = [](const QString &name) {
        return Error{ErrorKind::BadInput, Text::tr("The file has no column “%1”.").arg(name), {}};
    };
    const QStringList skipped = context.arguments().values(u"skip"_s);
    for (const QString &pair : context.arguments().values(u"map"_s)) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        if (equals < 1)
            return Error{ErrorKind::BadInput, Text::tr("--map %1 is not of the form NAME=COLUMN.").arg(pair), {}};
        const auto mapped = entryOf(pair.first(equals));
        if (mapped == mapping.end())
            return unknown(pair.first(equals));
        mapped->column = pair.mid(equals + 1);
    }
    for (const QString &name : skipped) {
        const auto mapped = entryOf(name);
        if (mapped == mapping.end())
            return unknown(name);
        mapped->column.clear();
    }
    for (const QString &column : context.arguments().values(u"by-label"_s)) {
        const auto mapped = std::find_if(mapping.begin(), mapping.end(),
                                         [&column](const MappedColumn &entry) { return entry.column == column; });
        if (mapped == mapping.end())
            return Error{
                ErrorKind::BadInput, Text::tr("--by-label %1: the file gives no such column.").arg(column), {}};
        mapped->isByLabel = true;
    }
    // A misspelled name must not drop a column unseen.
    for (const MappedColumn &mapped : std::as_const(mapping)) {
        if (mapped.column.isEmpty() && !skipped.contains(mapped.name))
            return Error{
                ErrorKind::BadInput,
                Text::tr("“%1” of the file is no column of %2. Say which with --map “%1=COLUMN”, or leave it out "
                         "with --skip “%1”. Nothing was written.")
                    .arg(mapped.name, table.table.name),
                {}};
    }
    return mapping;
}

Result<ImportPlan> planOf(const CommandContext &context, const LiveTable &table, TransferFormat format)
{
    const Arguments &arguments = context.arguments();
    ImportPlan plan;
    plan.table = table.table.name;
    plan.format = format;
    plan.isDryRun = arguments.has(u"dry-run"_s);
    plan.keepsGood = arguments.has(u"keep-good"_s);
    const QString mode = arguments.value(u"mode"_s, u"insert"_s);
    if (mode == "update"_L1)
        plan.mode = ImportMode::Update;
    else if (mode == "upsert"_L1)
        plan.mode = ImportMode::Upsert;
    else if (mode != "insert"_L1)
        return Error{ErrorKind::BadInput, Text::tr("--mode %1 is none of insert, update, upsert.").arg(mode), {}};
    plan.keyColumns = arguments.value(u"key"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : std::as_const(plan.keyColumns)) {
        if (const Result<const Column *> column = columnNamed(table, name); !column)
            return column.error();
    }
    const QString dates = arguments.value(u"dates"_s);
    if (dates == "day-first"_L1)
        plan.dateOrder = DateOrder::DayFirst;
    else if (dates == "month-first"_L1)
        plan.dateOrder = DateOrder::MonthFirst;
    else if (!dates.isEmpty())
        return Error{ErrorKind::BadInput, Text::tr("--dates %1 is neither day-first nor month-first.").arg(dates), {}};
    return plan;
}

/// What the person is told of an import.
ExitCode tell(CommandContext &context, const ImportPlan &plan, const ImportReport &report, const QString &changeId)
{
    const bool isWritten = report.state == ImportReport::State::Written;
    const bool isGood = isWritten || (report.state == ImportReport::State::DryRun && report.refused == 0);
    for (const QString &notice : report.notices)
        context.complain(notice);
    if (report.state == ImportReport::State::Unknown)
        context.complain(
            Text::tr("The connection was lost while it was committed. “ghar-desk journal list” says whether "
                     "change %1 is there.")
                .arg(changeId));
    if (context.isJson()) {
        QJsonArray problems;
        for (const ImportProblem &problem : report.problems)
            problems.append(QJsonObject{{u"row"_s, problem.row},
                                        {u"line"_s, problem.line},
                                        {u"column"_s, problem.column.isEmpty() ? QJsonValue() : problem.column},
                                        {u"problem"_s, problem.sentence}});
        QJsonObject mapping;
        for (const MappedColumn &mapped : plan.mapping)
            mapping.insert(mapped.name, mapped.column.isEmpty() ? QJsonValue() : QJsonValue(mapped.column));
        context.printJson({{u"table"_s, plan.table},
                           {u"rows"_s, report.rows},
                           {u"inserted"_s, report.inserted},
                           {u"updated"_s, report.updated},
                           {u"unchanged"_s, report.unchanged},
                           {u"refused"_s, report.refused},
                           {u"dry_run"_s, plan.isDryRun},
                           {u"written"_s, isWritten},
                           {u"change"_s, isWritten ? QJsonValue(changeId) : QJsonValue()},
                           {u"mapping"_s, mapping},
                           {u"problems"_s, problems}});
        return isGood ? ExitCode::Done : ExitCode::Failed;
    }
    for (const ImportProblem &problem : report.problems) {
        const QString place = problem.column.isEmpty() ? QString() : problem.column + u": "_s;
        context.complain(Text::tr("Row %1, line %2: ").arg(problem.row).arg(problem.line) + place + problem.sentence);
    }
    if (report.refused > report.problems.size())
        context.complain(Text::tr("There are more; --report FILE has all of them."));
    context.print(
        Text::tr("%n row(s): %1 new, %2 changed, %3 as before, %4 with problems.", nullptr, pluralOf(report.rows))
            .arg(report.inserted)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.refused));
    if (isWritten)
        context.print(Text::tr("Done, as change %1.").arg(changeId));
    else if (report.state == ImportReport::State::DryRun)
        context.print(Text::tr("This was a dry run. Nothing was written."));
    else if (report.state == ImportReport::State::Problems)
        context.print(
            Text::tr("Nothing was written. Mend the file, or write the rows without problems with --keep-good."));
    return isGood ? ExitCode::Done : ExitCode::Failed;
}

/// Everything that stands between the file and the import: whose it is, what it is, and a yes where it is dangerous.
Result<ChangeHeader> headerFor(CommandContext &context, const OpenedDatabase &opened, Connection &connection,
                               const ImportPlan &plan)
{
    if (!plan.isDryRun && !opened.staff && needsStaff(connection.profile(), *opened.schema))
        return Error{ErrorKind::BadInput, Text::tr("On a server a change names who makes it. Add --as USER_ID."), {}};
    if (!plan.isDryRun && environmentOf(connection.profile(), opened.schema->isDemo) == Environment::Production
        && !context.arguments().has(u"yes"_s)
        && !context.confirm(
            Text::tr("%1 is in production. Import into %2? [y/N]").arg(connection.profile().name, plan.table)))
        return Error{ErrorKind::Refused, Text::tr("Nothing was written."), {}};
    Result<ChangeHeader> header =
        beginChange(opened.staff, context.clock().now(), u"import"_s, context.arguments().value(u"reason"_s));
    if (!header)
        return header;
    const Result<QString> role = databaseRole(connection);
    if (!role)
        return role.error();
    header->role = *role;
    return header;
}

ExitCode importFile(CommandContext &context, const QStringList &rest)
{
    if (rest.size() != 2)
        return context.usage(Text::tr("records import needs a table and a file."));
    const QString path = rest.last();
    const Result<TransferFormat> format = formatOf(context, path, std::nullopt);
    if (!format)
        return context.fail(format.error());
    ReadStyle style;
    style.format = *format;
    style.sheet = context.arguments().value(u"sheet"_s);
    const QString separator = context.arguments().value(u"separator"_s);
    if (separator.size() > 1 && separator != "tab"_L1)
        return context.usage(Text::tr("--separator %1 is neither one character nor “tab”.").arg(separator));
    if (!separator.isEmpty())
        style.separator = separator == "tab"_L1 ? '\t' : separator.front().toLatin1();
    const RowSourceFactory source = rowSourceOf(path, style);
    std::unique_ptr<Connection> connection;
    const Result<OpenedDatabase> opened = context.openAndLook(Access::ReadWrite, connection);
    if (!opened)
        return context.fail(opened.error());
    for (const QString &notice : opened->notices)
        context.complain(notice);
    const Result<const LiveTable *> table = tableNamed(*opened->schema, rest.first());
    if (!table)
        return context.fail(table.error());
    Result<ImportPlan> plan = planOf(context, **table, *format);
    if (!plan)
        return context.fail(plan.error());
    const Result<ImportPreview> preview = previewImport(*opened->schema, *plan, source, 0);
    const Result<ImportMapping> mapping =
        preview ? mappingOf(context, **table, preview->mapping) : Result<ImportMapping>(preview.error());
    if (!mapping)
        return context.fail(mapping.error());
    plan->mapping = *mapping;
    const Result<ChangeHeader> header = headerFor(context, *opened, *connection, *plan);
    if (!header)
        return context.fail(header.error());
    std::unique_ptr<ImportReportFile> file;
    if (context.arguments().has(u"report"_s)) {
        Result<std::unique_ptr<ImportReportFile>> begun =
            ImportReportFile::open(context.arguments().value(u"report"_s));
        if (!begun)
            return context.fail(begun.error());
        file = std::move(begun).value();
    }
    const Result<ImportReport> report =
        importRows(*connection, *opened->schema, *plan, source, *header, {},
                   file ? [&file](const ImportRow &row) { return file->add(row); } : ImportRowSink());
    if (!report) {
        Error error = report.error();
        // In the window there is a box for it; here there is an option.
        if (error.detail == DateEvidence::openOrder)
            error.userText += u' ' + Text::tr("Add --dates day-first or --dates month-first.");
        return context.fail(error);
    }
    if (file) {
        if (const Result<void> written = file->finish(); !written)
            context.complain(written.error().userText);
    }
    return tell(context, *plan, *report, header->changeId);
}

} // namespace

QList<Command> transferCommands()
{
    return {{{u"records"_s, u"export"_s},
             u"TABLE"_s,
             Text::tr("write all rows as CSV, XLSX, JSON, JSON Lines or SQL"),
             {u"where"_s, u"sort"_s, u"columns"_s, u"format"_s, u"out"_s, u"bom"_s, u"no-guard"_s, u"masked"_s},
             exportTable},
            {{u"records"_s, u"import"_s},
             u"TABLE FILE"_s,
             Text::tr("read rows from CSV, XLSX, JSON or JSON Lines; all or nothing"),
             {u"format"_s, u"mode"_s, u"key"_s, u"map"_s, u"skip"_s, u"by-label"_s, u"dates"_s, u"dry-run"_s,
              u"keep-good"_s, u"report"_s, u"sheet"_s, u"separator"_s, u"reason"_s, u"yes"_s},
             importFile}};
}

} // namespace Ghar

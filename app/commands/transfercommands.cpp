// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/transfercommands.h"

#include "commands/tablearguments.h"
#include "transfer/exporter.h"

#include <QCoreApplication>
#include <QDir>

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
        context.print(
            Text::tr("%1 rows of %2 are in %3.").arg(*written).arg(rest.first(), QDir::toNativeSeparators(path)));
    return ExitCode::Done;
}

} // namespace

QList<Command> transferCommands()
{
    return {{{u"records"_s, u"export"_s},
             u"TABLE"_s,
             Text::tr("write all rows as CSV, XLSX, JSON, JSON Lines or SQL"),
             {u"where"_s, u"sort"_s, u"columns"_s, u"format"_s, u"out"_s, u"bom"_s, u"no-guard"_s, u"masked"_s},
             exportTable}};
}

} // namespace Ghar

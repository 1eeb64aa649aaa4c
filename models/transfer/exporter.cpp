// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exporter.h"

#include "database/transaction.h"
#include "transfer/jsonwriter.h"
#include "transfer/sqlwriter.h"
#include "transfer/xlsxfilewriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <filesystem>
#include <optional>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Exporter)
};

constexpr qint64 progressStep = 1000;

Error stopped()
{
    return {ErrorKind::Cancelled, Text::tr("Stopped. Nothing was written."), {}};
}

/// The writer for a format of plain text.
std::unique_ptr<RowSink> sinkFor(const RecordSource &source, const ExportRequest &request, QIODevice &device)
{
    switch (request.format) {
    case TransferFormat::Csv:
        return std::make_unique<CsvWriter>(device, request.csv);
    case TransferFormat::Json:
        return std::make_unique<JsonWriter>(device, JsonWriter::Form::Array);
    case TransferFormat::JsonLines:
        return std::make_unique<JsonWriter>(device, JsonWriter::Form::Lines);
    case TransferFormat::Sql: {
        auto writer = std::make_unique<SqlWriter>(device, source.dialect);
        writer->setGivesIdentity(source.table.table.keyGeneration == KeyGeneration::IdentityAlways);
        return writer;
    }
    case TransferFormat::Xlsx:
        break;
    }
    return {};
}

/// The statement that reads the whole values of one segment's rows.
Sql readingStatement(const RecordSource &source, int segment)
{
    Sql sql;
    QStringList columns;
    for (const Column &column : source.columns)
        columns.append(source.dialect.read(column));
    const QString where = source.order.where(sql, segment, nullptr);
    sql.text = u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + source.table.from() + where
        + source.order.orderBy(segment);
    return sql;
}

} // namespace

QStringList exportableColumns(const LiveTable &table)
{
    QStringList names;
    for (const Column &column : table.table.columns) {
        if (column.type != ColumnType::TextSearchVector)
            names.append(column.name);
    }
    return names;
}

Result<qint64> exportRows(Connection &connection, const RecordSource &source, RowSink &sink, bool isMasked,
                          const ExportProgress &progress)
{
    // One moment for all segments, and for a reader that takes minutes.
    std::optional<Transaction> snapshot;
    if (!connection.isInTransaction()) {
        snapshot.emplace(connection);
        if (const Result<void> begun = snapshot->begin(); !begun)
            return begun.error();
    }
    if (const Result<void> begun = sink.begin(source.table.table.name, source.columns); !begun)
        return begun.error();
    static const Value dots(u"••••"_s);
    const std::shared_ptr<Canceller> canceller = connection.canceller();
    qint64 written = 0;
    std::optional<Error> error;
    Row row(source.columns.size());
    for (int segment = 0; segment < source.order.segmentCount(); ++segment) {
        const Result<void> read = connection.forEach(readingStatement(source, segment), [&](const Row &raw) {
            if (error)
                return false; // a server sends on until it has heard of the cancelling
            for (qsizetype i = 0; i < raw.size(); ++i) {
                const Column &column = source.columns.at(i);
                const bool isHidden = isMasked && column.sensitivity != Sensitivity::None && !raw.at(i).isNull();
                row[i] = isHidden ? dots : source.dialect.decode(column, raw.at(i));
            }
            if (const Result<void> added = sink.add(row); !added)
                error = added.error();
            else if (++written % progressStep == 0 && progress && !progress(written))
                error = stopped();
            if (error)
                canceller->cancel();
            return !error;
        });
        if (error)
            return *error;
        if (!read)
            return read.error().kind == ErrorKind::Cancelled ? stopped() : read.error();
    }
    if (progress && !progress(written))
        return stopped();
    if (const Result<void> finished = sink.finish(); !finished)
        return finished.error();
    return written;
}

Result<qint64> exportToDevice(Connection &connection, const RecordSource &source, const ExportRequest &request,
                              QIODevice &device, const ExportProgress &progress)
{
    const std::unique_ptr<RowSink> sink = sinkFor(source, request, device);
    if (!sink)
        return Error{ErrorKind::BadInput, Text::tr("A workbook is written to a file. Name one."), {}};
    return exportRows(connection, source, *sink, request.isMasked, progress);
}

Result<qint64> exportToFile(Connection &connection, const RecordSource &source, const ExportRequest &request,
                            const QString &path, const ExportProgress &progress)
{
    // Beside the file, so that putting it in place is one step on one disk.
    QTemporaryFile file(QFileInfo(path).absoluteFilePath() + u".XXXXXX"_s);
    const auto failed = [&path](const Error &error) {
        return Error{error.kind,
                     Text::tr("%1 could not be written. %2").arg(QDir::toNativeSeparators(path), error.userText),
                     error.detail};
    };
    if (!file.open())
        return failed({ErrorKind::Permission,
                       Text::tr("The folder cannot be written: %1. Choose another one.").arg(file.errorString()),
                       file.errorString()});
    Result<qint64> written = 0;
    if (request.format == TransferFormat::Xlsx) {
        XlsxFileWriter sink(file.fileName());
        written = exportRows(connection, source, sink, request.isMasked, progress);
    } else {
        written = exportToDevice(connection, source, request, file, progress);
        if (written && !file.flush())
            written = Error{ErrorKind::DiskFull, file.errorString() + u'.', file.errorString()};
    }
    if (!written) {
        if (written.error().kind == ErrorKind::Cancelled)
            return written;
        return failed(written.error());
    }
    std::error_code code;
    std::filesystem::rename(QFile(file.fileName()).filesystemFileName(), QFile(path).filesystemFileName(), code);
    if (code)
        return failed({ErrorKind::Permission, QString::fromStdString(code.message()) + u'.', {}});
    file.setAutoRemove(false);
    return written;
}

} // namespace Ghar

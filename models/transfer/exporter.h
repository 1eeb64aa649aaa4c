// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "records/recordreader.h"
#include "transfer/csvwriter.h"
#include "transfer/transferformat.h"

#include <functional>
#include <memory>

namespace Ghar {

/// What is written and how.
struct ExportRequest
{
    TransferFormat format = TransferFormat::Csv;
    CsvStyle csv;
    bool isMasked = false; ///< dots in place of the values of persons
};

/// Gets the number of rows so far and returns false to stop.
using ExportProgress = std::function<bool(qint64)>;

/// The columns of a table that can be exported: all but those that the server makes of others.
[[nodiscard]] QStringList exportableColumns(const LiveTable &table);

/// Writes all rows of the source in its order, whole values, as they arrive from the database: memory does not grow
/// with their number. All of them are of one moment, whatever colleagues write meanwhile. Returns the number of rows.
/// Stopping gives ErrorKind::Cancelled; so does a cancelled token of the worker on which it runs.
[[nodiscard]] Result<qint64> exportRows(Connection &connection, const RecordSource &source, RowSink &sink,
                                        bool isMasked, const ExportProgress &progress = {});

/// The same into a file, which is there whole or not at all: after an error an older file is as it was. It is readable
/// by its owner only, since it may hold values of persons.
[[nodiscard]] Result<qint64> exportToFile(Connection &connection, const RecordSource &source,
                                          const ExportRequest &request, const QString &path,
                                          const ExportProgress &progress = {});

/// The same to a device. Workbooks need a file.
[[nodiscard]] Result<qint64> exportToDevice(Connection &connection, const RecordSource &source,
                                            const ExportRequest &request, QIODevice &device,
                                            const ExportProgress &progress = {});

} // namespace Ghar

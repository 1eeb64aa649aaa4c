// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rowsourcefile.h"

#include "transfer/csvreader.h"
#include "transfer/jsonreader.h"
#include "transfer/xlsxreader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowSource)
};

Result<std::unique_ptr<RowSource>> readerOf(std::unique_ptr<QIODevice> device, const ReadStyle &style)
{
    switch (style.format) {
    case TransferFormat::Csv:
        return std::unique_ptr<RowSource>(std::make_unique<CsvReader>(std::move(device), style.separator));
    case TransferFormat::Json:
        return std::unique_ptr<RowSource>(std::make_unique<JsonReader>(std::move(device), JsonReader::Form::Array));
    case TransferFormat::JsonLines:
        return std::unique_ptr<RowSource>(std::make_unique<JsonReader>(std::move(device), JsonReader::Form::Lines));
    case TransferFormat::Xlsx:
        return std::unique_ptr<RowSource>(std::make_unique<XlsxReader>(std::move(device), style.sheet));
    case TransferFormat::Sql:
        break;
    }
    return Error{
        ErrorKind::BadInput, Text::tr("Rows cannot be read from a file of the form %1.").arg(nameOf(style.format)), {}};
}

} // namespace

RowSourceFactory rowSourceOf(const QString &path, const ReadStyle &style)
{
    return [path, style]() -> Result<std::unique_ptr<RowSource>> {
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::ReadOnly))
            return Error{file->exists() ? ErrorKind::Permission : ErrorKind::NotFound,
                         Text::tr("%1 cannot be read: %2. Nothing was written.")
                             .arg(QDir::toNativeSeparators(path), file->errorString()),
                         file->errorString()};
        return readerOf(std::move(file), style);
    };
}

RowSourceFactory rowSourceOf(const QByteArray &content, const ReadStyle &style)
{
    return [content, style]() -> Result<std::unique_ptr<RowSource>> {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(content);
        buffer->open(QIODevice::ReadOnly);
        return readerOf(std::move(buffer), style);
    };
}

} // namespace Ghar

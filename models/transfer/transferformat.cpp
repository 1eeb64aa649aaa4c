// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/transferformat.h"

#include <QFileInfo>
#include <QList>

#include <utility>

using namespace Qt::StringLiterals;

namespace Ghar {

static const QList<std::pair<TransferFormat, QString>> &formatNames()
{
    static const QList<std::pair<TransferFormat, QString>> names{{TransferFormat::Csv, u"csv"_s},
                                                                 {TransferFormat::Xlsx, u"xlsx"_s},
                                                                 {TransferFormat::Json, u"json"_s},
                                                                 {TransferFormat::JsonLines, u"jsonl"_s},
                                                                 {TransferFormat::Sql, u"sql"_s}};
    return names;
}

QString nameOf(TransferFormat format)
{
    for (const auto &[known, name] : formatNames()) {
        if (known == format)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<TransferFormat> transferFormatNamed(const QString &name)
{
    for (const auto &[format, known] : formatNames()) {
        if (known == name)
            return format;
    }
    return std::nullopt;
}

std::optional<TransferFormat> transferFormatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "ndjson"_L1)
        return TransferFormat::JsonLines;
    if (ending == "tsv"_L1 || ending == "txt"_L1)
        return TransferFormat::Csv;
    return transferFormatNamed(ending);
}

QStringList transferFormatNames()
{
    QStringList names;
    for (const auto &[format, name] : formatNames())
        names.append(name);
    return names;
}

} // namespace Ghar

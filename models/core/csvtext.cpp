// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvtext.h"

#include "core/formulaguard.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvText)
};

} // namespace

bool needsCsvQuotes(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
}

QString csvQuoted(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString csvField(QString text)
{
    text = guardedText(std::move(text));
    return needsCsvQuotes(text) ? csvQuoted(std::move(text)) : text;
}

Result<void> writeCsvLine(QIODevice &out, const QStringList &fields)
{
    QStringList cells;
    for (const QString &field : fields)
        cells.append(csvField(field));
    const QByteArray line = cells.join(u',').toUtf8() + "\r\n";
    if (out.write(line) != line.size())
        return Error{ErrorKind::DiskFull,
                     Text::tr("The file could not be written to its end: %1").arg(out.errorString()),
                     out.errorString()};
    return {};
}

} // namespace Ghar

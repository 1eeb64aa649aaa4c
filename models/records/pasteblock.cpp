// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/pasteblock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

/// Where the quoted cell that begins at `from` ends: the place of its closing quote, or -1 when it is none.
qsizetype closingQuote(const QString &text, qsizetype from)
{
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text.at(i) != u'"')
            continue;
        if (i + 1 < text.size() && text.at(i + 1) == u'"') {
            ++i;
            continue;
        }
        const bool ends = i + 1 == text.size() || text.at(i + 1) == u'\t' || text.at(i + 1) == u'\n';
        return ends ? i : -1;
    }
    return -1;
}

} // namespace

QList<QStringList> cellsOfBlock(const QString &text)
{
    QString block = text;
    block.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QList<QStringList> lines;
    QStringList line;
    qsizetype at = 0;
    while (at < block.size()) {
        const qsizetype quote = block.at(at) == u'"' ? closingQuote(block, at) : -1;
        QString cell;
        if (quote >= 0) {
            cell = block.sliced(at + 1, quote - at - 1).replace("\"\""_L1, "\""_L1);
            at = quote + 1;
        } else {
            const qsizetype from = at;
            while (at < block.size() && block.at(at) != u'\t' && block.at(at) != u'\n')
                ++at;
            cell = block.sliced(from, at - from);
        }
        line.append(cell);
        if (at < block.size() && block.at(at) == u'\t') {
            ++at;
            if (at == block.size())
                line.append(QString()); // the last cell is empty
        } else if (at < block.size()) {
            ++at;
            lines.append(std::exchange(line, {}));
        }
    }
    if (!line.isEmpty())
        lines.append(line);
    qsizetype width = 0;
    for (const QStringList &row : std::as_const(lines))
        width = std::max(width, row.size());
    for (QStringList &row : lines) {
        while (row.size() < width)
            row.append(QString());
    }
    return lines;
}

QList<QStringList> withoutHeading(QList<QStringList> cells, const QStringList &columns)
{
    if (cells.size() > 1 && !columns.isEmpty()
        && cells.constFirst() == columns.first(std::min(cells.constFirst().size(), columns.size())))
        cells.removeFirst();
    return cells;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers.h"

#include "records/changeset.h"
#include "transfer/csvwriter.h"
#include "transfer/rowsourcefile.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

struct Content
{
    QStringList names;
    QList<QList<SourceCell>> rows;
    bool isWhole = false; ///< no error and no row with a problem
};

/// Reads everything and looks whether the promises of RowSource are kept.
QString read(const QByteArray &input, TransferFormat format, Content &content, char separator = 0)
{
    const Result<std::unique_ptr<RowSource>> source = rowSourceOf(input, {format, separator, {}})();
    if (!source)
        return u"there is no reader"_s;
    if (const Result<void> begun = (*source)->begin(); !begun)
        return begun.error().userText.isEmpty() ? u"an error without a sentence"_s : QString();
    content.names = (*source)->names();
    if (content.names.isEmpty() || content.names.removeDuplicates() > 0 || content.names.contains(QString()))
        return u"names that are empty or equal"_s;
    content.isWhole = true;
    SourceRow row;
    for (;;) {
        const Result<bool> more = (*source)->next(row);
        if (!more) {
            content.isWhole = false;
            return more.error().userText.isEmpty() ? u"an error without a sentence"_s : QString();
        }
        if (!*more)
            return {};
        if (row.cells.size() != content.names.size())
            return u"a row with another number of cells"_s;
        content.isWhole = content.isWhole && row.problem.isEmpty();
        if (content.rows.size() < 5000)
            content.rows.append(row.cells);
    }
}

} // namespace

namespace FuzzReaders {

QString csv(const QByteArray &input)
{
    Content first;
    if (const QString wrong = read(input, TransferFormat::Csv, first); !wrong.isEmpty() || !first.isWhole)
        return wrong;
    // What was read is written and read again as the same.
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, {false, false, ','});
    QList<Column> columns;
    for (const QString &name : std::as_const(first.names)) {
        Column column;
        column.name = name;
        columns.append(column);
    }
    if (!writer.begin({}, columns))
        return u"the rows could not be written"_s;
    for (const QList<SourceCell> &cells : std::as_const(first.rows)) {
        Row row;
        for (const SourceCell &cell : cells)
            row.append(cell.kind == SourceKind::Null ? Value::null() : Value(cell.text));
        if (!writer.add(row))
            return u"the rows could not be written"_s;
    }
    if (!writer.finish())
        return u"the rows could not be written"_s;
    Content second;
    if (const QString wrong = read(buffer.data(), TransferFormat::Csv, second, ','); !wrong.isEmpty())
        return u"again: "_s + wrong;
    if (!second.isWhole || second.names != first.names)
        return u"the names are not the same again"_s;
    return second.rows == first.rows ? QString() : u"the rows are not the same again"_s;
}

QString json(const QByteArray &input)
{
    Content content;
    for (const TransferFormat format : {TransferFormat::Json, TransferFormat::JsonLines}) {
        if (const QString wrong = read(input, format, content); !wrong.isEmpty())
            return wrong;
        content = {};
    }
    return {};
}

QString xlsx(const QByteArray &input)
{
    Content content;
    return read(input, TransferFormat::Xlsx, content);
}

QString journal(const QByteArray &input)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"staged.jsonl"_s);
    const auto clear = [] {
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden))
            QFile::remove(folder.filePath(name));
    };
    clear();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(input) != input.size())
        return {};
    file.close();
    qsizetype staged = 0;
    {
        ChangeSet set;
        if (const Result<QString> kept = set.keepIn(path); !kept)
            return kept.error().userText.isEmpty() ? u"an error without a sentence"_s : QString();
        staged = set.rows().size();
        int undone = 0;
        for (; set.canUndo(); ++undone)
            set.undo();
        for (; undone > 0; --undone)
            set.redo();
        if (set.rows().size() != staged)
            return u"undoing everything and doing it again leaves other rows"_s;
    }
    ChangeSet again;
    if (!again.keepIn(path) || again.rows().size() != staged)
        return u"the file does not give the same rows again"_s;
    return {};
}

} // namespace FuzzReaders

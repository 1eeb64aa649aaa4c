// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importnote.h"

#include "records/importcontent.h"
#include "records/rowkey.h"

#include <QCryptographicHash>
#include <QStringConverter>

namespace Ghar {

std::optional<JournalNote> importNote(const QString &table, const QList<Column> &columns, const QList<ImportRow> &rows,
                                      const ImportWriter::Changes &changes)
{
    ImportContent content;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray text;
    QByteArray bytes;
    const auto add = [&text, &bytes](const QString &field) {
        // Into memory that is there already: a field of its own for each would be half of the time.
        bytes.resize(field.size() * 3);
        QStringEncoder encoder(QStringConverter::Utf8);
        bytes.truncate(encoder.appendToBuffer(bytes.data(), field) - bytes.constData());
        text.append(QByteArray::number(bytes.size()));
        text.append(':');
        text.append(bytes);
        text.append(',');
    };
    for (const ImportRow &row : rows) {
        if (!row.isWritten())
            continue;
        content.keys.append(row.key);
        text.resize(0);
        add(row.key);
        for (qsizetype i = 0; i < row.values.size(); ++i) {
            if (!row.isGiven.at(i))
                text += '-';
            else if (row.values.at(i).isNull())
                text += '~';
            else
                add(row.values.at(i).text());
        }
        hash.addData(text);
    }
    if (content.keys.isEmpty())
        return std::nullopt;
    for (const Column &column : columns)
        content.columns.append(column.name);
    for (const auto &[old, now] : changes) {
        ImportContent::Values was;
        ImportContent::Values is;
        for (auto it = now.values.cbegin(); it != now.values.cend(); ++it) {
            const Value value = old.values.value(it.key());
            if (value == *it)
                continue;
            was.insert(it.key(), value);
            is.insert(it.key(), *it);
        }
        content.before.insert(rowKeyText(old.key), was);
        content.after.insert(rowKeyText(old.key), is);
    }
    content.hash = QString::fromLatin1(hash.result().toHex());
    return noteOf(table, content);
}

} // namespace Ghar

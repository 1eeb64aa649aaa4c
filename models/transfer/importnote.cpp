// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importnote.h"

#include "records/rowkey.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringConverter>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

QJsonValue jsonOf(const Value &value)
{
    return value.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(value.text());
}

Value textOf(const QJsonObject &object)
{
    return Value(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace

std::optional<JournalNote> importNote(const QString &table, const QList<Column> &columns, const QList<ImportRow> &rows,
                                      const ImportWriter::Changes &changes)
{
    QJsonArray keys;
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
        keys.append(row.key);
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
    if (keys.isEmpty())
        return std::nullopt;
    QJsonArray names;
    for (const Column &column : columns)
        names.append(column.name);
    QJsonObject before;
    QJsonObject after;
    for (const auto &[old, now] : changes) {
        QJsonObject was;
        QJsonObject is;
        for (auto it = now.values.cbegin(); it != now.values.cend(); ++it) {
            const Value value = old.values.value(it.key());
            if (value == *it)
                continue;
            was.insert(it.key(), jsonOf(value));
            is.insert(it.key(), jsonOf(*it));
        }
        before.insert(rowKeyText(old.key), was);
        after.insert(rowKeyText(old.key), is);
    }
    QJsonObject written{{u"rows"_s, keys.size()},
                        {u"columns"_s, names},
                        {u"keys"_s, keys},
                        {u"sha256"_s, QString::fromLatin1(hash.result().toHex())}};
    if (!after.isEmpty())
        written.insert(u"changed"_s, after);
    return JournalNote{JournalAction::Import, table, Value::null(), before.isEmpty() ? Value::null() : textOf(before),
                       textOf(written)};
}

} // namespace Ghar

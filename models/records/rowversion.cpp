// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/rowversion.h"

#include "database/connection.h"
#include "records/journalstore.h"
#include "records/originalrow.h"
#include "records/rowkey.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowVersion)
};

} // namespace

QMap<QString, Value> valuesOfImage(const Value &image)
{
    QMap<QString, Value> values;
    const QJsonObject object = QJsonDocument::fromJson(image.text().toUtf8()).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        values.insert(it.key(), it->isString() ? Value(it->toString()) : Value::null());
    return values;
}

Result<std::optional<QMap<QString, Value>>> readVersion(Connection &connection, const LiveSchema &live,
                                                        const RowMoment &moment)
{
    const LiveTable *table = live.table(moment.table);
    if (!table || !table->readable)
        return Error{ErrorKind::NotFound,
                     table && !table->hiddenBecause.isEmpty()
                         ? table->hiddenBecause
                         : Text::tr("The table %1 is not there any more, or you may not read it.").arg(moment.table),
                     {}};
    const Result<Row> key = rowKeyFromText(*table, moment.rowKey);
    if (!key)
        return key.error();
    const Result<std::optional<OriginalRow>> now = readOriginal(connection, *table, *key);
    if (!now)
        return now.error();
    std::optional<QMap<QString, Value>> values;
    if (*now)
        values = (*now)->values;
    if (!moment.after)
        return values;
    JournalQuery query;
    query.table = moment.table;
    query.rowKey = moment.rowKey;
    query.limit = std::numeric_limits<int>::max();
    const Result<QList<JournalEntry>> entries =
        withJournal(connection, live, [&query](Connection &journal) { return readJournal(journal, query); });
    if (!entries)
        return entries.error();
    for (const JournalEntry &entry : *entries) {
        if (entry.header.writerId == moment.after->writerId && entry.sequence == moment.after->sequence)
            return values;
        switch (entry.note.action) {
        case JournalAction::Insert:
            values.reset();
            break;
        case JournalAction::Delete:
            values = valuesOfImage(entry.note.before);
            break;
        case JournalAction::Update:
            if (values)
                values->insert(valuesOfImage(entry.note.before));
            break;
        case JournalAction::Import:
            if (entry.note.before.isNull())
                values.reset();
            else if (values)
                values->insert(valuesOfImage(entry.note.before));
            break;
        case JournalAction::Reveal:
            break;
        }
    }
    return Error{ErrorKind::NotFound, Text::tr("The journal does not have this version of the row."), {}};
}

} // namespace Ghar

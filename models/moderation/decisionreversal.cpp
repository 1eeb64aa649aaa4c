// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "moderation/decisionreversal.h"

#include "core/jsontext.h"
#include "records/originalrow.h"
#include "records/rowkey.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DecisionReversal)
};

Error changedSince(const LiveTable &table, const QString &key, const QString &what)
{
    return {ErrorKind::Refused,
            Text::tr("%1 of %2 %3 was changed since, so the decision cannot be taken back as a whole. Nothing was "
                     "changed; look at the row's history.")
                .arg(what, table.table.labelOne, key),
            {}};
}

QString leftAsItIs(const LiveTable &table, const QString &key, const QString &what)
{
    return Text::tr("%1 of %2 %3 was changed since and stays as it is.").arg(what, table.table.labelOne, key);
}

/// The JSON as it is now with the changed keys as they were.
Result<Value> reversedJson(const LiveTable &table, const QString &key, const ColumnChange &change, const Value &now,
                           QStringList *skipped)
{
    QString text = now.text();
    for (const QStringList &path : jsonDifferences(change.before.text(), change.after.text())) {
        const QJsonValue was = jsonMember(change.before.text(), path);
        if (jsonMember(text, path) == was)
            continue;
        if (jsonMember(text, path) != jsonMember(change.after.text(), path)) {
            if (!skipped)
                return changedSince(table, key, path.join(u'.'));
            skipped->append(leftAsItIs(table, key, path.join(u'.')));
            continue;
        }
        const Result<QString> changed =
            was.isUndefined() ? withoutJsonMember(text, path) : withJsonMember(text, path, was);
        if (!changed)
            return changed.error();
        text = *changed;
    }
    return Value(text);
}

} // namespace

Result<QList<StagedRow>> reversalOf(Connection &connection, const LiveSchema &live, const QList<ColumnChange> &changes,
                                    QStringList *skipped)
{
    QList<StagedRow> rows;
    QHash<QString, qsizetype> placeOf;
    // Rows whose key was not there before are new. What people were told is not untold.
    QSet<QString> made;
    for (const ColumnChange &change : changes) {
        const LiveTable *table = live.all().table(change.table);
        if (table && table->table.primaryKey.contains(change.column) && change.before.isNull())
            made.insert(change.table + u' ' + change.key);
    }
    for (const ColumnChange &change : changes) {
        const LiveTable *table = live.all().table(change.table);
        if (!table)
            return Error{ErrorKind::NotFound, Text::tr("The database has no table %1 any more.").arg(change.table), {}};
        const QString name = change.table + u' ' + change.key;
        const Column *column = table->table.column(change.column);
        const bool isNote = change.table == "user_reports"_L1 && change.column == "notes"_L1;
        if (made.contains(name) || isNote || !column || column->setOnUpdate)
            continue;
        if (!placeOf.contains(name)) {
            const Result<Row> key = rowKeyFromText(*table, change.key);
            if (!key)
                return key.error();
            const Result<std::optional<OriginalRow>> original = readOriginal(connection, *table, *key);
            if (!original)
                return original.error();
            if (!*original && skipped) {
                skipped->append(Text::tr("%1 %2 is not there any more.").arg(table->table.labelOne, change.key));
                made.insert(name);
                continue;
            }
            if (!*original)
                return Error{ErrorKind::NotFound,
                             Text::tr("%1 %2 is not there any more, so the decision cannot be taken back as a whole. "
                                      "Nothing was changed; the History can bring the row back.")
                                 .arg(table->table.labelOne, change.key),
                             {}};
            placeOf.insert(name, rows.size());
            rows.append({stagedIdOf(*key), StagedKind::Update, **original, {}});
        }
        StagedRow &row = rows[placeOf.value(name)];
        const Value now = row.original.values.value(change.column);
        if (isSameValue(*column, now, change.before))
            continue;
        if (isSameValue(*column, now, change.after)) {
            row.values.insert(change.column, {change.before, false});
        } else if (column->type == ColumnType::Json) {
            const Result<Value> reversed = reversedJson(*table, change.key, change, now, skipped);
            if (!reversed)
                return reversed.error();
            row.values.insert(change.column, {*reversed, false});
        } else if (skipped) {
            skipped->append(leftAsItIs(*table, change.key, column->label));
        } else {
            return changedSince(*table, change.key, column->label);
        }
    }
    rows.removeIf([](const StagedRow &row) { return row.values.isEmpty(); });
    return rows;
}

} // namespace Ghar

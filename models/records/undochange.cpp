// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/undochange.h"

#include "database/connection.h"
#include "database/transaction.h"
#include "records/importcontent.h"
#include "records/journalstore.h"
#include "records/originalrow.h"
#include "records/rowkey.h"
#include "records/rowversion.h"

#include <QCoreApplication>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UndoChange)
};

constexpr qsizetype longestShown = 60;

QString shown(const Value &value)
{
    if (value.isNull())
        return u"NULL"_s;
    return value.text().size() > longestShown ? value.text().left(longestShown) + u'…' : value.text();
}

class UndoPlanner
{
public:
    UndoPlanner(Connection &connection, const LiveSchema &live, const QList<JournalEntry> &entries,
                const QSet<QString> &touched)
        : m_connection(connection), m_live(live), m_entries(entries), m_touched(touched)
    { }

    Result<UndoPlan> plan()
    {
        m_plan.changeId = m_entries.first().header.changeId;
        for (const JournalEntry &entry : m_entries) {
            if (entry.note.action == JournalAction::Delete)
                m_comeBack.insert(entry.note.table + u' ' + entry.note.rowKey.text());
        }
        for (const JournalEntry &entry : m_entries) {
            if (const Result<void> done = planEntry(entry.note); !done)
                return done.error();
        }
        return m_plan;
    }

private:
    void conflict(const JournalNote &note, const QString &sentence)
    {
        m_plan.conflicts.append({note.table, note.rowKey.text(), sentence});
    }

    Result<void> planEntry(const JournalNote &note)
    {
        const LiveTable *table = m_live.table(note.table);
        if (!table || !table->readable) {
            conflict(note,
                     table && !table->hiddenBecause.isEmpty()
                         ? table->hiddenBecause
                         : Text::tr("The table %1 is not there any more, or you may not read it.").arg(note.table));
            return {};
        }
        switch (note.action) {
        case JournalAction::Insert:
            return planDeletion(*table, note);
        case JournalAction::Update:
            return planValues(*table, note, valuesOfImage(note.before), valuesOfImage(note.after));
        case JournalAction::Delete:
            return planReturn(*table, note);
        case JournalAction::Import:
            return planImport(*table, note);
        case JournalAction::Reveal:
            break; // looking at something cannot be taken back
        }
        return {};
    }

    Result<std::optional<OriginalRow>> present(const LiveTable &table, const Row &key)
    {
        return readOriginal(m_connection, table, key);
    }

    QString nameOf(const LiveTable &table, const JournalNote &note) const
    {
        return table.table.labelOne + u" #"_s + note.rowKey.text();
    }

    /// The first column of the row that is not as the change left it; empty when all are.
    QString movedOn(const LiveTable &table, const OriginalRow &now, const QMap<QString, Value> &after) const
    {
        for (auto it = after.cbegin(); it != after.cend(); ++it) {
            const Column *column = table.table.column(it.key());
            if (column && !column->setOnUpdate && now.values.contains(it.key())
                && !isSameValue(*column, *it, now.values.value(it.key())))
                return it.key();
        }
        return {};
    }

    void changedSince(const LiveTable &table, const JournalNote &note, const OriginalRow &now, const QString &column,
                      const Value &left)
    {
        const Column &changed = *table.table.column(column);
        if (changed.sensitivity != Sensitivity::None) {
            // Values of persons are shown where they can be masked, and a sentence cannot.
            conflict(note,
                     Text::tr("%1: “%2” is not as this change had left it. Somebody has changed it since.")
                         .arg(nameOf(table, note), changed.label));
            return;
        }
        conflict(note,
                 Text::tr("%1: “%2” is “%3” now, and this change had left “%4”. Somebody has changed it since.")
                     .arg(nameOf(table, note), table.table.column(column)->label, shown(now.values.value(column)),
                          shown(left)));
    }

    /// The row that the change made goes, when nobody has changed it since.
    Result<void> planDeletion(const LiveTable &table, const JournalNote &note)
    {
        const Result<Row> key = rowKeyFromText(table, note.rowKey.text());
        if (!key)
            return key.error();
        const Result<std::optional<OriginalRow>> now = present(table, *key);
        if (!now)
            return now.error();
        if (!*now) {
            conflict(note, Text::tr("%1 is gone already.").arg(nameOf(table, note)));
            return {};
        }
        const QMap<QString, Value> after = valuesOfImage(note.after);
        if (const QString column = movedOn(table, **now, after); !column.isEmpty()) {
            changedSince(table, note, **now, column, after.value(column));
            return {};
        }
        m_plan.rows.append({stagedIdOf(*key), StagedKind::Delete, **now, {}});
        return {};
    }

    Result<void> planValues(const LiveTable &table, const JournalNote &note, const QMap<QString, Value> &before,
                            const QMap<QString, Value> &after)
    {
        Result<Row> key = rowKeyFromText(table, note.rowKey.text());
        if (!key)
            return key.error();
        // A row whose key was edited is found under the new one.
        for (qsizetype i = 0; i < table.table.primaryKey.size(); ++i) {
            if (const auto edited = after.constFind(table.table.primaryKey.at(i)); edited != after.cend())
                (*key)[i] = *edited;
        }
        const Result<std::optional<OriginalRow>> now = present(table, *key);
        if (!now)
            return now.error();
        if (!*now) {
            conflict(note, Text::tr("%1 was deleted since. Restore it first.").arg(nameOf(table, note)));
            return {};
        }
        if (const QString column = movedOn(table, **now, after); !column.isEmpty()) {
            changedSince(table, note, **now, column, after.value(column));
            return {};
        }
        QMap<QString, StagedValue> values;
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            const Column *column = table.table.column(it.key());
            if (column && !column->setOnUpdate && (*now)->values.value(it.key()) != *it)
                values.insert(it.key(), {*it, false});
        }
        if (!values.isEmpty()) {
            if (const Result<void> parents = checkParents(table, note, values); !parents)
                return parents;
            // Two deletions of one change may have reached the same row.
            for (StagedRow &row : m_plan.rows) {
                if (row.kind == StagedKind::Update && row.table() == note.table && row.original.key == *key) {
                    row.values.insert(values);
                    return {};
                }
            }
            m_plan.rows.append({stagedIdOf(*key), StagedKind::Update, **now, values});
        }
        return {};
    }

    Result<void> planReturn(const LiveTable &table, const JournalNote &note)
    {
        const Result<Row> key = rowKeyFromText(table, note.rowKey.text());
        if (!key)
            return key.error();
        // Whatever the staff member sees of the table: the key is taken or not.
        const LiveTable &whole = *m_live.all().table(note.table);
        const Result<std::optional<OriginalRow>> now = present(whole, *key);
        if (!now)
            return now.error();
        if (*now) {
            conflict(note, Text::tr("%1 is there again: the key is taken.").arg(nameOf(table, note)));
            return {};
        }
        QMap<QString, StagedValue> values;
        const QMap<QString, Value> before = valuesOfImage(note.before);
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            if (table.table.column(it.key()))
                values.insert(it.key(), {*it, false});
        }
        if (values.isEmpty()) {
            conflict(note, Text::tr("The journal does not say what %1 was.").arg(nameOf(table, note)));
            return {};
        }
        const qsizetype conflicts = m_plan.conflicts.size();
        if (const Result<void> parents = checkParents(table, note, values); !parents)
            return parents;
        if (m_plan.conflicts.size() > conflicts)
            return {};
        StagedRow row;
        row.id = u"+"_s + QString::number(++m_returned);
        row.kind = StagedKind::Insert;
        row.original.table = note.table;
        row.values = values;
        m_plan.rows.append(row);
        return {};
    }

    /// Rows that the import made go, values that it changed go back. What it made is not kept value by value, so later
    /// entries of the journal say whether somebody has changed it since; the review shows what is deleted.
    Result<void> planImport(const LiveTable &table, const JournalNote &note)
    {
        const ImportContent content = importContentOf(note);
        for (const QString &key : content.keys) {
            const JournalNote row{JournalAction::Update, note.table, Value(key), {}, {}};
            if (!content.isNew(key)) {
                if (const Result<void> done =
                        planValues(table, row, content.before.value(key), content.after.value(key));
                    !done)
                    return done;
            } else if (m_touched.contains(note.table + u' ' + key)) {
                conflict(row, Text::tr("%1 was changed since it was imported.").arg(nameOf(table, row)));
            } else if (const Result<void> done = planDeletion(table, row); !done) {
                return done;
            }
        }
        return {};
    }

    /// Rows that the values refer to must be there, or come back with this one.
    Result<void> checkParents(const LiveTable &table, const JournalNote &note, const QMap<QString, StagedValue> &values)
    {
        for (const ForeignKey &key : table.table.foreignKeys) {
            const LiveTable *parent = m_live.all().table(key.refTable);
            if (key.columns.size() != 1 || !parent)
                continue;
            const Value value = values.value(key.columns.first()).value;
            if (value.isNull() || m_comeBack.contains(key.refTable + u' ' + rowKeyText({value})))
                continue;
            const Column *column = parent->table.column(key.refColumns.value(0));
            if (!column)
                continue;
            const QString name = key.refTable + u'.' + column->name + u' ' + value.text();
            auto known = m_parents.constFind(name);
            if (known == m_parents.cend()) {
                Sql sql;
                sql.text = u"SELECT count(*) FROM "_s + Dialect::quote(key.refTable) + u" WHERE "_s
                    + Dialect::quote(column->name) + u" = "_s + m_connection.dialect().bind(sql, *column, value);
                const Result<Value> count = m_connection.scalar(sql);
                if (!count)
                    return count.error();
                known = m_parents.insert(name, count->text() != "0"_L1);
            }
            if (!*known)
                conflict(note,
                         Text::tr("%1 belongs to %2 #%3, which is gone. Restore that first.")
                             .arg(nameOf(table, note), parent->table.labelOne, value.text()));
        }
        return {};
    }

    Connection &m_connection;
    const LiveSchema &m_live;
    const QList<JournalEntry> m_entries;
    const QSet<QString> &m_touched; ///< `table key` of rows that have later entries
    UndoPlan m_plan;
    QSet<QString> m_comeBack;       ///< `table key` of all deleted rows
    QHash<QString, bool> m_parents; ///< whether a row that is referred to is there
    int m_returned = 0;
};

/// Rows of the tables into which the change imported that have later entries, as `table key`. An error when the imports
/// are larger than what can be staged at once.
Result<QSet<QString>> touchedSinceImport(Connection &connection, const LiveSchema &live,
                                         const QList<JournalEntry> &entries)
{
    QSet<QString> touched;
    QSet<QString> tables;
    qsizetype rows = 0;
    for (const JournalEntry &entry : entries) {
        if (entry.note.action != JournalAction::Import)
            continue;
        tables.insert(entry.note.table);
        rows += importContentOf(entry.note).keys.size();
    }
    if (rows > mostStagedAtOnce)
        return Error{ErrorKind::Refused,
                     Text::tr("This import has %1 rows, and at most %2 can be taken back in one change.")
                         .arg(rows)
                         .arg(mostStagedAtOnce),
                     {}};
    for (const QString &table : std::as_const(tables)) {
        JournalQuery query;
        query.table = table;
        query.from = entries.first().header.madeAt;
        query.limit = std::numeric_limits<int>::max();
        const Result<QList<JournalEntry>> later =
            withJournal(connection, live, [&query](Connection &journal) { return readJournal(journal, query); });
        if (!later)
            return later.error();
        for (const JournalEntry &entry : *later) {
            if (entry.header.changeId == entries.first().header.changeId)
                continue;
            if (entry.note.action == JournalAction::Import) {
                for (const QString &key : importContentOf(entry.note).keys)
                    touched.insert(table + u' ' + key);
            } else if (!entry.note.rowKey.isNull()) {
                touched.insert(table + u' ' + entry.note.rowKey.text());
            }
        }
    }
    return touched;
}

} // namespace

Result<UndoPlan> planUndoOf(Connection &connection, const LiveSchema &live, const QString &changeId)
{
    JournalQuery query;
    query.changeId = changeId;
    query.limit = std::numeric_limits<int>::max();
    const Result<QList<JournalEntry>> entries =
        withJournal(connection, live, [&query](Connection &journal) { return readJournal(journal, query); });
    if (!entries)
        return entries.error();
    if (changeId.isEmpty() || entries->isEmpty())
        return Error{ErrorKind::NotFound, Text::tr("The journal has no change %1.").arg(changeId), {}};
    const Result<QSet<QString>> touched = touchedSinceImport(connection, live, *entries);
    if (!touched)
        return touched.error();
    // One picture of the database for all rows.
    std::optional<Transaction> snapshot;
    if (!connection.isInTransaction()) {
        snapshot.emplace(connection);
        if (const Result<void> begun = snapshot->begin(); !begun)
            return begun.error();
    }
    return UndoPlanner(connection, live, QList<JournalEntry>(entries->crbegin(), entries->crend()), *touched).plan();
}

} // namespace Ghar

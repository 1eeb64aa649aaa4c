// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importwriter.h"

#include "database/connection.h"
#include "records/blamedcolumn.h"
#include "records/changestatement.h"
#include "records/rowkey.h"
#include "records/writecheck.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportWriter)
};

bool isRowsFault(ErrorKind kind)
{
    return kind == ErrorKind::Constraint || kind == ErrorKind::BadInput || kind == ErrorKind::NotFound;
}

} // namespace

ImportWriter::ImportWriter(Connection &connection, const LiveTable &table, const LiveTable &seen,
                           const ImportPlan &plan, const QList<Column> &columns, const QDateTime &now)
    : m_connection(connection)
    , m_table(table)
    , m_seen(seen)
    , m_plan(plan)
    , m_columns(columns)
    , m_now(now)
    , m_keys(connection, table)
    , m_keyColumns(plan.keyColumns.isEmpty() ? table.table.primaryKey : plan.keyColumns)
{ }

Result<void> ImportWriter::begin()
{
    const auto wrong = [](const QString &sentence) { return Error{ErrorKind::BadInput, sentence, {}}; };
    const QStringList &primaryKey = m_table.table.primaryKey;
    if (primaryKey.isEmpty() || m_table.isView)
        return Error{
            ErrorKind::Refused,
            Text::tr("Rows of %1 have no key, so none can be journalled. Nothing was written.").arg(m_table.table.name),
            {}};
    QStringList given;
    for (const Column &column : m_columns)
        given.append(column.name);
    m_bringsKeys = given.contains(primaryKey.first());
    if (m_plan.mode != ImportMode::Insert) {
        for (const QString &name : std::as_const(m_keyColumns)) {
            const qsizetype place = given.indexOf(name);
            if (place < 0)
                return wrong(Text::tr("Rows are found by %1, and the file has no column for it. Nothing was written.")
                                 .arg(name));
            m_keyPlaces.append(place);
        }
        if (m_plan.mode == ImportMode::Update)
            return {};
    }
    QList<Column> all = m_columns;
    const QMap<QString, StagedValue> start = startOfRow(m_table, m_now);
    for (const Column &column : m_table.table.columns) {
        if (given.contains(column.name))
            continue;
        const bool isNumber = ImportKeys::areNumbered(m_table) && primaryKey.first() == column.name;
        const auto begun = start.constFind(column.name);
        if (isNumber) {
            m_additions.append({column, {}, false, true});
        } else if (begun != start.cend()) {
            const bool isUuid = primaryKey.contains(column.name) || column.defaultValue == "uuid"_L1;
            m_additions.append({column, begun->value, isUuid, false});
        } else if (primaryKey.contains(column.name) && column.serverDefault == "uuid"_L1) {
            m_additions.append({column, {}, true, false});
        } else if (needsValue(m_table, column) || primaryKey.contains(column.name)) {
            m_needed.append(column.name);
        }
    }
    if (!m_needed.isEmpty() && m_plan.mode == ImportMode::Insert)
        return wrong(
            Text::tr("Every new row of %1 needs a value of %2, and the file has no column for it. Nothing was written.")
                .arg(m_table.table.label, m_needed.join(u", "_s)));
    for (const Addition &addition : std::as_const(m_additions))
        all.append(addition.column);
    for (const QString &name : primaryKey) {
        const auto place =
            std::find_if(all.cbegin(), all.cend(), [&name](const Column &column) { return column.name == name; });
        m_primaryPlaces.append(place == all.cend() ? -1 : std::distance(all.cbegin(), place));
    }
    Result<std::unique_ptr<BulkWriter>> bulk = m_connection.bulkWriter(m_table.table.name, all);
    if (!bulk)
        return bulk.error();
    m_bulk = std::move(bulk).value();
    return {};
}

Row ImportWriter::keyOf(const ImportRow &row) const
{
    Row key;
    for (const qsizetype place : m_keyPlaces)
        key.append(row.values.at(place));
    return key;
}

Result<void> ImportWriter::write(QList<ImportRow> &rows)
{
    m_changed.clear();
    QList<qsizetype> fresh;
    QList<qsizetype> known;
    FoundRows found;
    if (m_plan.mode != ImportMode::Insert) {
        if (const Result<void> done = findExisting(rows, found); !done)
            return done;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        ImportRow &row = rows[i];
        if (row.outcome == ImportOutcome::Refused)
            continue;
        if (m_plan.mode != ImportMode::Insert && found.contains(keyOf(row)))
            known.append(i);
        else if (m_plan.mode == ImportMode::Update)
            row.refuse(Text::tr("%1 has no row with %2 “%3”.")
                           .arg(m_table.table.label, m_keyColumns.join(u'/'), rowKeyText(keyOf(row))),
                       m_keyColumns.first());
        else
            fresh.append(i);
    }
    if (const Result<void> done = updateAll(rows, known, found); !done)
        return done;
    if (const Result<void> done = insertAll(rows, fresh); !done)
        return done;
    if (const Result<void> done = checkScope(rows); !done)
        return done;
    return checkRules(rows);
}

Result<void> ImportWriter::findExisting(QList<ImportRow> &rows, FoundRows &found)
{
    QList<Row> keys;
    for (ImportRow &row : rows) {
        if (row.outcome == ImportOutcome::Refused)
            continue;
        const Row key = keyOf(row);
        if (std::any_of(key.cbegin(), key.cend(), [](const Value &value) { return value.isNull(); })) {
            // A new row gets its key from the database.
            if (m_plan.mode == ImportMode::Update)
                row.refuse(Text::tr("The row has no %1, by which rows are found.").arg(m_keyColumns.join(u", "_s)),
                           m_keyColumns.first());
            continue;
        }
        const auto hash = quint64(qHash(rowKeyText(key), 360));
        if (m_metKeys.contains(hash)) {
            row.refuse(Text::tr("An earlier row of the file has the same %1.").arg(m_keyColumns.join(u", "_s)),
                       m_keyColumns.first());
            continue;
        }
        m_metKeys.insert(hash);
        keys.append(key);
    }
    Result<FoundRows> read = findRows(m_connection, m_seen, m_keyColumns, keys, RowLock::ForUpdate);
    if (!read)
        return read.error();
    found = std::move(read).value();
    return {};
}

bool ImportWriter::complete(ImportRow &row, Row &values)
{
    values = row.values;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (row.isGiven.at(i))
            continue;
        const Column &column = m_columns.at(i);
        const bool isKey = m_table.table.primaryKey.contains(column.name);
        if (column.serverDefault.isNull() || column.serverDefault.isUndefined()) {
            if (isKey && (column.isUuidText || column.type == ColumnType::Uuid))
                values[i] = Value(QUuid::createUuid().toString(QUuid::WithoutBraces));
            else if (needsValue(m_table, column)) {
                row.refuse(Text::tr("%1 needs a value.").arg(column.label), column.name);
                return false;
            }
            continue; // numbered keys are given below
        }
        values[i] = valueOfDefault(column, column.serverDefault, m_now);
    }
    if (!m_needed.isEmpty()) {
        row.refuse(
            Text::tr("The row would be a new one, and the file has no column for its %1.").arg(m_needed.join(u", "_s)),
            m_needed.first());
        return false;
    }
    for (const Addition &addition : std::as_const(m_additions))
        values.append(addition.isUuid ? Value(QUuid::createUuid().toString(QUuid::WithoutBraces)) : addition.value);
    return true;
}

Result<void> ImportWriter::insertAll(QList<ImportRow> &rows, const QList<qsizetype> &indexes)
{
    if (indexes.isEmpty())
        return {};
    QList<Row> values;
    QList<qsizetype> places;
    QList<qsizetype> unnumbered; ///< among `values`
    const bool areNumbered = ImportKeys::areNumbered(m_table);
    values.reserve(indexes.size());
    for (const qsizetype index : indexes) {
        Row row;
        if (!complete(rows[index], row))
            continue;
        if (areNumbered && row.at(m_primaryPlaces.first()).isNull())
            unnumbered.append(values.size());
        values.append(std::move(row));
        places.append(index);
    }
    const Result<QList<qint64>> numbers = m_keys.take(unnumbered.size());
    if (!numbers)
        return numbers.error();
    for (qsizetype i = 0; i < unnumbered.size(); ++i)
        values[unnumbered.at(i)][m_primaryPlaces.first()] = Value::integer(numbers->at(i));
    const Result<QList<BulkWriter::Refusal>> refused = m_bulk->write(values);
    if (!refused)
        return refused.error();
    for (qsizetype i = 0; i < values.size(); ++i) {
        Row key;
        for (const qsizetype place : std::as_const(m_primaryPlaces))
            key.append(values.at(i).at(place));
        rows[places.at(i)].key = rowKeyText(key);
        rows[places.at(i)].outcome = ImportOutcome::Inserted;
    }
    for (const BulkWriter::Refusal &refusal : *refused)
        rows[places.at(refusal.row)].refuse(refusal.error.userText, columnBlamedBy(m_table, refusal.error));
    return {};
}

Result<std::optional<Sql>> ImportWriter::changeOf(ImportRow &row, const OriginalRow &original)
{
    StagedRow staged{stagedIdOf(original.key), StagedKind::Update, original, {}};
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns.at(i);
        if (!row.isGiven.at(i) || isSameValue(column, row.values.at(i), original.values.value(column.name)))
            continue;
        if (m_table.table.primaryKey.contains(column.name)) {
            row.refuse(Text::tr("The row that is meant has the key %1, and an import changes no keys.")
                           .arg(rowKeyText(original.key)),
                       column.name);
            return std::optional<Sql>();
        }
        staged.values.insert(column.name, {row.values.at(i), false});
    }
    row.key = rowKeyText(original.key);
    if (staged.values.isEmpty()) {
        row.outcome = ImportOutcome::Unchanged;
        return std::optional<Sql>();
    }
    row.outcome = ImportOutcome::Updated;
    Result<Sql> sql = statementFor(m_connection, m_table, staged, m_now);
    if (!sql)
        return sql.error();
    return std::optional(std::move(sql).value());
}

Result<bool> ImportWriter::runOne(ImportRow &row, const Sql &sql, bool isGuarded)
{
    if (isGuarded) {
        if (const Result<void> marked = m_connection.run(u"SAVEPOINT one"_s); !marked)
            return marked.error();
    }
    const Result<qint64> changed = m_connection.execute(sql);
    if (changed)
        return true;
    if (!isRowsFault(changed.error().kind))
        return changed.error();
    row.refuse(changed.error().userText, columnBlamedBy(m_table, changed.error()));
    if (isGuarded) {
        if (const Result<void> back = m_connection.run(u"ROLLBACK TO SAVEPOINT one"_s); !back)
            return back.error();
    }
    return false;
}

Result<void> ImportWriter::updateAll(QList<ImportRow> &rows, const QList<qsizetype> &indexes, const FoundRows &found)
{
    QList<std::pair<qsizetype, Sql>> changes;
    QHash<qsizetype, OriginalRow> before;
    for (const qsizetype index : indexes) {
        ImportRow &row = rows[index];
        const QList<OriginalRow> originals = found.value(keyOf(row));
        if (originals.size() > 1) {
            row.refuse(Text::tr("%1 has %2 rows with that %3; one cannot be told from the other.")
                           .arg(m_table.table.label)
                           .arg(originals.size())
                           .arg(m_keyColumns.join(u", "_s)),
                       m_keyColumns.first());
            continue;
        }
        const Result<std::optional<Sql>> sql = changeOf(row, originals.first());
        if (!sql)
            return sql.error();
        if (*sql) {
            changes.append({index, **sql});
            before.insert(index, originals.first());
        }
    }
    // All behind one savepoint at first, since refusals are rare; a server's transaction does not outlive one without.
    const bool isServer = m_connection.dialect().isPostgres();
    bool isGuarded = false;
    if (isServer && !changes.isEmpty()) {
        if (const Result<void> marked = m_connection.run(u"SAVEPOINT changes"_s); !marked)
            return marked;
    }
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const auto &[index, sql] = changes.at(i);
        const Result<bool> done = runOne(rows[index], sql, isGuarded);
        if (!done)
            return done.error();
        if (!*done && isServer && !isGuarded) {
            if (const Result<void> back = m_connection.run(u"ROLLBACK TO SAVEPOINT changes"_s); !back)
                return back;
            rows[index].outcome = ImportOutcome::Updated; // tried again like the others, each alone
            isGuarded = true;
            i = -1;
        }
    }
    QList<OriginalRow> changed;
    for (const auto &[index, sql] : std::as_const(changes)) {
        if (rows.at(index).outcome == ImportOutcome::Updated)
            changed.append(before.value(index));
    }
    return readBack(changed);
}

Result<void> ImportWriter::readBack(const QList<OriginalRow> &before)
{
    QList<Row> keys;
    for (const OriginalRow &row : before)
        keys.append(row.key);
    const Result<FoundRows> now = findRows(m_connection, m_table, m_table.table.primaryKey, keys);
    if (!now)
        return now.error();
    for (const OriginalRow &row : before)
        m_changed.append({row, now->value(row.key).value(0)});
    return {};
}

Result<QString> ImportWriter::finish()
{
    if (m_plan.mode == ImportMode::Update || m_plan.isDryRun || !m_bringsKeys || !ImportKeys::areNumbered(m_table))
        return QString();
    return m_keys.passOver();
}

} // namespace Ghar

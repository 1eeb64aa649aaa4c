// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/rowcheck.h"

#include "database/connection.h"
#include "records/rowlabels.h"
#include "records/shapecheck.h"
#include "records/writecheck.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowCheck)
};

/// A row as it is going to be, as far as that is known here: what DEFAULT comes to is not.
using Candidate = QHash<QString, Value>;

Candidate candidateOf(const StagedRow &row)
{
    Candidate values;
    for (auto it = row.original.values.cbegin(); it != row.original.values.cend(); ++it)
        values.insert(it.key(), *it);
    for (auto it = row.values.cbegin(); it != row.values.cend(); ++it) {
        if (it->isDefault)
            values.remove(it.key());
        else
            values.insert(it.key(), it->value);
    }
    return values;
}

/// Keys of which no two rows may have the same values: the primary key, those of the catalogue, and others that the
/// database has and whose condition is not unknown.
QList<UniqueKey> uniqueKeysOf(const LiveTable &table)
{
    QList<UniqueKey> keys = table.table.uniqueKeys;
    const auto isThere = [&keys](const QStringList &columns) {
        return std::any_of(keys.cbegin(), keys.cend(),
                           [&columns](const UniqueKey &key) { return key.columns == columns; });
    };
    if (!table.table.primaryKey.isEmpty() && !isThere(table.table.primaryKey))
        keys.append({{}, table.table.primaryKey, {}});
    for (const LiveIndex &index : table.indexes) {
        const bool known = std::all_of(index.columns.cbegin(), index.columns.cend(),
                                       [&table](const QString &name) { return table.table.column(name); });
        if (index.unique && !index.partial && known && !index.columns.isEmpty() && !isThere(index.columns))
            keys.append({index.name, index.columns, {}});
    }
    return keys;
}

QStringList columnsIn(const LiveTable &table, const QString &expression)
{
    QStringList names;
    for (const Column &column : table.table.columns) {
        if (expression.contains(QRegularExpression(u"\\b"_s + QRegularExpression::escape(column.name) + u"\\b"_s)))
            names.append(column.name);
    }
    return names;
}

class Checker
{
public:
    Checker(Connection &connection, const LiveSchema &live, const QList<StagedRow> &rows)
        : m_connection(connection), m_live(live), m_rows(rows)
    { }

    Result<void> checkRow(const StagedRow &row)
    {
        const LiveTable *table = m_live.table(row.table());
        if (!table || row.kind == StagedKind::Delete)
            return {};
        const Candidate candidate = candidateOf(row);
        checkMissing(*table, row);
        for (auto it = row.values.cbegin(); it != row.values.cend(); ++it) {
            const Column *column = table->table.column(it.key());
            if (!column || it->isDefault || it->value.isNull() || column->type != ColumnType::Json)
                continue;
            if (const QString problem = shapeProblem(m_live, *column, it->value.text()); !problem.isEmpty())
                report(row, it.key(), problem);
        }
        for (const UniqueKey &key : uniqueKeysOf(*table)) {
            if (const Result<void> done = checkUnique(*table, row, candidate, key); !done)
                return done;
        }
        for (const ForeignKey &key : table->table.foreignKeys) {
            if (const Result<void> done = checkReference(row, candidate, key); !done)
                return done;
        }
        for (const Check &check : table->table.checks) {
            if (const Result<void> done = checkExpression(*table, row, candidate, check); !done)
                return done;
        }
        return {};
    }

    QList<RowProblem> problems;

private:
    void report(const StagedRow &row, const QString &column, const QString &sentence)
    {
        const bool isTold = std::any_of(problems.cbegin(), problems.cend(), [&](const RowProblem &other) {
            return other.table == row.table() && other.id == row.id && other.column == column;
        });
        if (!isTold) // one sentence for each value is enough
            problems.append({row.table(), row.id, column, sentence});
    }

    void checkMissing(const LiveTable &table, const StagedRow &row)
    {
        for (const Column &column : table.table.columns) {
            const auto staged = row.values.constFind(column.name);
            const bool isGiven = staged != row.values.cend() && !staged->isDefault;
            if (isGiven) {
                if (const Result<void> allowed = checkNull(column, staged->value); !allowed)
                    report(row, column.name, allowed.error().userText);
            } else if (row.kind == StagedKind::Insert && needsValue(table, column)) {
                report(row, column.name, Text::tr("%1 needs a value.").arg(column.label));
            }
        }
    }

    [[nodiscard]] bool touches(const StagedRow &row, const QStringList &columns) const
    {
        return row.kind == StagedKind::Insert
            || std::any_of(columns.cbegin(), columns.cend(),
                           [&row](const QString &name) { return row.values.contains(name); });
    }

    /// The values of the columns, or nothing when one is NULL or not known.
    static std::optional<Row> valuesOf(const Candidate &candidate, const QStringList &columns)
    {
        Row values;
        for (const QString &name : columns) {
            const auto it = candidate.constFind(name);
            if (it == candidate.cend() || it->isNull())
                return std::nullopt;
            values.append(*it);
        }
        return values;
    }

    Result<void> checkUnique(const LiveTable &table, const StagedRow &row, const Candidate &candidate,
                             const UniqueKey &key)
    {
        const std::optional<Row> values = valuesOf(candidate, key.columns);
        if (!values || !touches(row, key.columns))
            return {};
        if (!key.where.isEmpty()) {
            const Result<std::optional<bool>> applies = evaluate(table, candidate, key.where);
            if (!applies)
                return applies.error();
            if (!applies->value_or(false))
                return {};
        }
        // The column that the person has just given is where the message belongs.
        QString place = key.columns.constLast();
        QStringList labels;
        for (const QString &name : key.columns) {
            labels.append(table.table.column(name)->label);
            if (row.values.contains(name))
                place = name;
        }
        for (const StagedRow &other : m_rows) {
            if (other.table() == row.table() && other.id != row.id && other.kind != StagedKind::Delete
                && touches(other, key.columns) && valuesOf(candidateOf(other), key.columns) == values) {
                report(row, place,
                       Text::tr("%1 must be unique, and another staged row has the same.").arg(labels.join(u", "_s)));
                return {};
            }
        }
        const Dialect &dialect = m_connection.dialect();
        Sql sql;
        QStringList conditions;
        for (qsizetype i = 0; i < key.columns.size(); ++i) {
            const QString term = dialect.bind(sql, *table.table.column(key.columns.at(i)), values->at(i));
            conditions.append(Dialect::quote(key.columns.at(i)) + u" = "_s + term);
        }
        if (!key.where.isEmpty())
            conditions.append(u'(' + key.where + u')');
        QStringList read;
        for (const QString &name : table.table.primaryKey)
            read.append(dialect.read(*table.table.column(name)));
        if (read.isEmpty())
            return {};
        sql.text = u"SELECT "_s + read.join(u", "_s) + u" FROM "_s + Dialect::quote(table.table.name) + u" WHERE "_s
            + conditions.join(u" AND "_s) + u" LIMIT 2"_s;
        const Result<QList<Row>> found = m_connection.rows(sql);
        if (!found)
            return tolerated(found.error());
        for (const Row &raw : *found) {
            Row other;
            for (qsizetype i = 0; i < raw.size(); ++i)
                other.append(dialect.decode(*table.table.column(table.table.primaryKey.at(i)), raw.at(i)));
            if (row.kind == StagedKind::Update && other == row.original.key)
                continue;
            const Result<QHash<Value, RowLabel>> label =
                readRowLabels(m_connection, m_live, table, table.table.primaryKey.constFirst(), {other.constFirst()});
            const QString name = label && label->contains(other.constFirst()) ? label->value(other.constFirst()).masked
                                                                              : u'#' + other.constFirst().text();
            report(row, place, Text::tr("%1 must be unique, and “%2” has the same.").arg(labels.join(u", "_s), name));
            return {};
        }
        return {};
    }

    Result<void> checkReference(const StagedRow &row, const Candidate &candidate, const ForeignKey &key)
    {
        const LiveTable *target = m_live.table(key.refTable);
        const std::optional<Row> values = valuesOf(candidate, key.columns);
        const bool isStaged = std::any_of(key.columns.cbegin(), key.columns.cend(),
                                          [&row](const QString &name) { return row.values.contains(name); });
        if (!target || !values || !isStaged || !target->readable)
            return {};
        const QString &column = key.columns.constLast();
        for (const StagedRow &other : m_rows) {
            if (other.table() != key.refTable || valuesOf(candidateOf(other), key.refColumns) != values)
                continue;
            if (other.kind == StagedKind::Delete)
                report(row, column,
                       Text::tr("This row of %1 is to be deleted by the same change.").arg(target->table.label));
            return {};
        }
        const Dialect &dialect = m_connection.dialect();
        Sql sql;
        QStringList conditions;
        for (qsizetype i = 0; i < key.refColumns.size(); ++i) {
            const Column *referred = target->table.column(key.refColumns.at(i));
            if (!referred)
                return {};
            const QString term = dialect.bind(sql, *referred, values->at(i));
            conditions.append(Dialect::quote(referred->name) + u" = "_s + term);
        }
        sql.text = u"SELECT 1 FROM "_s + Dialect::quote(key.refTable) + u" WHERE "_s + conditions.join(u" AND "_s)
            + u" LIMIT 1"_s;
        const Result<std::optional<Row>> found = m_connection.firstRow(sql);
        if (!found)
            return tolerated(found.error());
        if (!*found)
            report(row, column,
                   Text::tr("%1 has no row with the key %2.").arg(target->table.label, values->constLast().text()));
        return {};
    }

    Result<void> checkExpression(const LiveTable &table, const StagedRow &row, const Candidate &candidate,
                                 const Check &check)
    {
        const QStringList columns = columnsIn(table, check.expression);
        QString place;
        for (const QString &name : columns) {
            if (row.values.contains(name))
                place = name;
        }
        if (place.isEmpty())
            return {};
        const Result<std::optional<bool>> holds = evaluate(table, candidate, check.expression);
        if (!holds)
            return holds.error();
        if (holds->value_or(true)) // a CHECK that comes to NULL is kept
            return {};
        QString rule = check.expression;
        for (const QString &name : columns)
            rule.replace(QRegularExpression(u"\\b"_s + name + u"\\b"_s), table.table.column(name)->label);
        report(row, place, Text::tr("The rule is: %1.").arg(rule));
        return {};
    }

    /// Has the database work out an expression over the row as it would be; nothing when it comes to NULL, or when a
    /// column in it is not known before the database fills it in.
    Result<std::optional<bool>> evaluate(const LiveTable &table, const Candidate &candidate, const QString &expression)
    {
        Sql sql;
        QStringList terms;
        for (const QString &name : columnsIn(table, expression)) {
            const auto value = candidate.constFind(name);
            if (value == candidate.cend())
                return std::optional<bool>();
            const QString term = m_connection.dialect().bind(sql, *table.table.column(name), *value);
            terms.append(term + u" AS "_s + Dialect::quote(name));
        }
        if (terms.isEmpty())
            return std::optional<bool>();
        sql.text = u"SELECT CASE WHEN ("_s + expression + u") THEN 1 WHEN NOT ("_s + expression
            + u") THEN 0 END FROM (SELECT "_s + terms.join(u", "_s) + u") AS candidate"_s;
        const Result<Value> answer = m_connection.scalar(sql);
        if (!answer) {
            if (const Result<void> stays = tolerated(answer.error()); !stays)
                return stays.error();
            return std::optional<bool>();
        }
        return answer->isNull() ? std::optional<bool>() : std::optional(answer->text() == "1"_L1);
    }

    /// A value that the column's type does not take makes its own look-up fail; that is told by the value's own check.
    /// Anything else (connection, rights, cancelled) ends the checking.
    static Result<void> tolerated(const Error &error)
    {
        if (error.kind == ErrorKind::BadInput || error.kind == ErrorKind::Constraint)
            return {};
        return error;
    }

    Connection &m_connection;
    const LiveSchema &m_live;
    const QList<StagedRow> &m_rows;
};

} // namespace

Result<QList<RowProblem>> checkStagedRows(Connection &connection, const LiveSchema &live, const QList<StagedRow> &rows,
                                          const std::function<bool()> &goOn)
{
    Checker check(connection, live, rows);
    for (const StagedRow &row : rows) {
        if (goOn && !goOn())
            break;
        if (const Result<void> checked = check.checkRow(row); !checked)
            return checked.error();
    }
    return check.problems;
}

} // namespace Ghar

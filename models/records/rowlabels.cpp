// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/rowlabels.h"

#include "database/connection.h"
#include "records/valuecheck.h"
#include "schema/rowlabel.h"

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int longestPart = 80;
constexpr QStringView maskedPart = u"••••";

/// The label template of one table turned into joins and expressions, as far as the database has the columns.
class LabelSelect
{
public:
    LabelSelect(const LiveSchema &live, const LiveTable &table, const Dialect &dialect)
        : m_live(live), m_table(table), m_dialect(dialect)
    {
        if (const auto parts = parseRowLabel(table.table.rowLabel))
            m_parts = *parts;
        for (const RowLabelPart &part : std::as_const(m_parts)) {
            QList<int> positions;
            for (const QStringList &path : part.alternatives) {
                const QString expression = expressionOf(path);
                if (expression.isEmpty())
                    continue;
                positions.append(int(m_expressions.size()));
                m_expressions.append(expression);
                m_arePersonal.append(m_isPersonal);
            }
            m_positions.append(positions);
        }
    }

    const QStringList &expressions() const { return m_expressions; }
    QString from() const { return m_table.from(u"t0"_s) + m_joins; }

    /// Puts the label together from the values of expressions(), beginning at `offset`.
    QString text(const Row &row, qsizetype offset, const QString &fallback, bool isMasked) const
    {
        QString label;
        bool anything = false;
        for (qsizetype i = 0; i < m_parts.size(); ++i) {
            if (m_parts.at(i).alternatives.isEmpty()) {
                label += m_parts.at(i).literal;
                continue;
            }
            for (const int position : m_positions.at(i)) {
                const QString value = row.at(offset + position).text().simplified();
                if (value.isEmpty())
                    continue;
                if (isMasked && m_arePersonal.at(position)) {
                    label += maskedPart;
                    break;
                }
                label += value.size() > longestPart ? value.left(longestPart) + u'…' : value;
                anything = true;
                break;
            }
        }
        // Nothing but dots says less than the key.
        if (!anything)
            return fallback;
        // Values that are not there leave their separators behind.
        QStringList kept;
        for (const QString &piece : label.split(u" · "_s)) {
            if (!piece.trimmed().isEmpty())
                kept.append(piece.simplified());
        }
        return kept.join(u" · "_s);
    }

    /// Expressions on the table's own columns, which a search can look into.
    const QList<Column> &ownColumns() const { return m_ownColumns; }

private:
    QString expressionOf(const QStringList &path)
    {
        const LiveTable *table = &m_table;
        QString alias = u"t0"_s;
        QString joins;
        int number = m_aliases;
        for (qsizetype i = 0; i + 1 < path.size(); ++i) {
            const ForeignKey *key = table->table.foreignKeyOf(path.at(i));
            QString target = key ? key->refTable : QString();
            QString targetColumn = key ? key->refColumns.value(0) : QString();
            if (!key) {
                for (const LooseReference &reference : table->table.looseReferences) {
                    if (reference.column == path.at(i)) {
                        target = reference.refTable;
                        targetColumn = reference.refColumn;
                    }
                }
            }
            const LiveTable *next = m_live.table(target);
            if (!next || !next->readable || !next->table.column(targetColumn))
                return {};
            const QString known = m_known.value(alias + u'.' + path.at(i));
            if (!known.isEmpty()) {
                alias = known;
            } else {
                const QString nextAlias = u't' + QString::number(++number);
                joins += u" LEFT JOIN "_s + next->from(nextAlias) + u" ON "_s + nextAlias + u'.'
                    + Dialect::quote(targetColumn) + u" = "_s + alias + u'.' + Dialect::quote(path.at(i));
                m_known.insert(alias + u'.' + path.at(i), nextAlias);
                alias = nextAlias;
            }
            table = next;
        }
        const Column *column = table->table.column(path.last());
        if (!column)
            return {};
        if (path.size() == 1)
            m_ownColumns.append(*column);
        m_isPersonal = column->sensitivity != Sensitivity::None;
        m_aliases = number;
        m_joins += joins;
        return m_dialect.readShort(*column, 200, alias + u'.');
    }

    const LiveSchema &m_live;
    const LiveTable &m_table;
    const Dialect &m_dialect;
    QList<RowLabelPart> m_parts;
    QList<QList<int>> m_positions;
    QStringList m_expressions;
    QList<bool> m_arePersonal; ///< for each expression: a value of a person
    bool m_isPersonal = false; ///< of the expression that was made last
    QList<Column> m_ownColumns;
    QString m_joins;
    QHash<QString, QString> m_known; ///< `alias.column` -> alias of the joined table
    int m_aliases = 0;
};

QStringList keyExpressions(const LiveTable &table, const Dialect &dialect)
{
    QStringList expressions;
    for (const QString &name : table.table.primaryKey)
        expressions.append(dialect.read(*table.table.column(name), u"t0."_s));
    return expressions;
}

RowLabel labelOf(const LabelSelect &select, const LiveTable &table, const Dialect &dialect, const Row &row,
                 qsizetype offset)
{
    RowLabel label;
    QStringList keyTexts;
    for (qsizetype i = 0; i < table.table.primaryKey.size(); ++i) {
        label.primaryKey.append(dialect.decode(*table.table.column(table.table.primaryKey.at(i)), row.at(offset + i)));
        keyTexts.append(label.primaryKey.last().text());
    }
    const QString fallback = u'#' + keyTexts.join(u'/');
    const qsizetype values = offset + table.table.primaryKey.size();
    label.text = select.text(row, values, fallback, false);
    label.masked = select.text(row, values, fallback, true);
    return label;
}

} // namespace

Result<QHash<Value, RowLabel>> readRowLabels(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                             const QString &keyColumn, const QList<Value> &keys)
{
    QHash<Value, RowLabel> labels;
    const Column *key = table.table.column(keyColumn);
    if (!key || keys.isEmpty() || !table.readable)
        return labels;
    const Dialect &dialect = connection.dialect();
    const LabelSelect select(live, table, dialect);
    Sql sql;
    QStringList placeholders;
    for (const Value &value : keys)
        placeholders.append(dialect.bind(sql, *key, value));
    QStringList columns{dialect.read(*key, u"t0."_s)};
    columns += keyExpressions(table, dialect) + select.expressions();
    sql.text = u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + select.from() + u" WHERE t0."_s
        + Dialect::quote(keyColumn) + u" IN ("_s + placeholders.join(u", "_s) + u')';
    const Result<void> done = connection.forEach(sql, [&](const Row &row) {
        labels.insert(dialect.decode(*key, row.first()), labelOf(select, table, dialect, row, 1));
        return true;
    });
    if (!done)
        return done.error();
    return labels;
}

Result<void> forEachRowLabel(Connection &connection, const LiveSchema &live, const LiveTable &table,
                             const QString &keyColumn,
                             const std::function<bool(const Value &, const RowLabel &)> &visit)
{
    const Column *key = table.table.column(keyColumn);
    if (!key || !table.readable)
        return {};
    const Dialect &dialect = connection.dialect();
    const LabelSelect select(live, table, dialect);
    QStringList columns{dialect.read(*key, u"t0."_s)};
    columns += keyExpressions(table, dialect) + select.expressions();
    const Sql sql{u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + select.from(), {}};
    return connection.forEach(sql, [&](const Row &row) {
        return visit(dialect.decode(*key, row.first()), labelOf(select, table, dialect, row, 1));
    });
}

Result<QList<RowLabel>> searchRows(Connection &connection, const LiveSchema &live, const LiveTable &table,
                                   const QString &text, int limit)
{
    QList<RowLabel> found;
    if (!table.readable || table.table.primaryKey.isEmpty())
        return found;
    const Dialect &dialect = connection.dialect();
    const LabelSelect select(live, table, dialect);
    QStringList columns = keyExpressions(table, dialect);
    columns += select.expressions();
    const auto run = [&](const Sql &sql) {
        return connection.forEach(sql, [&](const Row &row) {
            const RowLabel label = labelOf(select, table, dialect, row, 0);
            const bool known = std::any_of(found.cbegin(), found.cend(), [&label](const RowLabel &other) {
                return other.primaryKey == label.primaryKey;
            });
            if (!known)
                found.append(label);
            return found.size() < limit;
        });
    };
    // The exact key first: one step down an index.
    if (table.table.primaryKey.size() == 1) {
        const Column &key = *table.table.column(table.table.primaryKey.first());
        if (const Result<Value> value = valueFromInput(key, text); value && !value->isNull()) {
            Sql sql;
            const QString bound = dialect.bind(sql, key, *value);
            sql.text = u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + select.from() + u" WHERE t0."_s
                + Dialect::quote(key.name) + u" = "_s + bound;
            if (const Result<void> done = run(sql); !done)
                return done.error();
        }
    }
    Sql sql;
    QStringList conditions;
    for (const Column &column : select.ownColumns()) {
        if (column.type == ColumnType::String || column.type == ColumnType::Text)
            conditions.append(dialect.contains(sql, column, text, u"t0."_s));
    }
    if (!conditions.isEmpty() && found.size() < limit) {
        sql.text = u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + select.from() + u" WHERE "_s
            + conditions.join(u" OR "_s) + u" LIMIT "_s + QString::number(limit);
        if (const Result<void> done = run(sql); !done)
            return done.error();
    }
    return found;
}

} // namespace Ghar

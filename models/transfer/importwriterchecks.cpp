// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the database about rows that were just written.
#include "transfer/importwriter.h"

#include "database/connection.h"
#include "records/rowkey.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportWriter)
};

} // namespace

Result<void> ImportWriter::checkScope(QList<ImportRow> &rows)
{
    if (m_seen.rowCondition.isEmpty())
        return {};
    QList<Row> keys;
    for (const ImportRow &row : std::as_const(rows)) {
        if (!row.isWritten())
            continue;
        if (const Result<Row> key = rowKeyFromText(m_table, row.key))
            keys.append(*key);
    }
    const Result<FoundRows> visible = findRows(m_connection, m_seen, m_table.table.primaryKey, keys);
    if (!visible)
        return visible.error();
    for (ImportRow &row : rows) {
        if (!row.isWritten())
            continue;
        const Result<Row> key = rowKeyFromText(m_table, row.key);
        if (!key || !visible->contains(*key))
            row.refuse(Text::tr("After the import %1 %2 would belong to none of the users of this agent.")
                           .arg(m_table.table.labelOne, row.key));
    }
    return {};
}

/// Rules that the services keep and that the database does not: a file kept by them has them as CHECKs.
Result<void> ImportWriter::checkRules(QList<ImportRow> &rows)
{
    QList<Check> rules;
    for (const Check &check : m_table.table.checks) {
        if (!m_table.checks.contains(check.name))
            rules.append(check);
    }
    const Column *key =
        m_table.table.primaryKey.size() == 1 ? m_table.table.column(m_table.table.primaryKey.first()) : nullptr;
    if (rules.isEmpty() || !key || !m_connection.dialect().isPostgres())
        return {};
    QHash<QString, qsizetype> places;
    qint64 lowest = std::numeric_limits<qint64>::max();
    qint64 highest = std::numeric_limits<qint64>::min();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!rows.at(i).isWritten())
            continue;
        places.insert(rows.at(i).key, i);
        lowest = qMin(lowest, rows.at(i).key.toLongLong());
        highest = qMax(highest, rows.at(i).key.toLongLong());
    }
    if (places.isEmpty())
        return {};
    const Dialect &dialect = m_connection.dialect();
    Sql sql;
    QStringList broken;
    for (const Check &rule : std::as_const(rules))
        broken.append(u"NOT ("_s + rule.expression + u')');
    QString which;
    // Keys in a row are one range; others are named.
    if (key->type == ColumnType::Integer && highest - lowest < 2 * places.size()) {
        const QString from = dialect.bindInteger(sql, lowest);
        const QString to = dialect.bindInteger(sql, highest);
        which = Dialect::quote(key->name) + u" BETWEEN "_s + from + u" AND "_s + to;
    } else {
        QStringList terms;
        for (auto it = places.cbegin(); it != places.cend(); ++it)
            terms.append(dialect.bind(sql, *key, Value(it.key())));
        which = Dialect::quote(key->name) + u" IN ("_s + terms.join(u", "_s) + u')';
    }
    sql.text = u"SELECT "_s + dialect.read(*key) + u", "_s + broken.join(u", "_s) + u" FROM "_s
        + Dialect::quote(m_table.table.name) + u" WHERE "_s + which + u" AND ("_s + broken.join(u" OR "_s) + u')';
    const Result<QList<Row>> found = m_connection.rows(sql);
    if (!found)
        return found.error();
    for (const Row &row : *found) {
        const auto place = places.constFind(dialect.decode(*key, row.first()).text());
        if (place == places.cend())
            continue;
        for (qsizetype i = 0; i < rules.size(); ++i) {
            if (row.at(i + 1).text() != "t"_L1)
                continue;
            QString rule = rules.at(i).expression;
            QString where;
            for (const Column &column : m_table.table.columns) {
                const QRegularExpression word(u"\\b"_s + QRegularExpression::escape(column.name) + u"\\b"_s);
                if (!rule.contains(word))
                    continue;
                where = column.name;
                rule.replace(word, column.label);
            }
            rows[*place].refuse(Text::tr("The rule is: %1.").arg(rule), where);
        }
    }
    return {};
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importkeys.h"

#include "database/connection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportKeys)
};

} // namespace

bool ImportKeys::areNumbered(const LiveTable &table)
{
    const Column *key =
        table.table.primaryKey.size() == 1 ? table.table.column(table.table.primaryKey.first()) : nullptr;
    return key && key->type == ColumnType::Integer && !table.table.foreignKeyOf(key->name)
        && (table.table.keyGeneration == KeyGeneration::Sequence
            || table.table.keyGeneration == KeyGeneration::IdentityAlways);
}

Result<QList<qint64>> ImportKeys::take(qsizetype count)
{
    QList<qint64> keys;
    if (count == 0)
        return keys;
    const Dialect &dialect = m_connection.dialect();
    const QString &column = m_table.table.primaryKey.first();
    if (dialect.isPostgres()) {
        Sql sql;
        const QString table = dialect.bindText(sql, Dialect::quote(m_table.table.name));
        const QString key = dialect.bindText(sql, column);
        const QString number = dialect.bindInteger(sql, count);
        sql.text = u"SELECT CAST(nextval(pg_get_serial_sequence("_s + table + u", "_s + key
            + u")) AS text) FROM generate_series(1, "_s + number + u')';
        const Result<void> read = m_connection.forEach(sql, [&keys](const Row &row) {
            if (!row.first().isNull())
                keys.append(row.first().text().toLongLong());
            return true;
        });
        if (!read)
            return read.error();
        if (keys.size() != count)
            return Error{
                ErrorKind::Refused,
                Text::tr("The server does not tell how it numbers the rows of %1. Give a column with their keys "
                         "(%2). Nothing was written.")
                    .arg(m_table.table.name, column),
                {}};
        return keys;
    }
    if (m_last < 0) {
        // The file belongs to this transaction alone, so the last number stays the last.
        const QString highest =
            u"SELECT max("_s + Dialect::quote(column) + u") FROM "_s + Dialect::quote(m_table.table.name);
        const Result<Value> used = m_connection.scalar({highest, {}});
        if (!used)
            return used.error();
        m_last = used->text().toLongLong();
        const Result<Value> counts =
            m_connection.scalar({u"SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_sequence'"_s, {}});
        if (!counts)
            return counts.error();
        if (counts->text() != "0"_L1) {
            Sql sql;
            sql.text = u"SELECT seq FROM sqlite_sequence WHERE name = "_s + dialect.bindText(sql, m_table.table.name);
            const Result<Value> given = m_connection.scalar(sql);
            if (!given)
                return given.error();
            m_last = qMax(m_last, given->text().toLongLong());
        }
    }
    for (qsizetype i = 0; i < count; ++i)
        keys.append(++m_last);
    return keys;
}

Result<QString> ImportKeys::passOver()
{
    if (!m_connection.dialect().isPostgres())
        return QString();
    const QString &column = m_table.table.primaryKey.first();
    Sql sql;
    const QString table = m_connection.dialect().bindText(sql, Dialect::quote(m_table.table.name));
    const QString key = m_connection.dialect().bindText(sql, column);
    sql.text = u"SELECT setval(CAST(sequence AS regclass), highest) FROM (SELECT pg_get_serial_sequence("_s + table
        + u", "_s + key + u") AS sequence, (SELECT max("_s + Dialect::quote(column) + u") FROM "_s
        + Dialect::quote(m_table.table.name)
        + u") AS highest) AS found WHERE highest > coalesce(pg_sequence_last_value(CAST(sequence AS regclass)), 0)"_s;
    if (const Result<void> marked = m_connection.run(u"SAVEPOINT keys"_s); !marked)
        return marked.error();
    if (const Result<QList<Row>> set = m_connection.rows(sql); set)
        return QString();
    else if (set.error().kind == ErrorKind::ConnectionLost || set.error().kind == ErrorKind::Cancelled)
        return set.error();
    if (const Result<void> back = m_connection.run(u"ROLLBACK TO SAVEPOINT keys"_s); !back)
        return back.error();
    return Text::tr(
               "The server could not be told to number new rows of %1 behind the imported ones: you have no right to "
               "its sequence. Ask the database's owner, or the next new row may be refused.")
        .arg(m_table.table.name);
}

} // namespace Ghar

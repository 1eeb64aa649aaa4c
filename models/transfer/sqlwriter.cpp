// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/sqlwriter.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int rowsPerStatement = 100;

/// The value as a literal that the database stores as it would store the bound value.
QString literalOf(const Dialect &dialect, const Column &column, const Value &value)
{
    if (value.isNull())
        return u"NULL"_s;
    const QString &text = value.text();
    bool isNumber = false;
    switch (column.type) {
    case ColumnType::Boolean:
        if (text == "true"_L1 || text == "false"_L1)
            return dialect.isPostgres() ? text : (text == "true"_L1 ? u"1"_s : u"0"_s);
        break;
    case ColumnType::Integer:
        (void)text.toLongLong(&isNumber);
        break;
    case ColumnType::Numeric:
    case ColumnType::Float:
        isNumber = std::isfinite(text.toDouble(&isNumber)) && isNumber;
        break;
    case ColumnType::Vector: {
        // On SQLite a vector is bytes, which only the dialect knows how to make; it binds nothing for it.
        Sql sql;
        const QString term = dialect.bind(sql, column, value);
        if (sql.values.isEmpty())
            return term;
        break;
    }
    default:
        break;
    }
    if (isNumber)
        return text;
    if (column.type == ColumnType::Float && !dialect.isPostgres() && text.endsWith("Infinity"_L1))
        return text.startsWith(u'-') ? u"-9e999"_s : u"9e999"_s;
    if (column.type == ColumnType::Vector && column.serverType.endsWith("[]"_L1))
        return Dialect::literal(u'{' + text.mid(1).chopped(1) + u'}');
    return Dialect::literal(text);
}

} // namespace

Result<void> SqlWriter::begin(const QString &table, const QList<Column> &columns)
{
    m_columns = columns;
    QStringList names;
    for (const Column &column : columns)
        names.append(column.name);
    m_head =
        (u"INSERT INTO "_s + Dialect::quote(table) + u" ("_s + Dialect::quoteAll(names) + u')'
         + (m_givesIdentity && m_dialect.isPostgres() ? u" OVERRIDING SYSTEM VALUE"_s : QString()) + u" VALUES\n"_s)
            .toUtf8();
    m_buffer.bytes() += "BEGIN;\n";
    return {};
}

Result<void> SqlWriter::add(const Row &row)
{
    QByteArray &bytes = m_buffer.bytes();
    bytes += m_inStatement == 0 ? m_head : QByteArray(",\n");
    bytes += '(';
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0)
            bytes += ", ";
        bytes += literalOf(m_dialect, m_columns.at(i), row.at(i)).toUtf8();
    }
    bytes += ')';
    if (++m_inStatement == rowsPerStatement) {
        bytes += ";\n";
        m_inStatement = 0;
    }
    return m_buffer.pass();
}

Result<void> SqlWriter::finish()
{
    if (m_inStatement > 0)
        m_buffer.bytes() += ";\n";
    m_buffer.bytes() += "COMMIT;\n";
    return m_buffer.pass(true);
}

} // namespace Ghar

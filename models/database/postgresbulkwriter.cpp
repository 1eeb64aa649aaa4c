// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgresbulkwriter.h"

#include "database/postgresconnection.h"

using namespace Qt::StringLiterals;

namespace Ghar {

PostgresBulkWriter::PostgresBulkWriter(PostgresConnection &connection, const QString &table,
                                       const QList<Column> &columns)
    : m_connection(connection), m_columns(columns)
{
    QStringList names;
    for (const Column &column : columns)
        names.append(column.name);
    m_statement = u"COPY "_s + Dialect::quote(table) + u" ("_s + Dialect::quoteAll(names) + u") FROM STDIN"_s;
}

void PostgresBulkWriter::append(const Value &value, const Column &column)
{
    if (value.isNull()) {
        m_data += "\\N";
        return;
    }
    // Where the server has no vector type, embeddings are arrays, which are written with braces.
    const bool isArray = column.type == ColumnType::Vector && column.serverType.endsWith("[]"_L1);
    const QByteArray text = (isArray ? u'{' + value.text().mid(1).chopped(1) + u'}' : value.text()).toUtf8();
    for (const char c : text) {
        switch (c) {
        case '\\':
            m_data += "\\\\";
            break;
        case '\n':
            m_data += "\\n";
            break;
        case '\r':
            m_data += "\\r";
            break;
        case '\t':
            m_data += "\\t";
            break;
        default:
            m_data += c;
        }
    }
}

Result<void> PostgresBulkWriter::copy(const QList<Row> &rows, qsizetype from, qsizetype count)
{
    m_data.resize(0);
    for (qsizetype i = from; i < from + count; ++i) {
        const Row &row = rows.at(i);
        for (qsizetype c = 0; c < m_columns.size(); ++c) {
            if (c > 0)
                m_data += '\t';
            append(row.at(c), m_columns.at(c));
        }
        m_data += '\n';
    }
    if (const Result<void> marked = m_connection.run(u"SAVEPOINT bulk"_s); !marked)
        return marked;
    const Result<qint64> copied = m_connection.copyIn(m_statement, m_data);
    if (!copied) {
        if (isRowsFault(copied.error().kind)) {
            const Result<void> back = m_connection.run(u"ROLLBACK TO SAVEPOINT bulk"_s);
            if (!back)
                return back;
        }
        return copied.error();
    }
    return m_connection.run(u"RELEASE SAVEPOINT bulk"_s);
}

Result<QList<BulkWriter::Refusal>> PostgresBulkWriter::write(const QList<Row> &rows)
{
    QList<Refusal> refused;
    qsizetype from = 0;
    qsizetype portion = rows.size();
    while (from < rows.size()) {
        portion = qMin(portion, rows.size() - from);
        const Result<void> done = copy(rows, from, portion);
        if (done) {
            from += portion;
            portion *= 4;
            continue;
        }
        if (!isRowsFault(done.error().kind))
            return done.error();
        if (portion > 1) {
            portion = qMax<qsizetype>(1, portion / 4);
            continue;
        }
        refused.append({from, done.error()});
        ++from;
    }
    return refused;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sqlitebulkwriter.h"

#include "database/sqliteconnection.h"

#include <QStringConverter>

#include <sqlite3.h>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ghar {

SqliteBulkWriter::SqliteBulkWriter(SqliteConnection &connection, sqlite3 *handle, const QList<Column> &columns)
    : m_connection(connection), m_handle(handle), m_columns(columns), m_texts(columns.size())
{ }

SqliteBulkWriter::~SqliteBulkWriter()
{
    sqlite3_finalize(m_statement);
}

Result<std::unique_ptr<BulkWriter>> SqliteBulkWriter::open(SqliteConnection &connection, sqlite3 *handle,
                                                           const QString &table, const QList<Column> &columns)
{
    std::unique_ptr<SqliteBulkWriter> writer(new SqliteBulkWriter(connection, handle, columns));
    QStringList names;
    QStringList places;
    for (const Column &column : columns) {
        names.append(column.name);
        // As Dialect::bind() has it: a file of another program may have no types that would convert the text.
        places.append(column.type == ColumnType::Numeric     ? u"CAST(? AS NUMERIC)"_s
                          : column.type == ColumnType::Float ? u"CAST(? AS REAL)"_s
                                                             : u"?"_s);
    }
    const QByteArray sql = (u"INSERT INTO "_s + Dialect::quote(table) + u" ("_s + Dialect::quoteAll(names)
                            + u") VALUES ("_s + places.join(u", "_s) + u')')
                               .toUtf8();
    const int code = sqlite3_prepare_v3(handle, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &writer->m_statement, nullptr);
    if (code != SQLITE_OK)
        return connection.errorOf(code, QString::fromUtf8(sqlite3_errmsg(handle)));
    return std::unique_ptr<BulkWriter>(std::move(writer));
}

void SqliteBulkWriter::bind(int place, const Column &column, const Value &value)
{
    if (value.isNull()) {
        sqlite3_bind_null(m_statement, place);
        return;
    }
    const QString &text = value.text();
    bool isNumber = false;
    switch (column.type) {
    case ColumnType::Boolean:
        sqlite3_bind_int(m_statement, place, text == "true"_L1 || text == "1"_L1 ? 1 : 0);
        return;
    case ColumnType::Integer: {
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber) {
            sqlite3_bind_int64(m_statement, place, number);
            return;
        }
        break;
    }
    case ColumnType::Float:
        // SQLite reads digits faster than Qt does, but it knows no word for infinity.
        if (text.endsWith("Infinity"_L1)) {
            constexpr double infinity = std::numeric_limits<double>::infinity();
            sqlite3_bind_double(m_statement, place, text.startsWith(u'-') ? -infinity : infinity);
            return;
        }
        break;
    case ColumnType::Vector: {
        // The dialect has the bytes as a literal of hexadecimal digits.
        Sql sql;
        const QString literal = Dialect::sqlite().bind(sql, column, value);
        QByteArray &bytes = m_texts[place - 1];
        bytes = QByteArray::fromHex(literal.mid(2).chopped(1).toLatin1());
        sqlite3_bind_blob64(m_statement, place, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
        return;
    }
    default:
        break;
    }
    // The memory of the row before is used again.
    QByteArray &bytes = m_texts[place - 1];
    bytes.resize(text.size() * 3);
    QStringEncoder encoder(QStringConverter::Utf8);
    const auto size = sqlite3_uint64(encoder.appendToBuffer(bytes.data(), text) - bytes.constData());
    sqlite3_bind_text64(m_statement, place, bytes.constData(), size, SQLITE_STATIC, SQLITE_UTF8);
}

Result<QList<BulkWriter::Refusal>> SqliteBulkWriter::write(const QList<Row> &rows)
{
    QList<Refusal> refused;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (qsizetype c = 0; c < m_columns.size(); ++c)
            bind(int(c) + 1, m_columns.at(c), rows.at(i).at(c));
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_DONE) {
            sqlite3_reset(m_statement);
            continue;
        }
        const Error error = m_connection.errorOf(code, QString::fromUtf8(sqlite3_errmsg(m_handle)));
        sqlite3_reset(m_statement);
        if (!isRowsFault(error.kind))
            return error;
        refused.append({i, error});
    }
    return refused;
}

} // namespace Ghar

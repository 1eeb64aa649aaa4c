// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchtable.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::StringLiterals;

void SqliteCloser::operator()(sqlite3 *handle) const
{
    sqlite3_close(handle);
}

namespace {

// 2654435761 and 40503 spread the numbers; the primes keep the values from repeating in step with each other.
constexpr auto makeSql = R"(
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -100000;
CREATE TABLE bench_rows (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, city TEXT NOT NULL, status VARCHAR(20) NOT NULL, price NUMERIC(14,2),
    area REAL, bedrooms INTEGER, is_active BOOLEAN NOT NULL, listed_on DATE, created_at TIMESTAMP,
    updated_at TIMESTAMP NOT NULL, owner_id INTEGER NOT NULL, views INTEGER NOT NULL, notes TEXT);
WITH RECURSIVE
    counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < %1),
    mixed(n, a, b) AS (SELECT n, n * 2654435761 % 4294967291, n * 40503 % 1000003 FROM counter)
INSERT INTO bench_rows SELECT n,
    printf('%d BHK flat no %d, Sector %d', a % 5 + 1, b, a % 115 + 1),
    printf('City %02d', b % 20),
    CASE b % 4 WHEN 0 THEN 'draft' WHEN 1 THEN 'active' WHEN 2 THEN 'paused' ELSE 'closed' END,
    CASE WHEN a % 10 = 0 THEN NULL ELSE a % 100000000 / 100.0 END,
    CASE WHEN b % 7 = 0 THEN NULL ELSE a % 500000 / 37.0 END,
    a % 5 + 1,
    a % 3 = 0,
    CASE WHEN a % 20 = 0 THEN NULL ELSE date('2015-01-01', '+' || (a % 3650) || ' days') END,
    CASE WHEN b % 100 = 0 THEN NULL ELSE
        strftime('%Y-%m-%d %H:%M:%S', 1420070400 + a % 30000000 * 10, 'unixepoch') || '.000000+00:00' END,
    strftime('%Y-%m-%d %H:%M:%S', 1577836800 + b * 150, 'unixepoch') || '.250000+00:00',
    b % 50000 + 1,
    a % 1000003,
    CASE WHEN a % 4 = 0 THEN NULL ELSE
        printf('Note %d of listing %d: ready to move in, close to the market and the metro.', b % 97, n) END
FROM mixed;
CREATE INDEX bench_rows_city ON bench_rows (city);
CREATE INDEX bench_rows_price ON bench_rows (price);
CREATE INDEX bench_rows_listed_on ON bench_rows (listed_on);
CREATE INDEX bench_rows_created_at ON bench_rows (created_at);
)";

qint64 number(sqlite3 *handle, const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        return -1;
    const qint64 value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    return value;
}

} // namespace

namespace BenchTable {

QStringList columns()
{
    return u"id title city status price area bedrooms is_active listed_on created_at updated_at owner_id views notes"_s
        .split(u' ');
}

SqliteHandle open(const QString &file, bool create)
{
    sqlite3 *handle = nullptr;
    const int flags = create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const int result = sqlite3_open_v2(QFile::encodeName(file).constData(), &handle, flags, nullptr);
    SqliteHandle owned(handle);
    if (result != SQLITE_OK) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(file), sqlite3_errstr(result));
        return {};
    }
    return owned;
}

qint64 rowsIn(const QString &file)
{
    if (QFileInfo(file).size() == 0)
        return 0;
    const SqliteHandle handle = open(file);
    return handle ? qMax<qint64>(0, number(handle.get(), u"SELECT max(id) FROM bench_rows"_s)) : 0;
}

bool make(const QString &file, qint64 rows)
{
    QFile::remove(file);
    const SqliteHandle handle = open(file, true);
    if (!handle)
        return false;
    const QByteArray sql = QByteArray(makeSql).replace("%1", QByteArray::number(rows));
    char *error = nullptr;
    if (sqlite3_exec(handle.get(), sql.constData(), nullptr, nullptr, &error) == SQLITE_OK)
        return true;
    std::fprintf(stderr, "%s: %s\n", qPrintable(file), error);
    sqlite3_free(error);
    return false;
}

qint64 idAt(sqlite3 *handle, const QString &column, bool descending, qint64 row)
{
    const qint64 values = number(handle, u"SELECT count(%1) FROM bench_rows"_s.arg(column));
    const QString direction = descending ? u"DESC"_s : u"ASC"_s;
    if (row >= values)
        return number(
            handle,
            u"SELECT id FROM bench_rows WHERE %1 IS NULL ORDER BY id %2 LIMIT 1 OFFSET %3"_s.arg(column, direction)
                .arg(row - values));
    return number(handle,
                  u"SELECT id FROM bench_rows WHERE %1 IS NOT NULL ORDER BY %1 %2, id %2 LIMIT 1 OFFSET %3"_s
                      .arg(column, direction)
                      .arg(row));
}

} // namespace BenchTable

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

struct sqlite3;

struct SqliteCloser
{
    void operator()(sqlite3 *handle) const;
};
using SqliteHandle = std::unique_ptr<sqlite3, SqliteCloser>;

/// The table that all of the benchmark reads: 14 columns of every common kind, some indexed, with duplicates and NULLs.
/// Its values follow from the row's number, so it is the same wherever it is made.
namespace BenchTable {

inline constexpr QStringView name = u"bench_rows";

/// The order of the headline, descending: an indexed column with duplicates and NULLs, which only the primary key makes
/// total. Descending, since SQLite by itself puts NULL first otherwise, and the peers would read other rows than we do.
inline constexpr QStringView mainColumn = u"created_at";

QStringList columns();

/// Opens the file for reading, or makes it; nothing and a message on standard error when that fails.
SqliteHandle open(const QString &file, bool create = false);

/// Rows in the file; 0 when it is not there or holds something else.
qint64 rowsIn(const QString &file);

/// Makes the file with so many rows. Takes about 15 seconds per million.
bool make(const QString &file, qint64 rows);

/// The id of the row at this place, NULL last, then by id in the direction of the column: found the slow and simple
/// way. -1 = none.
qint64 idAt(sqlite3 *handle, const QString &column, bool descending, qint64 row);

} // namespace BenchTable

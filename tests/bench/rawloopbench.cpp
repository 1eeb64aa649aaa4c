// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawloopbench.h"

#include "benchtable.h"

#include <QRandomGenerator>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageRows = 200;

struct StatementCloser
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementCloser>;

Statement prepare(sqlite3 *handle, const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &statement, nullptr);
    return Statement(statement);
}

QList<QStringList> step(sqlite3_stmt *statement)
{
    QList<QStringList> page;
    const int columns = sqlite3_column_count(statement);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        QStringList row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, i)),
                                         sqlite3_column_bytes(statement, i)));
        page.append(row);
    }
    sqlite3_reset(statement);
    return page;
}

} // namespace

QJsonObject runRawLoop(const BenchOptions &options, const QString &file)
{
    const SqliteHandle handle = BenchTable::open(file);
    if (!handle)
        return {{u"error"_s, u"cannot open the table"_s}};
    const QString column = BenchTable::mainColumn.toString();
    const QString select = u"SELECT %1 FROM bench_rows "_s.arg(BenchTable::columns().join(u", "_s));
    QElapsedTimer timer;

    std::vector<double> opened;
    for (int run = 0; run < options.runs; ++run) {
        timer.start();
        const Statement first =
            prepare(handle.get(), select + u"ORDER BY %1 DESC, id DESC LIMIT %2"_s.arg(column).arg(pageRows));
        if (step(first.get()).size() != qMin<qint64>(pageRows, options.rows))
            return {{u"error"_s, QString::fromUtf8(sqlite3_errmsg(handle.get()))}};
        opened.push_back(milliseconds(timer));
    }

    // Where the keys are is known beforehand here, as it is with jump keys.
    const qint64 rows = BenchTable::rowsIn(file);
    QRandomGenerator random(1);
    const Statement place = prepare(handle.get(), u"SELECT %1 FROM bench_rows WHERE id = ?"_s.arg(column));
    const Statement page =
        prepare(handle.get(),
                select + u"WHERE (%1, id) <= (?, ?) ORDER BY %1 DESC, id DESC LIMIT %2"_s.arg(column).arg(pageRows));
    std::vector<double> jumped;
    for (int i = 0; i < options.jumps; ++i) {
        const qint64 id = 1 + random.bounded(rows);
        sqlite3_bind_int64(place.get(), 1, id);
        const QList<QStringList> key = step(place.get());
        const QByteArray value = key.isEmpty() ? QByteArray() : key.first().first().toUtf8();
        if (value.isEmpty())
            continue;
        timer.start();
        sqlite3_bind_text(page.get(), 1, value.constData(), int(value.size()), SQLITE_STATIC);
        sqlite3_bind_int64(page.get(), 2, id);
        (void)step(page.get());
        jumped.push_back(milliseconds(timer));
    }
    return {{u"raw_open_ms"_s, rounded(median(opened))}, {u"raw_jump_ms_median"_s, rounded(median(jumped))}};
}

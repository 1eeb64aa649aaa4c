// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferbench.h"

#include "benchserver.h"
#include "benchtable.h"
#include "database/connection.h"
#include "database/initializer.h"
#include "database/introspection.h"
#include "records/journal.h"
#include "schema/schemareader.h"
#include "transfer/exporter.h"
#include "transfer/importer.h"
#include "transfer/importpreview.h"
#include "transfer/rowsourcefile.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUuid>

using namespace Ghar;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 users = 50'000;
const auto table = u"user_search_history"_s;

/// All columns of the table in its order, as the peers need them.
bool writeCsv(const QString &path, qint64 rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("id,user_id,search_query,search_filters,search_location,search_radius,results_count,user_location_lat,"
               "user_location_lng,search_type,session_id,created_at\n");
    QByteArray bytes;
    for (qint64 i = 1; i <= rows; ++i) {
        const qint64 mixed = i * 2654435761 % 4294967291;
        bytes += QByteArray::number(i) + ',' + QByteArray::number(mixed % users + 1) + ",\"2 BHK flat, Sector "
            + QByteArray::number(mixed % 115 + 1) + "\",\"{\"\"bedrooms\"\":" + QByteArray::number(mixed % 5 + 1)
            + "}\",Gurugram," + QByteArray::number(mixed % 50 + 1) + ',' + QByteArray::number(mixed % 500) + ",28."
            + QByteArray::number(mixed % 9000 + 1000) + ",77." + QByteArray::number(mixed % 8999 + 1000) + ",property,s"
            + QByteArray::number(i) + ",2025-" + QByteArray::number(mixed % 12 + 1).rightJustified(2, '0') + '-'
            + QByteArray::number(mixed % 28 + 1).rightJustified(2, '0') + " 10:05:00.000000+00:00\n";
        if (bytes.size() > 1'000'000) {
            file.write(bytes);
            bytes.clear();
        }
    }
    return file.write(bytes) == bytes.size() && file.flush();
}

QString scalar(Connection &connection, const QString &statement)
{
    const Result<Value> value = connection.scalar({statement, {}});
    return value ? value->text() : QString();
}

/// A platform database with users and nothing else; the rows go in from outside.
std::unique_ptr<Connection> makePlatform(const Profile &profile)
{
    auto connection = Connection::open(profile, Access::ReadWrite);
    if (!connection || !initializeDatabase(**connection, platformSchema(), {}))
        return nullptr;
    const QString series = (*connection)->dialect().isPostgres()
        ? u"SELECT i, 'u' || i FROM generate_series(1, %1) AS n(i)"_s
        : u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) SELECT i, 'u' || i FROM n"_s;
    if (!(*connection)->run(u"INSERT INTO users (id, supabase_user_id) "_s + series.arg(users)))
        return nullptr;
    return std::move(connection).value();
}

/// Milliseconds of an import by the desk; -1 and a message when it did not go in.
double runDesk(Connection &connection, const QString &csv, qint64 rows, MemoryWatch &memory, QString &error)
{
    const Result<LiveSchemaPtr> live = introspect(connection, platformSchema());
    if (!live) {
        error = live.error().userText;
        return -1;
    }
    const RowSourceFactory source = rowSourceOf(csv, ReadStyle());
    ImportPlan plan;
    plan.table = table;
    QElapsedTimer timer;
    timer.start();
    const Result<ImportPreview> preview = previewImport(**live, plan, source, 0);
    if (!preview) {
        error = preview.error().userText;
        return -1;
    }
    plan.mapping = preview->mapping;
    ChangeHeader header;
    header.changeId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    header.writerId = u"bench"_s;
    header.madeAt = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    header.origin = u"import"_s;
    const Result<ImportReport> report =
        importRows(connection, **live, plan, source, header, [&memory](const ImportProgress &) {
            memory.sample();
            return true;
        });
    const double taken = milliseconds(timer);
    if (!report || report->state != ImportReport::State::Written || report->inserted != rows) {
        error = report ? report->problems.value(0).sentence : report.error().userText;
        return -1;
    }
    return taken;
}

/// Milliseconds of another program; -1 when it failed.
double runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? milliseconds(timer) : -1;
}

struct Times
{
    std::vector<double> desk;
    std::vector<double> peer;
    QString error;
};

void addTo(QJsonObject &json, const QString &name, const QString &peer, const Times &times)
{
    json.insert(name + u"_ms"_s, rounded(median(times.desk)));
    if (times.peer.empty())
        return;
    json.insert(peer + u"_ms"_s, rounded(median(times.peer)));
    json.insert(name + u"_ratio"_s, rounded(median(times.desk) / median(times.peer)));
}

Times importIntoFile(const BenchOptions &options, const QString &csv, qint64 rows, MemoryWatch &memory)
{
    const QTemporaryDir folder;
    const QString empty = folder.filePath(u"empty.sqlite"_s);
    Times times;
    Profile profile;
    profile.file = empty;
    if (!makePlatform(profile)) {
        times.error = u"the database could not be made"_s;
        return times;
    }
    const QString sqlite3 = QStandardPaths::findExecutable(u"sqlite3"_s);
    for (int run = 0; run < qMin(options.runs, 3); ++run) {
        progress(options, u"sqlite, run %1"_s.arg(run + 1));
        profile.file = folder.filePath(u"desk.sqlite"_s);
        QFile::remove(profile.file);
        QFile::copy(empty, profile.file);
        {
            auto connection = Connection::open(profile, Access::ReadWrite);
            const double taken = connection ? runDesk(**connection, csv, rows, memory, times.error) : -1;
            if (taken < 0)
                return times;
            times.desk.push_back(taken);
        }
        if (sqlite3.isEmpty())
            continue;
        const QString other = folder.filePath(u"peer.sqlite"_s);
        QFile::remove(other);
        QFile::copy(empty, other);
        const double taken =
            runProgram(sqlite3, {other, u".mode csv"_s, u".import --skip 1 \"%1\" %2"_s.arg(csv, table)});
        profile.file = other;
        auto check = Connection::open(profile, Access::ReadOnly);
        if (taken >= 0 && check && scalar(**check, u"SELECT count(*) FROM "_s + table) == QString::number(rows))
            times.peer.push_back(taken);
    }
    return times;
}

Times importIntoServer(const BenchOptions &options, const QString &csv, qint64 rows, MemoryWatch &memory)
{
    Times times;
    const QString psql = QStandardPaths::findExecutable(u"psql"_s);
    for (int run = 0; run < qMin(options.runs, 3); ++run) {
        progress(options, u"postgres, run %1"_s.arg(run + 1));
        const ServerDatabase database(options.postgres);
        const std::unique_ptr<Connection> connection = database.isMade() ? makePlatform(database.profile()) : nullptr;
        if (!connection) {
            times.error = u"the server gives no room for a database"_s;
            return times;
        }
        const double taken = runDesk(*connection, csv, rows, memory, times.error);
        if (taken < 0)
            return times;
        times.desk.push_back(taken);
        if (psql.isEmpty() || !connection->run(u"TRUNCATE "_s + table))
            continue;
        const double peer = runProgram(psql,
                                       {u"--no-psqlrc"_s, u"--quiet"_s, database.profile().connInfo, u"--command"_s,
                                        u"\\copy %1 FROM '%2' WITH (FORMAT csv, HEADER)"_s.arg(table, csv)});
        if (peer >= 0 && scalar(*connection, u"SELECT count(*) FROM "_s + table) == QString::number(rows))
            times.peer.push_back(peer);
    }
    return times;
}

} // namespace

QJsonObject runImportBench(const BenchOptions &options)
{
    const qint64 rows = qMax<qint64>(1, options.rows / 5);
    const QTemporaryDir folder;
    const QString csv = folder.filePath(u"rows.csv"_s);
    progress(options, u"making the file"_s);
    if (!writeCsv(csv, rows))
        return failed(u"the file could not be made"_s);
    MemoryWatch memory;
    const Times file = importIntoFile(options, csv, rows, memory);
    if (file.desk.empty())
        return failed(file.error);
    QJsonObject json{{u"rows"_s, rows}};
    addTo(json, u"sqlite"_s, u"sqlite3_import"_s, file);
    if (!options.postgres.isEmpty()) {
        const Times server = importIntoServer(options, csv, rows, memory);
        if (server.desk.empty())
            return failed(server.error);
        addTo(json, u"postgres"_s, u"psql_copy"_s, server);
    }
    if (MemoryWatch::isSupported())
        json.insert(u"rss_growth_mb"_s, rounded(memory.growth()));
    return json;
}

namespace {

/// Every form of the table's rows, one after the other.
QJsonObject exportAll(const BenchOptions &options, Connection &connection, const QString &name,
                      const QTemporaryDir &folder)
{
    const Result<LiveSchemaPtr> live = introspect(connection, platformSchema());
    const LiveTable *rows = live ? (*live)->table(name) : nullptr;
    if (!rows)
        return failed(u"the table is not there"_s);
    const RecordSource source(*live, *rows, {}, connection.dialect(), exportableColumns(*rows));
    QJsonObject json{{u"rows"_s, options.rows}};
    for (const TransferFormat format : {TransferFormat::Csv, TransferFormat::JsonLines, TransferFormat::Json,
                                        TransferFormat::Sql, TransferFormat::Xlsx}) {
        progress(options, nameOf(format));
        const QString path = folder.filePath(u"rows."_s + nameOf(format));
        MemoryWatch memory;
        double early = 0;
        QElapsedTimer timer;
        timer.start();
        ExportRequest request;
        request.format = format;
        const Result<qint64> written = exportToFile(connection, source, request, path, [&](qint64 done) {
            memory.sample();
            if (done <= options.rows / 10)
                early = memory.growth();
            return true;
        });
        if (!written || *written != options.rows)
            return failed(written ? u"rows are missing"_s : written.error().userText);
        memory.sample();
        json.insert(nameOf(format) + u"_ms"_s, rounded(milliseconds(timer)));
        if (MemoryWatch::isSupported()) {
            json.insert(nameOf(format) + u"_rss_growth_mb"_s, rounded(memory.growth()));
            json.insert(nameOf(format) + u"_rss_growth_at_a_tenth_mb"_s, rounded(early));
        }
        QFile::remove(path);
    }
    return json;
}

QJsonObject exportFromFile(const BenchOptions &options, const QTemporaryDir &folder)
{
    const QString file = options.keep.isEmpty() ? folder.filePath(u"rows.sqlite"_s) : options.keep;
    if (BenchTable::rowsIn(file) != options.rows) {
        progress(options, u"making the table"_s);
        if (!BenchTable::make(file, options.rows))
            return failed(u"the table could not be made"_s);
    }
    Profile profile;
    profile.file = file;
    auto connection = Connection::open(profile, Access::ReadOnly);
    if (!connection)
        return failed(connection.error().userText);
    QJsonObject json = exportAll(options, **connection, BenchTable::name.toString(), folder);
    const QString sqlite3 = QStandardPaths::findExecutable(u"sqlite3"_s);
    if (!sqlite3.isEmpty()) {
        const double peer =
            runProgram(sqlite3,
                       {u"-csv"_s, u"-header"_s, file, u".once \"%1\""_s.arg(folder.filePath(u"peer.csv"_s)),
                        u"SELECT * FROM %1 ORDER BY id"_s.arg(BenchTable::name)});
        if (peer >= 0)
            json.insert(u"sqlite3_csv_ms"_s, rounded(peer));
    }
    return json;
}

QJsonObject exportFromServer(const BenchOptions &options, const QTemporaryDir &folder)
{
    const ServerDatabase database(options.postgres);
    const std::unique_ptr<Connection> connection = database.isMade() ? makePlatform(database.profile()) : nullptr;
    if (!connection)
        return failed(u"the server gives no room for a database"_s);
    progress(options, u"making the table on the server"_s);
    const QString fill = u"INSERT INTO %1 (user_id, search_query, search_filters, search_location, search_radius, "
                         "results_count, user_location_lat, user_location_lng, search_type, session_id) SELECT i % %2 "
                         "+ 1, '2 BHK flat, Sector ' || i % 115, '{\"bedrooms\":2}', 'Gurugram', i % 50, i % 500, "
                         "28.4, 77.0, 'property', 's' || i FROM generate_series(1, %3) AS n(i)"_s.arg(table)
                             .arg(users)
                             .arg(options.rows);
    if (!connection->run(fill) || !connection->run(u"VACUUM ANALYZE"_s))
        return failed(u"the rows could not be made"_s);
    QJsonObject json = exportAll(options, *connection, table, folder);
    const QString psql = QStandardPaths::findExecutable(u"psql"_s);
    if (!psql.isEmpty()) {
        const double peer =
            runProgram(psql,
                       {u"--no-psqlrc"_s, u"--quiet"_s, database.profile().connInfo, u"--command"_s,
                        u"\\copy (SELECT * FROM %1 ORDER BY id) TO '%2' WITH (FORMAT csv, HEADER)"_s.arg(
                            table, folder.filePath(u"peer.csv"_s))});
        if (peer >= 0)
            json.insert(u"psql_copy_ms"_s, rounded(peer));
    }
    return json;
}

} // namespace

QJsonObject runExportBench(const BenchOptions &options)
{
    const QTemporaryDir folder;
    QJsonObject json{{u"sqlite"_s, exportFromFile(options, folder)}};
    if (!options.postgres.isEmpty())
        json.insert(u"postgres"_s, exportFromServer(options, folder));
    return json;
}

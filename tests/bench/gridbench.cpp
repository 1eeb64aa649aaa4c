// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridbench.h"

#include "benchtable.h"
#include "database/databasesession.h"
#include "records/recordtablemodel.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;
using Ghar::RecordTableModel;

namespace {

constexpr int screenRows = 40;
constexpr int placesChecked = 5;

struct Order
{
    QString column;
    bool descending;
    const char *what;
};

const Order orders[]{{BenchTable::mainColumn.toString(), true, "instants, NULLs, indexed, newest first"},
                     {u"price"_s, true, "amounts, NULLs, indexed, descending"},
                     {u"listed_on"_s, false, "dates, 1,370 rows each, NULLs, indexed"},
                     {u"city"_s, true, "20 values, indexed, descending"},
                     {u"id"_s, false, "primary key"},
                     {u"views"_s, false, "not indexed"}};

/// One order of the table: opened, at its end, indexed, jumped about in.
class OrderRun
{
public:
    OrderRun(const BenchOptions &options, const QString &file, const Order &order)
        : m_options(options), m_file(file), m_order(order)
    { }

    QJsonObject run()
    {
        QJsonObject json{{u"column"_s, m_order.column},
                         {u"descending"_s, m_order.descending},
                         {u"what"_s, QString::fromLatin1(m_order.what)}};
        std::vector<double> opened;
        std::vector<double> ended;
        if (!connect())
            return failure();
        for (int i = 0; i < m_options.runs; ++i) {
            m_model.reset();
            if (!open())
                return failure();
            opened.push_back(m_openMs);
        }
        json[u"open_ms"_s] = rounded(median(opened));

        QElapsedTimer timer;
        timer.start();
        const bool early = goTo(m_model->count() - screenRows);
        if (!early)
            return failure();
        json[u"last_ms"_s] = rounded(milliseconds(timer));
        json[u"last_was_exact"_s] = m_model->isExact();

        if (!waitUntil([&] { return m_model->isExact() || isFailed(); }, m_memory.get()) || isFailed())
            return failure();
        json[u"index_ms"_s] = rounded(milliseconds(m_sinceOpen));
        json[u"counted_rows"_s] = m_model->count();

        std::vector<double> jumped;
        QRandomGenerator random(7);
        for (int i = 0; i < m_options.jumps; ++i) {
            timer.start();
            if (!goTo(random.bounded(qMax(1, m_model->count() - screenRows))))
                return failure();
            jumped.push_back(milliseconds(timer));
        }
        json[u"jump_ms_median"_s] = rounded(median(jumped));
        json[u"jump_ms_p95"_s] = rounded(quantile(jumped, 0.95));
        json[u"jump_ms_worst"_s] = rounded(quantile(jumped, 1.0));

        // Away from the end and back, now that all places are known.
        for (int i = 0; i < 3; ++i) {
            for (int page = 0; page < RecordTableModel::maximumPages + 4; ++page) {
                if (!goTo(page * RecordTableModel::pageSize % qMax(1, m_model->count() - screenRows)))
                    return failure();
            }
            timer.start();
            if (!goTo(m_model->count() - screenRows))
                return failure();
            ended.push_back(milliseconds(timer));
        }
        json[u"last_indexed_ms"_s] = rounded(median(ended));
        json[u"rss_growth_mb"_s] = rounded(m_memory->growth());

        if (m_order.column != "views"_L1 || m_options.rows <= 100'000) {
            const auto [checked, wrong] = check(random);
            json[u"places_checked"_s] = checked;
            json[u"places_wrong"_s] = wrong;
        }
        return json;
    }

private:
    bool isFailed() const { return m_model && m_model->state() == RecordTableModel::State::Failed; }

    QJsonObject failure() const
    {
        return {{u"error"_s,
                 m_order.column + u": "_s + (m_model ? m_model->errorText() + m_model->error().detail : m_error)}};
    }

    /// As the desk does once for a database; tables are opened one after the other then.
    bool connect()
    {
        Ghar::Profile profile;
        profile.file = m_file;
        m_session = std::make_unique<Ghar::DatabaseSession>(profile);
        QFuture<Ghar::Result<Ghar::OpenedDatabase>> future = m_session->open(QDateTime::currentDateTimeUtc());
        waitUntil([&] { return future.isFinished(); });
        const Ghar::Result<Ghar::OpenedDatabase> opened = future.result();
        if (!opened) {
            m_error = opened.error().userText + opened.error().detail;
            return false;
        }
        m_session->setSchema(opened->schema);
        m_memory = std::make_unique<MemoryWatch>();
        return true;
    }

    bool open()
    {
        m_model = std::make_unique<RecordTableModel>();
        Ghar::TableQuery query;
        query.sort = {{m_order.column, m_order.descending}};
        m_sinceOpen.start();
        m_model->setSource(m_session.get(), BenchTable::name.toString(), BenchTable::columns(), query);
        const bool done = waitUntil([&] { return m_model->state() == RecordTableModel::State::Ready || isFailed(); });
        m_openMs = milliseconds(m_sinceOpen);
        return done && !isFailed() && m_model->value(0, 0);
    }

    /// Shows the screen that begins with this row and waits for all of its rows.
    bool goTo(int row)
    {
        row = qMax(0, row);
        const int last = qMin(row + screenRows, m_model->count()) - 1;
        m_model->setVisibleRange(row, last);
        const auto isHere = [&](int wanted) {
            return m_model->data(m_model->index(wanted, 0), RecordTableModel::IsLoadedRole).toBool();
        };
        return waitUntil([&] { return (isHere(row) && isHere(last)) || isFailed(); }, m_memory.get()) && !isFailed();
    }

    std::pair<int, int> check(QRandomGenerator &random)
    {
        const SqliteHandle handle = BenchTable::open(m_file);
        int checked = 0;
        int wrong = 0;
        for (int i = 0; handle && i < placesChecked + 1; ++i) {
            const int row = i < placesChecked ? random.bounded(m_model->count()) : m_model->count() - 1;
            if (!goTo(qMin(row, m_model->count() - screenRows)))
                return {checked, wrong + 1};
            const std::optional<Ghar::Value> id = m_model->value(row, 0);
            const qint64 expected = BenchTable::idAt(handle.get(), m_order.column, m_order.descending, row);
            ++checked;
            if (!id || id->text().toLongLong() != expected)
                ++wrong;
        }
        return {checked, wrong};
    }

    const BenchOptions &m_options;
    const QString m_file;
    const Order &m_order;
    QString m_error;
    std::unique_ptr<Ghar::DatabaseSession> m_session;
    std::unique_ptr<RecordTableModel> m_model;
    std::unique_ptr<MemoryWatch> m_memory;
    QElapsedTimer m_sinceOpen;
    double m_openMs = 0;
};

void addAll(QJsonObject *json, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        json->insert(it.key(), it.value());
}

} // namespace

QJsonObject runGridBench(const BenchOptions &options)
{
    const QString file = !options.keep.isEmpty()
        ? options.keep
        : QDir(QStandardPaths::writableLocation(QStandardPaths::TempLocation))
              .filePath(u"ghar-bench-%1.db"_s.arg(QUuid::createUuid().toString(QUuid::Id128)));
    struct Cleaner
    {
        QString file;
        ~Cleaner() { file.isEmpty() || QFile::remove(file); }
    } const cleaner{options.keep.isEmpty() ? file : QString()};

    QJsonObject json{{u"bench"_s, u"grid"_s}, {u"rows"_s, options.rows}, {u"columns"_s, BenchTable::columns().size()}};
    const QString rows = QString::number(options.rows);
    if (BenchTable::rowsIn(file) != options.rows) {
        progress(options, u"making a table of %1 rows in %2"_s.arg(rows, QDir::toNativeSeparators(file)));
        QElapsedTimer timer;
        timer.start();
        const QJsonObject made = runSelf({u"table"_s, file, u"--rows"_s, rows});
        if (made.contains(u"error"_s))
            return made;
        json[u"make_ms"_s] = rounded(milliseconds(timer));
    }
    json[u"file_mb"_s] = rounded(double(QFile(file).size()) / (1024.0 * 1024.0));

    QJsonArray each;
    for (const Order &order : orders) {
        if (!options.order.isEmpty() && options.order != order.column)
            continue;
        progress(options, u"ours: by %1 (%2)"_s.arg(order.column, QString::fromLatin1(order.what)));
        const QJsonObject figures = OrderRun(options, file, order).run();
        if (figures.contains(u"error"_s))
            return figures;
        if (each.isEmpty()) {
            for (const auto &key : {u"open_ms"_s, u"last_ms"_s, u"last_indexed_ms"_s, u"index_ms"_s,
                                    u"jump_ms_median"_s, u"rss_growth_mb"_s})
                json[key] = figures.value(key);
            json[u"sorted_by"_s] = order.column;
        }
        each.append(figures);
    }
    if (each.isEmpty())
        return {{u"error"_s, u"there is no order by %1"_s.arg(options.order)}};
    json[u"orders"_s] = each;
    if (!MemoryWatch::isSupported())
        json[u"rss_note"_s] = u"this system does not tell the resident memory; its figures are 0"_s;
    if (!options.order.isEmpty())
        return json;

    progress(options, u"raw: sqlite3_step() over the same pages"_s);
    addAll(&json, runSelf({u"raw"_s, file, u"--rows"_s, rows, u"--jumps"_s, QString::number(options.jumps)}));
    progress(options, u"peer: QSqlTableModel"_s);
    QStringList arguments{u"peer"_s, file, u"--rows"_s, rows, u"--runs"_s, QString::number(options.runs)};
    if (options.peerRows >= 0)
        arguments += {u"--peer-rows"_s, QString::number(options.peerRows)};
    if (options.quiet)
        arguments += u"--json"_s;
    addAll(&json, runSelf(arguments));
    return json;
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peerbench.h"

#include "benchtable.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlTableModel>

using namespace Qt::StringLiterals;

QJsonObject runPeer(const BenchOptions &options, const QString &file)
{
    QJsonObject json{{u"peer"_s, u"QSqlTableModel"_s}};
    std::vector<double> opened;
    const QString connection = u"peer"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        database.setDatabaseName(file);
        if (!database.open())
            return {{u"error"_s, database.lastError().text()}};
        for (int run = 0; run < options.runs; ++run) {
            // What is in the file is known on both sides before the clock starts.
            QSqlTableModel model(nullptr, database);
            model.setTable(BenchTable::name.toString());
            MemoryWatch memory;
            QElapsedTimer timer;
            timer.start();
            model.setSort(model.fieldIndex(BenchTable::mainColumn.toString()), Qt::DescendingOrder);
            if (!model.select())
                return {{u"error"_s, model.lastError().text()}};
            (void)model.index(0, 0).data();
            opened.push_back(milliseconds(timer));
            if (run == options.runs - 1) {
                json[u"peer_first_rows"_s] = model.rowCount();
                progress(options, u"peer: going to the last row"_s);
                timer.start();
                while (model.canFetchMore() && (options.peerRows < 0 || model.rowCount() < options.peerRows))
                    model.fetchMore();
                (void)model.index(model.rowCount() - 1, 0).data();
                json[u"peer_last_ms"_s] = rounded(milliseconds(timer));
                memory.sample();
                json[u"peer_rss_growth_mb"_s] = rounded(memory.growth());
                json[u"peer_rows"_s] = model.rowCount();
                if (model.canFetchMore())
                    json[u"peer_note"_s] = u"stopped by --peer-rows before the last row"_s;
            }
        }
    }
    QSqlDatabase::removeDatabase(connection);
    json[u"peer_open_ms"_s] = rounded(median(opened));
    return json;
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the desk beside its peers in the same run, and prints JSON on standard output.
#include "benchtable.h"
#include "gridbench.h"
#include "moderationbench.h"
#include "peerbench.h"
#include "planbench.h"
#include "rawloopbench.h"
#include "scrollbench.h"
#include "startbench.h"
#include "transferbench.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

QJsonObject makeTable(const BenchOptions &options, const QString &file)
{
    if (!BenchTable::make(file, options.rows))
        return {{u"error"_s, u"the table could not be made"_s}};
    return {{u"rows"_s, BenchTable::rowsIn(file)}};
}

/// Each bench in a process of its own, since one needs a display and memory is measured in another.
QJsonObject runAll(const BenchOptions &options)
{
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    QJsonObject json;
    for (const QString &command :
         {u"grid"_s, u"scroll"_s, u"plan"_s, u"import"_s, u"export"_s, u"moderation"_s, u"start"_s}) {
        if (command == "start"_L1 && options.program.isEmpty())
            continue;
        progress(options, command);
        json[command] = runSelf(QStringList{command} + arguments);
    }
    return json;
}

std::optional<QJsonObject> runCommand(const QString &command, const BenchOptions &options)
{
    const QString file = options.files.value(0);
    if (command.isEmpty())
        return runAll(options);
    if (command == "grid"_L1)
        return runGridBench(options);
    if (command == "scroll"_L1)
        return runScrollBench(options.rows, options.frames, options.picture);
    if (command == "plan"_L1)
        return runPlanBench(options);
    if (command == "import"_L1)
        return runImportBench(options);
    if (command == "export"_L1)
        return runExportBench(options);
    if (command == "moderation"_L1)
        return runModerationBench(options);
    if (command == "start"_L1)
        return runStartBench(options);
    if (command == "table"_L1 && !file.isEmpty())
        return makeTable(options, file);
    if (command == "peer"_L1 && !file.isEmpty())
        return runPeer(options, file);
    if (command == "raw"_L1 && !file.isEmpty())
        return runRawLoop(options, file);
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const bool draws = argc > 1 && qstrcmp(argv[1], "scroll") == 0;
    // Texts of the evidence are styled, which needs fonts.
    const bool styles = argc > 1 && qstrcmp(argv[1], "moderation") == 0;
    std::unique_ptr<QCoreApplication> application;
    if (draws) {
        // Without these the clock shows the display's rate.
        qputenv("QSG_NO_VSYNC", "1");
        qputenv("QT_QPA_UPDATE_IDLE_TIME", "0");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else if (styles) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the desk beside its peers and prints JSON: grid, scroll, plan, import, export, moderation and, "
        u"where "
        u"there is\n"
        "a desk, start, or only the one named.\n\n"
        "grid    a big table in the records model; QSqlTableModel and raw SQLite beside it\n"
        "scroll  the grid's frames; Qt Quick's TableView beside it\n"
        "plan    the delete plan of a user with a fifth of the rows; the bare counts of the direct ones beside it\n"
        "import  a CSV with a fifth of the rows; .import of sqlite3 and, with --postgres, COPY of psql beside it\n"
        "export  the big table in each form, and how far memory grows; sqlite3 and psql beside it\n"
        "moderation  the queue, evidence and a decision with a fiftieth of the rows as open reports\n"
        "start   from starting the desk (--program, or that of this build) to its first frame\n"
        "table FILE, raw FILE, peer FILE  parts of grid: make the table, read it raw, read it with QSqlTableModel"_s);
    parser.addHelpOption();
    parser.addPositionalArgument(
        u"command"_s, u"grid, scroll, plan, import, export, moderation, start, table, raw or peer"_s, u"[command]"_s);
    const QCommandLineOption rows(u"rows"_s, u"Rows of the table (5,000,000)."_s, u"N"_s, u"5000000"_s);
    const QCommandLineOption peerRows(u"peer-rows"_s, u"Let QSqlTableModel stop after so many rows."_s, u"N"_s,
                                      u"-1"_s);
    const QCommandLineOption jumps(u"jumps"_s, u"Random places to jump to (200)."_s, u"N"_s, u"200"_s);
    const QCommandLineOption frames(u"frames"_s, u"Frames to draw of each kind (300)."_s, u"N"_s, u"300"_s);
    const QCommandLineOption runs(u"runs"_s, u"How often what happens once is repeated (11)."_s, u"N"_s, u"11"_s);
    const QCommandLineOption keep(u"keep"_s, u"Keep the table in this file and use it again."_s, u"FILE"_s);
    const QCommandLineOption order(u"order"_s, u"Measure this order alone, without peers."_s, u"COLUMN"_s);
    const QCommandLineOption picture(u"picture"_s, u"Save what the grid showed last."_s, u"FILE"_s);
    const QCommandLineOption program(u"program"_s, u"The desk to start."_s, u"FILE"_s);
    const QCommandLineOption database(u"database"_s, u"The database that the desk opens."_s, u"FILE"_s);
    const QCommandLineOption postgres(
        u"postgres"_s, u"A server on which databases may be made, for plan, import and export."_s, u"CONNINFO"_s);
    const QCommandLineOption json(u"json"_s, u"Nothing but the JSON: no progress on standard error."_s);
    parser.addOptions({rows, peerRows, jumps, frames, runs, keep, order, picture, program, database, postgres, json});
    parser.process(*application);

    BenchOptions options;
    options.rows = parser.value(rows).toLongLong();
    options.peerRows = parser.value(peerRows).toLongLong();
    options.jumps = parser.value(jumps).toInt();
    options.frames = parser.value(frames).toInt();
    options.runs = parser.value(runs).toInt();
    options.quiet = parser.isSet(json);
    options.keep = parser.value(keep);
    options.order = parser.value(order);
    options.picture = parser.value(picture);
    options.program = parser.value(program);
    // Beside this one in the same build.
    const QString built = QCoreApplication::applicationDirPath() + u"/../../app/ghar-desk"_s;
    if (options.program.isEmpty() && QFileInfo(built).isExecutable())
        options.program = built;
    options.database = parser.value(database);
    options.postgres = parser.value(postgres);
    const QStringList words = parser.positionalArguments();
    options.files = words.mid(1);
    if (options.rows < 1 || options.rows > 100'000'000 || options.jumps < 1 || options.runs < 1 || options.frames < 1) {
        std::fprintf(stderr, "--rows takes 1 to 100000000; --jumps, --runs and --frames take 1 or more\n");
        return 2;
    }

    const std::optional<QJsonObject> result = runCommand(words.value(0), options);
    if (!result) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    std::printf("%s", QJsonDocument(*result).toJson().constData());
    return result->contains(u"error"_s) ? 1 : 0;
}

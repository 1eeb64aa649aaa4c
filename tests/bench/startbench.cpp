// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startbench.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

QJsonObject runStartBench(const BenchOptions &options)
{
    if (!QFileInfo(options.program).isExecutable())
        return {{u"error"_s, u"start needs --program with the path of ghar-desk"_s}};
    // The desk says by itself when its first frame was shown, and then quits.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GHAR_PRINT_FIRST_FRAME"_s, u"1"_s);
    static const QRegularExpression line(u"first-frame-ms ([0-9.]+)"_s);

    constexpr int limit = 20'000;
    std::vector<double> outside;
    std::vector<double> inside;
    for (int run = 0; run <= options.runs; ++run) {
        QProcess process;
        process.setProcessEnvironment(environment);
        QByteArray said;
        double shown = 0;
        QElapsedTimer timer;
        timer.start();
        process.start(options.program,
                      options.database.isEmpty() ? QStringList() : QStringList{u"--sqlite"_s, options.database});
        QRegularExpressionMatch match;
        while (timer.elapsed() < limit && !match.hasMatch()) {
            const bool ready = process.state() != QProcess::NotRunning && process.waitForReadyRead(100);
            said += process.readAllStandardError();
            match = line.match(QString::fromUtf8(said));
            shown = milliseconds(timer);
            if (!ready && process.state() == QProcess::NotRunning)
                break;
        }
        if (!match.hasMatch()) {
            process.kill();
            process.waitForFinished();
            return {{u"bench"_s, u"start"_s},
                    {u"error"_s,
                     u"the program did not print first-frame-ms: %1"_s.arg(QString::fromUtf8(said.right(500)))}};
        }
        process.waitForFinished(limit);
        if (run == 0)
            continue; // it warmed the files
        outside.push_back(shown);
        inside.push_back(match.captured(1).toDouble());
    }
    return {{u"bench"_s, u"start"_s},
            {u"runs"_s, options.runs},
            {u"first_frame_ms"_s, rounded(median(outside))},
            {u"first_frame_ms_worst"_s, rounded(quantile(outside, 1.0))},
            {u"first_frame_ms_own_clock"_s, rounded(median(inside))}};
}

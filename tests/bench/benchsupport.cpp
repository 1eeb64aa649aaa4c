// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchsupport.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

void progress(const BenchOptions &options, const QString &line)
{
    if (!options.quiet)
        std::fprintf(stderr, "%s\n", qPrintable(line));
}

double residentMemory()
{
#ifdef Q_OS_LINUX
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
#else
    return 0;
#endif
}

MemoryWatch::MemoryWatch() : m_start(residentMemory()), m_highest(m_start) { }

void MemoryWatch::sample()
{
    m_highest = std::max(m_highest, residentMemory());
}

bool waitUntil(const std::function<bool()> &condition, MemoryWatch *memory)
{
    constexpr qint64 limit = 600'000;
    QTimer alarm; // wakes the loop, so that the limit and the memory are looked at
    alarm.start(20);
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > limit)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (memory)
            memory->sample();
    }
    return true;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QJsonObject failed(const QString &why)
{
    return {{u"error"_s, why}};
}

double rounded(double number)
{
    return std::round(number * 1000) / 1000;
}

double quantile(std::vector<double> numbers, double share)
{
    if (numbers.empty())
        return 0;
    std::sort(numbers.begin(), numbers.end());
    return numbers.at(std::min(numbers.size() - 1, size_t(double(numbers.size()) * share)));
}

QJsonObject runSelf(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (process.exitStatus() != QProcess::NormalExit || answer.isEmpty())
        return {{u"error"_s, u"ended early: %1"_s.arg(process.errorString())}};
    return answer;
}

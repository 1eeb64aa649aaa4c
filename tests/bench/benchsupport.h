// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

/// What the command line asked for.
struct BenchOptions
{
    qint64 rows = 5'000'000;
    qint64 peerRows = -1; ///< where the peer gives up on its way to the last row; -1 = never
    int jumps = 200;
    int frames = 300;
    int runs = 11;
    bool quiet = false; ///< no progress on standard error
    QString keep;       ///< the table's file, which stays and is used again
    QString order;      ///< the only one of grid's orders to measure
    QString picture;
    QString program;   ///< what `start` starts
    QString database;  ///< the database that it opens there, if any
    QString postgres;  ///< a server for plan, import and export, if any
    QStringList files; ///< of the commands that the benchmark runs in processes of their own
};

/// Writes a line to standard error unless the options forbid it.
void progress(const BenchOptions &options, const QString &line);

/// The resident memory of this process in MiB; 0 where the system does not tell.
double residentMemory();

/// Follows the resident memory of this process from its start to its highest point.
class MemoryWatch
{
public:
    MemoryWatch();
    void sample();
    [[nodiscard]] double growth() const { return m_highest - m_start; }
    static bool isSupported() { return residentMemory() > 0; }

private:
    double m_start;
    double m_highest;
};

/// Runs the event loop until the condition holds. False when that took longer than ten minutes.
bool waitUntil(const std::function<bool()> &condition, MemoryWatch *memory = nullptr);

/// The figures of a measurement that did not come about.
QJsonObject failed(const QString &why);

double milliseconds(const QElapsedTimer &timer);
double rounded(double number);
/// The value below which this share of the numbers lies; 0 without numbers.
double quantile(std::vector<double> numbers, double share);
inline double median(const std::vector<double> &numbers)
{
    return quantile(numbers, 0.5);
}

/// Runs this program again, so that one side's memory does not spoil the other's figures, and returns what it printed.
/// A failure comes back as the key `error`.
QJsonObject runSelf(const QStringList &arguments);

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "termination.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include <QGuiApplication>
#include <QSocketNotifier>
#include <QWindow>

#include <array>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace Ghar {

namespace {

// A signal handler may do next to nothing, so it writes a byte that the event loop reads.
std::array<int, 2> ends{-1, -1};

void handle(int signal)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(ends[0], &byte, 1);
    std::signal(signal, SIG_DFL);
}

} // namespace

void closeWindowsOnTermination(QObject &owner)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
        return; // the system ends the program as it always did
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, &owner);
    QObject::connect(notifier, &QSocketNotifier::activated, &owner, [notifier] {
        notifier->setEnabled(false);
        const QWindowList windows = QGuiApplication::topLevelWindows();
        for (QWindow *window : windows)
            window->close();
    });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        std::signal(signal, handle);
}

} // namespace Ghar

#else

namespace Ghar {

void closeWindowsOnTermination(QObject &) { }

} // namespace Ghar

#endif

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/command.h"
#include "core/translations.h"
#include "window.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(u"360Ghar"_s);
    QCoreApplication::setApplicationName(u"Ghar Desk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GHAR_VERSION));

    QFile out;
    QFile err;
    QFile in;
    (void)out.open(stdout, QIODevice::WriteOnly);
    (void)err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);
    (void)in.open(stdin, QIODevice::ReadOnly);
    {
        // Commands run without a display, so the window's application object is made only when a window is wanted.
        QCoreApplication application(argc, argv);
        Ghar::installTranslations();
        bool handled = false;
        const Ghar::ExitCode code =
            Ghar::runCommandLine(QCoreApplication::arguments().sliced(1), out, err, in, handled);
        if (handled)
            return int(code);
    }
    return int(Ghar::runWindow(argc, argv, err));
}

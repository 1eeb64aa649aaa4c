// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/command.h"
#include "core/translations.h"
#include "mappicturecommand.h"
#include "window.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

/// What needs fonts is drawn with another application object than the one of the commands.
enum class Then { Window, MapPicture };

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
    Then then = Then::Window;
    {
        // Commands run without a display, so the window's application object is made only when a window is wanted.
        QCoreApplication application(argc, argv);
        Ghar::installTranslations();
        bool handled = false;
        const Ghar::ExitCode code =
            Ghar::runCommandLine(QCoreApplication::arguments().sliced(1), out, err, in, handled);
        if (handled) {
            // A full disk or a closed pipe is told by the last write at the latest.
            if (out.flush() && out.error() == QFileDevice::NoError)
                return int(code);
            err.write(QCoreApplication::translate("CommandLine", "What was asked for could not be written: %1")
                          .arg(out.errorString())
                          .toUtf8()
                      + '\n');
            return int(Ghar::ExitCode::Failed);
        }
        if (Ghar::wantsMapPicture())
            then = Then::MapPicture;
        // Wrong usage is told without a display, too.
        else if (const Ghar::ExitCode usable = Ghar::checkWindow(err); usable != Ghar::ExitCode::Done)
            return int(usable);
    }
    if (then == Then::MapPicture) {
        const Ghar::ExitCode code = Ghar::runMapPicture(argc, argv, out, err);
        out.flush();
        return int(code);
    }
    return int(Ghar::runWindow(argc, argv, out, err));
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include "shell/desk.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QJsonArray>
#include <QQuickWindow>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

constexpr int longestWait = 60'000;
// Longer than the desk's own delays: a selection is read in full once it rests, a loading line appears late.
constexpr int quietMilliseconds = 500;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pictures)
};

/// Runs the event loop until nothing has been read for a while. False when that never happens.
bool waitUntilQuiet(const Desk &desk)
{
    QElapsedTimer whole;
    QElapsedTimer quiet;
    whole.start();
    quiet.start();
    while (whole.elapsed() < longestWait) {
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
        if (desk.isBusy())
            quiet.restart();
        else if (quiet.elapsed() > quietMilliseconds)
            return true;
    }
    return false;
}

/// Shows a screen as a person would find it at work: with rows, and the first of them selected.
bool prepare(Desk &desk, const QString &screen)
{
    desk.setScreen(screen);
    if (!waitUntilQuiet(desk))
        return false;
    if (screen == "records"_L1 && desk.connection() == Desk::Connection::Open) {
        if (desk.browser()->tableName() != "properties"_L1)
            desk.showTable(u"properties"_s);
        if (!waitUntilQuiet(desk))
            return false;
        if (desk.browser()->records()->count() > 0)
            desk.browser()->inspect(0);
        return waitUntilQuiet(desk);
    }
    return true;
}

/// Done when the database could be opened; otherwise says why not.
ExitCode outcomeOf(const Desk &desk, CommandContext &context)
{
    if (desk.connection() == Desk::Connection::Open)
        return ExitCode::Done;
    context.complain(desk.errorText());
    return ExitCode::Failed;
}

ExitCode tooSlow(CommandContext &context, const QString &screen)
{
    context.complain(Text::tr("The screen %1 was still reading after a minute.").arg(screen));
    return ExitCode::Failed;
}

} // namespace

QStringList screenNames()
{
    return {u"overview"_s, u"records"_s, u"history"_s, u"moderation"_s};
}

ExitCode takePictures(Desk &desk, QQuickWindow &window, const QString &folder, CommandContext &context)
{
    if (!QDir().mkpath(folder)) {
        context.complain(Text::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
        return ExitCode::Failed;
    }
    if (!waitUntilQuiet(desk))
        return tooSlow(context, u"overview"_s);
    QStringList saved;
    for (const QString &screen : screenNames()) {
        if (!prepare(desk, screen))
            return tooSlow(context, screen);
        const QString file = QDir(folder).filePath(screen + u".png"_s);
        if (!window.grabWindow().save(file)) {
            context.complain(Text::tr("The picture %1 cannot be written.").arg(QDir::toNativeSeparators(file)));
            return ExitCode::Failed;
        }
        saved.append(QDir::toNativeSeparators(file));
        context.complain(Text::tr("Saved %1").arg(saved.last()));
    }
    if (context.isJson())
        context.printJson({{u"pictures"_s, QJsonArray::fromStringList(saved)}});
    return outcomeOf(desk, context);
}

ExitCode visitScreens(Desk &desk, CommandContext &context)
{
    if (!waitUntilQuiet(desk))
        return tooSlow(context, u"overview"_s);
    for (const QString &screen : screenNames()) {
        if (!prepare(desk, screen))
            return tooSlow(context, screen);
    }
    return outcomeOf(desk, context);
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include "core/translations.h"
#include "pictures.h"
#include "shell/desk.h"
#include "support/fonts.h"
#include "support/iconprovider.h"
#include "termination.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Window)
};

/// `1280x800` as a size; nothing when it is no size a window can have.
std::optional<QSize> sizeOf(const QString &text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts.at(0).toInt(), parts.at(1).toInt());
    if (size.width() < 400 || size.height() < 300 || size.width() > 8000 || size.height() > 8000)
        return std::nullopt;
    return size;
}

} // namespace

namespace {

/// What the arguments ask of the window.
struct WindowRequest
{
    Profile profile;
    QString screen;
    QString theme;
    std::optional<QSize> size;
};

/// Reads the window's arguments; nothing, with a word to the person, when they make no sense.
std::optional<WindowRequest> readRequest(CommandContext &context, ExitCode &code)
{
    const Arguments &arguments = context.arguments();
    const auto refuse = [&](const QString &sentence) {
        code = context.usage(sentence);
        return std::nullopt;
    };
    if (const Result<void> ready = context.prepare(); !ready) {
        code = context.fail(ready.error());
        return std::nullopt;
    }
    const Result<Profile> profile = context.profile();
    if (!profile) {
        code = context.fail(profile.error());
        return std::nullopt;
    }
    WindowRequest request;
    request.profile = *profile;
    const QStringList windowOptions =
        globalOptions() + QStringList{u"screen"_s, u"pictures"_s, u"theme"_s, u"size"_s, u"self-test"_s};
    for (const QString &option : arguments.optionNames()) {
        if (!windowOptions.contains(option))
            return refuse(Text::tr("The window takes no option --%1.").arg(option));
    }
    request.screen = arguments.value(u"screen"_s, u"overview"_s);
    if (!screenNames().contains(request.screen))
        return refuse(Text::tr("There is no screen %1. Screens: %2.").arg(request.screen, screenNames().join(u", "_s)));
    request.theme = arguments.value(u"theme"_s);
    if (!request.theme.isEmpty() && request.theme != "light"_L1 && request.theme != "dark"_L1)
        return refuse(Text::tr("--theme %1 is neither light nor dark.").arg(request.theme));
    if (arguments.has(u"size"_s)) {
        request.size = sizeOf(arguments.value(u"size"_s));
        if (!request.size)
            return refuse(Text::tr("--size %1 is not of the form 1280x800.").arg(arguments.value(u"size"_s)));
    }
    return request;
}

/// The arguments, which runCommandLine() has parsed before without complaint.
Arguments parsedArguments()
{
    Result<Arguments> arguments = Arguments::parse(QCoreApplication::arguments().sliced(1), allOptions());
    Q_ASSERT(arguments);
    return std::move(arguments).value();
}

/// Where nobody looks, nothing needs to be shown.
void doWithoutDisplay()
{
#ifdef Q_OS_LINUX
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
}

} // namespace

ExitCode checkWindow(QIODevice &err)
{
    QBuffer unused;
    CommandContext context(parsedArguments(), unused, err, unused);
    ExitCode code = ExitCode::Done;
    const std::optional<WindowRequest> request = readRequest(context, code);
    if (request && context.arguments().has(u"self-test"_s))
        doWithoutDisplay();
    return code;
}

ExitCode runWindow(int &argc, char **argv, QIODevice &out, QIODevice &err)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QGuiApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"ghar-desk"_s);
    QBuffer unused;
    CommandContext context(parsedArguments(), out, err, unused);
    ExitCode code = ExitCode::Done;
    const std::optional<WindowRequest> request = readRequest(context, code);
    if (!request)
        return code;
    const QString &theme = request->theme;
    const std::optional<QSize> &size = request->size;

    QQuickStyle::setStyle(u"Basic"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::India));
    if (!installTranslations())
        context.complain(Text::tr("The texts of this program are incomplete."));
    const QStringList missing = installFonts();
    for (const QString &font : missing)
        context.complain(Text::tr("The font %1 could not be loaded.").arg(font));

    Desk desk(context.clock());
    if (!theme.isEmpty())
        desk.overrideTheme(theme == "dark"_L1);
    const Arguments &arguments = context.arguments();
    const bool named = arguments.has(u"sqlite"_s) || arguments.has(u"postgres"_s) || arguments.has(u"profile"_s);
    const bool pictures = arguments.has(u"pictures"_s);
    const bool selfTest = arguments.has(u"self-test"_s);

    QQmlApplicationEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    engine.addImageProvider(IconProvider::id(), new IconProvider);
    int warnings = 0;
    QObject::connect(&engine, &QQmlApplicationEngine::warnings, &engine,
                     [&warnings](const QList<QQmlError> &list) { warnings += int(list.size()); });
    const QSize fixed = size ? *size : pictures ? QSize(1280, 800) : QSize(0, 0);
    engine.setInitialProperties({{u"desk"_s, QVariant::fromValue(&desk)}, {u"fixedSize"_s, QSizeF(fixed)}});
    engine.load(QUrl(u"qrc:/qt/qml/Ghar/Shell/Main.qml"_s));
    if (engine.rootObjects().isEmpty()) {
        context.complain(Text::tr("The window could not be made; the installation is incomplete."));
        return ExitCode::Failed;
    }
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    desk.setDemo(CommandContext::demoProfile());
    if (arguments.has(u"as"_s))
        desk.setStaff(Value(arguments.value(u"as"_s)));
    if (named || pictures || selfTest)
        desk.open(request->profile);
    else
        desk.openLast();
    desk.setScreen(request->screen);

    if (pictures)
        return takePictures(desk, *window, arguments.value(u"pictures"_s), context);
    if (selfTest) {
        code = visitScreens(desk, context);
        if (warnings > 0) {
            context.complain(Text::tr("%1 warnings while loading the screens.").arg(warnings));
            code = ExitCode::Failed;
        }
        if (context.isJson())
            context.printJson({{u"screens"_s, QJsonArray::fromStringList(screenNames())},
                               {u"warnings"_s, warnings},
                               {u"passed"_s, code == ExitCode::Done}});
        return code;
    }
    if (qEnvironmentVariableIsSet("GHAR_PRINT_FIRST_FRAME")) {
        // For the benchmark: the first frame that shows data.
        QObject::connect(window, &QQuickWindow::frameSwapped, window, [&] {
            if (desk.connection() != Desk::Connection::Open || desk.modules()->count() == 0)
                return;
            context.complain(u"first-frame-ms %1"_s.arg(sinceStart.elapsed()));
            QCoreApplication::exit(0);
        });
    }
    closeWindowsOnTermination(application);
    return QGuiApplication::exec() == 0 ? ExitCode::Done : ExitCode::Failed;
}

} // namespace Ghar

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mappicturecommand.h"

#include "commands/mapcommands.h"
#include "core/translations.h"
#include "map/mappicture.h"
#include "support/fonts.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Ghar {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapPicture)
};

Arguments parsedArguments()
{
    Result<Arguments> arguments = Arguments::parse(QCoreApplication::arguments().sliced(1), allOptions());
    Q_ASSERT(arguments);
    return std::move(arguments).value();
}

/// The colours of the map in the one theme of the desk.
std::optional<MapLook> lookOfTheme(bool isDark)
{
    QQmlEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData("import QtQml\nimport Ghar.Theme\nQtObject { readonly property QtObject theme: Theme }", {});
    const std::unique_ptr<QObject> holder(component.create());
    auto *theme = holder ? holder->property("theme").value<QObject *>() : nullptr;
    if (!theme)
        return std::nullopt;
    theme->setProperty("dark", isDark);
    const auto color = [theme](const char *name) { return theme->property(name).value<QColor>(); };
    return MapLook{color("mapWater"),
                   color("mapLand"),
                   color("mapHome"),
                   color("mapUrban"),
                   color("mapRiver"),
                   color("mapCoast"),
                   color("mapBorder"),
                   color("mapHomeBorder"),
                   color("mapStateBorder"),
                   color("mapLabel"),
                   color("mapLabelMuted"),
                   color("mapHalo"),
                   theme->property("textFamily").toString()};
}

} // namespace

bool wantsMapPicture()
{
    const Command *command = findCommand(parsedArguments().words());
    return command && command->needsFonts;
}

ExitCode runMapPicture(int &argc, char **argv, QIODevice &out, QIODevice &err)
{
    // Nothing is shown, so a display that is there is left alone.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    installTranslations();
    QBuffer unused;
    CommandContext context(parsedArguments(), out, err, unused);
    for (const QString &font : installFonts())
        context.complain(Text::tr("The font %1 could not be loaded.").arg(font));
    const Result<MapPictureRequest> request = mapPictureRequest(context.arguments());
    if (!request)
        return context.fail(request.error());
    const std::optional<MapLook> look = lookOfTheme(request->isDark);
    if (!look)
        return context.fail(
            {ErrorKind::NotFound, Text::tr("The colours of the map are missing; the installation is incomplete."), {}});
    const QImage image = mapPicture(request->viewport, *look);
    QSaveFile file(request->file);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return context.fail({ErrorKind::CannotOpen,
                             Text::tr("%1 could not be written: %2").arg(request->file, file.errorString()),
                             {}});
    if (context.isJson())
        context.printJson({{u"file"_s, request->file}, {u"width"_s, image.width()}, {u"height"_s, image.height()}});
    else
        context.print(Text::tr("%1: %2 × %3 pixels. %4")
                          .arg(request->file)
                          .arg(image.width())
                          .arg(image.height())
                          .arg(mapAttribution()));
    return ExitCode::Done;
}

} // namespace Ghar

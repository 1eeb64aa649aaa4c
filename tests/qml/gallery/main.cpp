// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fonts.h"
#include "support/iconprovider.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption dark(u"dark"_s, u"Show the dark set."_s);
    const QCommandLineOption page(u"page"_s, u"Show the page with this number."_s, u"n"_s, u"0"_s);
    const QCommandLineOption picture(u"picture"_s, u"Write a picture and quit."_s, u"file"_s);
    parser.addOptions({dark, page, picture});
    parser.process(app);

    Ghar::installFonts();
    QQmlApplicationEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    engine.addImageProvider(Ghar::IconProvider::id(), new Ghar::IconProvider);
    QStringList icons = QDir(u":/ghar/icons"_s).entryList({u"*.svg"_s});
    icons.replaceInStrings(u".svg"_s, QString());
    engine.setInitialProperties(
        {{u"darkSet"_s, parser.isSet(dark)}, {u"page"_s, parser.value(page).toInt()}, {u"iconNames"_s, icons}});
    engine.load(QUrl(u"qrc:/gallery/Gallery.qml"_s));
    if (engine.rootObjects().isEmpty())
        return 1;

    if (parser.isSet(picture)) {
        auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
        // Popups open and delayed things appear before the picture is taken.
        QTimer::singleShot(1500, window, [window, file = parser.value(picture)] {
            QCoreApplication::exit(window->grabWindow().save(file) ? 0 : 1);
        });
    }
    return QGuiApplication::exec();
}

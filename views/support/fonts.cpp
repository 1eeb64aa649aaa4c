// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fonts.h"

#include <QDir>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcFonts, "ghar.views")

namespace Ghar {
namespace {

constexpr int bodySize = 13; // Theme.bodySize

} // namespace

QStringList installFonts()
{
    QStringList failed;
    const QDir folder(u":/ghar/fonts"_s);
    for (const QString &name : folder.entryList(QDir::Files)) {
        const QString path = folder.filePath(name);
        if (QFontDatabase::addApplicationFont(path) < 0) {
            qCWarning(lcFonts) << "Font cannot be used:" << name;
            failed.append(name);
        }
    }
    // Hindi words stand in the same line as Latin ones in every table.
    const QStringList fallback{u"Noto Sans Devanagari"_s};
    QFont::insertSubstitutions(u"Inter Desk"_s, fallback);
    QFont::insertSubstitutions(u"Inter Tabular"_s, fallback);

    QFont font(u"Inter Desk"_s);
    font.setPixelSize(bodySize);
    // Inter is drawn for unhinted outlines; vertical hinting alone keeps stems of small sizes crisp.
    font.setHintingPreference(QFont::PreferVerticalHinting);
    QGuiApplication::setFont(font);
    return failed;
}

} // namespace Ghar

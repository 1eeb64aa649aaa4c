// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fonts.h"
#include "support/iconprovider.h"

#include <QQmlEngine>
#include <QtQuickTest>

/// Gives the Quick tests the fonts and icons that the program has.
class Setup : public QObject
{
    Q_OBJECT

public slots:
    void applicationAvailable() { Ghar::installFonts(); }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImageProvider(Ghar::IconProvider::id(), new Ghar::IconProvider);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(tst_map, Setup)
#include "tst_map.moc"

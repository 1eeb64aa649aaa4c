// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/picturestore.h"
#include "support/fonts.h"
#include "support/iconprovider.h"

#include <QCoreApplication>
#include <QQmlEngine>
#include <QSettings>
#include <QStandardPaths>
#include <QtQuickTest>

using namespace Qt::StringLiterals;

/// What the tests need of C++: the store that pictures come from.
class TestPictures : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Ghar::PictureStore *store READ store CONSTANT)

public:
    Ghar::PictureStore *store() { return &m_store; }

private:
    Ghar::PictureStore m_store{QString()};
};

/// Gives the Quick tests the fonts and icons that the program has, and settings of their own.
class Setup : public QObject
{
    Q_OBJECT

public slots:
    void applicationAvailable()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_media"_s);
        QSettings().clear();
        Ghar::installFonts();
    }
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImageProvider(Ghar::IconProvider::id(), new Ghar::IconProvider);
        qmlRegisterSingletonInstance("Ghar.Test", 1, 0, "TestPictures", new TestPictures);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(tst_media, Setup)
#include "tst_media.moc"

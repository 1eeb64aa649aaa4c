// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/profilestore.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Saved databases are found again by name, and never with a password.
class tst_ProfileStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_profilestore"_s);
    }

    void init() { QSettings().clear(); }

    void keepsWhatWasSaved()
    {
        Profile server;
        server.name = u"Team / घर"_s;
        server.kind = Profile::Kind::Postgres;
        server.connInfo = u"host=db.example.org dbname=ghar user=asha"_s;
        server.password = u"s3cret"_s;
        server.environment = Environment::Production;
        ProfileStore::save(server);
        Profile file;
        file.name = u"archive"_s;
        file.file = u"archive.sqlite"_s;
        ProfileStore::save(file);

        QCOMPARE(ProfileStore::names(), (QStringList{u"archive"_s, u"Team / घर"_s}));
        const std::optional<Profile> again = ProfileStore::profile(server.name);
        QVERIFY(again.has_value());
        QCOMPARE(again->kind, Profile::Kind::Postgres);
        QCOMPARE(again->connInfo, server.connInfo);
        QCOMPARE(again->environment, std::optional(Environment::Production));
        QVERIFY(again->password.isEmpty());
        QVERIFY(!ProfileStore::profile(u"archive"_s)->environment.has_value());
        QVERIFY(!ProfileStore::profile(u"nobody"_s).has_value());

        QSettings().sync();
        QFile settings(QSettings().fileName());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        const QByteArray all = settings.readAll();
        QVERIFY(all.contains("db.example.org"));
        QVERIFY(!all.contains("s3cret"));
    }

    void renamesAndRemoves()
    {
        Profile profile;
        profile.name = u"old"_s;
        profile.file = u"a.sqlite"_s;
        ProfileStore::save(profile);
        profile.name = u"new"_s;
        profile.kind = Profile::Kind::Postgres;
        profile.connInfo = u"dbname=ghar"_s;
        ProfileStore::save(profile, u"old"_s);
        QCOMPARE(ProfileStore::names(), QStringList{u"new"_s});
        QVERIFY(ProfileStore::profile(u"new"_s)->file.isEmpty());
        ProfileStore::remove(u"new"_s);
        QVERIFY(ProfileStore::names().isEmpty());
    }

    void judgesTheEnvironmentOfUnnamedDatabases()
    {
        Profile profile;
        QCOMPARE(environmentOf(profile, true), Environment::Demo);
        QCOMPARE(environmentOf(profile, false), Environment::Local);
        profile.kind = Profile::Kind::Postgres;
        QCOMPARE(environmentOf(profile, false), Environment::Staging);
        profile.environment = Environment::Production;
        QCOMPARE(environmentOf(profile, true), Environment::Production);
        for (const Environment environment :
             {Environment::Demo, Environment::Local, Environment::Staging, Environment::Production})
            QCOMPARE(environmentFromName(environmentName(environment)), std::optional(environment));
        QVERIFY(!environmentFromName(u"elsewhere"_s).has_value());
    }
};

QTEST_GUILESS_MAIN(tst_ProfileStore)
#include "tst_profilestore.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/conninfo.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Connection texts are taken apart and put together without losing anything but the password.
class tst_ConnInfo : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        for (const char *name : {"PGSERVICE", "PGHOST", "PGHOSTADDR", "PGSERVICEFILE"})
            qunsetenv(name);
    }

    void takesBothFormsApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("keys")
            << u"host=db.example.org port=6543 dbname=ghar user=asha password=s3cret sslmode=require"_s;
        QTest::newRow("address") << u"postgresql://asha:s3cret@db.example.org:6543/ghar?sslmode=require"_s;
    }
    void takesBothFormsApart()
    {
        QFETCH(QString, text);
        const Result<ConnInfo> info = parseConnInfo(text);
        QVERIFY(info.hasValue());
        QCOMPARE(info->host, u"db.example.org"_s);
        QCOMPARE(info->port, u"6543"_s);
        QCOMPARE(info->database, u"ghar"_s);
        QCOMPARE(info->user, u"asha"_s);
        QCOMPARE(info->password, u"s3cret"_s);
        QCOMPARE(info->tlsMode, u"require"_s);
        QVERIFY(info->others.isEmpty());
        QVERIFY(!connInfoText(*info).contains(u"s3cret"_s));
    }

    void keepsWhatItPutsTogether_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << u"ghar"_s;
        QTest::newRow("blanks") << u"two words"_s;
        QTest::newRow("quote") << u"Asha's"_s;
        QTest::newRow("backslash") << u"a\\b"_s;
        QTest::newRow("end of text") << u"x' host=elsewhere"_s;
        QTest::newRow("Hindi") << u"घर"_s;
    }
    void keepsWhatItPutsTogether()
    {
        QFETCH(QString, value);
        ConnInfo info;
        info.database = value;
        info.user = value;
        info.others.insert(u"application_name"_s, value);
        const Result<ConnInfo> again = parseConnInfo(connInfoText(info));
        QVERIFY2(again.hasValue(), qPrintable(connInfoText(info)));
        QCOMPARE(*again, info);
    }

    void saysWhatCannotBeRead()
    {
        const Result<ConnInfo> info = parseConnInfo(u"host=db colour=green"_s);
        QVERIFY(!info);
        QCOMPARE(info.error().kind, ErrorKind::BadInput);
        QVERIFY2(info.error().userText.contains(u"colour"_s), qPrintable(info.error().userText));
    }

    void checksTheServerOfEveryOtherComputer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mode");
        QTest::newRow("another host") << u"host=db.example.org"_s << u"verify-full"_s;
        QTest::newRow("several hosts") << u"host=localhost,db.example.org"_s << u"verify-full"_s;
        QTest::newRow("an address") << u"hostaddr=127.0.0.2"_s << u"verify-full"_s;
        QTest::newRow("a name with another address") << u"host=localhost hostaddr=127.0.0.2"_s << u"verify-full"_s;
        QTest::newRow("on purpose") << u"host=db.example.org sslmode=require"_s << u"require"_s;
        QTest::newRow("this computer") << u"host=localhost"_s << QString();
        QTest::newRow("a socket") << u"host=/run/postgresql"_s << QString();
    }
    void checksTheServerOfEveryOtherComputer()
    {
        QFETCH(QString, text);
        QFETCH(QString, mode);
        const Result<ConnInfo> info = parseConnInfo(text);
        QVERIFY(info.hasValue());
        QCOMPARE(withDeskRules(*info).tlsMode, mode);
    }

    void alsoWhereAFileOrTheEnvironmentNamesTheHost()
    {
        qputenv("PGHOST", "127.0.0.2");
        QCOMPARE(withDeskRules({}).tlsMode, u"verify-full"_s);
        qunsetenv("PGHOST");
        QCOMPARE(withDeskRules({}).tlsMode, QString());

        QTemporaryDir folder;
        QFile file(folder.filePath(u"services"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[far]\nhost=127.0.0.2\n[near]\nhost=127.0.0.1\n");
        file.close();
        qputenv("PGSERVICEFILE", file.fileName().toUtf8());
        for (const auto &[service, mode] : {std::pair(u"far"_s, u"verify-full"_s), std::pair(u"near"_s, QString())}) {
            ConnInfo info;
            info.others.insert(u"service"_s, service);
            QCOMPARE(withDeskRules(info).tlsMode, mode);
        }
    }

    void theTextOfThePersonWinsOverTimeLimits()
    {
        const Result<ConnInfo> info = parseConnInfo(u"connect_timeout=3"_s);
        QVERIFY(info.hasValue());
        const ConnInfo ruled = withDeskRules(*info);
        QCOMPARE(ruled.others.value(u"connect_timeout"_s), u"3"_s);
        QCOMPARE(ruled.others.value(u"keepalives_idle"_s), u"30"_s);
        QCOMPARE(ruled.others.value(u"client_encoding"_s), u"UTF8"_s);
    }
};

QTEST_GUILESS_MAIN(tst_ConnInfo)
#include "tst_conninfo.moc"

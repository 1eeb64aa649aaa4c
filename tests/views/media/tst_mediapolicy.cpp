// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediaaddress.h"
#include "media/mediapolicy.h"

#include <QCoreApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// What may be fetched, and what an address in a record can mean at all.
class tst_MediaPolicy : public QObject
{
    Q_OBJECT

    static bool allowed(const MediaPolicy &policy, const QString &address)
    {
        return policy.rules().allows(QUrl(address));
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"360Ghar"_s);
        QCoreApplication::setApplicationName(u"tst_mediapolicy"_s);
    }

    void init() { QSettings().clear(); }

    void asksForEveryHostUntilSomethingIsChosen()
    {
        const MediaPolicy policy;
        QCOMPARE(policy.mode(), MediaPolicy::Mode::AllowedHosts);
        QCOMPARE(policy.hosts(), QStringList());
        QVERIFY(!allowed(policy, u"https://cdn.example.com/a.jpg"_s));
        QCOMPARE(policy.blockedHost({u"ghar-demo:/photos/bed.jpg"_s, u"https://cdn.example.com/a.jpg"_s}),
                 u"cdn.example.com"_s);
        QCOMPARE(policy.blockedHost({u"ghar-demo:/photos/bed.jpg"_s, u"nonsense"_s}), QString());
    }

    void remembersWhatIsChosen()
    {
        {
            MediaPolicy policy;
            QSignalSpy changed(&policy, &MediaPolicy::changed);
            policy.allowHost(u"cdn.example.com"_s);
            policy.allowHost(u"cdn.example.com"_s);
            QCOMPARE(changed.size(), 1);
        }
        MediaPolicy again;
        QCOMPARE(again.hosts(), QStringList{u"cdn.example.com"_s});
        QVERIFY(allowed(again, u"https://cdn.example.com/a.jpg"_s));
        QVERIFY(!allowed(again, u"https://other.example.com/a.jpg"_s));
        QVERIFY(!allowed(again, u"https://evil.cdn.example.com/a.jpg"_s));
        again.setMode(MediaPolicy::Mode::Never);
        QVERIFY(!allowed(again, u"https://cdn.example.com/a.jpg"_s));
        QCOMPARE(MediaPolicy().mode(), MediaPolicy::Mode::Never);
        // Asking for one host is a wish for pictures.
        again.allowHost(u"other.example.com"_s);
        QCOMPARE(again.mode(), MediaPolicy::Mode::AllowedHosts);
        QVERIFY(allowed(again, u"https://other.example.com/a.jpg"_s));
        again.forgetHosts();
        QVERIFY(!allowed(again, u"https://other.example.com/a.jpg"_s));
    }

    void aSettingThatNobodyUnderstandsIsTheCarefulOne()
    {
        QSettings().setValue(u"media/load"_s, u"everything!"_s);
        QCOMPARE(MediaPolicy().mode(), MediaPolicy::Mode::AllowedHosts);
    }

    void alwaysStopsAtTheNetworkAround_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("expected");
        QTest::newRow("public name") << u"cdn.example.com"_s << true;
        QTest::newRow("public address") << u"8.8.8.8"_s << true;
        QTest::newRow("public address, version 6") << u"[2001:4860:4860::8888]"_s << true;
        QTest::newRow("this computer") << u"localhost"_s << false;
        QTest::newRow("this computer by number") << u"127.0.0.1"_s << false;
        QTest::newRow("by one number") << u"2130706433"_s << false;
        QTest::newRow("in base 16") << u"0x7f.1"_s << false;
        QTest::newRow("version 6") << u"[::1]"_s << false;
        QTest::newRow("version 4 in version 6") << u"[::ffff:10.0.0.1]"_s << false;
        QTest::newRow("home network") << u"192.168.1.1"_s << false;
        QTest::newRow("office network") << u"10.1.2.3"_s << false;
        QTest::newRow("what a data centre tells its machines") << u"169.254.169.254"_s << false;
        QTest::newRow("link local") << u"[fe80::1]"_s << false;
        QTest::newRow("unique local") << u"[fd00::1]"_s << false;
        QTest::newRow("a name of the office") << u"intranet"_s << false;
        QTest::newRow("printer") << u"printer.local"_s << false;
        QTest::newRow("metadata") << u"metadata.google.internal"_s << false;
    }
    void alwaysStopsAtTheNetworkAround()
    {
        QFETCH(QString, host);
        QFETCH(bool, expected);
        MediaPolicy policy;
        policy.setMode(MediaPolicy::Mode::Always);
        const QString address = u"http://%1/a.jpg"_s.arg(host);
        QCOMPARE(allowed(policy, address), expected);
        // Whoever wants it can name it.
        const QString written = MediaAddress::parse(address).host;
        if (!written.isEmpty()) {
            policy.allowHost(written);
            QVERIFY(allowed(policy, address));
        }
    }

    void hostsAreComparedInOneSpelling()
    {
        MediaPolicy policy;
        policy.allowHost(u"cdn.example.com"_s);
        QVERIFY(allowed(policy, u"HTTPS://CDN.Example.COM./a.jpg"_s));
        QVERIFY(allowed(policy, u"https://cdn.example.com:8443/a.jpg"_s));
        // The first letter is Cyrillic.
        QVERIFY(!allowed(policy, u"https://\u0441dn.example.com/a.jpg"_s));
        QVERIFY(MediaAddress::parse(u"https://\u0441dn.example.com/a.jpg"_s).host.startsWith("xn--"_L1));
        // What stands before the @ is no host.
        QVERIFY(!allowed(policy, u"https://cdn.example.com@evil.example.net/a.jpg"_s));
    }

    void knowsWhatAnAddressMeans_data()
    {
        using Kind = MediaAddress::Kind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("web") << u" https://cdn.example.com/a.jpg \n"_s << Kind::Network;
        QTest::newRow("web, not encrypted") << u"http://cdn.example.com/a.jpg"_s << Kind::Network;
        QTest::newRow("demo") << u"ghar-demo:/photos/bed.jpg"_s << Kind::Shipped;
        QTest::newRow("inline") << u"data:image/png;base64,AAAA"_s << Kind::Inline;
        QTest::newRow("nothing") << QString() << Kind::Unusable;
        QTest::newRow("words") << u"see attachment"_s << Kind::Unusable;
        QTest::newRow("file") << u"file:///etc/passwd"_s << Kind::Unusable;
        QTest::newRow("path") << u"/etc/passwd"_s << Kind::Unusable;
        QTest::newRow("share") << u"\\\\server\\share\\a.jpg"_s << Kind::Unusable;
        QTest::newRow("without scheme") << u"//cdn.example.com/a.jpg"_s << Kind::Unusable;
        QTest::newRow("without host") << u"https:///a.jpg"_s << Kind::Unusable;
        QTest::newRow("other scheme") << u"ftp://cdn.example.com/a.jpg"_s << Kind::Unusable;
        QTest::newRow("script") << u"javascript:alert(1)"_s << Kind::Unusable;
        QTest::newRow("resource") << u"qrc:/ghar/demo/photos/bed.jpg"_s << Kind::Unusable;
        QTest::newRow("out of the demo") << u"ghar-demo:/../icons/x.svg"_s << Kind::Unusable;
        QTest::newRow("demo from the root") << u"ghar-demo://ghar/icons/x.svg"_s << Kind::Unusable;
        QTest::newRow("inline drawing") << u"data:image/svg+xml;base64,AAAA"_s << Kind::Unusable;
        QTest::newRow("inline page") << u"data:text/html;base64,AAAA"_s << Kind::Unusable;
        QTest::newRow("inline, too long")
            << u"data:image/png;base64,"_s + QString(9 * 1024 * 1024, u'A') << Kind::Unusable;
        QTest::newRow("too long") << u"https://cdn.example.com/"_s + QString(5000, u'a') << Kind::Unusable;
    }
    void knowsWhatAnAddressMeans()
    {
        QFETCH(QString, text);
        QFETCH(MediaAddress::Kind, kind);
        QCOMPARE(MediaAddress::parse(text).kind, kind);
    }

    void takesNoPasswordAlong()
    {
        QCOMPARE(MediaAddress::parse(u"https://me:secret@cdn.example.com/a.jpg#x"_s).url,
                 QUrl(u"https://cdn.example.com/a.jpg"_s));
    }
};

QTEST_GUILESS_MAIN(tst_MediaPolicy)
#include "tst_mediapolicy.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/keychain.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Without a keychain every answer says so; nothing falls back to a file.
class tst_Keychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef Q_OS_LINUX
        // A bus that is not there, so that no keychain of the person who runs the tests is touched.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
#else
        QSKIP("Elsewhere the system's keychain cannot be taken away for a test.");
#endif
    }

    void saysThatNothingIsKept()
    {
        const std::unique_ptr<Keychain> keychain = Keychain::system();
        QString read;
        QString written;
        keychain->read(u"Team"_s, [&read](const Result<QString> &answer) {
            read = answer ? u"a password"_s : answer.error().userText;
        });
        QTRY_VERIFY(!read.isEmpty());
        QVERIFY2(read.contains(u"asks for the password"_s), qPrintable(read));
        keychain->write(u"Team"_s, u"s3cret"_s, [&written](const Result<void> &answer) {
            written = answer ? u"kept"_s : answer.error().userText;
        });
        QTRY_VERIFY(!written.isEmpty());
        QVERIFY2(written.contains(u"asks for the password"_s), qPrintable(written));
        QVERIFY(!written.contains(u"s3cret"_s));
    }
};

QTEST_GUILESS_MAIN(tst_Keychain)
#include "tst_keychain.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/permissions.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Ghar {

static bool isRoot()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

bool canWriteIn(const QString &folder)
{
    QFile file(folder + u"/probe"_s);
    const bool opened = file.open(QIODevice::WriteOnly);
    return opened && file.remove();
}

bool runsAsAnotherUser()
{
    if (!isRoot())
        return false;
    const QString setpriv = QStandardPaths::findExecutable(u"setpriv"_s);
    if (setpriv.isEmpty()) {
        QTest::qSkip("There is no setpriv to become another user with.", __FILE__, __LINE__);
        return true;
    }
    QTemporaryDir place;
    const QString program = place.filePath(u"test"_s);
    constexpr auto everybody =
        openFolder | QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;
    if (!QFile::copy(QCoreApplication::applicationFilePath(), program) || !QFile::setPermissions(program, everybody)
        || !QFile::setPermissions(place.path(), everybody)) {
        QTest::qFail("The program could not be copied.", __FILE__, __LINE__);
        return true;
    }
    QString function = QString::fromLatin1(QTest::currentTestFunction());
    if (const char *row = QTest::currentDataTag())
        function += u':' + QString::fromUtf8(row);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(place.path());
    process.start(setpriv, {u"--reuid=nobody"_s, u"--regid=nogroup"_s, u"--clear-groups"_s, program, function});
    process.waitForFinished(-1);
    const QByteArray output = process.readAll();
    const QByteArray passed =
        QByteArray("PASS   : ") + QTest::testObject()->metaObject()->className() + "::" + QTest::currentTestFunction();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        QTest::qFail("as another user:\n" + output, __FILE__, __LINE__);
    // A run that skipped or found no function passes too, so the line that says so is looked for.
    else if (!output.contains(passed))
        QTest::qFail("did not run as another user:\n" + output, __FILE__, __LINE__);
    return true;
}

} // namespace Ghar

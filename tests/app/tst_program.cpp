// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rowmaker.h"
#include "support/temporarydatabase.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// The program itself, as it is started from a shell.
class tst_Program : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QByteArray out;
        QString err;
    };

    Outcome run(const QStringList &arguments, bool withDisplay = true, const QString &outFile = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        environment.insert(u"XDG_DATA_HOME"_s, m_home.path());
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
            environment.remove(name);
        if (!withDisplay)
            environment.remove(u"QT_QPA_PLATFORM"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        if (!outFile.isEmpty())
            process.setStandardOutputFile(outFile);
        process.start(QStringLiteral(GHAR_PROGRAM), arguments);
        process.waitForFinished(120'000);
        if (process.exitStatus() != QProcess::NormalExit)
            return {-2, process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
        return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
    }

private slots:
    void initTestCase_data() { forEachDatabase(); }

    void init()
    {
        QFETCH_GLOBAL(Backend, backend);
        GHAR_NEEDS_DATABASE(backend);
        m_database = std::make_unique<TemporaryDatabase>(backend);
    }

    void savesAPictureOfEveryScreen()
    {
        const QTemporaryDir folder;
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            const Outcome done = run(m_database->arguments()
                                     + QStringList{u"--pictures"_s, folder.path(), u"--theme"_s, theme, u"--size"_s,
                                                   u"900x600"_s, u"--json"_s});
            QVERIFY2(done.code == 0, qPrintable(done.err));
            QCOMPARE(QDir(folder.path()).entryList({u"*.png"_s}),
                     (QStringList{u"history.png"_s, u"moderation.png"_s, u"overview.png"_s, u"records.png"_s}));
            const QImage picture(folder.filePath(u"records.png"_s));
            QCOMPARE(picture.size(), QSize(900, 600));
            QCOMPARE(picture.pixelColor(300, 20).lightness() > 128, theme == "light"_L1);
            QCOMPARE(QJsonDocument::fromJson(done.out).object().value(u"pictures"_s).toArray().size(), 4);
        }
    }

    void drawsTheMapWithoutADisplay()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"map.png"_s);
        // The Arabian Sea at the left, land at the right.
        QStringList arguments{u"map"_s, u"render"_s, u"--center"_s, u"19,73"_s, u"--zoom"_s,
                              u"6"_s,   u"--size"_s, u"500x300"_s,  u"-o"_s,    file};
        Outcome done = run(arguments, false);
        QVERIFY2(done.code == 0, qPrintable(done.err));
        const QImage light(file);
        QCOMPARE(light.size(), QSize(500, 300));
        QVERIFY(light.pixelColor(40, 60).blue() > light.pixelColor(40, 60).red() + 10);
        QVERIFY(light.pixelColor(400, 60).lightness() > 230);
        done = run(arguments + QStringList{u"--dark"_s, u"--json"_s}, false);
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(QJsonDocument::fromJson(done.out).object().value(u"width"_s).toInt(), 500);
        QVERIFY(QImage(file).pixelColor(400, 60).lightness() < 80);
        arguments.last() = folder.filePath(u"nowhere/map.png"_s);
        done = run(arguments, false);
        QCOMPARE(done.code, 1);
        QVERIFY2(done.err.contains(u"nowhere/map.png"_s), qPrintable(done.err));
    }

    void aMapThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("place") << u"--center"_s << u"somewhere"_s;
        QTest::newRow("off the Earth") << u"--center"_s << u"95,10"_s;
        QTest::newRow("zoom") << u"--zoom"_s << u"19"_s;
        QTest::newRow("no zoom") << u"--zoom"_s << u"near"_s;
        QTest::newRow("size") << u"--size"_s << u"500"_s;
        QTest::newRow("too large") << u"--size"_s << u"90000x100"_s;
        QTest::newRow("format") << u"--out"_s << u"map.jpg"_s;
    }

    void aMapThatCannotBeIsRefused()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        QMap<QString, QString> options{
            {u"--center"_s, u"19,73"_s}, {u"--zoom"_s, u"6"_s}, {u"--size"_s, u"500x300"_s}, {u"--out"_s, u"m.png"_s}};
        options.insert(option, value);
        QStringList arguments{u"map"_s, u"render"_s};
        for (auto it = options.cbegin(); it != options.cend(); ++it)
            arguments += {it.key(), it.value()};
        const Outcome refused = run(arguments, false);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(value), qPrintable(refused.err));
        QVERIFY(!QFile::exists(u"m.png"_s));
    }

    void theSelfTestNeedsNoDisplay()
    {
        const Outcome done = run(m_database->arguments() + QStringList{u"--self-test"_s, u"--json"_s}, false);
        QVERIFY2(done.code == 0, qPrintable(done.err));
        const QJsonObject report = QJsonDocument::fromJson(done.out).object();
        QVERIFY2(report.value(u"passed"_s).toBool(), done.out.constData());
        QCOMPARE(report.value(u"warnings"_s).toInt(-1), 0);
    }

    void saysWhyADatabaseCannotBeOpened()
    {
        const QTemporaryDir folder;
        QStringList arguments{u"--sqlite"_s, folder.filePath(u"nowhere.sqlite"_s)};
        QString named = u"nowhere.sqlite"_s;
        if (m_database->isPostgres()) {
            arguments = QStringList{u"--postgres"_s, m_database->profileOf(u"nobody_here"_s).connInfo};
            named = u"nobody_here"_s;
        }
        for (const QStringList &wish : {QStringList{u"--self-test"_s}, QStringList{u"--pictures"_s, folder.path()}}) {
            const Outcome failed = run(arguments + wish);
            QCOMPARE(failed.code, 1);
            QVERIFY2(failed.err.contains(named), qPrintable(failed.err));
        }
    }

    void aPasswordThatIsMissingIsAFailure()
    {
        if (!m_database->isPostgres())
            return;
        if (scalar(*m_database->open(), u"SELECT count(*) FROM pg_roles WHERE rolname = 'ghar_password'"_s) == "0"_L1)
            QSKIP("This server has no role with a password; tests/run starts one that has.");
        const Outcome failed =
            run({u"--postgres"_s, m_database->profileOf(u"ghar_password"_s).connInfo, u"--self-test"_s});
        QCOMPARE(failed.code, 1);
        QVERIFY2(failed.err.contains(u"password"_s), qPrintable(failed.err));
    }

    void wrongUsageIsToldWithoutADisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("screen") << QStringList{u"--screen"_s, u"nope"_s};
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"blue"_s};
        QTest::newRow("size") << QStringList{u"--size"_s, u"10x10"_s};
        QTest::newRow("option of a command") << QStringList{u"--limit"_s, u"4"_s};
        QTest::newRow("unknown option") << QStringList{u"--colour"_s};
        QTest::newRow("two databases") << QStringList{u"--sqlite"_s, u"a"_s, u"--postgres"_s, u"b"_s};
    }
    void wrongUsageIsToldWithoutADisplay()
    {
        QFETCH(QStringList, arguments);
        const Outcome wrong = run(arguments, false);
        QVERIFY2(wrong.code == 2, qPrintable(QString::number(wrong.code) + wrong.err));
        QVERIFY(!wrong.err.isEmpty());
        QVERIFY(wrong.out.isEmpty());
    }

    void countsInWholeWords()
    {
        {
            const auto connection = m_database->open();
            (void)RowMaker(*connection, m_database->introspected()).id(u"amenities"_s);
        }
        const QTemporaryDir folder;
        const auto exported = [&](const QString &table) {
            return run(m_database->arguments()
                           + QStringList{u"records"_s, u"export"_s, table, u"--out"_s, folder.filePath(u"rows.csv"_s)},
                       false);
        };
        const Outcome one = exported(u"amenities"_s);
        QVERIFY2(one.out.startsWith("1 row of amenities is in "), (one.out + one.err.toUtf8()).constData());
        const Outcome none = exported(u"faqs"_s);
        QVERIFY2(none.out.startsWith("0 rows of faqs are in "), (none.out + none.err.toUtf8()).constData());
    }

    void outputThatCannotBeWrittenIsAFailure()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("This system has no device that is always full.");
        const Outcome failed = run(m_database->arguments() + QStringList{u"db"_s, u"tables"_s}, true, u"/dev/full"_s);
        QCOMPARE(failed.code, 1);
        QVERIFY(!failed.err.isEmpty());
    }

    /// Whoever switches the computer off keeps no colleague from an item.
    void isClosedInOrderWhenTheSystemAsks()
    {
#ifdef Q_OS_UNIX
        const auto connection = m_database->open();
        RowMaker rows(*connection, m_database->introspected());
        const Value admin = rows.id(u"users"_s, {{u"role"_s, Value(u"admin"_s)}, {u"full_name"_s, Value(u"Asha"_s)}});
        (void)rows.id(u"user_reports"_s, {{u"status"_s, Value(u"open"_s)}, {u"reason"_s, Value(u"spam"_s)}});
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_home.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
        environment.insert(u"XDG_DATA_HOME"_s, m_home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(GHAR_PROGRAM),
                      m_database->arguments() + QStringList{u"--as"_s, admin.text(), u"--screen"_s, u"moderation"_s});
        const QString claims =
            u"SELECT count(*) FROM "_s + (m_database->isPostgres() ? u"ghar_desk.claims"_s : u"desk_claims"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scalar(*connection, claims), u"1"_s, 30'000);
        process.terminate();
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(scalar(*connection, claims), u"0"_s);
#endif
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<TemporaryDatabase> m_database;
};

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_program.moc"

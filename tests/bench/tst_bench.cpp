// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Runs the benchmark with little data and looks whether its figures can be true.
class BenchTest : public QObject
{
    Q_OBJECT

private:
    static QJsonObject run(const QStringList &arguments, int *exitCode = nullptr)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QString::fromUtf8(GHAR_BENCH), arguments);
        process.waitForFinished(120'000);
        if (exitCode)
            *exitCode = process.exitCode();
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    static QString server() { return qEnvironmentVariable("GHAR_TEST_PG"); }
    static QStringList databases()
    {
        return server().isEmpty() ? QStringList{u"sqlite"_s} : QStringList{u"sqlite"_s, u"postgres"_s};
    }
    static QStringList onEachDatabase(QStringList arguments)
    {
        if (!server().isEmpty())
            arguments += {u"--postgres"_s, server()};
        return arguments + QStringList{u"--json"_s};
    }

private slots:
    void gridHasAllKeys()
    {
        const QJsonObject json = run({u"grid"_s, u"--rows"_s, u"25000"_s, u"--jumps"_s, u"20"_s, u"--runs"_s, u"2"_s});
        QCOMPARE(json.value("error"_L1).toString(), QString());
        QCOMPARE(json.value("rows"_L1).toInt(), 25000);
        QCOMPARE(json.value("peer_rows"_L1).toInt(), 25000);
        for (const auto &key : {"open_ms"_L1, "peer_open_ms"_L1, "raw_open_ms"_L1, "last_ms"_L1, "peer_last_ms"_L1,
                                "jump_ms_median"_L1, "raw_jump_ms_median"_L1}) {
            QVERIFY2(json.value(key).isDouble(), key.data());
            QVERIFY2(json.value(key).toDouble() > 0, key.data());
            QVERIFY2(json.value(key).toDouble() < 20'000, key.data());
        }
        for (const auto &key : {"rss_growth_mb"_L1, "peer_rss_growth_mb"_L1}) {
            QVERIFY2(json.value(key).isDouble(), key.data());
            QVERIFY2(json.value(key).toDouble() >= 0, key.data());
        }
    }

    void ordersAreRight()
    {
        const QJsonObject json = run({u"grid"_s, u"--rows"_s, u"25000"_s, u"--jumps"_s, u"20"_s, u"--runs"_s, u"1"_s,
                                      u"--peer-rows"_s, u"1000"_s, u"--json"_s});
        const QJsonArray orders = json.value("orders"_L1).toArray();
        QVERIFY(orders.size() >= 5);
        for (const QJsonValue &order : orders) {
            const QByteArray column = order["column"_L1].toString().toUtf8();
            QCOMPARE(order["counted_rows"_L1].toInt(), 25000);
            QVERIFY2(order["places_checked"_L1].toInt() > 0, column);
            QVERIFY2(order["places_wrong"_L1].toInt() == 0, column);
        }
        QVERIFY(json.value("peer_rows"_L1).toInt() < 25000);
        QVERIFY(json.contains("peer_note"_L1));
    }

    void planIsRightAndHasAllKeys()
    {
        const QJsonObject json = run(onEachDatabase({u"plan"_s, u"--rows"_s, u"5000"_s, u"--runs"_s, u"2"_s}));
        for (const QString &database : databases()) {
            const QJsonObject plan = json.value(database).toObject();
            QCOMPARE(plan.value("error"_L1).toString(), QString());
            QCOMPARE(plan.value("rows"_L1).toInt(), 1000);
            for (const auto &key : {"direct_ms"_L1, "whole_ms"_L1, "raw_direct_ms"_L1}) {
                QVERIFY2(plan.value(key).toDouble() > 0, key.data());
                QVERIFY2(plan.value(key).toDouble() < 20'000, key.data());
            }
            QVERIFY(plan.value("direct_ms"_L1).toDouble() <= plan.value("whole_ms"_L1).toDouble());
        }
    }

    void importHasAllKeys()
    {
        const QJsonObject import = run(onEachDatabase({u"import"_s, u"--rows"_s, u"25000"_s, u"--runs"_s, u"1"_s}));
        QCOMPARE(import.value("error"_L1).toString(), QString());
        QCOMPARE(import.value("rows"_L1).toInt(), 5000);
        for (const QString &database : databases())
            QVERIFY2(import.value(database + u"_ms"_s).toDouble() > 0, qPrintable(database));
    }

    void exportHasAllKeys()
    {
        const QJsonObject json = run(onEachDatabase({u"export"_s, u"--rows"_s, u"5000"_s}));
        for (const QString &database : databases()) {
            const QJsonObject exported = json.value(database).toObject();
            QCOMPARE(exported.value("error"_L1).toString(), QString());
            for (const auto &format : {"csv"_L1, "xlsx"_L1, "json"_L1, "jsonl"_L1, "sql"_L1}) {
                QVERIFY2(exported.value(format + u"_ms"_s).toDouble() > 0, format.data());
                QVERIFY2(exported.value(format + u"_rss_growth_mb"_s).toDouble() >= 0, format.data());
            }
        }
    }

    void moderationHasAllKeys()
    {
        const QJsonObject json = run(onEachDatabase({u"moderation"_s, u"--rows"_s, u"10000"_s, u"--runs"_s, u"1"_s}));
        for (const QString &database : databases()) {
            const QJsonObject figures = json.value(database).toObject();
            QCOMPARE(figures.value("error"_L1).toString(), QString());
            QCOMPARE(figures.value("reports"_L1).toInt(), 200);
            for (const auto &key : {"queue_ms"_L1, "count_ms"_L1, "platform_page_ms"_L1, "evidence_ms"_L1,
                                    "decide_ms"_L1, "next_item_ms"_L1, "backlog_ms"_L1, "insight_ms"_L1})
                QVERIFY2(figures.value(key).toDouble() > 0, key.data());
        }
    }

    void keepsTheFileOnlyWhenTold()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"kept.db"_s);
        const QStringList arguments{u"grid"_s,   u"--rows"_s, u"2000"_s,   u"--jumps"_s, u"3"_s,
                                    u"--runs"_s, u"1"_s,      u"--keep"_s, file,         u"--json"_s};
        QVERIFY(run(arguments).contains("make_ms"_L1));
        QVERIFY(QFile::exists(file));
        QVERIFY(!run(arguments).contains("make_ms"_L1));
    }

    void refusesWhatItDoesNotKnow()
    {
        int code = 0;
        (void)run({u"nothing"_s}, &code);
        QCOMPARE(code, 2);
        (void)run({u"grid"_s, u"--rows"_s, u"many"_s}, &code);
        QCOMPARE(code, 2);
        (void)run({u"start"_s, u"--program"_s, u"/nowhere/ghar-desk"_s}, &code);
        QCOMPARE(code, 1);
    }
};

QTEST_GUILESS_MAIN(BenchTest)
#include "tst_bench.moc"

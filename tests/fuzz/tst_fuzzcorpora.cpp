// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Every file that the fuzz targets started from or stumbled over, in every run of the tests.
class tst_FuzzCorpora : public QObject
{
    Q_OBJECT

    static void addFiles(const QString &target)
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(GHAR_TEST_DATA "/fuzz/") + target);
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
            QTest::newRow(qPrintable(file.fileName())) << file.absoluteFilePath();
    }

    static void tryFile(QString (*reader)(const QByteArray &))
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString wrong = reader(file.readAll());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

private slots:
    void csv_data() { addFiles(u"csv"_s); }
    void csv() { tryFile(FuzzReaders::csv); }
    void json_data() { addFiles(u"json"_s); }
    void json() { tryFile(FuzzReaders::json); }
    void xlsx_data() { addFiles(u"xlsx"_s); }
    void xlsx() { tryFile(FuzzReaders::xlsx); }
    void journal_data() { addFiles(u"journal"_s); }
    void journal() { tryFile(FuzzReaders::journal); }
};

QTEST_GUILESS_MAIN(tst_FuzzCorpora)
#include "tst_fuzzcorpora.moc"

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csvtext.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Fields of CSV come back as they were, and no spreadsheet runs them.
class tst_CsvText : public QObject
{
    Q_OBJECT

private slots:
    void guardsFieldsAgainstFormulas()
    {
        QCOMPARE(csvField(u"=1+1"_s), u"'=1+1"_s);
        QCOMPARE(csvField(u"@x"_s), u"'@x"_s);
        QCOMPARE(csvField(u"+91 98"_s), u"'+91 98"_s);
        QCOMPARE(csvField(u"-12.50"_s), u"-12.50"_s);
        QCOMPARE(csvField(u"\tx"_s), u"'\tx"_s);
    }

    void quotesFieldsWhereItMust_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("plain") << u"two rooms; घर"_s << u"two rooms; घर"_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quotes") << u"the \"big\" one"_s << u"\"the \"\"big\"\" one\""_s;
        QTest::newRow("line feed") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::newRow("carriage return") << u"a\rb"_s << u"\"a\rb\""_s;
        QTest::newRow("formula with a comma") << u"=SUM(a,b)"_s << u"\"'=SUM(a,b)\""_s;
    }
    void quotesFieldsWhereItMust()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QCOMPARE(csvField(text), field);
    }
};

QTEST_GUILESS_MAIN(tst_CsvText)
#include "tst_csvtext.moc"

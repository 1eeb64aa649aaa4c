// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/pasteblock.h"

#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Blocks of cells as spreadsheets put them on the clipboard.
class tst_PasteBlock : public QObject
{
    Q_OBJECT

private slots:
    void takesABlockApart_data()
    {
        using Cells = QList<QStringList>;
        QTest::addColumn<QString>("text");
        QTest::addColumn<Cells>("cells");
        QTest::newRow("nothing") << QString() << Cells{};
        QTest::newRow("one cell") << u"Gurugram"_s << Cells{{u"Gurugram"_s}};
        QTest::newRow("one cell and its line break") << u"Gurugram\r\n"_s << Cells{{u"Gurugram"_s}};
        QTest::newRow("block") << u"1\ta\r\n2\tb\r\n"_s << Cells{{u"1"_s, u"a"_s}, {u"2"_s, u"b"_s}};
        QTest::newRow("old Mac") << u"1\r2"_s << Cells{{u"1"_s}, {u"2"_s}};
        QTest::newRow("blank cells") << u"\t\n\tx"_s << Cells{{u""_s, u""_s}, {u""_s, u"x"_s}};
        QTest::newRow("blank last cell") << u"a\t"_s << Cells{{u"a"_s, u""_s}};
        QTest::newRow("blank line in between") << u"a\n\nb"_s << Cells{{u"a"_s}, {u""_s}, {u"b"_s}};
        QTest::newRow("uneven lines") << u"a\nb\tc"_s << Cells{{u"a"_s, u""_s}, {u"b"_s, u"c"_s}};
        QTest::newRow("quoted") << u"\"two\nlines\"\t\"a\tb\"\n\"say \"\"hi\"\"\"\tx"_s
                                << Cells{{u"two\nlines"_s, u"a\tb"_s}, {u"say \"hi\""_s, u"x"_s}};
        QTest::newRow("a quote that is none") << u"\"5 inch\" pipe\tx"_s << Cells{{u"\"5 inch\" pipe"_s, u"x"_s}};
        QTest::newRow("a quote never closed") << u"\"abc\tx"_s << Cells{{u"\"abc"_s, u"x"_s}};
        QTest::newRow("Hindi") << u"गुरुग्राम\t₹ 12,345"_s << Cells{{u"गुरुग्राम"_s, u"₹ 12,345"_s}};
    }
    void takesABlockApart()
    {
        QFETCH(QString, text);
        QFETCH(QList<QStringList>, cells);
        QCOMPARE(cellsOfBlock(text), cells);
    }

    void leavesOutAHeading()
    {
        const QList<QStringList> copied = cellsOfBlock(u"city\tpin_code\nGurugram\t122001"_s);
        const QStringList columns{u"city"_s, u"pin_code"_s, u"state"_s};
        QCOMPARE(withoutHeading(copied, columns), (QList<QStringList>{{u"Gurugram"_s, u"122001"_s}}));
        QCOMPARE(withoutHeading(copied, {u"pin_code"_s, u"city"_s}), copied);
        // A single line is a value, even when it is called like the column.
        QCOMPARE(withoutHeading({{u"city"_s}}, {u"city"_s}), (QList<QStringList>{{u"city"_s}}));
    }
};

QTEST_APPLESS_MAIN(tst_PasteBlock)
#include "tst_pasteblock.moc"

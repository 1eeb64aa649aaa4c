// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/gridcolumns.h"
#include "grid/gridviewport.h"

#include <QtTest>

using namespace Ghar;

class tst_GridViewport : public QObject
{
    Q_OBJECT

private slots:
    void movesByWholePixelsAnywhere();
    void staysInside();
    void putsTheThumbProportionally();
    void showsTheLastRowWhole();
    void ensuresVisibilityWithTheLeastMovement();
    void keepsTheViewWhenRowsComeOrGoAbove();
    void keepsTheRowWhenItsHeightChanges();
    void survivesEmptiness();
    void placesColumns();
    void groupsColumnsWithoutGaps();
};

static GridViewport viewportOf(qint64 rows)
{
    GridViewport viewport;
    viewport.setRowHeight(28);
    viewport.setHeight(900);
    viewport.setRowCount(rows);
    return viewport;
}

void tst_GridViewport::movesByWholePixelsAnywhere()
{
    GridViewport viewport = viewportOf(2'147'483'647);
    for (qint64 row : {0LL, 300'000LL, 100'000'000LL, 2'147'000'000LL}) {
        viewport.showAtTop(row);
        QCOMPARE(viewport.firstRow(), row);
        for (int i = 1; i <= 1000; ++i) {
            viewport.scrollBy(37);
            QCOMPARE(viewport.position(), row * 28 + i * 37);
        }
        viewport.scrollBy(-37'000);
        QCOMPARE(viewport.firstRow(), row);
        QCOMPARE(viewport.offset(), 0);
    }
}

void tst_GridViewport::staysInside()
{
    GridViewport viewport = viewportOf(1000);
    QVERIFY(!viewport.scrollBy(-5));
    QVERIFY(viewport.scrollBy(std::numeric_limits<qint64>::max()));
    QCOMPARE(viewport.position(), 1000 * 28 - 900);
    QVERIFY(!viewport.scrollBy(1));
    viewport.setRowCount(10); // fewer than fit
    QCOMPARE(viewport.position(), 0);
    QCOMPARE(viewport.rowAt(10 * 28), -1);
    QCOMPARE(viewport.rowAt(10 * 28 - 1), 9);
}

void tst_GridViewport::putsTheThumbProportionally()
{
    GridViewport viewport = viewportOf(100'000'000);
    viewport.setFraction(0.5);
    QVERIFY(qAbs(viewport.firstRow() - (100'000'000 - 32) / 2) <= 1);
    QCOMPARE(viewport.offset(), 0);
    viewport.setFraction(1.0);
    QCOMPARE(viewport.lastRow(), 99'999'999);
    QCOMPARE(viewport.fraction(), 1.0);
    viewport.setFraction(qQNaN());
    QCOMPARE(viewport.firstRow(), 0);

    GridViewport small = viewportOf(100);
    small.setFraction(0.5);
    QCOMPARE(small.position(), (100 * 28 - 900) / 2); // to the pixel where a pixel of the thumb is less than a row
}

void tst_GridViewport::showsTheLastRowWhole()
{
    GridViewport viewport = viewportOf(100'000'000);
    viewport.setFraction(1.0);
    QCOMPARE(viewport.rowTop(99'999'999) + 28, 900);
}

void tst_GridViewport::ensuresVisibilityWithTheLeastMovement()
{
    GridViewport viewport = viewportOf(1'000'000);
    viewport.setPosition(5000 * 28 + 10);
    QVERIFY(!viewport.ensureVisible(5010));
    QVERIFY(viewport.ensureVisible(5000));
    QCOMPARE(viewport.offset(), 0);
    QVERIFY(viewport.ensureVisible(5032)); // 32.1 rows fit
    QCOMPARE(viewport.rowTop(5032) + 28, 900);
    QVERIFY(!viewport.ensureVisible(-1));
    QVERIFY(!viewport.ensureVisible(1'000'000));
}

void tst_GridViewport::keepsTheViewWhenRowsComeOrGoAbove()
{
    GridViewport viewport = viewportOf(1000);
    viewport.setPosition(500 * 28 + 7);
    viewport.insertRows(3, 20);
    QCOMPARE(viewport.firstRow(), 520);
    QCOMPARE(viewport.offset(), 7);
    viewport.removeRows(0, 100);
    QCOMPARE(viewport.firstRow(), 420);
    viewport.insertRows(700, 5);
    QCOMPARE(viewport.firstRow(), 420);
    viewport.removeRows(400, 100); // what was visible is gone
    QCOMPARE(viewport.firstRow(), 400);
    QCOMPARE(viewport.rowCount(), 825);
}

void tst_GridViewport::keepsTheRowWhenItsHeightChanges()
{
    GridViewport viewport = viewportOf(100'000'000);
    viewport.setPosition(77'000'000LL * 28 + 14);
    viewport.setRowHeight(34);
    QCOMPARE(viewport.firstRow(), 77'000'000);
    QCOMPARE(viewport.offset(), 17);
}

void tst_GridViewport::survivesEmptiness()
{
    GridViewport viewport = viewportOf(0);
    QCOMPARE(viewport.lastRow(), -1);
    QCOMPARE(viewport.fraction(), 0.0);
    QCOMPARE(viewport.visibleFraction(), 1.0);
    QVERIFY(!viewport.setFraction(0.7));
    QVERIFY(!viewport.showAtTop(5));
    QCOMPARE(viewport.rowAt(0), -1);
}

void tst_GridViewport::placesColumns()
{
    GridColumns columns;
    columns.setColumnCount(5);
    columns.setDevicePixelRatio(1.25);
    columns.setLogicalWidth(0, 50.2);
    columns.setOrder({3, 0, 3, 9, 4}); // twice, and unknown
    columns.setPinned(1);
    QCOMPARE(columns.visualCount(), 3);
    QCOMPARE(columns.logicalAt(0), 3);
    QCOMPARE(columns.visualOf(1), -1); // hidden
    QCOMPARE(columns.width(0), 175);
    QCOMPARE(columns.width(1), 63);
    QCOMPARE(columns.pinnedWidth(), 175);
    QCOMPARE(columns.totalWidth(), 175 + 63 + 175);
    QCOMPARE(columns.visualAt(174), 0);
    QCOMPARE(columns.visualAt(175), 1);
    QCOMPARE(columns.visualAt(columns.totalWidth()), -1);
    QCOMPARE(columns.visualAt(-1), -1);
}

void tst_GridViewport::groupsColumnsWithoutGaps()
{
    GridColumns columns;
    columns.setColumnCount(68);
    columns.setPinned(2);
    int next = 0;
    int left = 0;
    for (const GridColumns::Group &group : columns.groups()) {
        QCOMPARE(group.firstVisual, next);
        QCOMPARE(group.left, left);
        QCOMPARE(group.pinned, group.lastVisual < 2);
        QVERIFY(!group.pinned || group.firstVisual < 2);
        next = group.lastVisual + 1;
        left += group.width;
    }
    QCOMPARE(next, 68);
    QCOMPARE(left, columns.totalWidth());
}

QTEST_APPLESS_MAIN(tst_GridViewport)
#include "tst_gridviewport.moc"

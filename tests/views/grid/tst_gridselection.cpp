// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/gridselection.h"

#include <QtTest>

using namespace Ghar;

class tst_GridSelection : public QObject
{
    Q_OBJECT

private slots:
    void extendsFromTheAnchor();
    void togglesCellsAndRows();
    void countsRowsOnce();
    void selectsEverythingAsOneRange();
    void followsInsertedRows();
    void followsRemovedRows();
};

void tst_GridSelection::extendsFromTheAnchor()
{
    GridSelection selection;
    selection.select({10, 3});
    selection.extendTo({12, 5});
    selection.extendTo({7, 1});
    QCOMPARE(selection.ranges().size(), 1);
    const GridRange range = selection.ranges().constFirst();
    QCOMPARE(range.firstRow, 7);
    QCOMPARE(range.lastRow, 10);
    QCOMPARE(range.firstColumn, 1);
    QCOMPARE(range.lastColumn, 3);
    QVERIFY(selection.current() == (GridCell{7, 1}));
    QVERIFY(selection.contains({8, 2}));
    QVERIFY(!selection.contains({11, 2}));
}

void tst_GridSelection::togglesCellsAndRows()
{
    GridSelection selection;
    selection.select({1, 1});
    selection.toggle({5, 2});
    QCOMPARE(selection.ranges().size(), 2);
    selection.toggle({1, 1});
    QVERIFY(!selection.contains({1, 1}));

    selection.selectRow({10, 0});
    selection.extendRowsTo({20, 0});
    selection.toggleRow({15, 0});
    QVERIFY(selection.rowIsSelected(14));
    QVERIFY(!selection.rowIsSelected(15));
    QVERIFY(selection.rowIsSelected(16));
    selection.toggleRow({15, 0});
    QVERIFY(selection.rowIsSelected(15));
    QCOMPARE(selection.rowCount(), 11);
}

void tst_GridSelection::countsRowsOnce()
{
    GridSelection selection;
    selection.select({1, 1});
    selection.extendTo({10, 1});
    selection.toggle({5, 4});
    selection.toggle({11, 4});
    QCOMPARE(selection.rowCount(), 11);
}

void tst_GridSelection::selectsEverythingAsOneRange()
{
    GridSelection selection;
    selection.selectAll(2'147'483'647);
    QCOMPARE(selection.ranges().size(), 1);
    QVERIFY(selection.ranges().constFirst().wholeRows());
    QCOMPARE(selection.rowCount(), 2'147'483'647);
    selection.selectAll(0);
    QVERIFY(selection.ranges().isEmpty());
}

void tst_GridSelection::followsInsertedRows()
{
    GridSelection selection;
    selection.select({10, 0});
    selection.extendTo({20, 0});
    selection.insertRows(15, 5); // inside: what is new is not selected
    QVERIFY(selection.contains({14, 0}));
    QVERIFY(!selection.contains({15, 0}));
    QVERIFY(!selection.contains({19, 0}));
    QVERIFY(selection.contains({25, 0}));
    QCOMPARE(selection.current().row, 25);
    QCOMPARE(selection.rowCount(), 11);
    selection.insertRows(0, 1);
    QVERIFY(!selection.contains({10, 0}));
    QVERIFY(selection.contains({11, 0}));
}

void tst_GridSelection::followsRemovedRows()
{
    GridSelection selection;
    selection.select({10, 0});
    selection.extendTo({20, 0});
    selection.removeRows(0, 5);
    QCOMPARE(selection.ranges().constFirst().firstRow, 5);
    QCOMPARE(selection.current().row, 15);
    selection.removeRows(12, 100);
    QCOMPARE(selection.ranges().constFirst().lastRow, 11);
    QCOMPARE(selection.current().row, -1);
    selection.removeRows(0, 100);
    QVERIFY(selection.ranges().isEmpty());
}

QTEST_APPLESS_MAIN(tst_GridSelection)
#include "tst_gridselection.moc"

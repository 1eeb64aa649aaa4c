// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/tablegrid.h"
#include "gridtestmodel.h"

#include <QAccessible>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QStyleHints>
#include <QtTest>

#include <QtQml/qqmlextensionplugin.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace Ghar;

Q_IMPORT_QML_PLUGIN(Ghar_ViewsPlugin)

namespace {
constexpr int hugeRows = 100'000'000;
constexpr int smallRows = 1000;

/// A window with a grid that fills it.
struct Shown
{
    explicit Shown(QAbstractItemModel *model, QPointF at = {})
    {
        window.resize(900, 500);
        grid.setParentItem(window.contentItem());
        grid.setPosition(at);
        grid.setSize(QSizeF(window.size()) - QSizeF(at.x(), at.y()));
        // Two models differ in the width of their row numbers, and in nothing else.
        grid.setRowNumbersVisible(false);
        grid.setPinnedColumns(1);
        grid.setModel(model);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
        QCoreApplication::processEvents();
    }
    QImage picture() { return window.grabWindow(); }
    qreal ratio() const { return window.effectiveDevicePixelRatio(); }
    qint64 position() const
    {
        return qRound64(grid.rowHeight() * ratio()) * grid.firstVisibleRow()
            - qRound64(grid.cellRect(grid.firstVisibleRow(), 0).y() * ratio());
    }
    QPoint centreOf(qint64 row, int column) { return grid.cellRect(row, column).center().toPoint(); }
    void wheel(QPoint pixels, QPoint angle, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF at(200, 200);
        QWheelEvent event(at, window.mapToGlobal(at), pixels, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&window, &event);
    }

    QQuickWindow window;
    TableGrid grid;
};

int differingPixels(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return -1;
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y);
    }
    return count;
}
} // namespace

class tst_TableGrid : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsTheSamePixelsAnywhere_data();
    void showsTheSamePixelsAnywhere();
    void movedTilesEqualFreshOnes();
    void standsOnDevicePixels();
    void linesAreOneDevicePixelWide();
    void wheelMovesExactly();
    void keysMoveExactly();
    void scrollsByFraction();
    void scrollsSidewaysUnderPinnedColumns();
    void asksForVisibleRowsOnly();
    void repaintsWhatChanged();
    void reportsVisibleRowsOncePerFrame();
    void survivesResetWhileScrolledDeep();
    void keepsTheViewWhenRowsAreInsertedAbove();
    void selectsByMouseAndKeyboard();
    void selectsRowsInTheGutter();
    void activatesAndAsksForMenus();
    void reordersAndHidesColumns();
    void showsNothingWithoutRows();
    void placeholdersKeepStill();
    void longTextsAreCutBeforeShaping();
    void fitsColumns();
    void restylesEverything();
    void describesTheCurrentCell();
    void isATableToScreenReaders();
    void worksFromQml();
};

void tst_TableGrid::initTestCase()
{
    qInfo("device pixel ratio %g", qApp->devicePixelRatio());
}

void tst_TableGrid::showsTheSamePixelsAnywhere_data()
{
    QTest::addColumn<qint64>("row");
    QTest::addColumn<int>("offset"); // device pixels

    QTest::newRow("first") << 0LL << 0;
    QTest::newRow("300,000: where TableView breaks") << 300'000LL << 11;
    QTest::newRow("5,000,000") << 5'000'000LL << 0;
    QTest::newRow("5,000,000 and a bit") << 5'000'000LL << 13;
    QTest::newRow("76,695,844: beyond 2^31 pixels") << 76'695'844LL << 27;
    QTest::newRow("99,999,900") << 99'999'900LL << 1;
}

void tst_TableGrid::showsTheSamePixelsAnywhere()
{
    QFETCH(qint64, row);
    QFETCH(int, offset);
    // The small model shows the same texts at its rows 100... An even distance keeps the stripes.
    constexpr int base = 100;
    GridTestModel hugeModel(hugeRows);
    GridTestModel smallModel(smallRows);
    const qint64 start = row;
    smallModel.setShift(start - base);
    hugeModel.asked.clear();
    Shown large(&hugeModel);
    Shown little(&smallModel);
    large.grid.positionAtRow(start);
    little.grid.positionAtRow(base);
    large.grid.scrollBy(0, offset / large.ratio());
    little.grid.scrollBy(0, offset / little.ratio());
    QCOMPARE(large.grid.firstVisibleRow(), start);
    const QImage one = large.picture();
    const QImage other = little.picture();
    QVERIFY(!one.isNull());
    QCOMPARE(differingPixels(one, other), 0);
    // And the comparison can fail.
    little.grid.scrollBy(0, 1 / little.ratio());
    QVERIFY(differingPixels(one, little.picture()) > 1000);
}

void tst_TableGrid::movedTilesEqualFreshOnes()
{
    GridTestModel model(hugeRows);
    Shown moved(&model);
    moved.grid.positionAtRow(hugeRows / 2);
    for (int i = 0; i < 60; ++i) {
        moved.grid.scrollBy(5, i % 3 ? 37 : -11);
        moved.picture();
    }
    Shown fresh(&model);
    fresh.grid.positionAtRow(moved.grid.firstVisibleRow());
    fresh.grid.setContentX(moved.grid.contentX());
    fresh.grid.scrollBy(0, double(moved.position() - fresh.position()) / fresh.ratio());
    QCOMPARE(fresh.position(), moved.position());
    QCOMPARE(differingPixels(moved.picture(), fresh.picture()), 0);
}

void tst_TableGrid::standsOnDevicePixels()
{
    GridTestModel model(hugeRows);
    // At 7 logical pixels the item starts within a device pixel at 125 and 150 %.
    Shown even(&model, {0, 0});
    Shown odd(&model, {7, 7});
    even.grid.positionAtRow(5'000'000);
    odd.grid.positionAtRow(5'000'000);
    const int shift = qRound(7 * odd.ratio());
    const QImage one = even.picture();
    const QImage other = odd.picture();
    const QSize common = one.size() - QSize(shift, shift);
    const int differing =
        differingPixels(one.copy(QRect(QPoint(0, 0), common)), other.copy(QRect(QPoint(shift, shift), common)));
    // The current cell and hover are off: nothing else depends on the place.
    QCOMPARE(differing, 0);
}

void tst_TableGrid::linesAreOneDevicePixelWide()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.positionAtRow(99'000'000);
    const QImage picture = shown.picture();
    const QRgb line = shown.grid.style()->gridLine.rgb();
    const int row = qRound(shown.grid.rowHeight() * shown.ratio());
    const int expected = shown.ratio() < 2 ? 1 : int(shown.ratio() * 0.75);
    int lines = 0;
    int run = 0;
    // Down through the left padding of the first column, where there is no text.
    for (int y = 0; y < picture.height(); ++y) {
        if (picture.pixel(2, y) == line) {
            ++run;
            continue;
        }
        if (run > 0) {
            QCOMPARE(run, expected);
            QCOMPARE(y % row, 0);
            ++lines;
        }
        run = 0;
    }
    QCOMPARE(lines, (picture.height() - 1) / row);
}

void tst_TableGrid::wheelMovesExactly()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    const int notch =
        QGuiApplication::styleHints()->wheelScrollLines() * qRound(shown.grid.rowHeight() * shown.ratio());
    for (qint64 row : {0LL, 5'000'000LL, 80'000'000LL}) {
        shown.grid.positionAtRow(row);
        const qint64 start = shown.position();
        shown.wheel({}, {0, -120});
        QCOMPARE(shown.position(), start + notch);
        // A fine wheel: thirds of a notch add up.
        for (int i = 0; i < 3; ++i)
            shown.wheel({}, {0, -40});
        QCOMPARE(shown.position(), start + 2 * notch);
        // A touchpad: pixels, and no pixel is lost.
        for (int i = 0; i < 8; ++i)
            shown.wheel({0, -3}, {0, -3});
        QCOMPARE(shown.position(), start + 2 * notch + qRound64(24 * shown.ratio()));
        for (int i = 0; i < 8; ++i)
            shown.wheel({0, 3}, {0, 3});
        QCOMPARE(shown.position(), start + 2 * notch);
    }
    shown.wheel({}, {0, -120}, Qt::ShiftModifier);
    QVERIFY(shown.grid.contentX() > 0);
}

void tst_TableGrid::keysMoveExactly()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.forceActiveFocus();
    shown.grid.setCurrentCell(50'000'000, 2);
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&shown.window, Qt::Key(key), modifiers);
    };
    press(Qt::Key_Down);
    QCOMPARE(shown.grid.currentRow(), 50'000'001);
    press(Qt::Key_Right);
    QCOMPARE(shown.grid.currentColumn(), 3);
    const int page = qFloor(500 * shown.ratio()) / qRound(shown.grid.rowHeight() * shown.ratio());
    const qint64 before = shown.position();
    press(Qt::Key_PageDown);
    QCOMPARE(shown.grid.currentRow(), 50'000'001 + page);
    QCOMPARE(shown.position(), before + page * qRound(shown.grid.rowHeight() * shown.ratio()));
    press(Qt::Key_PageUp);
    QCOMPARE(shown.grid.currentRow(), 50'000'001);
    QCOMPARE(shown.position(), before);
    press(Qt::Key_Home);
    QCOMPARE(shown.grid.currentColumn(), 0);
    press(Qt::Key_End);
    QCOMPARE(shown.grid.currentColumn(), 13);
    press(Qt::Key_Tab);
    QCOMPARE(shown.grid.currentRow(), 50'000'002);
    QCOMPARE(shown.grid.currentColumn(), 0);
    press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(shown.grid.currentColumn(), 13);
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.grid.currentRow(), hugeRows - 1);
    QCOMPARE(shown.grid.verticalPosition(), 1.0);
    press(Qt::Key_Down);
    QCOMPARE(shown.grid.currentRow(), hugeRows - 1);
    press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(shown.grid.currentRow(), 0);
    QCOMPARE(shown.position(), 0);
    QCOMPARE(shown.grid.contentX(), 0.0);
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(shown.grid.currentRow(), hugeRows - 1);
}

void tst_TableGrid::scrollsByFraction()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    const int whole = qFloor(500 * shown.ratio()) / qRound(shown.grid.rowHeight() * shown.ratio());
    shown.grid.setVerticalPosition(0.5);
    QVERIFY(qAbs(shown.grid.firstVisibleRow() - (hugeRows - whole) / 2) <= 1);
    shown.grid.setVerticalPosition(1);
    QCOMPARE(shown.grid.firstVisibleRow() + shown.grid.visibleRowCount(), hugeRows);
    shown.grid.setVerticalPosition(0);
    QCOMPARE(shown.grid.firstVisibleRow(), 0);
    QVERIFY(shown.grid.verticalSize() > 0 && shown.grid.verticalSize() < 1e-6);
}

void tst_TableGrid::scrollsSidewaysUnderPinnedColumns()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    const QImage before = shown.picture();
    shown.grid.setContentX(333);
    const QImage after = shown.picture();
    const int pinned = qRound(shown.grid.pinnedWidth() * shown.ratio());
    const int shift = qRound(shown.grid.contentX() * shown.ratio());
    const int height = before.height();
    QCOMPARE(differingPixels(before.copy(0, 0, pinned, height), after.copy(0, 0, pinned, height)), 0);
    const int common = before.width() - pinned - shift;
    QCOMPARE(differingPixels(before.copy(pinned + shift, 0, common, height), after.copy(pinned, 0, common, height)), 0);
    QCOMPARE(shown.grid.columnX(0), 0.0);
    QCOMPARE(shown.grid.columnAt(shown.grid.pinnedWidth() / 2), 0);
    QCOMPARE(shown.grid.columnAt(shown.grid.pinnedWidth() + 10), 3);
    shown.grid.ensureVisible(0, 1);
    QCOMPARE(shown.grid.columnX(1), shown.grid.pinnedWidth());
    shown.grid.setHorizontalPosition(1);
    QVERIFY(qAbs(shown.grid.columnX(13) + shown.grid.visualWidth(13) - 900) < 1);
}

void tst_TableGrid::asksForVisibleRowsOnly()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.positionAtRow(60'000'000);
    shown.picture();
    model.asked.clear();
    shown.grid.scrollBy(0, shown.grid.rowHeight());
    shown.picture();
    const int last = int(shown.grid.firstVisibleRow()) + shown.grid.visibleRowCount() - 1;
    QVERIFY(model.asked.contains(last));
    QVERIFY(model.asked.size() <= 2); // and none of those that merely moved
}

void tst_TableGrid::repaintsWhatChanged()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.positionAtRow(5'000'000);
    shown.picture();
    const QImage before = shown.picture();
    quint64 painted = shown.grid.paintedTiles();
    model.touch(0, 1'000'000); // out of view
    shown.picture();
    QCOMPARE(shown.grid.paintedTiles(), painted);

    model.setTag(u"new "_s);
    model.asked.clear();
    model.touch(5'000'003, 5'000'003, 1, 1);
    const QImage after = shown.picture();
    QCOMPARE(shown.grid.paintedTiles(), painted + 1);
    QCOMPARE(model.asked, QSet<int>{5'000'003});
    const int row = qRound(shown.grid.rowHeight() * shown.ratio());
    QCOMPARE(differingPixels(before.copy(0, 0, before.width(), 3 * row), after.copy(0, 0, after.width(), 3 * row)), 0);
    QVERIFY(differingPixels(before, after) > 20);

    painted = shown.grid.paintedTiles();
    model.touch(0, hugeRows - 1);
    shown.picture();
    QVERIFY(shown.grid.paintedTiles() > painted + 10);
    QVERIFY(shown.grid.paintedTiles() <= painted + quint64(shown.grid.visibleRowCount()) * 8);
}

void tst_TableGrid::reportsVisibleRowsOncePerFrame()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.picture();
    QSignalSpy spy(&shown.grid, &TableGrid::visibleRowsChanged);
    for (int i = 0; i < 10; ++i)
        shown.grid.scrollBy(0, 100);
    shown.picture();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(0).toLongLong(), shown.grid.firstVisibleRow());
    QCOMPARE(spy.first().at(1).toLongLong(), shown.grid.firstVisibleRow() + shown.grid.visibleRowCount() - 1);
    shown.picture();
    QCOMPARE(spy.size(), 1);
}

void tst_TableGrid::survivesResetWhileScrolledDeep()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.setCurrentCell(90'000'000, 4);
    shown.picture();
    model.reset(50);
    QCOMPARE(shown.grid.currentRow(), 49);
    QCOMPARE(shown.grid.firstVisibleRow() + shown.grid.visibleRowCount(), 50);
    QVERIFY(!shown.picture().isNull());
    model.reset(0);
    QCOMPARE(shown.grid.currentRow(), -1);
    QCOMPARE(shown.grid.visibleRowCount(), 0);
    shown.picture();
    model.reset(hugeRows);
    shown.picture();
    QCOMPARE(shown.grid.firstVisibleRow(), 0);
    QVERIFY(shown.grid.visibleRowCount() > 10);

    auto doomed = std::make_unique<GridTestModel>(hugeRows);
    shown.grid.setModel(doomed.get());
    shown.picture();
    doomed.reset();
    QCOMPARE(shown.grid.model(), nullptr);
    QCOMPARE(shown.grid.rowCount(), 0);
    shown.picture();
}

void tst_TableGrid::keepsTheViewWhenRowsAreInsertedAbove()
{
    GridTestModel model(hugeRows - 100);
    Shown shown(&model);
    shown.grid.positionAtRow(1000);
    shown.grid.setCurrentCell(1003, 1);
    const qreal top = shown.grid.cellRect(1003, 1).y();
    model.insert(0, 10);
    QCOMPARE(shown.grid.currentRow(), 1013);
    QCOMPARE(shown.grid.cellRect(1013, 1).y(), top);
    model.remove(5, 20);
    QCOMPARE(shown.grid.currentRow(), 993);
    QCOMPARE(shown.grid.cellRect(993, 1).y(), top);
    QVERIFY(!shown.picture().isNull());
}

void tst_TableGrid::selectsByMouseAndKeyboard()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.positionAtRow(1'000'000);
    QSignalSpy spy(&shown.grid, &TableGrid::selectionChanged);
    QTest::mouseClick(&shown.window, Qt::LeftButton, {}, shown.centreOf(1'000'002, 1));
    QCOMPARE(shown.grid.currentRow(), 1'000'002);
    QCOMPARE(shown.grid.currentColumn(), 1);
    QCOMPARE(spy.size(), 1);
    QTest::mouseClick(&shown.window, Qt::LeftButton, Qt::ShiftModifier, shown.centreOf(1'000'005, 3));
    QCOMPARE(shown.grid.selectedRanges().size(), 1);
    QCOMPARE(shown.grid.selectedRowCount(), 4);
    QVERIFY(shown.grid.isSelected(1'000'004, 2));
    QVERIFY(!shown.grid.isSelected(1'000'004, 4));
    QTest::mouseClick(&shown.window, Qt::LeftButton, Qt::ControlModifier, shown.centreOf(1'000'008, 2));
    QCOMPARE(shown.grid.selectedRanges().size(), 2);

    // Dragging
    QTest::mousePress(&shown.window, Qt::LeftButton, {}, shown.centreOf(1'000'001, 0));
    QTest::mouseMove(&shown.window, shown.centreOf(1'000'003, 1));
    QTest::mouseMove(&shown.window, shown.centreOf(1'000'004, 2));
    QTest::mouseRelease(&shown.window, Qt::LeftButton, {}, shown.centreOf(1'000'004, 2));
    QCOMPARE(shown.grid.selectedRanges().size(), 1);
    QCOMPARE(shown.grid.selectedRowCount(), 4);
    QCOMPARE(shown.grid.selectedRanges().constFirst().lastColumn, 2);

    // Dragging beyond the lower edge scrolls for as long as the button is down.
    QTest::mousePress(&shown.window, Qt::LeftButton, {}, shown.centreOf(1'000'001, 1));
    QTest::mouseMove(&shown.window, QPoint(200, 560));
    QTRY_VERIFY(shown.grid.firstVisibleRow() > 1'000'005);
    QVERIFY(shown.grid.isSelected(1'000'001, 1));
    QVERIFY(shown.grid.selectedRowCount() > 15);
    QTest::mouseRelease(&shown.window, Qt::LeftButton, {}, QPoint(200, 560));
    const qint64 stopped = shown.position();
    QTest::mouseMove(&shown.window, QPoint(200, 570));
    QCOMPARE(shown.position(), stopped);

    // Keyboard
    shown.grid.setCurrentCell(1'000'002, 1);
    QTest::keyClick(&shown.window, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&shown.window, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(shown.grid.selectedRowCount(), 2);
    QVERIFY(shown.grid.isSelected(1'000'002, 2));
    QTest::keyClick(&shown.window, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(shown.grid.selectedRowCount(), hugeRows);
    const QImage tinted = shown.picture();
    shown.grid.clearSelection();
    QVERIFY(differingPixels(tinted, shown.picture()) > 10'000);
    QVERIFY(!shown.grid.hasSelection());
    QTest::keyClick(&shown.window, Qt::Key_Space);
    QVERIFY(shown.grid.selectedRanges().constFirst().wholeRows());
}

void tst_TableGrid::selectsRowsInTheGutter()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.setRowNumbersVisible(true);
    QVERIFY(shown.grid.gutterWidth() > 60);
    shown.grid.positionAtRow(hugeRows / 2);
    const auto inGutter = [&](qint64 row) { return QPoint(10, shown.centreOf(row, 0).y()); };
    QTest::mouseClick(&shown.window, Qt::LeftButton, {}, inGutter(hugeRows / 2 + 2));
    QVERIFY(shown.grid.selectedRanges().constFirst().wholeRows());
    QTest::mouseClick(&shown.window, Qt::LeftButton, Qt::ShiftModifier, inGutter(hugeRows / 2 + 6));
    QCOMPARE(shown.grid.selectedRowCount(), 5);
    QVERIFY(shown.grid.isSelected(hugeRows / 2 + 4, 13));
    QTest::mouseClick(&shown.window, Qt::LeftButton, Qt::ControlModifier, inGutter(hugeRows / 2 + 4));
    QCOMPARE(shown.grid.selectedRowCount(), 4);
}

void tst_TableGrid::activatesAndAsksForMenus()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.positionAtRow(70'000'000);
    QSignalSpy activated(&shown.grid, &TableGrid::activated);
    QSignalSpy linked(&shown.grid, &TableGrid::linkActivated);
    QSignalSpy menu(&shown.grid, &TableGrid::contextMenuRequested);
    QTest::mouseDClick(&shown.window, Qt::LeftButton, {}, shown.centreOf(70'000'001, 2));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().at(0).toLongLong(), 70'000'001);
    QTest::keyClick(&shown.window, Qt::Key_Return);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.last().at(1).toInt(), 2);

    QTest::mouseClick(&shown.window, Qt::RightButton, {}, shown.centreOf(70'000'003, 3));
    QCOMPARE(menu.size(), 1);
    QCOMPARE(shown.grid.currentRow(), 70'000'003);
    QTest::keyClick(&shown.window, Qt::Key_Menu);
    QTest::keyClick(&shown.window, Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(menu.size(), 3);
    QCOMPARE(menu.last().at(1).toInt(), 3);

    shown.grid.ensureVisible(70'000'003, 6);
    QTest::mouseClick(&shown.window, Qt::LeftButton, Qt::ControlModifier, shown.centreOf(70'000'004, 6));
    QCOMPARE(linked.size(), 1);
    QCOMPARE(linked.first().at(1).toInt(), 6);
    QCOMPARE(shown.grid.currentRow(), 70'000'003);
}

void tst_TableGrid::reordersAndHidesColumns()
{
    GridTestModel model(smallRows);
    Shown shown(&model);
    shown.grid.setCurrentCell(3, 4);
    shown.grid.setColumnOrder({4, 1, 0});
    QCOMPARE(shown.grid.visualColumnCount(), 3);
    QCOMPARE(shown.grid.currentColumn(), 4);
    QCOMPARE(shown.grid.columnX(0), 0.0);
    QCOMPARE(shown.grid.columnAt(5), 4);
    QVERIFY(shown.grid.cellRect(0, 7).isEmpty());
    QSignalSpy spy(&shown.grid, &TableGrid::columnsChanged);
    shown.grid.setColumnWidth(4, 60);
    QCOMPARE(spy.size(), 1);
    QVERIFY(qAbs(shown.grid.columnX(1) - 60) < 1);
    shown.grid.setColumnWidth(4, 60);
    QCOMPARE(spy.size(), 1);
    shown.grid.setColumnOrder({1});
    QCOMPARE(shown.grid.currentColumn(), -1);
    QVERIFY(!shown.picture().isNull());
}

void tst_TableGrid::showsNothingWithoutRows()
{
    GridTestModel model(0);
    Shown shown(&model);
    shown.grid.forceActiveFocus();
    for (int key : {Qt::Key_Down, Qt::Key_End, Qt::Key_PageDown, Qt::Key_Tab, Qt::Key_Space, Qt::Key_Return})
        QTest::keyClick(&shown.window, Qt::Key(key));
    QTest::mouseClick(&shown.window, Qt::LeftButton, {}, QPoint(50, 50));
    shown.grid.selectAll();
    shown.grid.selectRows(0, 5);
    shown.grid.setVerticalPosition(0.5);
    QVERIFY(!shown.grid.hasSelection());
    QCOMPARE(shown.grid.currentRow(), -1);
    const QImage picture = shown.picture();
    const QRgb background = shown.grid.style()->background.rgb();
    QCOMPARE(picture.pixel(5, 5), background);
    QCOMPARE(picture.pixel(picture.width() - 1, picture.height() - 1), background);
    QCOMPARE(shown.grid.autoWidth(1), shown.grid.autoWidth(1));
}

void tst_TableGrid::placeholdersKeepStill()
{
    GridTestModel model(hugeRows);
    model.setLoading(true);
    Shown shown(&model);
    shown.grid.positionAtRow(30'000'000);
    const QImage first = shown.picture();
    model.touch(0, hugeRows - 1);
    QCOMPARE(differingPixels(first, shown.picture()), 0);
    // There are bars, and they give way to the rows.
    model.setLoading(false);
    model.touch(30'000'000, 30'000'000);
    QVERIFY(differingPixels(first, shown.picture()) > 100);
}

void tst_TableGrid::longTextsAreCutBeforeShaping()
{
    class LongModel : public GridTestModel
    {
    public:
        using GridTestModel::GridTestModel;
        QVariant data(const QModelIndex &, int role) const override
        {
            if (role == Qt::DisplayRole)
                return text;
            return role == CellKindRole ? QVariant(int(CellKind::Text)) : QVariant();
        }
        QString text;
    };
    LongModel model(hugeRows);
    Shown shown(&model);
    QElapsedTimer clock;
    for (const QString &text : {QString(1 << 20, u'x'), QString(1 << 20, QChar(0x0939)),
                                QString(1 << 20, QChar(0x062f)), QString(1 << 20, u'\n'), u"a "_s.repeated(1 << 19)}) {
        model.text = text;
        clock.start();
        model.reset(hugeRows);
        QVERIFY(!shown.picture().isNull());
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed()) + " ms"_L1));
        QVERIFY(shown.grid.autoWidth(1) <= 480);
    }
}

void tst_TableGrid::fitsColumns()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.positionAtRow(88'000'000);
    for (int column = 0; column < 14; ++column) {
        const qreal width = shown.grid.autoWidth(column);
        QVERIFY(width >= 48 && width <= 480);
        shown.grid.setColumnWidth(column, width);
        QVERIFY(qAbs(shown.grid.columnWidth(column) - width) < 0.01);
    }
    QVERIFY(shown.grid.autoWidth(11) > shown.grid.autoWidth(5));
}

void tst_TableGrid::restylesEverything()
{
    GridTestModel model(smallRows);
    Shown shown(&model);
    shown.picture();
    shown.grid.style()->setProperty("background", QColor(10, 20, 30));
    shown.grid.style()->setProperty("alternate", QColor(10, 20, 30));
    QCOMPARE(shown.picture().pixel(2, 2), qRgb(10, 20, 30));
    const QImage small = shown.picture();
    QFont font = shown.grid.style()->font;
    font.setPixelSize(18);
    shown.grid.style()->setProperty("font", font);
    QVERIFY(differingPixels(small, shown.picture()) > 1000);
    shown.grid.setRowHeight(34);
    QVERIFY(qAbs(shown.grid.cellRect(1, 0).y() - 34) < 1);
    QVERIFY(!shown.picture().isNull());
}

void tst_TableGrid::describesTheCurrentCell()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    QSignalSpy spy(&shown.grid, &TableGrid::currentDescriptionChanged);
    shown.grid.setCurrentCell(12'345'677, 0);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(shown.grid.currentDescription(), u"id: 13345677, row 12345678 of 100000000"_s);
    model.setLoading(true);
    model.touch(12'345'677, 12'345'677);
    QCOMPARE(spy.size(), 2);
    QVERIFY(shown.grid.currentDescription().contains("loading"_L1));
}

void tst_TableGrid::isATableToScreenReaders()
{
    GridTestModel model(hugeRows);
    Shown shown(&model);
    shown.grid.setCurrentCell(40'000'001, 2);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&shown.grid);
    QVERIFY(table);
    QCOMPARE(table->role(), QAccessible::Table);
    QVERIFY(table->tableInterface());
    QCOMPARE(table->tableInterface()->rowCount(), hugeRows);
    QCOMPARE(table->tableInterface()->columnCount(), 14);
    QCOMPARE(table->tableInterface()->columnDescription(2), u"city"_s);
    QVERIFY(table->childCount() < 1000); // what is visible, not a billion cells

    QAccessibleInterface *cell = table->focusChild();
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), GridTestModel::textOf(40'000'001, 2));
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 40'000'001);
    QVERIFY(cell->tableCellInterface()->isSelected());
    QCOMPARE(table->child(table->indexOfChild(cell)), cell);
    const QPoint centre = cell->rect().center();
    QCOMPARE(table->childAt(centre.x(), centre.y()), cell);
    QCOMPARE(cell->parent(), table);
    QVERIFY(!table->tableInterface()->cellAt(hugeRows, 0));
    model.reset(0);
    QVERIFY(!cell->isValid());
    QVERIFY(!table->focusChild());
}

void tst_TableGrid::worksFromQml()
{
    GridTestModel model(hugeRows);
    QQmlEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData(R"(
        import QtQuick
        import Ghar.Views
        TableGrid {
            width: 600; height: 300
            columnOrder: [1, 0, 4]
            pinnedColumns: 1
            style.text: "#102030"
            style { cellPadding: 6; font.pixelSize: 12 }
            Accessible.role: Accessible.Table
            Accessible.name: "Properties"
            verticalPosition: 0.25
        })",
                      {});
    std::unique_ptr<QObject> object(
        component.createWithInitialProperties({{u"model"_s, QVariant::fromValue<QAbstractItemModel *>(&model)}}));
    auto *grid = qobject_cast<TableGrid *>(object.get());
    QVERIFY2(grid, qPrintable(component.errorString()));
    QCOMPARE(grid->columnOrder(), (QList<int>{1, 0, 4}));
    QCOMPARE(grid->style()->text, QColor(16, 32, 48));
    QCOMPARE(grid->style()->font.pixelSize(), 12);
    QCOMPARE(grid->rowCount(), hugeRows);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(grid);
    QVERIFY(table);
    QCOMPARE(table->text(QAccessible::Name), u"Properties"_s);
}

QTEST_MAIN(tst_TableGrid)
#include "tst_tablegrid.moc"

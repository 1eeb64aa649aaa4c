// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/columnchart.h"

#include <QImage>
#include <QQuickWindow>
#include <QTest>

using namespace Ghar;
using namespace Qt::StringLiterals;

/// Where columns stand, how high they are, and that they are drawn there.
class tst_ColumnChart : public QObject
{
    Q_OBJECT

private slots:
    void theUpperEdgeIsARoundNumber_data()
    {
        QTest::addColumn<qreal>("highest");
        QTest::addColumn<qreal>("ceiling");
        for (const auto &[highest, ceiling] : std::initializer_list<std::pair<qreal, qreal>>{{0, 1},
                                                                                             {1, 1},
                                                                                             {1.5, 2},
                                                                                             {2, 2},
                                                                                             {3, 5},
                                                                                             {6, 10},
                                                                                             {10, 10},
                                                                                             {11, 20},
                                                                                             {201, 500},
                                                                                             {999, 1000},
                                                                                             {1e6, 1e6}})
            QTest::addRow("%g", highest) << highest << ceiling;
    }
    void theUpperEdgeIsARoundNumber()
    {
        QFETCH(qreal, highest);
        QTEST(ColumnChart::roundedUp(highest), "ceiling");
    }

    void columnsOfTwoSeriesStandSideBySide()
    {
        ColumnChart chart;
        chart.setSize({100, 50});
        chart.setSeries({QVariantList{0, 5}, QVariantList{10, 0.01}});
        QCOMPARE(chart.count(), 2);
        QCOMPARE(chart.ceiling(), 10);
        const QList<QRectF> first = chart.columns(0);
        const QList<QRectF> second = chart.columns(1);
        QCOMPARE(first.at(0).height(), 0);
        QCOMPARE(second.at(0).height(), 50);
        QCOMPARE(first.at(1), QRectF(58, 25, 17, 25));
        // Little is not nothing.
        QCOMPARE(second.at(1).height(), 1);
        QVERIFY(first.at(1).right() <= second.at(1).left());
        QCOMPARE(chart.indexAt(-1), -1);
        QCOMPARE(chart.indexAt(49.9), 0);
        QCOMPARE(chart.indexAt(50), 1);
        QCOMPARE(chart.indexAt(100), -1);
        chart.setCurrentIndex(7);
        QCOMPARE(chart.currentIndex(), 1);
        chart.setSeries({QVariant(QVariantList{1})});
        QCOMPARE(chart.currentIndex(), 0);
        chart.setSeries({});
        QCOMPARE(chart.currentIndex(), -1);
        QCOMPARE(chart.indexAt(10), -1);
    }

    void drawsWhatItSays()
    {
        QQuickWindow window;
        window.resize(100, 50);
        window.setColor(Qt::white);
        ColumnChart chart(window.contentItem());
        chart.setSize({100, 50});
        chart.setColors({QColor(Qt::red), QColor(Qt::blue)});
        chart.setCurrentColor(Qt::yellow);
        chart.setSeries({QVariantList{10, 5}, QVariantList{5, 10}});
        chart.setCurrentIndex(1);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto look = [&](const QPointF &point) {
            return window.grabWindow().scaled(100, 50).pixelColor(point.toPoint());
        };
        QCOMPARE(look(chart.columns(0).at(0).center()), QColor(Qt::red));
        QCOMPARE(look(chart.columns(1).at(1).center()), QColor(Qt::blue));
        QCOMPARE(look({2, 25}), QColor(Qt::white));
        QCOMPARE(look({52, 5}), QColor(Qt::yellow));
        // Less than before: what was drawn goes away.
        chart.setSeries({QVariant(QVariantList{10})});
        QCOMPARE(look({95, 45}), QColor(Qt::yellow));
        chart.setCurrentIndex(-1);
        QCOMPARE(look({97, 45}), QColor(Qt::white));
    }
};

QTEST_MAIN(tst_ColumnChart)
#include "tst_columnchart.moc"

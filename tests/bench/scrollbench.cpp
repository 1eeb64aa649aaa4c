// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scrollbench.h"

#include "grid/tablegrid.h"
#include "views/grid/gridtestmodel.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int windowWidth = 1600;
constexpr int windowHeight = 900;
constexpr int step = 37;   // pixels per frame: no divisor of a row
constexpr int warmUp = 10; // frames that do not count

struct Times
{
    double fps = 0;
    double median = 0;
    double p99 = 0;
    double worst = 0;
    double processor = 0; ///< milliseconds per frame on all cores together, which other programs do not disturb
};

/// Calls `advance` before each frame and clocks the time from picture to picture.
Times clockFrames(QQuickWindow *window, int frames, const std::function<void()> &advance)
{
    std::vector<double> times;
    times.reserve(size_t(frames));
    QEventLoop loop;
    QElapsedTimer clock;
    std::clock_t processorStart = 0;
    int drawn = 0;
    const auto next = [&] {
        advance();
        window->update();
    };
    QObject::connect(
        window, &QQuickWindow::frameSwapped, &loop,
        [&] {
            if (drawn++ >= warmUp)
                times.push_back(double(clock.nsecsElapsed()) / 1e6);
            else
                processorStart = std::clock(); // shaders are compiled by now
            clock.start();
            if (int(times.size()) >= frames)
                loop.quit();
            else
                next();
        },
        Qt::QueuedConnection);
    clock.start();
    next();
    QTimer::singleShot(120'000, &loop, &QEventLoop::quit); // no picture, no frames: give up rather than hang
    loop.exec();
    const double processor = double(std::clock() - processorStart) * 1000.0 / CLOCKS_PER_SEC;

    Times result;
    if (times.empty())
        return result;
    double total = 0;
    for (double time : times)
        total += time;
    std::sort(times.begin(), times.end());
    result.fps = double(times.size()) * 1000.0 / total;
    result.median = times[times.size() / 2];
    result.p99 = times[times.size() * 99 / 100];
    result.worst = times.back();
    result.processor = processor / double(times.size());
    return result;
}

void add(QJsonObject *json, const QString &prefix, const Times &times)
{
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    json->insert(prefix + "fps"_L1, rounded(times.fps));
    json->insert(prefix + "median_ms"_L1, rounded(times.median));
    json->insert(prefix + "p99_ms"_L1, rounded(times.p99));
    json->insert(prefix + "worst_ms"_L1, rounded(times.worst));
    json->insert(prefix + "cpu_ms"_L1, rounded(times.processor));
}

void widthsLikeADesk(const std::function<void(int, int)> &setWidth)
{
    // All 14 columns are about visible at once.
    constexpr int widths[]{80, 190, 110, 110, 120, 60, 70, 120, 80, 130, 80, 190, 150, 110};
    for (int column = 0; column < 14; ++column)
        setWidth(column, widths[column]);
}

const auto peerQml = R"(
import QtQuick
TableView {
    id: table
    property var widths: []
    clip: true
    reuseItems: true
    columnSpacing: 1
    rowSpacing: 1
    columnWidthProvider: column => table.widths[column]
    rowHeightProvider: () => 27
    delegate: Rectangle {
        required property string display
        color: "white"
        Text {
            anchors { fill: parent; leftMargin: 8; rightMargin: 8 }
            text: parent.display
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            font.pixelSize: 13
        }
    }
}
)";

} // namespace

QJsonObject runScrollBench(qint64 rows, int frames, const QString &picture)
{
    QJsonObject json;
    json[u"rows"_s] = rows;
    json[u"columns"_s] = 14;
    json[u"frames"_s] = frames;
    json[u"size"_s] = u"%1x%2"_s.arg(windowWidth).arg(windowHeight);
    {
        GridTestModel model{int(rows)};
        QQuickWindow window;
        window.resize(windowWidth, windowHeight);
        Ghar::TableGrid grid(window.contentItem());
        grid.setSize({windowWidth, windowHeight});
        widthsLikeADesk([&](int column, int width) { grid.setColumnWidth(column, width); });
        grid.setPinnedColumns(1);
        grid.setModel(&model);
        window.show();
        grid.positionAtRow(rows / 2);
        add(&json, {}, clockFrames(&window, frames, [&] { grid.scrollBy(0, step); }));
        json[u"exact"_s] = grid.firstVisibleRow() > rows / 2;

        // Whole pages are new in each frame: the worst that dragging the thumb can ask for.
        double fraction = 0;
        add(&json, u"thumb_"_s, clockFrames(&window, frames, [&] {
            fraction = fraction > 0.99 ? 0.0 : fraction + 0.00317;
            grid.setVerticalPosition(fraction);
        }));

        for (int column = 0; column < 14; ++column)
            grid.setColumnWidth(column, 330); // a table that is three windows wide
        int direction = step;
        add(&json, u"sideways_"_s, clockFrames(&window, frames, [&] {
            if (grid.horizontalPosition() >= 1.0)
                direction = -step;
            else if (grid.horizontalPosition() <= 0.0)
                direction = step;
            grid.scrollBy(direction, 0);
        }));
        if (!picture.isEmpty())
            window.grabWindow().save(picture);
    }
    {
        constexpr int peerRows = 200'000;
        GridTestModel model{peerRows};
        QQuickWindow window;
        window.resize(windowWidth, windowHeight);
        QQmlEngine engine;
        QQmlComponent component(&engine);
        component.setData(peerQml, {});
        QVariantList widths(14);
        widthsLikeADesk([&](int column, int width) { widths[column] = width - 1; });
        std::unique_ptr<QObject> object(component.createWithInitialProperties(
            {{u"model"_s, QVariant::fromValue<QObject *>(&model)}, {u"widths"_s, widths}}));
        auto *table = qobject_cast<QQuickItem *>(object.get());
        if (!table) {
            json[u"peer_error"_s] = component.errorString();
            return json;
        }
        table->setParentItem(window.contentItem());
        table->setSize({windowWidth, windowHeight});
        window.show();
        qreal y = 28.0 * peerRows / 2;
        table->setProperty("contentY", y);
        json[u"peer"_s] = u"Qt Quick TableView, Rectangle and Text"_s;
        json[u"peer_rows"_s] = peerRows;
        add(&json, u"peer_"_s, clockFrames(&window, frames, [&] {
            y += step;
            table->setProperty("contentY", y);
        }));
    }
    return json;
}

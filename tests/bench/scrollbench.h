// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

/// Scrolls the grid over `rows` rows as fast as it draws, downwards, sideways and by the thumb, and beside it Qt
/// Quick's TableView with a rectangle and a text per cell over 200,000 rows, which is all that stays exact there.
///
/// Needs a QGuiApplication, a display, and these set before it was made, or the clock shows the display's rate instead:
/// QSG_NO_VSYNC=1 QT_QPA_UPDATE_IDLE_TIME=0. `picture`: where to save what the grid showed last, if anywhere.
QJsonObject runScrollBench(qint64 rows, int frames = 300, const QString &picture = {});

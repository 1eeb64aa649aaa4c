// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/mapstyle.h"

/// Colours that cannot be taken for each other.
inline Ghar::MapLook garishLook()
{
    using namespace Qt::StringLiterals;
    return {QColor(0, 0, 255),  QColor(200, 200, 200), QColor(0, 255, 0), QColor(255, 160, 0), QColor(0, 200, 255),
            QColor(90, 90, 90), QColor(255, 0, 255),   QColor(255, 0, 0), QColor(0, 80, 0),    QColor(Qt::black),
            QColor(60, 60, 60), QColor(Qt::white),     u"Inter Desk"_s};
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "seed/demoworld.h"

/// Tours of a block: shared by the tours themselves and by what hangs on them.
namespace Ghar::DemoTour {

inline constexpr int count = 13;
inline constexpr int flat = 0; ///< the furnished flat that ships with the desk
inline constexpr int deleted = 5;
inline constexpr int empty = 9;
inline constexpr int camelCase = 10; ///< settings in the spelling of older clients
inline constexpr int duplicate = 11; ///< copy of the flat
inline constexpr int showHome = 12;  ///< every kind of hotspot

struct Spot
{
    QString type;
    QString title;
    QString text;
    QString yaw; ///< degrees, as JSON number
    QString pitch;
    QString target;
    QString content;
    bool isGenerated = false;
    bool isHidden = false;
    int order = -1; ///< when it differs from the number
};

[[nodiscard]] QString sceneKey(int block, int tour, int number);
/// Key of the hotspot of a scene with that number, so that events can name it.
[[nodiscard]] QString spotKey(const QString &scene, int number);

} // namespace Ghar::DemoTour

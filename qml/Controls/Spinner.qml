// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Small sign of work in progress. Stands still with reduced motion.
Icon {
    id: root

    name: "loader-circle"

    RotationAnimator on rotation {
        from: 0
        to: 360
        duration: Theme.durationLoop
        loops: Animation.Infinite
        running: root.visible && !Theme.reducedMotion
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Keeps the place of a line of text that is not here yet, so that nothing jumps when it comes.
Item {
    id: root

    property real fraction: 0.7

    implicitWidth: Theme.fieldWidth
    implicitHeight: Theme.rowHeight
    Accessible.ignored: true

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: root.width * root.fraction
        height: Theme.space3 - Theme.focusWidth
        radius: Theme.radiusSmall
        color: Theme.skeleton
    }
}

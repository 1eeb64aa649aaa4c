// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Theme

/// Background of what floats: menus, popups, dialogs. The only surface with a shadow.
Item {
    id: root

    property real radius: Theme.radius + Theme.hairline
    property color color: Theme.raised

    implicitWidth: Theme.menuWidth

    // A soft shadow without QtQuick.Effects, which Qt 6.4 lacks: thin layers, each a little larger.
    Repeater {
        model: Theme.shadowLayers

        Rectangle {
            required property int index

            x: -index
            y: -index + Theme.space1
            width: root.width + 2 * index
            height: root.height + 2 * index
            radius: root.radius + index
            color: Theme.shadow
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.color
        border.width: Theme.hairline
        border.color: Theme.borderStrong
    }
}

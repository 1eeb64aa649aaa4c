// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Theme

/// A pin whose tip is at its bottom in the middle.
Item {
    id: root

    property color color: Theme.accent
    readonly property real round: Theme.iconLarge / 2 + Theme.space1

    width: 2 * root.round
    height: root.round * (1 + Math.SQRT2)

    Repeater {
        // The ground first, a little larger: the pin stands out on everything.
        model: 2

        Item {
            id: shape

            required property int index

            readonly property color fill: index === 0 ? Theme.accentText : root.color
            readonly property real round: root.round - index * Theme.focusWidth

            x: root.round
            y: root.round

            Rectangle {
                x: -shape.round
                y: -shape.round
                width: 2 * shape.round
                height: width
                radius: shape.round
                color: shape.fill
                antialiasing: true
            }

            // A square on its corner, whose sides touch the circle.
            Rectangle {
                x: -width / 2
                y: shape.round * Math.SQRT1_2 - height / 2
                width: shape.round
                height: width
                rotation: 45
                color: shape.fill
                antialiasing: true
            }
        }
    }

    Rectangle {
        x: root.round - width / 2
        y: root.round - height / 2
        width: Theme.space2
        height: width
        radius: width / 2
        color: Theme.accentText
        antialiasing: true
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// A pin whose tip is at its bottom in the middle.
Item {
    id: root

    property color color: Theme.accent

    width: Theme.iconLarge + Theme.space2
    height: head.height + Theme.space2

    Repeater {
        // The ground first, a little larger: the pin stands out on everything.
        model: 2

        Item {
            id: shape

            required property int index

            readonly property color fill: index === 0 ? Theme.accentText : root.color
            readonly property int inset: index * Theme.focusWidth

            anchors.fill: parent

            Rectangle {
                x: (parent.width - width) / 2
                // Its lower corner is the tip.
                y: root.height - height / 2 - height * Math.SQRT1_2 - shape.inset * Math.SQRT2
                width: Theme.space4 + Theme.space1 - shape.inset
                height: width
                rotation: 45
                color: shape.fill
                antialiasing: true
            }

            Rectangle {
                x: shape.inset
                y: shape.inset
                width: head.width - 2 * shape.inset
                height: width
                radius: width / 2
                color: shape.fill
                antialiasing: true
            }
        }
    }

    Item {
        id: head

        width: root.width
        height: width

        Rectangle {
            anchors.centerIn: parent
            width: Theme.space2
            height: width
            radius: width / 2
            color: Theme.accentText
            antialiasing: true
        }
    }
}

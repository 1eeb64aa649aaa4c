// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Ghar.Controls
import Ghar.Theme

/// A length on the map and how long it is.
Item {
    id: root

    property string text
    property real pixels: 0

    implicitWidth: Math.max(words.implicitWidth, root.pixels)
    implicitHeight: words.implicitHeight + Theme.space1
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Scale: %1").arg(root.text)

    DeskLabel {
        id: words

        text: root.text
        color: Theme.mapLabel
        font.family: Theme.numberFamily
        font.pixelSize: Theme.captionSize
        style: Text.Outline
        styleColor: Theme.mapHome
        Accessible.ignored: true
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: Math.round(root.pixels)
        height: Theme.focusWidth
        color: Theme.mapLabel
    }

    Repeater {
        model: 2

        Rectangle {
            required property int index

            x: index * (Math.round(root.pixels) - width)
            anchors.bottom: parent.bottom
            width: Theme.hairline
            height: Theme.space2 - Theme.hairline
            color: Theme.mapLabel
        }
    }
}

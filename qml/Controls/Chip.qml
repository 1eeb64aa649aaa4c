// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// A state in words on a tint. tone is a Tone.Kind, the same numbers as a model's tone role.
Rectangle {
    id: root

    property string text
    property int tone: Tone.Neutral
    property string iconName

    implicitWidth: content.implicitWidth + 2 * Theme.space2 - Theme.space1 / 2
    implicitHeight: Theme.chipHeight
    radius: Theme.radiusSmall + Theme.hairline
    color: Theme.toneSoft(root.tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Row {
        id: content

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space2 - Theme.space1 / 4
        spacing: Theme.space1

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            size: Theme.iconTiny
            color: Theme.toneText(root.tone)
        }

        DeskLabel {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Math.max(0, root.width - parent.x * 2 - (root.iconName === "" ? 0 : Theme.iconTiny + Theme.space1)))
            text: root.text
            font.pixelSize: Theme.captionSize
            font.weight: Theme.mediumWeight
            color: Theme.toneText(root.tone)
            Accessible.ignored: true
        }
    }
}

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

    implicitWidth: label.x + label.implicitWidth + Theme.chipPadding
    implicitHeight: Theme.chipHeight
    radius: Theme.radiusSmall
    color: Theme.toneSoft(root.tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Icon {
        id: icon

        x: Theme.chipPadding
        anchors.verticalCenter: parent.verticalCenter
        visible: root.iconName !== ""
        name: root.iconName
        size: Theme.iconTiny
        color: Theme.toneText(root.tone)
    }

    DeskLabel {
        id: label

        x: Theme.chipPadding + (icon.visible ? Theme.iconTiny + Theme.space1 : 0)
        width: root.width - x - Theme.chipPadding
        height: parent.height
        text: root.text
        font.pixelSize: Theme.captionSize
        font.weight: Theme.mediumWeight
        color: Theme.toneText(root.tone)
        Accessible.ignored: true
    }
}

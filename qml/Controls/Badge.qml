// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// A count beside a word; more than 999 become "999+". Hidden at zero.
Rectangle {
    id: root

    property int count: 0
    property int tone: Tone.Neutral
    readonly property string text: root.count > 999 ? qsTr("%1+").arg(999) : String(root.count)

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.space2)
    implicitHeight: Theme.badgeHeight
    radius: implicitHeight / 2
    color: Theme.toneSoft(root.tone)
    visible: root.count > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    NumberLabel {
        id: label

        anchors.centerIn: parent
        text: root.text
        font.pixelSize: Theme.captionSize
        font.weight: Theme.mediumWeight
        color: Theme.toneText(root.tone)
        Accessible.ignored: true
    }
}

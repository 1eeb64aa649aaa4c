// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Which database the rows come from, always in words: "demo", "local", "staging" or "production". Production must not be missed.
Rectangle {
    id: root

    property string environment: "demo"
    /// Changes to production were allowed on purpose.
    property bool writable: false
    property string text: root.environment === "production" && root.writable ? qsTr("Production, changes allowed") : root.environment === "production" ? qsTr("Production") : root.environment === "staging" ? qsTr("Staging") : root.environment === "local" ? qsTr("Local") : qsTr("Demo")

    readonly property color ink: root.writable ? Theme.badText : root.environment === "production" ? Theme.environmentProductionText : root.environment === "staging" ? Theme.environmentStagingText : Theme.environmentDemoText

    implicitWidth: label.x + label.implicitWidth + Theme.space2
    implicitHeight: Theme.chipHeight
    radius: Theme.radiusSmall
    // Turned inside out, so that the state is seen from across the room.
    border.width: root.writable ? Theme.focusWidth : 0
    border.color: Theme.environmentProduction
    color: root.writable ? Theme.badSoft : root.environment === "production" ? Theme.environmentProduction : root.environment === "staging" ? Theme.environmentStaging : Theme.environmentDemo
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Environment: %1").arg(root.text)

    Icon {
        x: Theme.chipPadding
        anchors.verticalCenter: parent.verticalCenter
        name: root.writable ? "lock-open" : root.environment === "demo" ? "box" : root.environment === "local" ? "file" : root.environment === "staging" ? "flask-conical" : "server"
        size: Theme.iconTiny
        color: root.ink
    }

    DeskLabel {
        id: label

        x: Theme.chipPadding + Theme.iconTiny + Theme.space1
        width: root.width - x - Theme.chipPadding
        height: parent.height
        text: root.text
        font.pixelSize: Theme.captionSize
        font.weight: Theme.mediumWeight
        color: root.ink
        Accessible.ignored: true
    }
}

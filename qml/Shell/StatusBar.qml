// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// Which database, how dangerous, how many rows, and what runs in the background.
Rectangle {
    id: root

    required property Desk desk

    signal connectionsWanted

    implicitHeight: Theme.statusBarHeight
    color: Theme.background

    Separator {
        width: parent.width
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space2
        spacing: Theme.space3

        EnvironmentBadge {
            environment: root.desk.environment
        }

        Icon {
            name: root.desk.changes.writable ? "lock-open" : "lock"
            size: Theme.iconTiny
            color: Theme.textMuted
        }

        DeskLabel {
            objectName: "accessLabel"
            text: root.desk.changes.writable ? qsTr("edits are staged") : qsTr("read-only")
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize

            HoverHandler {
                id: accessHover
            }

            HoverTip {
                text: root.desk.changes.writable ? qsTr("Nothing is written before you review and commit it.") : root.desk.changes.whyNot
                wanted: accessHover.hovered
            }
        }

        DeskLink {
            objectName: "connectionLink"
            Layout.maximumWidth: Theme.readingWidth
            implicitHeight: Theme.chipHeight + Theme.space1
            label: root.desk.connectionText
            detail: root.desk.server
            iconName: "database"
            onClicked: root.connectionsWanted()
        }

        Item {
            Layout.fillWidth: true
        }

        BackgroundWork {
            objectName: "countingWork"
            running: root.desk.screen === "records" && root.desk.browser.records.indexing
            text: qsTr("Counting rows")
            progress: root.desk.browser.records.indexProgress
            onCancelled: root.desk.browser.records.stopIndexing()
        }

        DeskLabel {
            objectName: "countLabel"
            visible: root.desk.screen === "records"
            text: root.desk.browser.countText
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
            font.family: Theme.numberFamily
        }

        DeskIconButton {
            objectName: "revealButton"
            small: true
            label: root.desk.revealed ? qsTr("Mask personal values") : qsTr("Show personal values")
            iconName: root.desk.revealed ? "eye" : "eye-off"
            shortcutText: "Ctrl+Shift+M"
            onClicked: root.desk.revealed = !root.desk.revealed
        }

        DeskIconButton {
            objectName: "themeButton"
            small: true
            label: root.desk.dark ? qsTr("Light theme") : qsTr("Dark theme")
            iconName: root.desk.dark ? "sun" : "moon"
            onClicked: root.desk.themeMode = root.desk.dark ? "light" : "dark"
        }
    }
}

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
    readonly property bool roomy: root.width >= 2 * Theme.readingWidth

    signal connectionsWanted
    signal staffWanted
    signal accessWanted

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
            writable: root.desk.access.productionAllowed
        }

        DeskLink {
            objectName: "accessLink"
            implicitHeight: Theme.chipHeight + Theme.space1
            iconName: root.desk.changes.writable ? "lock-open" : "lock"
            ink: Theme.textMuted
            label: !root.desk.changes.writable ? qsTr("read-only") : root.desk.access.journalIsLocal ? qsTr("edits are staged, journal on this computer") : qsTr("edits are staged")
            toolTipText: !root.desk.changes.writable ? root.desk.changes.whyNot : root.desk.access.journalIsLocal ? qsTr("Nothing is written before you review and commit it. The journal is in a file of yours: colleagues do not see these changes in theirs.") : qsTr("Nothing is written before you review and commit it.")
            onClicked: if (root.desk.access.offerText !== "")
                root.accessWanted()
        }

        DeskLink {
            objectName: "connectionLink"
            // In a small window the names give way, not the buttons at the end.
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.space12
            Layout.maximumWidth: Math.min(implicitWidth, Theme.readingWidth)
            implicitHeight: Theme.chipHeight + Theme.space1
            label: root.desk.connectionText
            detail: root.roomy ? root.desk.server : ""
            toolTipText: root.desk.server
            iconName: "database"
            onClicked: root.connectionsWanted()
        }

        DeskLink {
            objectName: "staffLink"
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.space12
            Layout.maximumWidth: Math.min(implicitWidth, Theme.railWidth)
            visible: root.desk.connection === Desk.Connection.Open
            implicitHeight: Theme.chipHeight + Theme.space1
            label: root.desk.staff.chosen ? root.desk.staff.name : qsTr("no name chosen")
            detail: root.roomy ? root.desk.staff.roleText : ""
            iconName: "user"
            ink: root.desk.staff.needed && !root.desk.staff.chosen ? Theme.warningText : Theme.text
            toolTipText: qsTr("Who works here")
            onClicked: root.staffWanted()
        }

        Item {
            Layout.fillWidth: true
        }

        BackgroundWork {
            objectName: "rowExportWork"
            running: root.desk.browser.rowExport.running
            text: root.desk.browser.rowExport.text
            progress: root.desk.browser.rowExport.progress
            onCancelled: root.desk.browser.rowExport.cancel()
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
            // A click takes the keys from no screen.
            focusPolicy: Qt.TabFocus
            label: root.desk.revealed ? qsTr("Mask personal values") : qsTr("Show personal values")
            iconName: root.desk.revealed ? "eye" : "eye-off"
            shortcutText: "Ctrl+Shift+M"
            onClicked: root.desk.revealed = !root.desk.revealed
        }

        DeskIconButton {
            objectName: "themeButton"
            small: true
            focusPolicy: Qt.TabFocus
            label: root.desk.dark ? qsTr("Light theme") : qsTr("Dark theme")
            iconName: root.desk.dark ? "sun" : "moon"
            onClicked: root.desk.themeMode = root.desk.dark ? "light" : "dark"
        }
    }
}

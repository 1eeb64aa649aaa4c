// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// The keys of the present screen and those that work everywhere.
DeskDialog {
    id: root

    /// Pairs of what a key does and the key.
    required property var screenKeys

    readonly property var sharedKeys: [[qsTr("Find anything"), "Ctrl+K"], [qsTr("Back"), "Alt+Left"], [qsTr("Forward"), "Alt+Right"], [qsTr("Overview"), "Ctrl+1"], [qsTr("Records"), "Ctrl+2"], [qsTr("History"), "Ctrl+3"], [qsTr("Who works here"), "Ctrl+Shift+U"], [qsTr("Find a table"), "Ctrl+T"], [qsTr("Fold the list of tables"), "Ctrl+B"], [qsTr("Show or mask personal values"), "Ctrl+Shift+M"], [qsTr("Connections"), "Ctrl+Shift+O"], [qsTr("Reload"), "F5"], [qsTr("Next part of the window"), "Tab"], [qsTr("These keys"), "F1"]]

    title: qsTr("Keys")
    acceptText: qsTr("Close")
    rejectText: ""
    iconName: "keyboard"
    implicitWidth: Theme.dialogWidth + Theme.fieldWidth

    // A positioner, since layouts of Qt 6.4 keep pointers to what a Repeater inside them has deleted.
    component KeyList: Column {
        id: keyList

        required property string heading
        required property var entries

        spacing: Theme.space1

        DeskLabel {
            text: keyList.heading
            font.weight: Theme.strongWeight
            bottomPadding: Theme.space1
        }

        Repeater {
            model: keyList.entries

            RowLayout {
                required property var modelData

                width: keyList.width
                spacing: Theme.space3

                DeskLabel {
                    Layout.fillWidth: true
                    text: parent.modelData[0]
                    color: Theme.textMuted
                }

                KeyCap {
                    keys: parent.modelData[1]
                }
            }
        }
    }

    contentItem: RowLayout {
        spacing: Theme.space8

        KeyList {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            heading: qsTr("On this screen")
            entries: root.screenKeys
        }

        KeyList {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            heading: qsTr("Everywhere")
            entries: root.sharedKeys
        }
    }
}

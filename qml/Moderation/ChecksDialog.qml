// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme
import Ghar.Views

/// States that should not be, how often each is there, and its repair, which is staged and reviewed like any edit.
DeskDialog {
    id: root

    required property IntegrityCheckListModel checks

    title: qsTr("Checks")
    iconName: "list-checks"
    acceptText: qsTr("Check again")
    rejectText: qsTr("Close")
    implicitWidth: Theme.dialogWidth * 1.6
    onAboutToShow: root.checks.reload()
    onAboutToHide: root.checks.rest()

    /// Looks again and stays open.
    function accept() {
        root.checks.reload();
    }

    Connections {
        target: root.checks

        function onStaged() {
            root.close();
        }
    }

    // The list in it is named for its rows.
    // qmllint disable deferred-property-id
    contentItem: ListView {
        id: list

        implicitHeight: Math.min(contentHeight, Theme.listHeight * 1.3)
        clip: true
        spacing: Theme.space3
        boundsBehavior: Flickable.StopAtBounds
        model: root.checks
        T.ScrollBar.vertical: DeskScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Checks")

        delegate: Item {
            id: check

            required property int index
            required property string title
            required property string why
            required property string repair
            required property string countText
            required property bool found
            required property string errorText

            width: list.width - Theme.space3
            implicitHeight: words.implicitHeight
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2").arg(check.title).arg(check.countText)
            Accessible.description: check.why

            NumberLabel {
                id: number

                anchors.left: parent.left
                anchors.top: parent.top
                width: Theme.space12
                text: check.countText
                color: check.found ? Theme.badText : Theme.textFaint
                font.weight: check.found ? Theme.strongWeight : Theme.regularWeight
            }

            ColumnLayout {
                id: words

                anchors.left: number.right
                anchors.leftMargin: Theme.space3
                anchors.right: button.left
                anchors.rightMargin: Theme.space3
                spacing: Theme.space1 / 2

                DeskLabel {
                    Layout.fillWidth: true
                    text: check.title
                    wrapMode: Text.Wrap
                    font.weight: Theme.mediumWeight
                }

                DeskLabel {
                    Layout.fillWidth: true
                    text: check.errorText !== "" ? check.errorText : check.found ? qsTr("%1 %2").arg(check.why).arg(check.repair) : check.why
                    color: check.errorText !== "" ? Theme.badText : Theme.textMuted
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                }
            }

            DeskButton {
                id: button

                objectName: "repairButton" + check.index
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                opacity: check.found ? 1 : 0
                enabled: check.found && !root.checks.busy
                text: qsTr("Stage repair")
                onClicked: root.checks.repair(check.index)
            }
        }
    }
}

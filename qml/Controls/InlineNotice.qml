// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Theme

/// A message that belongs to a place and stays until its reason is gone.
Rectangle {
    id: root

    property int tone: Tone.Info
    property string title
    property string text
    property string actionText
    property bool closable: false

    signal triggered
    signal closed

    implicitWidth: Theme.readingWidth
    implicitHeight: Math.max(row.implicitHeight, Theme.controlHeight) + Theme.space2
    radius: Theme.radius
    color: Theme.toneSoft(root.tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title !== "" && root.text !== "" ? root.title + ": " + root.text : root.title + root.text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space1
        spacing: Theme.space2

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Math.round((Theme.controlHeight - height) / 2)
            name: Theme.toneIcon(root.tone)
            color: Theme.toneText(root.tone)
        }

        // A plain column: wrapped labels inside a nested layout make Qt's layouts polish each other for ever.
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.topMargin: Theme.space1
            Layout.bottomMargin: Theme.space1

            DeskLabel {
                width: parent.width
                visible: text !== ""
                text: root.title
                font.weight: Theme.strongWeight
                color: Theme.toneText(root.tone)
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            DeskLabel {
                width: parent.width
                visible: text !== ""
                text: root.text
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }

        DeskButton {
            objectName: "noticeAction"
            visible: root.actionText !== ""
            text: root.actionText
            onClicked: root.triggered()
        }

        DeskIconButton {
            objectName: "noticeClose"
            visible: root.closable
            iconName: "x"
            label: qsTr("Close")
            onClicked: root.closed()
        }
    }
}

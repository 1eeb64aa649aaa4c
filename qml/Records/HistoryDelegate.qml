// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// One line of a row's history: the heading of a change, or a value that it changed.
FocusScope {
    id: root

    required property int index
    required property bool isHeading
    required property string actionText
    required property int actionTone
    required property string whenText
    required property string whoText
    required property string reason
    required property string columnLabel
    required property string oldText
    required property string newText
    required property bool canRevert
    property bool current: false
    property bool revertable: false

    signal reverted

    implicitHeight: (root.isHeading ? heading.implicitHeight + Theme.space2 : value.implicitHeight) + Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: root.isHeading ? qsTr("%1 %2 %3 %4").arg(root.actionText).arg(root.whenText).arg(root.whoText).arg(root.reason) : qsTr("%1: from %2 to %3").arg(root.columnLabel).arg(root.oldText).arg(root.newText)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: root.current ? Theme.selectionInactive : "transparent"
    }

    Separator {
        width: parent.width
        visible: root.isHeading && root.index > 0
    }

    ColumnLayout {
        id: heading

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space1
        visible: root.isHeading
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Chip {
                text: root.actionText
                tone: root.actionTone
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.whoText === "" ? root.whenText : qsTr("%1 · %2").arg(root.whenText).arg(root.whoText)
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            DeskIconButton {
                small: true
                visible: root.canRevert && root.revertable
                label: qsTr("Stage the values from before this change")
                iconName: "rotate-ccw"
                onClicked: root.reverted()
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            visible: root.reason !== ""
            text: root.reason
            wrapMode: Text.Wrap
        }
    }

    Column {
        id: value

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.isHeading
        spacing: Theme.space1 / 2

        DeskLabel {
            width: parent.width
            text: root.columnLabel
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }

        DeskLabel {
            width: parent.width
            text: root.oldText
            color: Theme.textMuted
            font.strikeout: true
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }

        DeskLabel {
            width: parent.width
            text: root.newText
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }
    }
}

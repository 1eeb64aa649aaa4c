// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// What is wrong with one row of a file.
Item {
    id: root

    required property int index
    required property string place
    required property string columnLabel
    required property string sentence
    property bool current: false

    implicitHeight: row.implicitHeight + Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: root.columnLabel === "" ? qsTr("%1: %2").arg(root.place).arg(root.sentence) : qsTr("%1, %2: %3").arg(root.place).arg(root.columnLabel).arg(root.sentence)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: root.current ? Theme.selectionInactive : "transparent"
    }

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space2
        spacing: Theme.space3

        DeskLabel {
            Layout.preferredWidth: Theme.labelWidth
            Layout.alignment: Qt.AlignTop
            text: root.place
            color: Theme.textMuted
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            DeskLabel {
                Layout.fillWidth: true
                visible: root.columnLabel !== ""
                text: root.columnLabel
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.sentence
                wrapMode: Text.Wrap
            }
        }
    }
}

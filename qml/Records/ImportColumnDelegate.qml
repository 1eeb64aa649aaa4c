// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// One column of a file: its name, its first values, and where it goes.
FocusScope {
    id: root

    required property int index
    required property string fileColumn
    required property int choice
    required property string samples
    required property string problem
    required property var choices
    property bool current: false

    signal chosen(int choice)

    implicitHeight: row.implicitHeight + Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: root.problem !== "" ? qsTr("%1: %2").arg(root.fileColumn).arg(root.problem) : root.fileColumn

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

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: 0

            DeskLabel {
                Layout.fillWidth: true
                text: root.fileColumn
                font.weight: root.choice > 0 ? Theme.strongWeight : Theme.regularWeight
                color: root.choice > 0 ? Theme.text : Theme.textMuted
            }

            DeskLabel {
                Layout.fillWidth: true
                visible: root.samples !== ""
                text: root.samples
                color: Theme.textFaint
                font.pixelSize: Theme.captionSize
            }

            DeskLabel {
                Layout.fillWidth: true
                visible: root.problem !== ""
                text: root.problem
                color: Theme.badText
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
            }
        }

        Icon {
            name: "arrow-right"
            size: Theme.iconSmall
            color: root.choice > 0 ? Theme.textMuted : Theme.textFaint
        }

        DeskComboBox {
            objectName: "importColumnChoice"
            focus: true
            label: qsTr("Column for %1").arg(root.fileColumn)
            model: root.choices
            currentIndex: root.choice
            onActivated: index => root.chosen(index)
        }
    }
}

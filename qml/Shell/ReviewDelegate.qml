// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Ghar.Controls
import Ghar.Theme

/// One entry of the review: the heading of a row, or a value with what it was and what it becomes.
FocusScope {
    id: root

    required property int index
    required property bool isRow
    required property string tableLabel
    required property string rowText
    required property int changeKind
    required property string columnLabel
    required property string oldText
    required property string newText
    required property string theirText
    required property string problem
    required property bool isConflict
    property bool current: false

    readonly property string kindText: root.changeKind === 0 ? qsTr("New") : root.changeKind === 1 ? qsTr("Changed") : qsTr("Deleted")

    signal reverted
    signal kept

    implicitHeight: content.implicitHeight + Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: (root.isRow ? root.kindText + " " + root.tableLabel + " " + root.rowText : qsTr("%1: from %2 to %3").arg(root.columnLabel).arg(root.oldText).arg(root.newText)) + (root.problem !== "" ? ". " + root.problem : "")

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: root.current ? Theme.selectionInactive : "transparent"
    }

    ColumnLayout {
        id: content

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space2
        spacing: Theme.space1

        RowLayout {
            Layout.fillWidth: true
            visible: root.isRow
            spacing: Theme.space2

            Chip {
                text: root.kindText
                tone: root.changeKind === 0 ? Tone.Good : root.changeKind === 1 ? Tone.Warning : Tone.Bad
            }

            DeskLabel {
                text: root.tableLabel
                font.weight: Theme.strongWeight
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.rowText
                color: Theme.textMuted
                elide: Text.ElideRight
            }

            DeskButton {
                visible: root.isConflict
                text: qsTr("Keep mine")
                onClicked: root.kept()
            }

            DeskButton {
                visible: root.isConflict
                text: qsTr("Take theirs")
                onClicked: root.reverted()
            }

            DeskIconButton {
                visible: root.isRow && !root.isConflict
                small: true
                label: qsTr("Take back")
                iconName: "undo-2"
                onClicked: root.reverted()
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            visible: !root.isRow
            spacing: Theme.space2

            DeskLabel {
                Layout.preferredWidth: Theme.labelWidth
                Layout.alignment: Qt.AlignTop
                text: root.columnLabel
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            DeskLabel {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                text: root.oldText
                color: Theme.textMuted
                font.strikeout: true
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }

            Icon {
                Layout.alignment: Qt.AlignTop
                name: "arrow-right"
                size: Theme.iconTiny
                color: Theme.textMuted
            }

            DeskLabel {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                text: root.newText
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }

            DeskLabel {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                visible: root.theirText !== ""
                text: qsTr("theirs: %1").arg(root.theirText)
                color: Theme.toneText(Tone.Warning)
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            Layout.leftMargin: root.isRow ? 0 : Theme.space4
            visible: root.problem !== ""
            text: root.problem
            color: Theme.toneText(Tone.Bad)
            wrapMode: Text.Wrap
        }
    }
}

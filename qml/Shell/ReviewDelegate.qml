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
    required property string rowLabel
    required property int changeKind
    required property string columnLabel
    required property string oldText
    required property string newText
    required property string theirText
    required property string problem
    required property bool isConflict
    required property bool changed
    property bool current: false

    readonly property string kindText: root.changeKind === 0 ? qsTr("New") : root.changeKind === 1 ? qsTr("Changed") : qsTr("Deleted")

    signal reverted
    signal kept
    signal valueReverted

    implicitHeight: content.implicitHeight + Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: (root.isRow ? root.kindText + " " + root.tableLabel + " " + root.rowText + " " + root.rowLabel : qsTr("%1: from %2 to %3").arg(root.columnLabel).arg(root.oldText).arg(root.newText)) + (root.problem !== "" ? ". " + root.problem : "")

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: root.current ? Theme.selectionInactive : root.isRow && root.changeKind === 2 ? Theme.toneSoft(Tone.Bad) : "transparent"
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
                iconName: root.changeKind === 2 ? "trash-2" : ""
                tone: root.changeKind === 0 ? Tone.Good : root.changeKind === 1 ? Tone.Warning : Tone.Bad
            }

            DeskLabel {
                text: root.tableLabel
                color: Theme.textMuted
            }

            DeskLabel {
                Layout.maximumWidth: Theme.labelWidth
                text: root.rowText
                color: Theme.textMuted
                font.family: Theme.numberFamily
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.rowLabel
                font.weight: Theme.strongWeight
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

        // Plain positioning: wrapped labels that share a layout measure themselves at the wrong width.
        Item {
            id: values

            readonly property real part: (width - label.width - arrow.width - back.width - 5 * Theme.space2) / (root.isConflict ? 3 : 2)

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.preferredHeight: Math.max(back.height, old.implicitHeight, fresh.implicitHeight, root.theirText === "" ? 0 : theirs.implicitHeight)
            visible: !root.isRow

            DeskLabel {
                id: label

                width: Theme.labelWidth
                text: root.columnLabel
                color: Theme.textMuted
                font.pixelSize: Theme.captionSize
            }

            DeskLabel {
                id: old

                x: label.width + Theme.space2
                width: values.part
                text: root.isConflict ? qsTr("was: %1").arg(root.oldText) : root.oldText
                color: Theme.textMuted
                font.strikeout: root.changed && !root.isConflict
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }

            Icon {
                id: arrow

                x: old.x + old.width + Theme.space2
                y: Theme.space1 / 2
                visible: root.changed
                name: "arrow-right"
                size: Theme.iconTiny
                color: Theme.textMuted
            }

            DeskLabel {
                id: fresh

                x: arrow.x + arrow.width + Theme.space2
                width: values.part
                text: !root.changed ? qsTr("not changed by you") : root.isConflict ? qsTr("mine: %1").arg(root.newText) : root.newText
                color: root.changed ? Theme.text : Theme.textFaint
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }

            DeskLabel {
                id: theirs

                x: fresh.x + fresh.width + Theme.space2
                width: values.part
                visible: root.theirText !== ""
                text: qsTr("theirs: %1").arg(root.theirText)
                color: Theme.toneText(Tone.Warning)
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }

            DeskIconButton {
                id: back

                anchors.right: parent.right
                small: true
                visible: root.changed && root.changeKind === 1
                label: root.isConflict ? qsTr("Take theirs for %1").arg(root.columnLabel) : qsTr("Take back %1").arg(root.columnLabel)
                iconName: "undo-2"
                onClicked: root.valueReverted()
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

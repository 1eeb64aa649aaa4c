// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// One entry of the journal in the list: what was done to which row, when, by whom and why. Several of one change say
/// once, above the first of them, what is the same for all, and hang on one bracket.
T.ItemDelegate {
    id: root

    required property int index
    required property string actionText
    required property int actionTone
    required property string whenText
    required property string whoText
    required property string tableLabel
    required property string tableIcon
    required property string rowKey
    required property string reason
    required property string summary
    required property bool isGrouped
    required property bool groupHead
    required property bool groupTail
    required property string groupText
    property bool focused: false

    readonly property string rowText: root.rowKey === "" ? root.tableLabel : qsTr("%1 #%2").arg(root.tableLabel).arg(root.rowKey)
    readonly property string detail: root.summary !== "" && root.reason !== "" ? qsTr("%1 · %2").arg(root.summary).arg(root.reason) : root.summary + root.reason
    readonly property bool headed: root.isGrouped && root.groupHead

    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: root.isGrouped ? Theme.space1 : Theme.space2
    leftPadding: root.isGrouped ? Theme.space5 : Theme.space2
    rightPadding: Theme.space2
    topPadding: root.headed ? heading.height + root.padding : root.padding
    bottomPadding: root.isGrouped && root.groupTail ? Theme.space1 + root.padding : root.padding
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: (root.headed ? root.groupText + ". " : "") + qsTr("%1 %2, %3, %4").arg(root.actionText).arg(root.rowText).arg(root.whenText).arg(root.whoText)
    Accessible.description: root.detail

    contentItem: RowLayout {
        spacing: Theme.space3

        // All rows begin at one line, whatever the word is.
        Item {
            Layout.preferredWidth: Theme.labelWidth / 2
            Layout.alignment: Qt.AlignTop
            implicitHeight: Theme.chipHeight

            Chip {
                text: root.actionText
                tone: root.actionTone
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1 / 2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space2

                Icon {
                    name: root.tableIcon
                    color: Theme.textMuted
                }

                DeskLabel {
                    Layout.fillWidth: !root.isGrouped
                    text: root.rowText
                    font.weight: Theme.mediumWeight
                }

                DeskLabel {
                    Layout.fillWidth: true
                    visible: root.isGrouped
                    text: root.summary
                    color: Theme.textMuted
                    font.pixelSize: Theme.captionSize
                }

                DeskLabel {
                    visible: !root.isGrouped
                    text: root.whenText
                    color: Theme.textMuted
                    font.pixelSize: Theme.captionSize
                    font.family: Theme.numberFamily
                }
            }

            RowLayout {
                Layout.fillWidth: true
                visible: !root.isGrouped
                spacing: Theme.space2

                DeskLabel {
                    Layout.fillWidth: true
                    text: root.detail
                    color: Theme.textMuted
                    font.pixelSize: Theme.captionSize
                }

                DeskLabel {
                    Layout.maximumWidth: Theme.labelWidth
                    text: root.whoText
                    color: Theme.textFaint
                    font.pixelSize: Theme.captionSize
                }
            }
        }
    }

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: root.isGrouped ? Theme.space3 : 0
            anchors.topMargin: root.topPadding - root.padding
            anchors.bottomMargin: root.bottomPadding - root.padding
            radius: Theme.radius
            color: root.highlighted ? (root.focused ? Theme.selection : Theme.selectionInactive) : root.hovered ? Theme.hover : "transparent"
        }

        Rectangle {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space2 - Theme.hairline
            anchors.top: parent.top
            anchors.topMargin: root.headed ? heading.height : 0
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.bottomPadding - root.padding
            width: Theme.focusWidth
            visible: root.isGrouped
            color: Theme.borderStrong
        }
    }

    RowLayout {
        id: heading

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space2 - Theme.hairline
        anchors.rightMargin: Theme.space2
        height: Theme.rowCompact
        visible: root.headed
        spacing: Theme.space2

        DeskLabel {
            text: root.groupText
            font.weight: Theme.mediumWeight
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.reason
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
        }

        DeskLabel {
            Layout.maximumWidth: Theme.labelWidth
            text: root.whoText
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }

        DeskLabel {
            text: root.whenText
            color: Theme.textMuted
            font.pixelSize: Theme.captionSize
            font.family: Theme.numberFamily
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// One entry of the journal in the list: what was done to which row, when, by whom and why.
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
    property bool focused: false

    readonly property string rowText: root.rowKey === "" ? root.tableLabel : qsTr("%1 #%2").arg(root.tableLabel).arg(root.rowKey)
    readonly property string detail: root.summary !== "" && root.reason !== "" ? qsTr("%1 · %2").arg(root.summary).arg(root.reason) : root.summary + root.reason

    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.space2
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 %2, %3, %4").arg(root.actionText).arg(root.rowText).arg(root.whenText).arg(root.whoText)
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
                    Layout.fillWidth: true
                    text: root.rowText
                    font.weight: Theme.mediumWeight
                }

                DeskLabel {
                    text: root.whenText
                    color: Theme.textMuted
                    font.pixelSize: Theme.captionSize
                    font.family: Theme.numberFamily
                }
            }

            RowLayout {
                Layout.fillWidth: true
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

    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? (root.focused ? Theme.selection : Theme.selectionInactive) : root.hovered ? Theme.hover : "transparent"
    }
}

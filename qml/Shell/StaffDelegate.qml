// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// One member of staff to choose: the name, what tells namesakes apart, and the role.
T.ItemDelegate {
    id: root

    required property int index
    required property string memberName
    required property string memberDetail
    required property string memberRoleText
    required property bool isAgent
    required property bool isChosen
    property bool focused: false

    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.space2
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: root.isChosen ? qsTr("%1, %2, works now").arg(root.memberName).arg(root.memberRoleText) : qsTr("%1, %2").arg(root.memberName).arg(root.memberRoleText)
    Accessible.description: root.memberDetail

    contentItem: RowLayout {
        spacing: Theme.space3

        Icon {
            name: root.isChosen ? "circle-check" : "user"
            color: root.isChosen ? Theme.accentInk : Theme.textMuted
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1 / 2

            DeskLabel {
                Layout.fillWidth: true
                text: root.memberName
                font.weight: root.isChosen ? Theme.strongWeight : Theme.mediumWeight
            }

            DeskLabel {
                Layout.fillWidth: true
                text: root.memberDetail
                color: Theme.textFaint
                font.pixelSize: Theme.captionSize
            }
        }

        Chip {
            text: root.memberRoleText
            tone: root.isAgent ? Tone.Neutral : Tone.Info
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? (root.focused ? Theme.selection : Theme.selectionInactive) : root.hovered ? Theme.hover : "transparent"
    }
}

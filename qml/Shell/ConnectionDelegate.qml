// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// One database of the list of connections: its name, where it is, and how dangerous it is to write there.
T.ItemDelegate {
    id: root

    required property int index
    required property string profileTitle
    required property string profileDetail
    required property string profileEnvironment
    required property bool isCurrent
    property bool focused: false

    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.space2
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: root.isCurrent ? qsTr("%1, open now").arg(root.profileTitle) : root.profileTitle
    Accessible.description: root.profileDetail

    contentItem: ColumnLayout {
        spacing: Theme.space1 / 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            DeskLabel {
                Layout.fillWidth: true
                text: root.profileTitle
                font.weight: root.isCurrent ? Theme.strongWeight : Theme.mediumWeight
            }

            EnvironmentBadge {
                environment: root.profileEnvironment
            }
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.profileDetail
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
            elide: Text.ElideMiddle
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? (root.focused ? Theme.selection : Theme.selectionInactive) : root.hovered ? Theme.hover : "transparent"
    }
}

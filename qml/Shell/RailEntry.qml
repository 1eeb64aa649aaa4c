// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// A module heading or a table in the rail's list.
T.ItemDelegate {
    id: root

    required property int index
    required property bool treeIsModule
    required property string treeName
    required property string treeLabel
    required property string treeIcon
    required property string treeCount
    required property bool treeAbsent
    required property bool treeExpanded
    property bool current: false

    implicitHeight: Theme.rowHeight
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    hoverEnabled: true
    Accessible.role: root.treeIsModule ? Accessible.Heading : Accessible.TreeItem
    Accessible.name: root.treeIsModule ? root.treeLabel : root.treeAbsent ? qsTr("%1, not in this database").arg(root.treeLabel) : root.treeLabel
    Accessible.selected: root.current

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            name: root.treeIsModule ? (root.treeExpanded ? "chevron-down" : "chevron-right") : root.treeIcon
            color: root.current ? Theme.accentInk : root.treeAbsent ? Theme.textDisabled : Theme.textMuted
        }

        DeskLabel {
            Layout.fillWidth: true
            text: root.treeLabel
            color: root.treeIsModule ? Theme.textMuted : root.current ? Theme.accentInk : root.treeAbsent ? Theme.textDisabled : Theme.text
            font.pixelSize: root.treeIsModule ? Theme.captionSize : Theme.bodySize
            font.weight: root.treeIsModule ? Theme.strongWeight : Theme.regularWeight
        }

        NumberLabel {
            visible: root.treeCount !== ""
            text: root.treeCount
            color: Theme.textFaint
            font.pixelSize: Theme.captionSize
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.current ? Theme.accentSoft : root.hovered ? Theme.hover : "transparent"

        FocusRing {
            // The list clips what stands out of its rows.
            active: root.highlighted
            anchors.margins: 0
            radius: parent.radius
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Ghar.Controls
import Ghar.Theme

/// The heading of one column: click to order, drag to move, drag its edge to resize, right click for more.
T.AbstractButton {
    id: root

    required property int visual
    /// 1 ascending, -1 descending, 0 not ordered by it.
    required property int sortDirection
    required property int sortPlace
    required property bool filtered
    required property bool rightAligned

    signal menuWanted
    signal resized(real width)
    signal autoWidthWanted
    signal dropped(real position)

    leftPadding: Theme.space2
    rightPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: root.sortDirection > 0 ? qsTr("%1, ascending").arg(root.text) : root.sortDirection < 0 ? qsTr("%1, descending").arg(root.text) : root.text
    Accessible.onPressAction: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space1

        DeskLabel {
            Layout.fillWidth: true
            text: root.text
            color: root.sortDirection !== 0 ? Theme.text : Theme.textMuted
            font.pixelSize: Theme.captionSize
            font.weight: Theme.mediumWeight
            horizontalAlignment: root.rightAligned ? Text.AlignRight : Text.AlignLeft
        }

        DeskLabel {
            visible: root.sortPlace > 0
            text: root.sortPlace
            color: Theme.accentInk
            font.pixelSize: Theme.captionSize
        }

        Icon {
            visible: root.filtered
            name: "funnel"
            size: Theme.iconTiny
            color: Theme.accentInk
        }

        Icon {
            visible: root.sortDirection !== 0
            name: root.sortDirection > 0 ? "arrow-up" : "arrow-down"
            size: Theme.iconTiny
            color: Theme.accentInk
        }
    }

    background: Rectangle {
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.headerBackground

        Rectangle {
            anchors.right: parent.right
            width: Theme.hairline
            height: parent.height
            color: Theme.border
        }
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.menuWanted()
    }

    DragHandler {
        id: mover

        xAxis.enabled: true
        yAxis.enabled: false
        target: null
        onActiveChanged: if (!active)
            root.dropped(root.x + centroid.position.x)
    }

    Rectangle {
        visible: mover.active
        x: mover.centroid.position.x
        width: Theme.focusWidth
        height: parent.height
        color: Theme.accent
    }

    MouseArea {
        id: edge

        property real startWidth: 0
        property real startX: 0

        anchors.right: parent.right
        width: Theme.space2
        height: parent.height
        cursorShape: Qt.SplitHCursor
        preventStealing: true
        onPressed: mouse => {
            edge.startWidth = root.width;
            edge.startX = edge.mapToItem(null, mouse.x, 0).x;
        }
        onPositionChanged: mouse => {
            if (edge.pressed)
                root.resized(Math.max(48, edge.startWidth + edge.mapToItem(null, mouse.x, 0).x - edge.startX));
        }
        onDoubleClicked: root.autoWidthWanted()
    }
}

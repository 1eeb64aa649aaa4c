// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Ghar.Theme

/// Opens and closes a row of a tree; keeps its place on rows without children.
Item {
    id: root

    property bool expandable: true
    property bool expanded: false
    property int depth: 0

    signal toggled

    implicitWidth: root.depth * Theme.space4 + Theme.iconLarge
    implicitHeight: Theme.rowHeight
    Accessible.role: Accessible.Button
    Accessible.name: root.expanded ? qsTr("Collapse") : qsTr("Expand")
    Accessible.ignored: !root.expandable
    Accessible.onPressAction: root.toggled()

    Icon {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space1 / 2
        anchors.verticalCenter: parent.verticalCenter
        visible: root.expandable
        name: "chevron-right"
        rotation: root.expanded ? 90 : 0
        color: hover.hovered ? Theme.text : Theme.textMuted
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        enabled: root.expandable
        gesturePolicy: TapHandler.WithinBounds
        onTapped: root.toggled()
    }
}

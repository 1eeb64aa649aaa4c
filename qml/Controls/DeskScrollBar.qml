// SPDX-FileCopyrightText: 2026 The Ghar Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Ghar.Theme

/// Thin; grows under the pointer; not there when everything fits.
T.ScrollBar {
    id: root

    implicitWidth: root.orientation === Qt.Vertical ? Theme.scrollBarWidthHover + 2 * padding : 0
    implicitHeight: root.orientation === Qt.Horizontal ? Theme.scrollBarWidthHover + 2 * padding : 0
    padding: Theme.space1 / 2
    minimumSize: 0.04
    visible: root.policy !== T.ScrollBar.AlwaysOff && root.size < 1.0
    hoverEnabled: true
    Accessible.role: Accessible.ScrollBar
    Accessible.name: root.orientation === Qt.Vertical ? qsTr("Vertical scroll bar") : qsTr("Horizontal scroll bar")

    contentItem: Item {
        implicitWidth: Theme.scrollBarWidthHover
        implicitHeight: Theme.scrollBarWidthHover

        Rectangle {
            readonly property int thickness: root.hovered || root.pressed ? Theme.scrollBarWidthHover : Theme.scrollBarWidth

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: root.orientation === Qt.Vertical ? thickness : parent.width
            height: root.orientation === Qt.Vertical ? parent.height : thickness
            radius: thickness / 2
            color: root.pressed || root.hovered ? Theme.scrollThumbHover : Theme.scrollThumb
        }
    }
}
